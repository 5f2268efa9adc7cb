import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soaked } from '../../test/soaked.ts'
import { parseOptions, readCsv } from './csv.ts'

type Sizes = { parts: number[]; piece: number; longest?: number }

async function read(text: string, { parts, ...sizes }: Sizes, encoding: 'utf-8' | 'utf-16le' = 'utf-8') {
  async function* sent() {
    const bytes = Buffer.from(text, encoding)
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = parts[turn % parts.length] ?? 1
      yield bytes.subarray(at, at + size)
      at += size
    }
  }
  return (await Array.fromAsync(readCsv(sent(), { encoding, separator: ',' }, sizes))).flat()
}

/** What csv-parse makes of the whole text, by what it finds out itself; a refusal as its code. */
function whole(text: string): string[][] | string {
  try {
    return parse(text, parseOptions(','))
  } catch (error) {
    return (error as { code: string }).code
  }
}

const bits = fc.constantFrom(
  'a',
  'ñ',
  '€',
  '1',
  ' ',
  ',',
  ',',
  '"',
  '""',
  '"x\ny"',
  '"x\r\ny"',
  '"a,b"',
  '\r',
  '\n',
)
const line = fc.array(bits, { maxLength: 8 }).map(found => found.join(''))
const headers = fc.constantFrom(
  'name,email',
  '"name",email',
  '"full\nname",email',
  '"full\rname",email',
  'name',
)

test('a file read in pieces of any size says what csv-parse says of the whole, quoted, unquoted or with stray quotes', async () => {
  await fc.assert(
    fc.asyncProperty(
      headers,
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.record({
        parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        piece: fc.integer({ min: 1, max: 30 }),
      }),
      async (header, lines, end, ended, sizes) => {
        const text = [header, ...lines].join(end) + (ended ? end : '')
        const expected = whole(text)
        const found = await read(text, sizes).catch(error => error.code)

        if (typeof expected === 'string') expect(found).toBe('imports.quote_never_closes')
        else expect(found).toEqual(expected)
      },
    ),
    { numRuns: soaked(300) },
  )
})

test('rows of many lines in quotes may be far more than the longest row together', async () => {
  const rows = Array.from({ length: 400 }, (_, n) => [
    `Ana ${n}`,
    'calle\npiso\npuerta\n'.repeat(1 + (n % 4)),
  ])
  const text = rows.map(row => row.map(cell => `"${cell}"`).join()).join('\n')

  for (const piece of [1, 7, 64, 100, 1000])
    expect(await read(text, { parts: [piece * 3], piece, longest: 200 })).toEqual(rows)
})

test.each([
  ['in quotes', '"', 'imports.row_too_long'],
  ['without quotes', '', 'imports.row_too_long'],
])('a row that is too long %s is refused by its number', async (_, quote, code) => {
  const text = `name,email\n"Ana\nRuiz",x\n${quote}${'y'.repeat(500)}${quote}\nLuis,z\n`

  await expect(read(text, { parts: [50], piece: 50, longest: 200 })).rejects.toMatchObject({
    code,
    params: { row: 3 },
  })
})

test('half of a pair of UTF-16 becomes a sign that can be stored, with quotes in the file or without', async () => {
  for (const name of ['ana\ud83c', '"ana\ud83c"'])
    expect(await read(`name,age\n${name},1\nl🌱s,2\n`, { parts: [3], piece: 2 }, 'utf-16le')).toEqual([
      ['name', 'age'],
      ['ana\ufffd', '1'],
      ['l🌱s', '2'],
    ])
})
