import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { bareContacts, person } from './creating.ts'
import { type Place, watchMemory } from './place.ts'
import { type Row, whole } from './report.ts'

type Summary = { rows: number; seconds: number; counts: Record<string, number> }

/**
 * `embudo import` of a CSV file with names, addresses and numbers, beside the running program. A third of its rows are
 * contacts already, and nobody else has the numbers of the others.
 */
export async function importing(place: Place, rows: number): Promise<Row[]> {
  const file = join(await mkdtemp(join(tmpdir(), 'embudo-bench-')), 'contactos.csv')
  const lines = Array.from({ length: rows }, (_, number) => {
    const { fields } = number % 3 ? person(10_000_000 + number, 'fichero') : person(number % 5_000, 'lote')
    return [fields.givenName, fields.surname, fields.email, fields.phone, fields.city, fields.source].join()
  })
  await writeFile(file, ['Nombre,Apellidos,Correo,Teléfono,Ciudad,Origen', ...lines].join('\n'))
  const bare = await bareContacts(place.client, place.ctx.workspaceId, rows, 1000)
  const { summary, most } = await imported(place.databaseUrl, file)
  const perSecond = summary.rows / summary.seconds
  return [
    {
      what: `CSV import of ${whole(rows)} rows with matching and undo record`,
      measured: `${whole(perSecond)} rows/s`,
      limit: `${whole(bare)} contacts/s`,
      ratio: perSecond / bare,
      wanted: '≥ 5,000 rows/s',
      kept: perSecond >= 5000,
    },
    memoryRow('most memory of the importing process', most),
  ]
}

async function imported(databaseUrl: string, file: string) {
  const main = join(import.meta.dirname, '../../src/app/main.ts')
  const child = spawn(process.execPath, [main, 'import', file, '--yes'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(() => child.pid)
  const summary: Summary = JSON.parse(await text(child.stdout))
  memory.stop()
  return { summary, most: memory.most() }
}

export function memoryRow(what: string, bytes: number): Row {
  const megabytes = bytes / 1024 / 1024
  return { what, measured: `${whole(megabytes)} MB`, wanted: '< 300 MB', kept: megabytes < 300 }
}
