import type { ConsentDraft, ContactDraft, IdentityDraft } from '../contacts/contacts.ts'
import {
  type Field,
  type FieldKey,
  type FieldValue,
  headerKey,
  type IdentityKind,
  systemFields,
} from '../contacts/fields.ts'
import { questionOf } from '../contacts/questions.ts'
import { readAnswer } from './answerCells.ts'
import {
  clean,
  dayText,
  decimalMarkOf,
  isPlaceholder,
  looksLike,
  readDate,
  readNumber,
  readYesNo,
  splitValues,
} from './cells.ts'
import type { ColumnMapping, Mapping, Meaning, Sense, Target, When } from './mapping.ts'
import type { Row } from './rows.ts'
import { instantOf, startOfDay } from './zones.ts'

/** Why a row is refused, or what of it was left out; a text key under `errors` and the column it is about. */
export type Reason = { code: string; column?: number; params?: Record<string, string | number> }

/** An event as a row tells it, before its contact is known. */
export type RowEvent = {
  name: string
  column: number
  /** The cell that says so: part of what makes the event the same one when the file is imported again. */
  word: string
  at?: Date
  properties: Record<string, string | number>
}

/** All that one row says. */
export type Reading = {
  draft: ContactDraft
  events: RowEvent[]
  consents: (ConsentDraft & { column: number })[]
  notes: string[]
  /** The column of each identity of the draft, so that what is wrong with one can be shown where it stands. */
  identityColumns: number[]
  reasons: Reason[]
}

type Cell = { text: string; column: number; row: Row }
type Write = (reading: Reading, cell: Cell) => void

export type RowReader = (row: Row) => Reading

/** Makes the function that reads the rows of a file under a mapping. `timeZone` is where dates without a zone belong. */
export function rowReader(
  mapping: Mapping,
  catalogue: readonly Field[],
  timeZone: string,
  ownRoles: ReadonlyMap<string, string> = new Map(),
): RowReader {
  const fields = new Map([...systemFields, ...catalogue].map(field => [field.key, field]))
  const context = { mapping, fields, timeZone, ownRoles }
  const writers = mapping.columns.flatMap((column, index) => {
    const write = writerOf(column, context)
    return write ? [{ index, write, unknown: new Set(column.unknown) }] : []
  })
  return row => {
    const reading: Reading = {
      draft: { kind: mapping.kind },
      events: [],
      consents: [],
      notes: [],
      identityColumns: [],
      reasons: [],
    }
    for (const { index, write, unknown } of writers) {
      const text = clean(row.cells[index] ?? '')
      if (text !== '' && !unknown.has(text)) write(reading, { text, column: index, row })
    }
    return reading
  }
}

type Context = {
  mapping: Mapping
  fields: ReadonlyMap<string, Field>
  timeZone: string
  /** What the workspace calls relations, as `headerKey` writes it. */
  ownRoles: ReadonlyMap<string, string>
}

function writerOf(column: ColumnMapping, context: Context): Write | undefined {
  const { target } = column
  switch (target.as) {
    case 'evidence':
      return
    case 'field':
      return fieldWriter(column, target.field, context)
    case 'newField':
      return customWriter(column, target.key, target.type)
    case 'identity':
      return identityWriter(target)
    case 'organization':
      return organizationWriter(column, target.field, context)
    case 'meaning':
      return meaningWriter(target, context)
    case 'tag':
      return ({ draft }, { text }) => {
        draft.tags = [...(draft.tags ?? []), ...splitValues(text)]
      }
    case 'answer':
      return answerWriter(column, target, context)
    case 'note':
      return (reading, { text }) => void reading.notes.push(text)
    case 'consent':
    case 'objection':
      return decisionWriter(target, context)
  }
}

/** A cell as a value of a type; undefined when it cannot be read as one. */
function readValue(
  text: string,
  type: Field['type'],
  { dates = 'ymd', decimals = '.' }: ColumnMapping,
): FieldValue | undefined {
  if (type === 'number' || type === 'money') return readNumber(text, decimals)
  if (type === 'boolean') return readYesNo(text)
  if (type === 'choices') return splitValues(text)
  if (type !== 'date') return text
  const date = readDate(text, dates)
  return date && dayText(date)
}

const unreadable = (type: Field['type'], { text, column }: Cell): Reason => ({
  code: `imports.not_${type}`,
  column,
  params: { value: text.slice(0, 100) },
})

function fieldWriter(column: ColumnMapping, key: string, { fields, ownRoles }: Context): Write {
  const field = fields.get(key)
  if (key.startsWith('custom.')) return customWriter(column, key.slice(7), field?.type ?? 'text')
  const type = field?.type ?? 'text'
  const isCode = type === 'country' || type === 'language'
  const asRole = (word: FieldValue) => ownRoles.get(headerKey(String(word))) ?? String(word)
  return (reading, cell) => {
    // In a list of countries “unknown” is no country that somebody misspelt.
    if (isCode && isPlaceholder(cell.text)) return
    const value = readValue(cell.text, type, column)
    if (value === undefined) return void reading.reasons.push(unreadable(type, cell))
    const { draft } = reading
    draft.fields ??= {}
    draft.fields[key as FieldKey] = key === 'roles' ? [value].flat().map(asRole) : value
  }
}

function customWriter(column: ColumnMapping, key: string, type: Field['type']): Write {
  return (reading, cell) => {
    const value = readValue(cell.text, type, column)
    if (value === undefined) return void reading.reasons.push(unreadable(type, cell))
    reading.draft.custom ??= {}
    reading.draft.custom[key] = value
  }
}

function answerWriter(
  column: ColumnMapping,
  { question, at }: Extract<Target, { as: 'answer' }>,
  context: Context,
): Write {
  const type = context.fields.get(questionOf(question).field ?? '')?.type ?? 'long_text'
  return (reading, cell) => {
    const said = readAnswer(cell.text, type, text => readValue(text, type, withMark(column, text)))
    if (said === undefined) reading.reasons.push(unreadable(type, cell))
    if (!said) return
    const date = whenOf(at, cell, context)
    const answer = date ? { ...said, at: date } : said
    reading.draft.answers = { ...reading.draft.answers, [question]: answer }
  }
}

/** Beside yes and no, amounts do not tell their column's decimal mark; nobody writes thousandths of one. */
function withMark(column: ColumnMapping, text: string): ColumnMapping {
  return { ...column, decimals: column.decimals ?? decimalMarkOf(text) ?? (text.includes('.') ? ',' : '.') }
}

function identityWriter(target: Extract<Target, { as: 'identity' }>): Write {
  return ({ draft, identityColumns }, { text, column }) => {
    draft.identities ??= []
    for (const value of identityValues(target.kind, text)) {
      const identity: IdentityDraft = { kind: target.kind, value: spaced(target, value), label: target.label }
      const place = placeOf(identity, value, draft.identities)
      draft.identities.splice(place, 0, identity)
      identityColumns.splice(place, 0, column)
    }
  }
}

/** The first identity of a kind is what a contact without a name is called by: a number that people use goes before a UUID. */
function placeOf({ kind }: IdentityDraft, value: string, before: IdentityDraft[]): number {
  if (kind !== 'external' || looksLike.uuid(value)) return before.length
  const place = before.findIndex(
    each => each.kind === kind && looksLike.uuid(each.value.replace(/^[^:]*:/, '')),
  )
  return place < 0 ? before.length : place
}

const identityValues = (kind: IdentityKind, text: string): string[] =>
  kind === 'email' || kind === 'phone' ? text.split(/\s*(?::::|[;|,]\s|;)\s*/).filter(Boolean) : [text]

/** Ids of different systems may be the same number; a table with decimals writes 660737 as `660737.0`. */
const spaced = ({ kind, system = 'file' }: Extract<Target, { as: 'identity' }>, value: string): string =>
  kind === 'external' ? `${system}:${value.replace(/^(\d+)[.,]0$/, '$1')}` : value

function organizationWriter(column: ColumnMapping, key: string, { fields }: Context): Write {
  if (key === 'name' || key === 'domain')
    return ({ draft }, { text }) => {
      draft.organization = { ...draft.organization, [key]: text }
    }
  const type = fields.get(key)?.type ?? 'text'
  return (reading, cell) => {
    const value = readValue(cell.text, type, column)
    if (value === undefined) return void reading.reasons.push(unreadable(type, cell))
    const { organization } = reading.draft
    const facts: Partial<Record<FieldKey, FieldValue>> = { ...organization?.fields, [key]: value }
    reading.draft.organization = { ...organization, fields: facts }
  }
}

function meaningWriter(target: Extract<Target, { as: 'meaning' }>, context: Context): Write {
  const senses = new Map(Object.entries(target.values))
  return (reading, cell) => {
    const meaning: Meaning = senses.get(cell.text) ?? target.otherwise
    if (meaning.is !== 'ask') say(reading, meaning, cell, target, context)
  }
}

function say(
  reading: Reading,
  sense: Sense,
  cell: Cell,
  { at, properties = {} }: Extract<Target, { as: 'meaning' }>,
  context: Context,
) {
  const { draft } = reading
  if (sense.is === 'role') draft.roles = [...(draft.roles ?? []), sense.role]
  if (sense.is === 'tag') draft.tags = [...(draft.tags ?? []), sense.tag]
  if (sense.is === 'objection') object(reading, sense.channel, cell, whenOf(at, cell, context))
  if (sense.is !== 'event' && sense.is !== 'customer') return
  const name = sense.is === 'customer' ? 'purchase' : sense.name
  const found = Object.entries(properties).flatMap(([key, column]) => {
    const value = propertyOf(cell.row.cells[column], context.mapping.columns[column])
    return value === undefined ? [] : [[key, value] as const]
  })
  // Having bought is one fact, whether the file writes 1, 1.0 or yes.
  const word = sense.is === 'customer' ? '' : cell.text
  const event = { name, column: cell.column, word, properties: Object.fromEntries(found) }
  const date = whenOf(at, cell, context)
  reading.events.push(date ? { ...event, at: date } : event)
}

function propertyOf(
  text: string | undefined,
  column: ColumnMapping | undefined,
): string | number | undefined {
  const value = clean(text ?? '')
  if (value === '' || !column || column.unknown.includes(value)) return
  return (column.decimals && readNumber(value, column.decimals)) ?? value.slice(0, 500)
}

/** The instant that a row gives; undefined when it gives none. */
function whenOf(when: When, { row }: Cell, { mapping, timeZone }: Context): Date | undefined {
  if (when === 'import') return
  if ('day' in when) return startOfDay(when.day, timeZone)
  const column = mapping.columns[when.column]
  const date = readDate(row.cells[when.column] ?? '', column?.dates ?? 'ymd')
  return date && instantOf(date, timeZone)
}

/**
 * A consent is recorded only where the cell says yes in the very words that were confirmed; an opt-out is an objection, whose
 * opposite says nothing.
 */
function decisionWriter(target: Extract<Target, { as: 'consent' | 'objection' }>, context: Context): Write {
  const words = target.when === 'filled' ? undefined : new Set(target.when)
  return (reading, cell) => {
    if (words && !words.has(cell.text)) return
    const at = whenOf(target.at, cell, context)
    if (target.as === 'objection') object(reading, target.channel, cell, at)
    else decide(reading, { channel: target.channel, state: 'granted' }, cell, at)
  }
}

type Channel = ConsentDraft['channel']

function object(reading: Reading, channel: Channel, cell: Cell, at: Date | undefined) {
  decide(reading, { channel, state: 'objected' }, cell, at)
  // Only a dated one is also something that happened.
  if (channel === 'email' && at)
    reading.events.push({ name: 'unsubscribed', column: cell.column, word: cell.text, at, properties: {} })
}

function decide(
  reading: Reading,
  decision: Pick<ConsentDraft, 'channel' | 'state'>,
  { text, column }: Cell,
  at: Date | undefined,
) {
  const basis = decision.state === 'granted' ? 'consent' : undefined
  reading.consents.push({
    ...decision,
    ...(basis && { basis }),
    ...(at && { at }),
    evidence: { cell: text },
    source: 'import',
    column,
  })
}
