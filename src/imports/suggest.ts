import { type Field, fieldOfHeader, headerKey } from '../contacts/fields.ts'
import type { Column } from './columns.ts'
import type { ColumnMapping, Mapping, NewFieldType, Target } from './mapping.ts'
import { type Around, outcome, type Preset, words, yesWords } from './presetRecipes.ts'
import { presetOf, presets, presetTarget } from './presets.ts'
import { questionOfHeader } from './questionNames.ts'
import { reasonTitles } from './reasonTitles.ts'
import { holdsKnownWords, type Senses } from './words.ts'

type Suggestion = { target: Target; from: ColumnMapping['from'] }

/**
 * What each column of a file most likely is: by the preset whose headers it has (or the one named), then by the names of
 * the catalogue's fields, then by what the cells look like. What tells nothing stays evidence.
 */
export function suggestMapping(
  columns: Column[],
  catalogue: readonly Field[],
  presetKey?: string,
  own?: Senses,
): Mapping {
  const headers = columns.map(column => column.name)
  const preset = presetKey ? presets.find(each => each.key === presetKey) : presetOf(headers)
  const place = (header: string) => {
    const index = headers.findIndex(each => headerKey(each) === headerKey(header))
    return index < 0 ? undefined : index
  }
  const first = columns.map(column => suggest(column, catalogue, preset, { place, own }))
  const kind = preset?.kind ?? kindOf(first)
  const suited = first.map(each => suit(each, kind, first))
  const mapped = distinct(suited, columns, catalogue)
  return {
    kind,
    ...(preset && { preset: preset.key }),
    system: preset?.key ?? 'file',
    columns: columns.map((column, i) => mappingOf(column, mapped[i] ?? unknown)),
  }
}

const unknown: Suggestion = { target: { as: 'evidence' }, from: 'none' }

const mappingOf = (column: Column, { target, from }: Suggestion): ColumnMapping => ({
  name: column.name,
  target,
  ...(column.dates && { dates: column.dates.order }),
  ...(column.decimals && { decimals: column.decimals.mark }),
  unknown: column.placeholders,
  from,
})

function suggest(
  column: Column,
  catalogue: readonly Field[],
  preset: Preset | undefined,
  around: Around,
): Suggestion {
  const known = preset && presetTarget(preset, column, around)
  if (known) return { target: known, from: 'preset' }
  if (column.looks === 'empty' || reasonTitles.includes(column.name)) return unknown
  const named = byName(column, catalogue, around)
  if (named) return { target: named, from: 'name' }
  return column.constant ? unknown : byContent(column, around)
}

// Checked before anything that could be read as a permission: a wrong guess here would send mail to who said no.
const optOut =
  /\bopt(ed|s)? out|optout|unsub|do ?not ?(e ?mail|mail|call|contact|sms|text)|donotcall|no ?(llamar|contactar|enviar|molestar|desea|quiere)|black ?list|lista negra|\bbajas?\b|dad[oa] de baja|exclu(sion|ido|ida)|robinson|suppress|opposi|oposicion|revoc|withdraw/
const negated = /\b(no|not|sin|without|non|never|nunca|lapsed|declined|rechaz\w*)\b/
const consents = /consent|acepta|autoriza|gdpr|rgpd|permiso/

function byName(column: Column, catalogue: readonly Field[], { own }: Around): Target | undefined {
  const key = headerKey(column.name)
  if (optOut.test(key)) return objectionOf(column, key)
  if (consents.test(key)) return consentOf(column, key)
  if (
    /^(is |es )?(customer|cliente|converted|convertido|won|ganado|became customer)$/.test(key) &&
    column.looks === 'yesNo'
  )
    return called(outcome(), column)
  const values = column.values.map(({ value }) => value)
  if (/status|stage|estado|etapa|fase|lifecycle|situacion|tipo/.test(key) && holdsKnownWords(values, own))
    return called(words(), column, own)
  if (/^(notes?|notas?|comments?|comentarios?|observaciones)$/.test(key)) return { as: 'note' }
  const field = spellings(column.name).flatMap(name => fieldOfHeader(name, catalogue) ?? [])[0]
  if (field && believable(field, column)) return targetOfField(field)
  // Only a plain yes or no: an amount or a date under such a name is a fact to be compared.
  const question = column.looks === 'yesNo' ? questionOfHeader(column.name) : undefined
  return question ? { as: 'answer', question, at: 'import' } : undefined
}

/** A header as it is, and as the catalogue would write it: `Nº de empleados`, `Teléfono (trabajo)`, `Empresa *`. */
const spellings = (header: string): string[] => [
  header,
  header.replace(/\([^)]*\)/g, ''),
  header.replace(/^(n[.º°]+|nro\.?|núm\.?|num\.?)\s*/i, 'número '),
]

const called = (recipe: ReturnType<typeof words>, column: Column, own?: Senses): Target =>
  typeof recipe === 'function' ? recipe(column, { place: () => undefined, own }) : recipe

function objectionOf(column: Column, key: string): Target {
  const dated = column.looks === 'date'
  const when = dated
    ? 'filled'
    : column.looks === 'yesNo'
      ? yesWords(column)
      : column.values.map(({ value }) => value)
  return { as: 'objection', channel: channelOf(key), when, at: dated ? { column: column.index } : 'import' }
}

function channelOf(key: string) {
  if (/sms|text/.test(key)) return 'sms'
  if (/whats/.test(key)) return 'whatsapp'
  if (/call|phone|llama|telef/.test(key)) return 'phone'
  return /mail|correo|subscri|suscri|newsletter|opt/.test(key) ? 'email' : 'any'
}

/** Only a plain yes or no under a plain name is read as a consent; anything doubtful is left to a person. */
function consentOf(column: Column, key: string): Target {
  if (negated.test(key) || column.looks !== 'yesNo') return { as: 'evidence' }
  return { as: 'consent', channel: channelOf(key), when: yesWords(column), at: 'import' }
}

/** A header alone can mislead: a column called *email* that holds none, or *phone* full of yes and no. */
function believable(field: Field, { looks }: Column): boolean {
  if (field.type === 'email') return looks === 'email' || looks === 'text' || looks === 'choice'
  if (field.type === 'phone') return ['phone', 'text', 'integer'].includes(looks)
  if (field.type === 'linkedin') return looks === 'linkedin' || looks === 'url' || looks === 'text'
  if (field.type === 'number' || field.type === 'money') return looks === 'integer' || looks === 'number'
  return looks !== 'yesNo' || field.type === 'boolean'
}

/** The target that a catalogue field stands for. */
export function targetOfField(field: Field): Target {
  const { reach } = field
  if ('identity' in reach) return identityTarget(reach.identity)
  if ('organization' in reach) return { as: 'organization', field: 'name' }
  if ('array' in reach && reach.array === 'tags') return { as: 'tag' }
  if (field.appliesTo.length === 1 && field.appliesTo[0] === 'organization')
    return { as: 'organization', field: field.key }
  if (field.type === 'user') return { as: 'evidence' }
  return { as: 'field', field: field.key }
}

const identityTarget = (kind: Extract<Target, { as: 'identity' }>['kind']): Target =>
  kind === 'external' ? { as: 'identity', kind, system: 'file' } : { as: 'identity', kind }

function byContent(column: Column, around: Around): Suggestion {
  const { looks, distinct, filled } = column
  const unique = distinct === filled && filled > 1
  if (looks === 'email' || looks === 'phone' || looks === 'linkedin')
    return { target: { as: 'identity', kind: looks }, from: 'content' }
  if (unique && (looks === 'id' || /\bid$|^id\b|codigo|number$/.test(headerKey(column.name))))
    return { target: { as: 'identity', kind: 'external', system: keyOf(column.name) }, from: 'content' }
  const recipe = words()
  const values = column.values.map(({ value }) => value)
  if (holdsKnownWords(values, around.own) && typeof recipe === 'function')
    return { target: recipe(column, around), from: 'content' }
  return { target: newFieldOf(column), from: 'content' }
}

const typeOf: Partial<Record<Column['looks'], NewFieldType>> = {
  yesNo: 'boolean',
  integer: 'number',
  number: 'number',
  date: 'date',
  choice: 'choice',
  url: 'url',
  longText: 'long_text',
}

export const newFieldOf = (column: Column): Target => ({
  as: 'newField',
  key: keyOf(column.name),
  label: column.name.slice(0, 120),
  type: typeOf[column.looks] ?? 'text',
})

/** `How did you hear?` becomes `how_did_you_hear`. */
export function keyOf(header: string): string {
  const key = headerKey(header)
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .replaceAll(' ', '_')
  return (/^[a-z]/.test(key) ? key : `field_${key}`).slice(0, 48)
}

const person = new Set(['givenName', 'surname', 'secondSurname', 'jobTitle'])

/** A table with a company and nothing of a person is one of organisations. */
function kindOf(suggestions: Suggestion[]): Mapping['kind'] {
  const targets = suggestions.map(({ target }) => target)
  const ofPerson = targets.some(
    target =>
      (target.as === 'field' && person.has(target.field)) ||
      (target.as === 'identity' && target.kind === 'email'),
  )
  const company = targets.some(target => target.as === 'organization' && target.field === 'name')
  return company && !ofPerson ? 'organization' : 'person'
}

const ofCompany = new Set(['sector', 'website'])

/** Facts of a company go to the company where the table names it, and are the row's own where the row is one. */
function suit(suggestion: Suggestion, kind: Mapping['kind'], all: Suggestion[]): Suggestion {
  const { target } = suggestion
  if (kind === 'organization')
    return target.as === 'organization'
      ? { ...suggestion, target: { as: 'field', field: target.field } }
      : suggestion
  const named = all.some(
    each => each.target.as === 'organization' && ['name', 'domain'].includes(each.target.field),
  )
  if (named && target.as === 'field' && ofCompany.has(target.field))
    return { ...suggestion, target: { as: 'organization', field: target.field } }
  // Without a company to put it on, a fact of a company becomes a fact of its own.
  return suggestion
}

/** One column for each fact: a second one for the same field becomes a field of its own; what exists already is not made again. */
function distinct(suggestions: Suggestion[], columns: Column[], catalogue: readonly Field[]): Suggestion[] {
  const taken = new Set<string>()
  const rank = { person: 0, preset: 0, name: 1, content: 2, none: 3 }
  const order = suggestions
    .map((_, i) => i)
    .sort((a, b) => rank[fromOf(suggestions, a)] - rank[fromOf(suggestions, b)] || a - b)
  const result = [...suggestions]
  for (const i of order) {
    const suggestion = suggestions[i]
    const column = columns[i]
    if (suggestion && column) result[i] = claim(suggestion, column, taken, catalogue)
  }
  return result
}

const fromOf = (suggestions: Suggestion[], i: number) => suggestions[i]?.from ?? 'none'

function claim(
  suggestion: Suggestion,
  column: Column,
  taken: Set<string>,
  catalogue: readonly Field[],
): Suggestion {
  let target = existing(suggestion.target, catalogue)
  const only = onlyOne(target)
  if (only && taken.has(only)) target = newFieldOf(column)
  while (target.as === 'newField' && taken.has(`custom ${target.key}`))
    target = { ...target, key: `${target.key}_2` }
  if (target.as === 'newField') taken.add(`custom ${target.key}`)
  taken.add(onlyOne(target) ?? '')
  return { ...suggestion, target }
}

/** What no second column may become. */
function onlyOne(target: Target): string | undefined {
  if (target.as === 'answer') return `answer ${target.question}`
  return target.as === 'field' || target.as === 'organization' ? `${target.as} ${target.field}` : undefined
}

function existing(target: Target, catalogue: readonly Field[]): Target {
  const there = target.as === 'newField' && catalogue.some(field => field.key === `custom.${target.key}`)
  return there ? { as: 'field', field: `custom.${target.key}` } : target
}
