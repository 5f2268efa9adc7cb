import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { describeColumns } from './columns.ts'
import { detectText, isWorkbook } from './detect.ts'
import type { Format } from './format.ts'
import { type Row, readHeader, readRows } from './rows.ts'
import { detectWorkbook } from './workbook.ts'

const real = new URL('../../../shared/data/', import.meta.url)
const whenReal = test.skipIf(!existsSync(real))

async function open(bytes: Buffer): Promise<{ format: Format; names: string[]; rows: Row[] }> {
  const utf8 = Buffer.compare(Buffer.from(bytes.toString('utf8')), bytes) === 0
  const format = isWorkbook(bytes)
    ? await detectWorkbook(bytes, 'es')
    : detectText({ bytes: bytes.subarray(0, 1024 * 1024), total: bytes.length, utf8 }, 'es')
  const parts = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  return {
    format,
    names: await readHeader(parts(), format),
    rows: (await Array.fromAsync(readRows(parts(), format))).flat(),
  }
}

const text = (content: string, encoding = 'utf-8') => open(iconv.encode(content, encoding, { addBOM: false }))

test.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])(
  'accents survive %s without a byte order mark',
  async encoding => {
    const { format, rows } = await text(
      'Nombre;Teléfono\nMaría Muñoz;600 111 222\nIñigo Peña;600 333 444\n',
      encoding,
    )

    expect(format).toMatchObject({ encoding, separator: ';', headerRow: 1 })
    expect(rows.map(row => row.cells[0])).toEqual(['María Muñoz', 'Iñigo Peña'])
  },
)

test.each([',', ';', '\t', '|'])('the separator %j is found', async separator => {
  const table = [
    ['name', 'amount', 'note'],
    ['Ana', '"1,5; x|y"', 'z'],
    ['Luis', '3', 'a b'],
  ]
  const { format, rows } = await text(table.map(row => row.join(separator)).join('\n'))

  expect(format.separator).toBe(separator)
  expect(rows).toHaveLength(2)
})

test('the title lines before the header are passed over, and rows keep the number a spreadsheet shows', async () => {
  const { format, names, rows } = await text(
    'Notes:\n"When exporting, some e-mail addresses may be missing, as your connections chose."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,https://www.linkedin.com/in/ana,,Acme,CEO,12 Mar 2024\n',
  )

  expect(format.headerRow).toBe(4)
  expect(names[6]).toBe('Connected On')
  expect(rows[0]).toMatchObject({ row: 5, cells: expect.arrayContaining(['Ana', '12 Mar 2024']) })
})

test('a file without header keeps its first row', async () => {
  const { format, names, rows } = await text('ana@example.com,Ana\nluis@example.com,Luis\n')

  expect(format.headerRow).toBe(0)
  expect(names).toEqual(['#1', '#2'])
  expect(rows).toHaveLength(2)
})

test('short rows are filled, long ones, swallowed ones and those with NUL are marked', async () => {
  const { rows } = await text(
    'a,b,c\n1,2,3\n1,2\n1,2,3,4\n"1,""x,y"",3"\n"1,2"\n1,\0,3\n\n4,5,6\n7,8,9\n1,2,3\n1,2,3\n1,2,3\n',
  )

  expect(rows.slice(0, 7)).toEqual([
    { row: 2, cells: ['1', '2', '3'] },
    { row: 3, cells: ['1', '2', ''], flaw: 'short' },
    { row: 4, cells: ['1', '2', '3', '4'], flaw: 'long' },
    { row: 5, cells: ['1', 'x,y', '3'], flaw: 'recovered' },
    { row: 6, cells: ['1,2', '', ''], flaw: 'swallowed' },
    { row: 7, cells: ['1', '', '3'], flaw: 'nul' },
    { row: 9, cells: ['4', '5', '6'] },
  ])
})

test.each([
  ['an empty file', '', 'imports.empty'],
  ['blank lines', '\n \n', 'imports.empty'],
  ['a header alone', 'name,email\n', 'imports.header_only'],
  ['a PDF', '%PDF-1.7 …', 'imports.not_a_table'],
  ['one endless line', 'x'.repeat(1_100_000), 'imports.line_too_long'],
  [
    'a quote that never closes',
    `name,email\n"Ana,a@example.com\n${'x,y\n'.repeat(400_000)}`,
    'imports.row_too_long',
  ],
  ['bytes that are no text', '\x01\x02\x03\0\0\0\x04\x05'.repeat(50), 'imports.not_text'],
])('%s is refused with its reason', async (_, content, code) => {
  await expect(text(content)).rejects.toMatchObject({ code })
})

test('an endless line in the middle of the file is refused with the row where it stands', async () => {
  const content = `name,email\n${'Ana,a@example.com\n'.repeat(80_000)}${'y'.repeat(1_500_000)}\n`

  await expect(text(content)).rejects.toMatchObject({ code: 'imports.row_too_long', params: { row: 80_002 } })
})

test('a workbook is known by its bytes, its dates come as ISO and its formulas are never evaluated', async () => {
  const sheet: SheetData = [
    [{ value: 'Clientes de la feria' }],
    [{ value: 'Nombre' }, { value: 'Alta' }, { value: 'Gasto' }],
    [
      { value: 'Ana' },
      { value: new Date(Date.UTC(2025, 2, 4)), type: Date, format: 'dd/mm/yyyy' },
      { value: 12.5 },
    ],
    [{ value: '=1+1' }, { value: undefined }, { value: 3 }],
  ]
  const file = await writeWorkbook(sheet).toBuffer()
  const { format, names, rows } = await open(file)

  expect(format).toMatchObject({ kind: 'workbook', headerRow: 2 })
  expect(names).toEqual(['Nombre', 'Alta', 'Gasto'])
  expect(rows.map(row => row.cells)).toEqual([
    ['Ana', '2025-03-04', '12.5'],
    ['=1+1', '', '3'],
  ])
})

test('each column tells its own dates and decimals', () => {
  const rows = [
    ['13/02/2025', '02/13/2025', '01/02/2025', '1.234,50', '1,234.50', 'Select'],
    ['01/03/2025', '03/01/2025', '03/04/2025', '12,5', '12.5', 'Madrid'],
  ].map((cells, i) => ({ row: i + 2, cells }))

  const columns = describeColumns(['a', 'b', 'c', 'd', 'e', 'f'], rows, { dates: 'dmy', decimals: '.' })

  expect(columns[0]?.dates).toEqual({ order: 'dmy', sure: true, time: false })
  expect(columns[1]?.dates).toEqual({ order: 'mdy', sure: true, time: false })
  expect(columns[2]?.dates).toEqual({ order: 'dmy', sure: false, time: false })
  expect(columns[3]?.decimals).toEqual({ mark: ',', sure: true })
  expect(columns[4]?.decimals).toEqual({ mark: '.', sure: true })
  expect(columns[5]).toMatchObject({ placeholders: ['Select'], filled: 1 })
})

whenReal('the damaged file gives the same leads as the clean one, row by row', async () => {
  const [clean, damaged] = await Promise.all(
    ['Leads_9240x37.csv', 'Lead Scoring.csv'].map(async name =>
      open(await readFile(new URL(`leads-x-education/${name}`, real))),
    ),
  )

  expect(damaged?.rows).toHaveLength(9240)
  expect(damaged?.rows.filter(row => row.flaw === 'recovered')).toHaveLength(338)
  expect(damaged?.rows.map(row => row.cells[0])).toEqual(clean?.rows.map(row => row.cells[0]))
  expect(damaged?.rows.filter(row => row.flaw && row.flaw !== 'recovered')).toEqual([])
})

whenReal('the Excel workbook named csv reads as the same 9,240 leads', async () => {
  const { format, rows, names } = await open(
    await readFile(new URL('leads-x-education/Leads (an Excel workbook named csv).csv', real)),
  )

  expect(format.kind).toBe('workbook')
  expect(names).toHaveLength(37)
  expect(rows).toHaveLength(9240)
})

whenReal('a preview reads the start of the file and lets go of it', async () => {
  const { format } = await open(await readFile(new URL('leads-x-education/Leads_9240x37.csv', real)))
  const file = createReadStream(new URL('leads-x-education/Leads_9240x37.csv', real))

  for await (const [row] of readRows(file, format)) {
    expect(row?.cells).toHaveLength(37)
    break
  }

  await new Promise(resolve => setTimeout(resolve, 50))
  expect(file.destroyed).toBe(true)
})
