import { stringify } from 'csv-stringify/sync'
import { activityTexts } from '../activity/texts.ts'
import { contactsTexts } from '../contacts/texts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { regionName } from '../platform/displayNames.ts'
import { harmless } from '../platform/harmless.ts'
import type { Locale } from '../platform/texts.ts'
import type { Reason } from './readRow.ts'
import { getImport, rowsOf } from './store.ts'
import { importsTexts } from './texts.ts'

const page = 1000

/** The refused rows as they came, each with its reasons, in UTF-8 with a mark so that spreadsheets read the accents. */
export async function refusedFile(ctx: Ctx, importId: string): Promise<File> {
  const { fileName, format, columns } = await getImport(ctx, importId)
  const delimiter = format.kind === 'text' ? format.separator : ctx.locale === 'es' ? ';' : ','
  const names = columns.map(column => column.name)
  const parts = [
    '\ufeff',
    stringify([[...names.map(harmless), importsTexts[ctx.locale].imports.refusedReason]], { delimiter }),
  ]
  for (let after = -1; ; ) {
    const rows = await rowsOf(ctx, importId, { outcome: 'refused', after, limit: page })
    const lines = rows.map(({ cells, reasons }) => [
      ...names.map((_, i) => harmless(cells[i] ?? '')),
      harmless(reasons.map(reason => reasonText(reason, names, ctx.locale)).join(' ')),
    ])
    parts.push(stringify(lines, { delimiter }))
    after = rows.at(-1)?.line ?? after
    if (rows.length < page) break
  }
  return new File(
    parts,
    `${fileName.replace(/\.\w{1,5}$/, '')} (${ctx.locale === 'es' ? 'rechazadas' : 'refused'}).csv`,
    {
      type: 'text/csv; charset=utf-8',
    },
  )
}

/** A reason in words, with its column. */
export function reasonText({ code, column, params }: Reason, names: string[], locale: Locale): string {
  const text =
    [importsTexts, contactsTexts, activityTexts]
      .map(texts => lookUp(texts[locale], `errors.${code}`))
      .find(Boolean) ?? code
  const filled = text.replace(/\{\{(\w+)(, country)?\}\}/g, (_, key: string, isCountry?: string) => {
    const value = String(params?.[key] ?? '')
    return isCountry ? regionName(locale, value) : value
  })
  return column === undefined ? filled : `${names[column] ?? ''}: ${filled}`
}

function lookUp(texts: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], texts)
  return typeof found === 'string' ? found : undefined
}
