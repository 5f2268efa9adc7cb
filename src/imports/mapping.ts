import { z } from 'zod'

/** Rows at the head of a file that a mapping is proposed from, with their values and how often they occur. */
export const judgedRows = 5000

/** What a word in a cell says about a contact. `ask` waits for a person to choose one of the senses. */
const senseSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('event'), name: z.string().max(63) }),
  /** Has bought: the outcome that everything else is measured by. */
  z.object({ is: z.literal('customer') }),
  z.object({
    is: z.literal('role'),
    role: z.enum(['customer', 'partner', 'supplier', 'employee', 'competitor', 'reference']),
  }),
  z.object({ is: z.literal('tag'), tag: z.string().min(1).max(100) }),
  z.object({
    is: z.literal('objection'),
    channel: z.enum(['email', 'phone', 'whatsapp', 'sms', 'post', 'any']),
  }),
  z.object({ is: z.literal('nothing') }),
])

export type Sense = z.infer<typeof senseSchema>

const meaningSchema = z.union([
  senseSchema,
  z.object({ is: z.literal('ask'), between: z.array(senseSchema).min(2).max(6) }),
])

export type Meaning = z.infer<typeof meaningSchema>

/** Where the date of an event, an answer or a decision comes from; without one it is dated at the import, and says so. */
const whenSchema = z.union([
  z.object({ column: z.number().int().min(0) }),
  z.object({ day: z.iso.date() }),
  z.literal('import'),
])

export type When = z.infer<typeof whenSchema>

const channel = z.enum(['email', 'phone', 'whatsapp', 'sms', 'post', 'any'])

/** Cells that say yes: a list of them, or any filled cell. */
const wordsSchema = z.union([z.array(z.string().max(500)).max(200), z.literal('filled')])

export const newFieldTypes = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'boolean',
  'choice',
  'choices',
  'url',
] as const

export type NewFieldType = (typeof newFieldTypes)[number]

export const targetSchema = z.discriminatedUnion('as', [
  /** A fact of the contact that the catalogue knows, custom ones as `custom.<key>`. */
  z.object({ as: z.literal('field'), field: z.string().max(80) }),
  /** A fact that the catalogue learns with this import. */
  z.object({
    as: z.literal('newField'),
    key: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/),
    label: z.string().min(1).max(120),
    type: z.enum(newFieldTypes),
    /** Of a choice: what the check found in the file. */
    choices: z.array(z.string().max(200)).max(200).optional(),
  }),
  /** What finds the contact again. An external id belongs to a system, so that two systems may use the same number. */
  z.object({
    as: z.literal('identity'),
    kind: z.enum(['email', 'phone', 'external', 'linkedin', 'tax_id', 'domain']),
    label: z.string().max(40).optional(),
    system: z.string().max(60).optional(),
  }),
  /** A fact of the organisation that the person works at; `name` or `domain` finds it. */
  z.object({ as: z.literal('organization'), field: z.string().max(80) }),
  /** Each word of the column has its sense; `otherwise` is that of any other filled cell. */
  z.object({
    as: z.literal('meaning'),
    values: z.record(z.string().max(500), meaningSchema),
    otherwise: meaningSchema,
    at: whenSchema,
    /** Columns that fill properties of the event, such as its amount. */
    properties: z.record(z.string().max(63), z.number().int().min(0)).optional(),
  }),
  z.object({ as: z.literal('tag') }),
  /** The answer to a question of qualification: yes, no, or what the cell says. */
  z.object({ as: z.literal('answer'), question: z.string().min(1).max(63), at: whenSchema }),
  z.object({ as: z.literal('consent'), channel, when: wordsSchema, at: whenSchema }),
  z.object({ as: z.literal('objection'), channel, when: wordsSchema, at: whenSchema }),
  z.object({ as: z.literal('note') }),
  /** Kept as it came beside the row, and nothing more. */
  z.object({ as: z.literal('evidence') }),
])

export type Target = z.infer<typeof targetSchema>

/** What a column becomes, how its cells are read, and how we came to think so. */
export const columnMappingSchema = z.object({
  name: z.string().max(1000),
  target: targetSchema,
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimals: z.enum([',', '.']).optional(),
  /** Cells that mean *unknown* in this column. */
  unknown: z.array(z.string().max(200)).max(50),
  /** Where the suggestion comes from; `person` once somebody has chosen. */
  from: z.enum(['preset', 'name', 'content', 'none', 'person']),
})

export type ColumnMapping = z.infer<typeof columnMappingSchema>

export const mappingSchema = z.object({
  kind: z.enum(['person', 'organization']),
  /** Key of the known system whose export it is. */
  preset: z.string().max(60).optional(),
  /** Names where the data comes from: source of its events, space of its ids. */
  system: z.string().min(1).max(60),
  columns: z.array(columnMappingSchema).max(2000),
})

export type Mapping = z.infer<typeof mappingSchema>

/** Words whose sense nobody has chosen yet, with the column they stand in. */
export function openQuestions(mapping: Mapping): { column: number; value: string; between: Sense[] }[] {
  return mapping.columns.flatMap(({ target }, column) => {
    if (target.as !== 'meaning') return []
    const all = Object.entries({ ...target.values, '': target.otherwise })
    return all.flatMap(([value, meaning]) =>
      meaning.is === 'ask' ? [{ column, value, between: meaning.between }] : [],
    )
  })
}

/** The same mapping with every open question answered by *nothing*: the word stays as evidence. */
export function withoutQuestions(mapping: Mapping): Mapping {
  const settled = (meaning: Meaning): Meaning => (meaning.is === 'ask' ? { is: 'nothing' } : meaning)
  const columns = mapping.columns.map(column => {
    const { target } = column
    if (target.as !== 'meaning') return column
    const values = Object.fromEntries(
      Object.entries(target.values).map(([word, meaning]) => [word, settled(meaning)]),
    )
    return { ...column, target: { ...target, values, otherwise: settled(target.otherwise) } }
  })
  return { ...mapping, columns }
}

/** Whether some word of the file says that a contact has bought. */
export const tellsWhoBought = ({ columns }: Mapping): boolean =>
  columns.some(
    ({ target }) =>
      target.as === 'meaning' &&
      [...Object.values(target.values), target.otherwise].some(
        sense => sense.is === 'customer' || (sense.is === 'event' && sense.name === 'purchase'),
      ),
  )

/** Whether any column can tell one contact from another: an identity or a name. */
export function identifies({ columns }: Mapping): boolean {
  return columns.some(
    ({ target }) =>
      target.as === 'identity' ||
      (target.as === 'field' && ['name', 'givenName', 'surname'].includes(target.field)),
  )
}
