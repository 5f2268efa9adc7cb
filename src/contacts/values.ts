import { type Field, type FieldValue, headerKey } from './fields.ts'
import { contactsTexts } from './texts.ts'

/** A value as it is stored, or why it cannot be: a text key under `errors.contacts`. */
export type Checked = { value: FieldValue } | { code: string; params?: Record<string, unknown> }

const longest = { text: 500, long_text: 20_000 }

/**
 * Reads what a person, a file or a program gave for a field. Empty text is null (nothing known). Numbers are plain
 * (`1234.5`), dates ISO 8601, countries and languages ISO codes or their names in Spanish or English.
 */
export function checkValue(field: Field, given: unknown): Checked {
  if (given === null || given === undefined) return { value: null }
  if (typeof given === 'string' && given.trim() === '') return { value: null }
  if (typeof given === 'string' && !isStorable(given)) return { code: 'contacts.bad_text' }
  return (readers[field.type] ?? readText)(given, field)
}

/** PostgreSQL stores no NUL, and UTF-8 has no lone surrogates. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

type Reader = (given: unknown, field: Field) => Checked

const readText: Reader = (given, field) => {
  if (typeof given !== 'string' && typeof given !== 'number') return { code: 'contacts.not_text' }
  const value = String(given).trim()
  const limit = longest[field.type === 'long_text' ? 'long_text' : 'text']
  return value.length > limit ? { code: 'contacts.too_long', params: { limit } } : { value }
}

// Beyond the safe integers a number would be stored as another.
const readNumber: Reader = (given, field) => {
  const value = typeof given === 'string' ? Number(given.trim()) : given
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'contacts.not_number' }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { code: 'contacts.too_big' }
  if ('custom' in field.reach) return { value }
  if (value < 0) return { code: 'contacts.negative' }
  if (field.type === 'number' && value > 2 ** 31 - 1) return { code: 'contacts.too_big' }
  return { value: field.type === 'number' ? Math.round(value) : value }
}

const date = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/

const readDate: Reader = given => {
  const text = given instanceof Date ? given.toISOString() : given
  if (typeof text !== 'string' || !date.test(text.trim())) return { code: 'contacts.not_date' }
  const instant = new Date(text.trim())
  if (Number.isNaN(instant.getTime()) || !isSameDay(text.trim(), instant))
    return { code: 'contacts.not_date' }
  return { value: text.trim() }
}

// `new Date` turns 31 February into March; a date that says something else than what was written is a mistake.
const isSameDay = (text: string, instant: Date) =>
  text.length > 10 || instant.toISOString().slice(0, 10) === text

const yes = new Set(['true', 'yes', 'y', 'si', 's', '1', 'verdadero', 'x'])
const no = new Set(['false', 'no', 'n', '0', 'falso'])

const readBoolean: Reader = given => {
  const key = headerKey(String(given))
  if (yes.has(key)) return { value: true }
  return no.has(key) ? { value: false } : { code: 'contacts.not_boolean' }
}

const readChoice: Reader = (given, field) => {
  const value = optionOf(field, String(given))
  return value === undefined
    ? { code: 'contacts.not_option', params: { options: field.options.join(', ') } }
    : { value }
}

const readChoices: Reader = (given, field) => {
  const parts = Array.isArray(given) ? given.map(String) : String(given).split(/[;,]/)
  const values = [...new Set(parts.map(each => each.trim()).filter(Boolean))]
  if (values.some(each => !isStorable(each) || each.length > 200)) return { code: 'contacts.bad_text' }
  if (field.options.length === 0) return { value: values }
  const known = values.map(each => optionOf(field, each))
  if (known.includes(undefined)) {
    return { code: 'contacts.not_option', params: { options: field.options.join(', ') } }
  }
  return { value: [...new Set(known.filter(each => each !== undefined))] }
}

/** The option that a text names: by its key or by its label in either language. */
function optionOf(field: Field, text: string): string | undefined {
  const wanted = headerKey(text)
  return field.options.find(option => labelsOf(option).some(label => headerKey(label) === wanted))
}

function labelsOf(option: string): string[] {
  const labels = [contactsTexts.es, contactsTexts.en].map(
    ({ contacts }) => ({ ...contacts.options, ...contacts.roles }) as Record<string, string>,
  )
  return [option, ...labels.flatMap(each => each[option] ?? [])]
}

const readUrl: Reader = given => {
  const text = String(given).trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  const isWeb = url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.')
  return isWeb && text.length <= 2000 ? { value: url.href } : { code: 'contacts.not_url' }
}

const readCountry: Reader = given => {
  const value = codesByName('region', countryCodes).get(headerKey(String(given)))
  return value ? { value } : { code: 'contacts.not_country', params: { value: String(given).slice(0, 100) } }
}

const readLanguage: Reader = given => {
  const text = String(given).trim()
  // Names first: Lao and Ewe look like codes.
  const value = codesByName('language', languageCodes).get(headerKey(text))
  if (value) return { value }
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text)) return { code: 'contacts.not_language' }
  const code = text.slice(0, text.search(/[-_]|$/)).toLowerCase()
  return { value: sameName.get(code) ?? code }
}

const readers: Partial<Record<Field['type'], Reader>> = {
  number: readNumber,
  money: readNumber,
  date: readDate,
  boolean: readBoolean,
  choice: readChoice,
  choices: readChoices,
  url: readUrl,
  country: readCountry,
  language: readLanguage,
}

/** Every ISO 3166-1 code that the runtime has a name for. */
const countryCodes = () =>
  namedPairs('region', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter(code => !obsolete.has(code))

/** And every ISO 639-1 code. */
const languageCodes = () =>
  namedPairs('language', 'abcdefghijklmnopqrstuvwxyz').filter(code => !sameName.has(code))

// Codes whose name is another's, which is kept instead: former ones, and Twi, which is Akan.
const sameName = new Map(Object.entries({ in: 'id', iw: 'he', ji: 'yi', jw: 'jv', mo: 'ro', tw: 'ak' }))

function namedPairs(type: 'region' | 'language', alphabet: string): string[] {
  const letters = [...alphabet]
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' })
  return letters.flatMap(a => letters.map(b => a + b)).filter(code => names.of(code))
}

// Codes that the runtime names besides the country in force: DD for Germany, FX for France, unions and placeholders.
const obsolete = new Set(
  'AN BU CS DD DY EU EZ FX HV NH NT PU QO RH SU TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(' '),
)

const cache = new Map<string, Map<string, string>>()

function codesByName(type: 'region' | 'language', listed: () => string[]): Map<string, string> {
  const known = cache.get(type)
  if (known) return known
  const codes = listed()
  const byName = new Map<string, string>(type === 'region' ? Object.entries(otherNames) : [])
  for (const locale of ['es', 'en']) {
    // The short name too: who writes Hong Kong does not write that it is an administrative region.
    for (const style of ['short', 'long'] as const) {
      const names = new Intl.DisplayNames(locale, { type, style })
      for (const code of codes) byName.set(headerKey(names.of(code) ?? code), code)
    }
  }
  for (const code of codes) byName.set(code.toLowerCase(), code)
  cache.set(type, byName)
  return byName
}

const otherNames = {
  holland: 'NL',
  holanda: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'republica checa': 'CZ',
  turkey: 'TR',
  macau: 'MO',
  'south korea': 'KR',
  korea: 'KR',
  corea: 'KR',
  'russian federation': 'RU',
  'viet nam': 'VN',
  uae: 'AE',
  emiratos: 'AE',
  palestine: 'PS',
  burma: 'MM',
  birmania: 'MM',
  'ivory coast': 'CI',
  'great britain': 'GB',
  'gran bretana': 'GB',
  scotland: 'GB',
  escocia: 'GB',
  wales: 'GB',
  gales: 'GB',
  'estados unidos de america': 'US',
  usa: 'US',
  'united states of america': 'US',
  'ee uu': 'US',
  uk: 'GB',
  inglaterra: 'GB',
  england: 'GB',
  mejico: 'MX',
  esp: 'ES',
  brasil: 'BR',
  'republica de colombia': 'CO',
}
