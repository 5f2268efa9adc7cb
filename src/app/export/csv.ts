import { stringify } from 'csv-stringify/sync'
import { harmless } from '../../platform/harmless.ts'
import type { Locale } from '../../platform/texts.ts'
import type { Table, Value } from './table.ts'

const gathered = 500

/** Where the comma is the decimal sign, spreadsheets expect semicolons; without the mark they take a file for Windows-1252. */
export async function* csvOf({ headers, rows }: Table, locale: Locale): AsyncGenerator<Uint8Array> {
  const lines = (some: Value[][]) =>
    Buffer.from(
      stringify(
        some.map(row => row.map(value => written(value, locale))),
        { delimiter: locale === 'es' ? ';' : ',' },
      ),
    )
  yield Buffer.from('\ufeff')
  let some: Value[][] = [headers]
  for await (const row of rows) {
    some.push(row)
    if (some.length < gathered) continue
    yield lines(some)
    some = []
  }
  yield lines(some)
}

function written(value: Value, locale: Locale): string {
  if (typeof value === 'number') return locale === 'es' ? String(value).replace('.', ',') : String(value)
  return harmless(value ?? '')
}
