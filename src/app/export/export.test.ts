import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { openApi } from '../../../test/api.ts'
import { useDatabase } from '../../../test/database.ts'
import { auditPage } from '../../audit/audit.ts'
import { type ContactDraft, createContacts } from '../../contacts/contacts.ts'
import { funnelOf, publishDefinition } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { addTask, finishTask } from '../../tasks/tasks.ts'
import type { Order } from '../lists/orders.ts'
import { settle } from '../reactions.ts'
import { exportContacts } from './export.ts'
import { workbookOf } from './workbook.ts'

const { workspace, database } = useDatabase()

const dangerous: ContactDraft = {
  fields: {
    givenName: '=HYPERLINK("http://mal.example")',
    surname: ' @SUM(A1)',
    email: ['uno@example.com', 'dos@example.com'],
    phone: ['+34 600 111 222', '+34 911 222 333'],
    city: '＝Oviedo',
    country: 'España',
    language: 'ca',
  },
  organization: { name: 'Robledo' },
  roles: ['partner'],
  tags: ['feria', 'vip'],
  consents: [{ channel: 'email', state: 'objected', source: 'manual' }],
}

test('a list goes out with all that is known, several addresses in a cell, and holds no formula', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [dangerous], { kind: 'create' })

  const file = await exportContacts(ctx, { kind: 'person', format: 'csv' })
  const text = await textOf(file)

  expect(file.name).toMatch(/^Contactos \d{4}-\d\d-\d\d\.csv$/)
  expect(text.startsWith('\ufeffId;')).toBe(true)
  expect(rowsIn(text)).toMatchObject([
    {
      'Nombre de pila': '\'=HYPERLINK("http://mal.example")',
      'Primer apellido': "'@SUM(A1)",
      Ciudad: "'＝Oviedo",
      País: 'España',
      Idioma: 'catalán',
      Correo: 'uno@example.com; dos@example.com',
      Teléfono: '+34600111222; +34911222333',
      Organización: 'Robledo',
      Etiquetas: 'feria; vip',
      Consentimientos: 'Correo: Se opone',
    },
  ])
})

test('a list goes out with what is still to be done about whom, until when and by whom', async () => {
  const ctx = await workspace()
  const { signedIn } = await openApi(database())
  const { person } = await signedIn(ctx, 'sales')
  const [ana = '', eva = ''] = await createContacts(
    ctx,
    ['Ana', 'Eva'].map(givenName => ({ fields: { givenName } })),
    { kind: 'create' },
  )
  const dueAt = new Date('2031-01-08T08:00:00Z')
  await addTask(ctx, ana, { kind: 'find_decider', dueAt, assigneeId: person.id })
  await finishTask(ctx, (await addTask(ctx, eva, { kind: 'find_decider', dueAt, assigneeId: null })).id)

  const rows = rowsIn(await textOf(await exportContacts(ctx, { kind: 'person', format: 'csv' })))

  expect(Object.fromEntries(rows.map(row => [row['Nombre de pila'], row['Tareas por hacer']]))).toEqual({
    Ana: 'Averiguar quién decide, 2031-01-08 09:00, Ana sales',
    Eva: '',
  })
})

test('owners have their names and renamed stages theirs; numbers are written as the reader writes them', async () => {
  const ctx = await workspace()
  const { signedIn } = await openApi(database())
  const { person } = await signedIn(ctx, 'sales')
  await renameStage(ctx, 'contact', 'Conocido')
  await createContacts(
    ctx,
    [{ kind: 'organization', fields: { name: 'Robledo', annualRevenue: 1234.5 }, ownerId: person.id }],
    { kind: 'create' },
  )
  await settle(ctx)

  const rows = rowsIn(await textOf(await exportContacts(ctx, { kind: 'organization', format: 'csv' })))

  expect(rows).toMatchObject([
    { Responsable: 'Ana sales', Etapa: 'Conocido', 'Facturación anual': '1234,5', Temperatura: 'Frío' },
  ])
  expect(Number(rows[0]?.Puntuación)).toBeGreaterThanOrEqual(0)
})

test('roles, temperatures and verdicts are called what the workspace calls them', async () => {
  const ctx = await workspace()
  const { id, lifecycle } = await funnelOf(ctx)
  const words = {
    roles: { partner: { es: 'Aliado', en: 'Ally' } },
    temperatures: { cold: { es: 'Dormido', en: 'Asleep' } },
    verdicts: { research: { es: 'Sin mirar', en: 'Unseen' } },
  }
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, words } })
  await createContacts(
    ctx,
    [{ kind: 'person', fields: { givenName: 'Ana' }, roles: ['partner', 'supplier'] }],
    {
      kind: 'create',
    },
  )
  await settle(ctx)

  const rows = rowsIn(await textOf(await exportContacts(ctx, { kind: 'person', format: 'csv' })))

  expect(rows).toMatchObject([{ Relaciones: 'Aliado; Proveedor', Temperatura: 'Dormido' }])
})

test('a file has the filter, the order and the columns of the list, or only the chosen contacts', async () => {
  const ctx = await workspace({ locale: 'en' })
  const named = (givenName: string, tag: string): ContactDraft => ({ fields: { givenName }, tags: [tag] })
  const [, berta = ''] = await createContacts(
    ctx,
    [named('Ana', 'vip'), named('Berta', 'vip'), named('Carla', 'otra')],
    { kind: 'create' },
  )
  const order: Order = { by: 'name', direction: 'desc' }
  const list = { kind: 'person' as const, order, columns: ['tags', 'gone'] }

  const vip = await exportContacts(ctx, { ...list, where: { is: 'tag', anyOf: ['vip'] }, format: 'csv' })
  const chosen = await exportContacts(ctx, { ...list, ids: [berta], format: 'csv' })

  expect(await textOf(vip)).toBe('\ufeffName,Tags,Consents\nBerta,vip,\nAna,vip,\n')
  expect(await textOf(chosen)).toBe('\ufeffName,Tags,Consents\nBerta,vip,\n')
  const { entries } = await auditPage(ctx, { action: 'contacts.exported', limit: 5 })
  expect(entries.map(({ details }) => details)).toEqual([
    { contacts: 1, format: 'csv' },
    { contacts: 2, format: 'csv' },
  ])
})

test('countries and languages are written as the reader names them, and read back as what they were', async () => {
  const ctx = await workspace({ locale: 'en' })
  const given = { name: 'Robledo', country: 'DE', language: 'gl' }
  await createContacts(ctx, [{ fields: given }], { kind: 'create' })

  const list = { kind: 'person' as const, columns: ['country', 'language'], format: 'csv' as const }
  const text = await textOf(await exportContacts(ctx, list))
  const [, row = ''] = text.split('\n')
  const [name = '', country = '', language = ''] = row.split(',')
  await createContacts(ctx, [{ fields: { name, country, language } }], { kind: 'create' })

  expect([country, language]).toEqual(['Germany', 'Galician'])
  const again = await textOf(await exportContacts(ctx, list))
  expect(again.split('\n').slice(1, 3)).toEqual([row, row])
})

test('a workbook holds the same as text, with numbers as numbers', async () => {
  const ctx = await workspace({ locale: 'en' })
  const strange = {
    fields: { name: 'A & <B> _x0041_ \u0007', annualRevenue: 12.5 },
    kind: 'organization' as const,
  }
  await createContacts(ctx, [dangerous, strange], { kind: 'create' })

  const file = await exportContacts(ctx, { format: 'xlsx' })
  const [headers = [], ...rows] = await readSheet(await buffer(file.bytes))

  expect(file.name).toMatch(/^Contacts .*\.xlsx$/)
  expect(rows.flat()).toContain('=HYPERLINK("http://mal.example")')
  expect(rows.flat()).toContain('+34600111222; +34911222333')
  expect(rows.flat()).toContain(12.5)
  expect(rows.flat()).toContainEqual(expect.stringMatching(/^A & <B> _x/))
  expect(rows.map(row => row[headers.indexOf('Email')])).toContain('uno@example.com; dos@example.com')
})

test('rows that a sheet has no room for go on in the next one', async () => {
  async function* rows() {
    for (let n = 1; n <= 5; n++) yield [n]
  }

  const bytes = await buffer(workbookOf({ title: 'Contactos', headers: ['N'], rows: rows() }, 3))

  expect(await readSheet(bytes, 'Contactos')).toEqual([['N'], [1], [2]])
  expect(await readSheet(bytes, 'Contactos 3')).toEqual([['N'], [5]])
})

test('the file comes over HTTP as it is made, under its name, for who may export', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [dangerous], { kind: 'create' })
  const { signedIn } = await openApi(database())
  const [manager, reader] = [await signedIn(ctx, 'manager'), await signedIn(ctx, 'reader')]

  const answer = await manager.send('POST', '/contacts/export', { kind: 'person', columns: ['email'] })

  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="Contactos [\d-]+\.csv"$/)
  expect(answer.body).toContain('uno@example.com; dos@example.com')
  expect(await reader.send('POST', '/contacts/export', {})).toMatchObject({ status: 403 })
})

test('a long list goes out page by page', async () => {
  const ctx = await workspace()
  await sql`insert into contacts (workspace_id, id, kind, display_name, sort_name, search_text, created_at, updated_at)
    select ${ctx.workspaceId}, gen_random_uuid(), 'person', 'P' || n, 'p' || n, 'p' || n, now(), now()
    from generate_series(1, 2500) n`.execute(ctx.db)

  const { bytes } = await exportContacts(ctx, { kind: 'person', columns: [], format: 'csv' })
  const pieces = await Array.fromAsync(bytes)

  expect(pieces.length).toBeGreaterThan(3)
  expect(new Set(Buffer.concat(pieces).toString().trim().split('\n')).size).toBe(2501)
})

const textOf = async ({ bytes }: { bytes: AsyncIterable<Uint8Array> }) => (await buffer(bytes)).toString()

const rowsIn = (text: string) =>
  parse(text, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[]

async function renameStage(ctx: Ctx, key: string, es: string) {
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === key ? { ...stage, name: { es, en: es } } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
}
