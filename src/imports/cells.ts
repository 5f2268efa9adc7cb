import { withoutApostrophe } from '../platform/harmless.ts'
import type { DateOrder } from './format.ts'

/** Words that stand for *nothing was chosen* or *not known* in other systems' exports. */
const placeholders = new Set(
  `select|-select-|--select--|please select|choose|seleccione|selecciona|seleccionar|-seleccionar-|elegir|elija
  -|--|---|.|?|n/a|#n/a|#ref!|#value!|#name?|#null!|#div/0!|na|n.a.|n/d|nd|null|(null)|\\n|none|nil|nan|undefined
  (blank)|(vacío)|(vacio)|(en blanco)|(empty)|sin especificar|no especificado|not specified|unspecified|unknown|desconocido
  sin datos|no data|s/d|s/n`
    .split(/[|\n]/)
    .map(word => word.trim()),
)

export const isPlaceholder = (cell: string): boolean => placeholders.has(cell.trim().toLowerCase())

/** A cell without what spreadsheets put around it: spaces, `="00123"`, the apostrophe that keeps a text a text. */
export function clean(cell: string): string {
  const text = cell.trim()
  if (text.length < 2) return text
  const formula = text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text
  return withoutApostrophe(formula)
}

const yes = new Set('yes|y|true|t|1|sí|si|s|verdadero|v|x|on|checked|✓|✔|ja|oui'.split('|'))
const no = new Set('no|n|false|f|0|falso|off|unchecked|nein|non'.split('|'))

/** True, false, or undefined when the cell is neither. `1.0` is how a table with decimals writes 1. */
export function readYesNo(cell: string): boolean | undefined {
  const word = clean(cell)
    .toLowerCase()
    .replace(/^([01])[.,]0+$/, '$1')
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}

/** A number written with the given decimal mark; currency signs, percent and grouping are left out. Undefined when it is none. */
export function readNumber(cell: string, mark: ',' | '.'): number | undefined {
  const bare = clean(cell).replace(/[\s\u00a0\u202f'’]|[€$£%]|\b(?:EUR|USD|GBP|MXN)\b/g, '')
  const match = /^\(?([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?\)?$/i.exec(bare)
  if (!match) return
  const group = mark === ',' ? '.' : ','
  const [whole = '', fraction = '', ...more] = (match[2] ?? '').split(mark)
  if (more.length > 0 || fraction.includes(group)) return
  if (whole.includes(group) && !wellGrouped(whole.split(group))) return
  const value = Number(`${match[1]}${whole.replaceAll(group, '') || '0'}.${fraction || '0'}${match[3] ?? ''}`)
  if (!Number.isFinite(value)) return
  return bare.startsWith('(') && bare.endsWith(')') ? -value : value
}

const wellGrouped = ([first = '', ...rest]: string[]): boolean =>
  first.length >= 1 && first.length <= 3 && rest.every(part => part.length === 3)

/** What one cell says about the decimal mark of its column; undefined when it could be either. */
export function decimalMarkOf(cell: string): ',' | '.' | undefined {
  const digits = clean(cell).replace(/[^\d.,]/g, '')
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const at = Math.max(comma, point)
  if (at < 0) return
  const mark = comma >= 0 ? ',' : '.'
  const times = digits.split(mark).length - 1
  if (times > 1) return mark === ',' ? '.' : ','
  return digits.length - at - 1 === 3 && at <= 3 && digits[0] !== '0' ? undefined : mark
}

/** A day, and the time of day where the cell has one; `offset` in minutes when it names its zone. */
export type CellDate = {
  year: number
  month: number
  day: number
  time?: { hour: number; minute: number; second: number }
  offset?: number
}

const monthNames = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
]

function monthOf(name: string): number {
  const start = name.toLowerCase().replace(/\.$/, '')
  if (start.length < 3) return 0
  return monthNames.findIndex(names => names.some(full => full.startsWith(start))) + 1
}

const timePart =
  /(?:[T,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const isoDate = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/
const compactDate = /^((?:19|20)\d{2})(\d{2})(\d{2})/
const slashDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})/
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th|º)?[\s-]+(?:de\s+)?([a-zñ]+)\.?,?[\s-]+(?:de[l]?\s+)?(\d{4})/i
const monthNameDay = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i

/** Reads a date in ISO, slashed, compact or written form (Spanish or English); undefined when there is no such day. */
export function readDate(cell: string, order: DateOrder): CellDate | undefined {
  const text = clean(cell)
  if (text.length < 6 || text.length > 40) return
  const day = readDay(text, order)
  if (!day) return
  const rest = timePart.exec(text.slice(day.length))
  if (rest?.index !== 0 || !exists(day)) return
  return withTime(day, rest)
}

type Day = { year: number; month: number; day: number; length: number }

function readDay(text: string, order: DateOrder): Day | undefined {
  const iso = isoDate.exec(text) ?? compactDate.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), length: iso[0].length }
  const slash = slashDate.exec(text)
  if (slash) return slashedDay(slash, order)
  const spoken = dayMonthName.exec(text)
  if (spoken) return namedDay(spoken[0], spoken[1], spoken[2], spoken[3])
  const american = monthNameDay.exec(text)
  if (american) return namedDay(american[0], american[2], american[1], american[3])
}

function slashedDay([whole, first, second, year = '']: RegExpExecArray, order: DateOrder): Day {
  const [day, month] = order === 'mdy' ? [second, first] : [first, second]
  const short = Number(year)
  // Two digits: up to 40 is this century, as spreadsheets do it give or take a decade.
  const full = year.length === 4 ? short : short + (short <= 40 ? 2000 : 1900)
  return { year: full, month: Number(month), day: Number(day), length: whole.length }
}

const namedDay = (whole = '', day = '', month = '', year = ''): Day => ({
  year: Number(year),
  month: monthOf(month),
  day: Number(day),
  length: whole.length,
})

function exists({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function withTime(
  { year, month, day }: Day,
  [, hour, minute, second, half, zone]: RegExpExecArray,
): CellDate | undefined {
  if (hour === undefined) return { year, month, day }
  const afternoon = half?.toLowerCase().startsWith('p')
  const h = half ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour)
  const time = { hour: h, minute: Number(minute), second: Number(second ?? 0) }
  if (time.hour > 23 || time.minute > 59 || time.second > 60) return
  return zone ? { year, month, day, time, offset: offsetOf(zone) } : { year, month, day, time }
}

function offsetOf(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})/.exec(zone)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

/** Which orders of day and month a cell allows: the column's order is what all its cells allow. */
export function dateOrdersOf(cell: string): DateOrder[] {
  const text = clean(cell)
  if (!slashDate.test(text)) return readDate(text, 'ymd') ? ['ymd'] : []
  return (['dmy', 'mdy'] as const).filter(order => readDate(text, order))
}

/** `2025-03-04`: how the program keeps a day. */
export const dayText = ({ year, month, day }: CellDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Several values in one cell, as exports join them: `a ::: b`, `a; b`, `a, b`, `"A","B"`, `a | b`. */
export function splitValues(cell: string): string[] {
  const text = clean(cell)
  const quoted = [...text.matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
  const parts =
    quoted.length > 0
      ? quoted
      : text.split(text.includes(':::') ? ':::' : text.includes(';') ? ';' : text.includes('|') ? '|' : ',')
  return [...new Set(parts.map(part => part.trim().replace(/^\*\s+/, '')).filter(Boolean))]
}

const email = /^(?:mailto:)?[^\s@,;<>()[\]"]+@[^\s@,;<>()[\]"]+\.[^\s@,;<>()[\]".]{2,}$/i
const phone = /^(?:tel:)?\+?[\d\s().\-/]{7,22}(?:\s*(?:x|ext\.?)\s*\d+)?$/i
const url = /^(?:https?:\/\/|www\.)[^\s]+\.[^\s]{2,}$/i
const linkedin = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|company|pub|sales)\//i
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const looksLike = {
  email: (cell: string) => email.test(cell),
  linkedin: (cell: string) => linkedin.test(cell),
  url: (cell: string) => url.test(cell),
  uuid: (cell: string) => uuid.test(cell),
  /** Digits alone are a phone only in the lengths people write them; otherwise any number would be one. */
  phone: (cell: string) => {
    if (!phone.test(cell) || isoDate.test(cell)) return false
    const digits = cell.replace(/\D/g, '').length
    if (digits < 7 || digits > 18) return false
    return /[+\s()\-/]|\d\.\d{3}\.\d/.test(cell.trim()) ? digits >= 8 : /^[6789]\d{8}$/.test(cell.trim())
  },
}
