import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, setUpProgram } from './client.ts'
import { type RunningProgram, startProgram } from './program.ts'

let program: RunningProgram
let key: string

beforeAll(async () => {
  program = await startProgram()
  ;({ key } = await setUpProgram(program))
}, 120_000)

afterAll(() => program?.stop())

type Locale = 'es' | 'en'

const ask = (locale: Locale, method: string, path: string, body?: unknown) =>
  call(program.url, key, method, path, body, { 'accept-language': locale })

/** Sends a file as the wizard does; the answer to its end, and the id of the import. */
async function sent(locale: Locale, fileName: string, bytes: Buffer<ArrayBuffer>) {
  const { body } = await ask(locale, 'POST', '/imports', { fileName, bytes: bytes.length })
  const id = String(body.id)
  const size = Number(body.pieceBytes)
  for (let from = 0; from < bytes.length; from += size)
    await fetch(`${program.url}/api/imports/${id}/bytes/${from}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
      body: bytes.subarray(from, from + size),
    })
  return { id, answer: await ask(locale, 'POST', `/imports/${id}/file`) }
}

/** The rows of a file, checked, with what is wrong with each in the reader's language. */
async function checked(locale: Locale, fileName: string, text: Buffer<ArrayBuffer>) {
  const { id, answer } = await sent(locale, fileName, text)
  await ask(locale, 'POST', `/imports/${id}/check`)
  await expect.poll(async () => (await ask(locale, 'GET', `/imports/${id}`)).body.state).toBe('checked')
  const { body } = await ask(locale, 'GET', `/imports/${id}/rows`)
  return { encoding: (answer.body.format as { encoding: string }).encoding, rows: body.rows as Row[] }
}

type Row = { line: number; outcome: string; cells: string[]; reasons: { code: string; column?: string }[] }

const csv = (...lines: string[]) => Buffer.from(lines.map(line => `${line}\n`).join(''))
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const endless = Buffer.concat([csv('Nombre,Correo'), Buffer.from('Ana,"'), Buffer.alloc(12 * 2 ** 20, 'a')])

test.each([
  ['empty', 'vacio.csv', csv(), 'El archivo está vacío.', 'The file is empty.'],
  [
    'of titles only',
    'titulos.csv',
    csv('Nombre,Correo'),
    'El archivo solo tiene títulos: no hay ninguna fila que importar.',
    'The file has titles only: there is no row to import.',
  ],
  [
    'with a quote that never closes',
    'comilla.csv',
    csv('Nombre,Correo', 'Ana,ana@x.es', '"Luis,luis@x.es'),
    'En la fila 3 se abre una comilla que no se cierra en todo el archivo.',
    'In row 3 a quote is opened that is never closed.',
  ],
  [
    'with a line without end',
    'linea.csv',
    endless,
    'La fila 2 pasa de 1 MB. Suele faltar una comilla que cierre un texto en esa fila o en la anterior.',
    'Row 2 is longer than 1 MB. Usually a quote that should close a text is missing there or in the row before.',
  ],
  [
    'that is a picture',
    'foto.csv',
    png,
    'Esto no es una tabla sino un archivo png. Guárdalo como CSV o como Excel (.xlsx).',
    'This is not a table but a png file. Save it as CSV or as Excel (.xlsx).',
  ],
] as const)(
  'a file %s is refused in the language of who sends it, and nothing is left of it',
  async (_, name, bytes, es, en) => {
    const spanish = await sent('es', name, bytes)
    const english = await sent('en', name, bytes)

    expect([spanish.answer.status, english.answer.status]).toEqual([400, 400])
    expect([spanish.answer.body.message, english.answer.body.message]).toEqual([es, en])
    expect((await ask('es', 'GET', `/imports/${spanish.id}`)).status).toBe(404)
    expect((await ask('es', 'GET', '/imports')).body.imports).toEqual([])
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
  },
)

test('a file of a gigabyte is refused before a byte of it is sent', async () => {
  const begun = (locale: Locale) => ask(locale, 'POST', '/imports', { fileName: 'todo.csv', bytes: 2 ** 30 })

  const [es, en] = [await begun('es'), await begun('en')]

  expect([es.status, en.status]).toEqual([413, 413])
  expect(es.body.message).toContain('500 MB')
  expect(en.body.message).not.toBe(es.body.message)
})

test('rows of another length are told one by one, with their line', async () => {
  const { rows } = await checked(
    'es',
    'desigual.csv',
    csv('Nombre,Correo', 'Ana,ana@x.es', 'Luis', 'Eva,eva@x.es,de más,y más'),
  )

  expect(rows.map(({ line, outcome, reasons }) => [line, outcome, reasons.map(({ code }) => code)])).toEqual([
    [2, 'new', []],
    [3, 'new', ['imports.row_short']],
    [4, 'refused', ['imports.row_long']],
  ])
})

test.each([
  [
    'UTF-16',
    'utf-16le',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nombre,Correo\nÍñigo,i@x.es\n', 'utf16le')]),
  ],
  ['a byte order mark', 'utf-8', csv('\ufeffNombre,Correo', 'Íñigo,i@x.es')],
  ['Windows-1252', 'windows-1252', Buffer.from('Nombre,Correo\nÍñigo,i@x.es\n', 'latin1')],
])('%s is read as it was written', async (_, encoding, bytes) => {
  const file = await checked('es', 'nombres.csv', bytes)

  expect(file).toMatchObject({ encoding, rows: [{ line: 2, outcome: 'new', cells: ['Íñigo', 'i@x.es'] }] })
})

test('a formula stays the text that it is', async () => {
  const { rows } = await checked('es', 'formula.csv', csv('Nombre,Correo', `"=cmd|' /C calc'!A0",f@x.es`))

  expect(rows).toMatchObject([{ outcome: 'new', cells: ["=cmd|' /C calc'!A0", 'f@x.es'] }])
})
