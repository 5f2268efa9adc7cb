import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { createContacts } from '../../contacts/contacts.ts'
import { safeCell } from './cells.ts'
import { exportContacts } from './export.ts'

const { workspace } = useDatabase()

const dangerous = {
  fields: {
    givenName: '=HYPERLINK("http://mal.example")',
    surname: '@SUM(A1)',
    email: ['uno@example.com', 'dos@example.com'],
    phone: '+34 600 111 222',
    city: '-Oviedo',
  },
  tags: ['feria', 'vip'],
}

test('a CSV cell is never a formula, and telephones and numbers stay as they are', () => {
  expect(['=1+1', '+cmd', '-cmd', '@x', '\t=1', '＝1'].map(safeCell)).toEqual([
    "'=1+1",
    "'+cmd",
    "'-cmd",
    "'@x",
    "'\t=1",
    "'＝1",
  ])
  expect(['+34600111222', '+34 600-11-12-22', '-12.5', 'a=b', ''].map(safeCell)).toEqual([
    '+34600111222',
    '+34 600-11-12-22',
    '-12.5',
    'a=b',
    '',
  ])
})

test('the list goes out as CSV with all its facts, opens in a Spanish Excel and holds no formula', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [dangerous], { kind: 'create' })

  const file = (await buffer(await exportContacts(ctx, { kind: 'person' }, 'csv'))).toString()

  expect(file.startsWith('\ufeffId;')).toBe(true)
  const [row] = parse(file, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[]
  expect(row).toMatchObject({
    'Nombre de pila': '\'=HYPERLINK("http://mal.example")',
    'Primer apellido': "'@SUM(A1)",
    Ciudad: "'-Oviedo",
    Correo: 'uno@example.com; dos@example.com',
    Teléfono: '+34600111222',
    Etiquetas: 'feria; vip',
  })
})

test('a workbook holds the same as text', async () => {
  const ctx = await workspace({ locale: 'en' })
  await createContacts(ctx, [dangerous], { kind: 'create' })

  const rows = await readSheet(await buffer(await exportContacts(ctx, {}, 'xlsx')))

  const column = rows[0]?.indexOf('Phone') ?? -1
  expect(rows[1]?.[column]).toBe('+34600111222')
  expect(rows[1]).toContain('=HYPERLINK("http://mal.example")')
})
