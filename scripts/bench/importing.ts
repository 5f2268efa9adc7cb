import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFile } from '../../src/imports/importFile.ts'
import { person } from './creating.ts'
import type { Place } from './place.ts'
import { type Row, timed, whole } from './report.ts'

/** A CSV file with names, addresses and numbers, a third of whose rows are contacts already. */
export async function importing({ ctx }: Place, rows: number): Promise<Row[]> {
  const file = join(await mkdtemp(join(tmpdir(), 'embudo-bench-')), 'contactos.csv')
  const lines = Array.from({ length: rows }, (_, number) => {
    const { fields } = number % 3 ? person(number, 'fichero') : person(number % 10_000, 'lote')
    return [fields.givenName, fields.surname, fields.email, fields.phone, fields.city, fields.source].join(
      ',',
    )
  })
  await writeFile(file, ['Nombre,Apellidos,Correo,Teléfono,Ciudad,Origen', ...lines].join('\n'))
  const { seconds } = await timed(() => importFile(ctx, file, { yes: true }))
  const perSecond = rows / seconds
  return [
    {
      what: 'CSV import with matching, check and undo record included',
      measured: `${whole(perSecond)} rows/s`,
      wanted: '≥ 5,000 rows/s',
      kept: perSecond >= 5000,
    },
  ]
}
