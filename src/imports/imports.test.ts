import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { check } from './checking.ts'
import { importFile } from './importFile.ts'
import { getImport, rowsOf, setMapping, startCheck, startRun, stopImport } from './imports.ts'
import type { Target } from './mapping.ts'
import type { Reason } from './readRow.ts'
import { reasonText, refusedFile } from './refused.ts'
import { run } from './running.ts'

const { workspace, database } = useDatabase()

const file = useFiles()

const contactsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('contacts').selectAll().where('deletedAt', 'is', null).orderBy('displayName').execute()
const eventsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('events').selectAll().where('withdrawnAt', 'is', null).orderBy('at').execute()
const consentsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('consents').selectAll().where('withdrawnAt', 'is', null).execute()

test('a file becomes contacts, their organisations, tags and events', async () => {
  const ctx = await workspace()
  const path = await file(
    'lista.csv',
    'Nombre;Apellidos;Correo;Móvil;Empresa;Nº de empleados;Etiquetas;Cliente;Alta;Notas',
    'Ana;Ruiz;ana@acme.es;600 111 222;Acme;120;"feria, vip";Sí;13/02/2025;Prefiere las tardes',
    'Luis;Peña;luis@beta.es;600 333 444;Beta;15;;No;01/03/2025;',
  )

  const report = await importFile(ctx, path, { yes: true })

  expect(report).toMatchObject({ state: 'done', counts: { new: 2 }, rows: 2 })
  const people = (await contactsOf(ctx)).filter(each => each.kind === 'person')
  expect(people).toMatchObject([
    { givenName: 'Ana', surname: 'Ruiz', tags: ['feria', 'vip'], custom: { alta: '2025-02-13' } },
    { givenName: 'Luis', surname: 'Peña', custom: { alta: '2025-03-01' } },
  ])
  const companies = (await contactsOf(ctx)).filter(each => each.kind === 'organization')
  expect(companies).toMatchObject([
    { displayName: 'Acme', employees: 120 },
    { displayName: 'Beta', employees: 15 },
  ])
  expect(await eventsOf(ctx)).toMatchObject([
    { name: 'purchase', contactId: people[0]?.id, properties: { dated: 'import' } },
  ])
  expect(await ctx.db.selectFrom('notes').select('body').execute()).toEqual([{ body: 'Prefiere las tardes' }])
})

test('without yes nothing is stored, and the report says what would happen', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Email,Name',
    'ana@x.es,Ana',
    'ana@x.es,Ana R.',
    'no address,Luis',
    'eva@x.es,Eva',
  )

  const report = await importFile(ctx, path)

  expect(report).toMatchObject({ state: 'checked', counts: { new: 2, duplicate: 1, refused: 1 } })
  expect(report.reasons).toEqual([{ code: 'contacts.not_email', rows: 1 }])
  expect(await contactsOf(ctx)).toEqual([])
})

test('a row tells whether a person or an organisation came of it, so that each opens its own page', async () => {
  const ctx = await workspace()
  const people = await file('people.csv', 'Email,First name', 'ana@x.es,Ana')
  const companies = await file('companies.csv', 'Company name,Company domain name', 'Acme,acme.es')

  const ofPeople = await importFile(ctx, people, { yes: true })
  const ofCompanies = await importFile(ctx, companies, { yes: true })

  const kindsOf = async (id: string) => (await rowsOf(ctx, id, { limit: 9 })).map(row => row.kind)
  expect(await kindsOf(ofPeople.id)).toEqual(['person'])
  expect(await kindsOf(ofCompanies.id)).toEqual(['organization'])
})

test('the check foretells each row of the run', async () => {
  const ctx = await workspace()
  const first = await file('first.csv', 'Email,Name,City', 'ana@x.es,Ana,Madrid', 'eva@x.es,Eva,Lugo')
  const second = await file(
    'second.csv',
    'Email,Name,City,Colour',
    'ana@x.es,Ana,Sevilla,red',
    'ana@x.es,Ana,Sevilla,blue',
    'eva@x.es,Eva,Lugo,',
    'new@x.es,New,Vigo,red',
    'new@x.es,New,Vigo,red',
    ',,,green',
  )
  await importFile(ctx, first, { yes: true })

  const foretold = await importFile(ctx, second)
  const outcomesBefore = (await rowsOf(ctx, foretold.id, { limit: 100 })).map(row => row.outcome)
  await run(ctx, foretold.id, await startRun(ctx, foretold.id))
  const outcomesAfter = (await rowsOf(ctx, foretold.id, { limit: 100 })).map(row => row.outcome)

  expect(outcomesBefore).toEqual(['update', 'duplicate', 'duplicate', 'new', 'duplicate', 'refused'])
  expect(outcomesAfter).toEqual(outcomesBefore)
})

test('the check tells what the run would: bad dates of events, and rows whose only news is an employer', async () => {
  const ctx = await workspace()
  await importFile(ctx, await file('first.csv', 'Email,Company', 'ana@x.es,Acme', 'eva@x.es,'), { yes: true })
  const path = await file(
    'second.csv',
    'Email,Company,Cliente,Fecha de compra',
    'ana@x.es,Acme,,',
    'eva@x.es,Beta,,',
    'luis@x.es,Acme,Sí,1950-03-01',
    'paz@x.es,Acme,Sí,2199-03-01',
    'sol@x.es,Acme,Sí,2024-03-01',
  )
  const { id } = await importFile(ctx, path)
  const { mapping } = await getImport(ctx, id)
  const columns = mapping.columns.map(column =>
    column.name === 'Cliente'
      ? { ...column, target: { ...column.target, at: { column: 3 } } as Target }
      : column,
  )
  await setMapping(ctx, id, { ...mapping, columns })
  await check(ctx, id, await startCheck(ctx, id))
  const said = async () =>
    (await rowsOf(ctx, id, { limit: 9 })).map(({ outcome, reasons }) => [outcome, reasons])

  const foretold = await said()
  await run(ctx, id, await startRun(ctx, id))

  expect(foretold.map(([outcome]) => outcome)).toEqual(['duplicate', 'update', 'new', 'new', 'new'])
  expect(JSON.stringify(foretold[2])).toContain('activity.too_old')
  expect(JSON.stringify(foretold[3])).toContain('activity.too_far_in_future')
  expect(await said()).toEqual(foretold)
})

test('a value that cannot be read is left out and said; the row comes in', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Email,Country,Website,Alta',
    'a@x.es,España,x.es,01/02/2025',
    'b@x.es,Narnia,not a page,31/02/2025',
    ...Array.from({ length: 12 }, (_, i) => `c${i}@x.es,France,x.fr,02/02/2025`),
  )

  const { id, counts } = await importFile(ctx, path, { yes: true })

  expect(counts).toMatchObject({ new: 14, warned: 1 })
  const [row] = await rowsOf(ctx, id, { warned: true, limit: 10 })
  expect(row?.reasons).toEqual([
    { code: 'imports.not_date', column: 3, params: { value: '31/02/2025' } },
    expect.objectContaining({ code: 'contacts.not_country', column: 1 }),
    expect.objectContaining({ code: 'contacts.not_url', column: 2 }),
  ])
})

test('a number that is no telephone of the country that is assumed is kept, and says which country that is', async () => {
  const ctx = await workspace()
  const path = await file('a.csv', 'Nombre,Teléfono', 'Ana,555 1234', 'Eva,600111222', 'Luz,+34 12')

  const { id } = await importFile(ctx, path, { yes: true })

  const [ana, eva, luz] = (await rowsOf(ctx, id, { limit: 9 })).map(({ reasons }) => reasons)
  expect(ana).toMatchObject([{ code: 'contacts.not_phone_in', params: { value: '555 1234', country: 'ES' } }])
  expect([eva, luz]).toMatchObject([[], [{ code: 'contacts.not_phone', params: { value: '+34 12' } }]])
  expect(reasonText(ana?.[0] as Reason, [], 'en')).toContain('Spain')
})

test('the same file again changes nothing: no second purchase, objection or note', async () => {
  const ctx = await workspace()
  const path = await file('a.csv', 'Email,Cliente,Baja,Notas', 'a@x.es,Sí,Sí,Hola', 'b@x.es,No,No,')

  await importFile(ctx, path, { yes: true })
  const again = await importFile(ctx, path, { yes: true })

  expect(again.counts).toEqual({ duplicate: 2, undated: 1 })
  expect(await contactsOf(ctx)).toHaveLength(2)
  expect(await eventsOf(ctx)).toHaveLength(1)
  expect(await consentsOf(ctx)).toHaveLength(1)
  expect(await ctx.db.selectFrom('notes').selectAll().execute()).toHaveLength(1)
})

test('before anything is stored the check counts the rows that tell of a purchase without its date', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Email,Cliente,Fecha de compra',
    ...['a@x.es,Sí,2024-03-01', 'b@x.es,Sí,', 'c@x.es,No,', 'no address,Sí,'],
  )
  const { id, counts } = await importFile(ctx, path)
  const { mapping } = await getImport(ctx, id)
  const columns = mapping.columns.map(column =>
    column.name === 'Cliente'
      ? { ...column, target: { ...column.target, at: { column: 2 } } as Target }
      : column,
  )
  await setMapping(ctx, id, { ...mapping, columns })
  await check(ctx, id, await startCheck(ctx, id))

  expect(counts).toMatchObject({ new: 3, undated: 2 })
  expect((await getImport(ctx, id)).counts).toMatchObject({ new: 3, undated: 1 })
})

test('formula cells stay text, and go out so that no spreadsheet runs them', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Email,Name,Code',
    'a@x.es,"=HYPERLINK(""http://evil"")","=""00123"""',
    'broken,"=cmd|\' /C calc\'!A0",+34 600 111 222',
  )

  const { id } = await importFile(ctx, path, { yes: true })

  expect((await contactsOf(ctx))[0]).toMatchObject({
    displayName: '=HYPERLINK("http://evil")',
    custom: { code: '00123' },
  })
  const refused = await (await refusedFile(ctx, id)).text()
  expect(refused).toContain(`'=cmd|`)
  expect(refused).toContain('+34 600 111 222')
})

test('refused rows come back as a file that, corrected, imports', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Nombre;Correo',
    'Ana;ana@x.es',
    'Eva;eva arroba x.es',
    ';',
    'Luis;luis@x.es',
  )
  const { id } = await importFile(ctx, path, { yes: true })

  const refused = await (await refusedFile(ctx, id)).text()
  const corrected = await file('corrected.csv', refused.replace('eva arroba x.es', 'eva@x.es'))
  const again = await importFile(ctx, corrected, { yes: true })

  expect(refused).toContain('Motivo del rechazo')
  expect(refused).toContain('no es una dirección de correo')
  expect(again).toMatchObject({ counts: { new: 1 }, columns: { 'Motivo del rechazo': 'evidence' } })
  expect(await contactsOf(ctx)).toHaveLength(3)
})

test('a word with several senses stops the check until it is answered', async () => {
  const ctx = await workspace()
  const path = await file('a.csv', 'Email,Etapa', 'a@x.es,Cliente potencial', 'b@x.es,Cliente')
  const report = await importFile(ctx, path)
  const { mapping } = await getImport(ctx, report.id)
  const asking: Target = {
    as: 'meaning',
    values: { 'Cliente potencial': { is: 'ask', between: [{ is: 'nothing' }, { is: 'customer' }] } },
    otherwise: { is: 'nothing' },
    at: 'import',
  }
  const columns = mapping.columns.map((column, i) => (i === 1 ? { ...column, target: asking } : column))

  await setMapping(ctx, report.id, { ...mapping, columns })

  expect(report.questions).toEqual([{ column: 'Etapa', word: 'Cliente potencial' }])
  await expect(startCheck(ctx, report.id)).rejects.toMatchObject({ code: 'imports.words_unanswered' })
})

test('a run that was stopped goes on where it was, and each row is stored once', async () => {
  const ctx = await workspace()
  const rows = Array.from({ length: 8000 }, (_, i) => `p${i}@x.es,P${i},Sí`)
  const { id } = await importFile(ctx, await file('big.csv', 'Email,Nombre,Cliente', ...rows))

  const attempt = await startRun(ctx, id)
  const running = run(ctx, id, attempt)
  await until(async () => (await getImport(ctx, id)).cursor > 0)
  await stopImport(ctx, id)
  await running
  const stopped = await getImport(ctx, id)
  await run(ctx, id, await startRun(ctx, id))

  expect(stopped).toMatchObject({ state: 'stopped' })
  expect(stopped.cursor).toBeLessThan(8001)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'done', counts: { new: 8000 }, rowsDone: 8000 })
  expect(await contactsOf(ctx)).toHaveLength(8000)
  expect(await eventsOf(ctx)).toHaveLength(8000)
})

test('two workers on one run do not store a row twice', async () => {
  const ctx = await workspace()
  const rows = Array.from({ length: 2500 }, (_, i) => `p${i}@x.es,P${i},Sí`)
  const { id } = await importFile(ctx, await file('big.csv', 'Email,Nombre,Cliente', ...rows))

  const attempt = await startRun(ctx, id)
  await Promise.all([run(ctx, id, attempt), run(ctx, id, attempt)])

  expect(await getImport(ctx, id)).toMatchObject({ state: 'done', counts: { new: 2500 } })
  expect(await contactsOf(ctx)).toHaveLength(2500)
})

test('a check that was overtaken by another ends and leaves nothing behind', async () => {
  const ctx = await workspace()
  const rows = Array.from({ length: 1500 }, (_, i) => `p${i}@x.es,P${i}`)
  const { id } = await importFile(ctx, await file('big.csv', 'Email,Nombre', ...rows))

  const first = await startCheck(ctx, id)
  const second = await startCheck(ctx, id)
  await Promise.all([check(ctx, id, first), check(ctx, id, second)])

  expect(await getImport(ctx, id)).toMatchObject({ state: 'checked', counts: { new: 1500 } })
})

test('a check at the command line queues nothing: no worker beside it checks the same file', async () => {
  const ctx = await workspace()

  const { id, state } = await importFile(ctx, await file('b.csv', 'Email', 'b@x.es'))

  const { rows } =
    await sql`select from graphile_worker.jobs where key like ${`%imports.check:${id}`}`.execute(
      database().owner,
    )
  expect(state).toBe('checked')
  expect(rows).toEqual([])
})

test('nothing is changed while a run begins: whoever comes second is refused', async () => {
  const ctx = await workspace()
  const { id } = await importFile(ctx, await file('c.csv', 'Email,Name', 'c@x.es,C'))
  const { mapping } = await getImport(ctx, id)
  const other = { ...mapping, system: 'other' }

  const results = await Promise.allSettled([startRun(ctx, id), setMapping(ctx, id, other)])

  const { state, mapping: now } = await getImport(ctx, id)
  expect(results.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(state === 'running' ? now : other).toEqual(state === 'running' ? mapping : now)
})

test('an id belongs to its system: the same number of another one is somebody else', async () => {
  const ctx = await workspace()
  await importFile(ctx, await file('mautic.csv', 'id,firstname,points', '7,Ana,3', '8,Eva,1'), { yes: true })

  const report = await importFile(
    ctx,
    await file('hub.csv', 'Record ID,First Name,Contact owner', '7,Luis,x', '9,Eva,x'),
    { yes: true },
  )

  expect(report.counts).toEqual({ new: 2 })
})

async function until(condition: () => Promise<boolean>) {
  for (let i = 0; i < 500; i++) {
    if (await condition()) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Error('it never came')
}
