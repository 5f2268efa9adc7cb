import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { importFile } from './importFile.ts'
import { getImport, rowsOf } from './imports.ts'
import { makerOf } from './made.ts'
import { reasonsOf } from './reasons.ts'

const { workspace } = useDatabase()

const file = useFiles()

test('a row is shown as the contact that it becomes', async () => {
  const ctx = await workspace()
  const path = await file(
    'lista.csv',
    'Nombre;Apellidos;Correo;Empresa;Etiquetas;Cliente;Alta;Notas;Visitas;Socia',
    'Ana;Ruiz;ana@acme.es;Acme;"feria, vip";Sí;13/02/2025;Prefiere las tardes;1250;No',
  )

  const { id } = await importFile(ctx, path)

  const made = await makerOf(ctx, await getImport(ctx, id))
  const [row] = await rowsOf(ctx, id, { limit: 1 })
  expect(row && made(row)).toMatchObject({
    name: 'Ana Ruiz',
    identities: [{ kind: 'email', value: 'ana@acme.es' }],
    facts: [
      { key: 'custom.alta', label: 'Alta', value: '2025-02-13' },
      { key: 'custom.visitas', label: 'Visitas', value: 1250 },
      { key: 'custom.socia', label: 'Socia', value: false },
    ],
    organization: 'Acme',
    tags: ['feria', 'vip'],
    events: [{ name: 'purchase' }],
    notes: 1,
  })
})

test('what is wrong is said once for each value, with its rows; unknown countries are empty, usual names are known', async () => {
  const ctx = await workspace()
  const path = await file(
    'paises.csv',
    'Name,Email,Country',
    'Ana,ana@x.es,Hong Kong',
    'Eva,eva@x.es,unknown',
    'Luis,luis@x.es,Narnia',
    'Rosa,rosa@x.es,Narnia',
    'Juan,juan@x.es,Mordor',
  )

  const { id } = await importFile(ctx, path)

  const found = await reasonsOf(ctx, id, 'warned')
  expect(found).toMatchObject([
    { code: 'contacts.not_country', column: 2, params: { value: 'Narnia' }, rows: 2 },
    { code: 'contacts.not_country', column: 2, params: { value: 'Mordor' }, rows: 1 },
  ])
  expect(found).toHaveLength(2)
})
