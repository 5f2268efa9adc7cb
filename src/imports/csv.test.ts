import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOptions, readCsv } from './csv.ts'

async function read(text: string, sizes: number[]) {
  async function* parts() {
    const bytes = Buffer.from(text)
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1
      yield bytes.subarray(at, at + size)
      at += size
    }
  }
  return (await Array.fromAsync(readCsv(parts(), { encoding: 'utf-8', separator: ',' }))).flat()
}

/** What a strict reader of the whole text gives, refusals as their code. */
function expected(text: string, end: string): string[][] | string {
  try {
    return parse(text, { ...parseOptions(','), record_delimiter: end === '\r' ? ['\r'] : ['\r\n', '\n'] })
  } catch (error) {
    return (error as { code: string }).code
  }
}

const piecesOfText = fc.constantFrom('a', 'ñ', '€', '1', ' ', ',', ',', '"', '""', '"x\ny"', '"a,b"', ';')

test('a file read in pieces of any size says what it says read as a whole, quoted, unquoted or with stray quotes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(piecesOfText, { maxLength: 8 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      async (lines, end, ended, sizes) => {
        // The header tells how lines end.
        const text = ['name,email', ...lines.map(line => line.join(''))].join(end) + (ended ? end : '')
        const whole = expected(text, end)
        const found = await read(text, sizes).catch(error => error.code)

        if (typeof whole === 'string') expect(found).toBe('imports.quote_never_closes')
        else expect(found).toEqual(whole)
      },
    ),
    { numRuns: 300 },
  )
})

test('a cell with thousands of lines in quotes is one cell', async () => {
  const cell = 'una línea\n'.repeat(20_000)

  const rows = await read(`name,about\nAna,"${cell}"\nLuis,x\n`, [4096])

  expect(rows.slice(1)).toEqual([
    ['Ana', cell],
    ['Luis', 'x'],
  ])
})
