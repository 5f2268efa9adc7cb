import { fieldsOf } from '../../contacts/contacts.ts'
import { type Field, type FieldValue, type Kind, systemFields } from '../../contacts/fields.ts'
import { funnelOf, ownTexts, wordsInForce } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { languageName, regionName } from '../../platform/displayNames.ts'
import type { Locale } from '../../platform/texts.ts'
import { translate } from '../translate.ts'
import type { Source } from './rows.ts'
import type { Value } from './table.ts'

export type Column = { key: string; header: string; value: (source: Source) => Value }

/** The columns of a file, in the reader's language and the workspace's words. Keys that no column has any more are passed over. */
export async function columnsFor(ctx: Ctx, kind: Kind | undefined, chosen?: string[]) {
  const words = await wordsOf(ctx)
  const fields = (await fieldsOf(ctx)).filter(
    ({ key, appliesTo }) =>
      // The shown name is made of the others; read in again as a column it would be taken for a given name.
      key !== 'displayName' && (!kind || (key !== 'kind' && appliesTo.includes(kind))),
  )
  const name = { key: 'name', header: words.say('lists.columns.name'), value: nameOf }
  const all: Column[] = [
    { key: 'id', header: 'Id', value: ({ contact }) => contact.id },
    ...fields.map(field => factColumn(field, words)),
    ...standingColumns(words),
    tasksColumn(words),
    ...(kind === 'person' ? [] : [peopleColumn(words)]),
  ]
  // Never left out: a list that is sent to somebody must say who objects.
  const consents = consentsColumn(words)
  const columns = chosen
    ? [name, ...chosen.flatMap(key => all.find(each => each.key === key && key !== 'name') ?? []), consents]
    : [...all, consents]
  return { columns, today: words.moment(ctx.clock()).slice(0, 10) }
}

type Words = Awaited<ReturnType<typeof wordsOf>>

/** What a workspace calls its stages and its people, and its clock. */
async function wordsOf(ctx: Ctx) {
  const { locale, workspaceId } = ctx
  const { lifecycle, timeZone } = await funnelOf(ctx)
  const members = await ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', workspaceId)
    .select(['userId', 'name'])
    .execute()
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const own = ownTexts(await wordsInForce(ctx), locale)
  const say = (key: string) => own.get(key) ?? translate(locale, key)
  // The Swedish way to write an instant is the one that every spreadsheet understands: 2026-03-02 10:00.
  const instants = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return {
    locale,
    say,
    member: (id: FieldValue | undefined) => names.get(String(id)),
    stage: (key: string | null) =>
      lifecycle.stages.find(stage => stage.key === key)?.name?.[locale] ??
      say(`words.stages.${key ?? 'none'}`),
    moment: (at: Date) => instants.format(at),
  }
}

const nameOf = ({ contact }: Source): Value => contact.name

function factColumn(field: Field, words: Words): Column {
  return {
    key: field.key,
    header: headerOf(field, words.locale),
    value: source => factOf(source, field, words),
  }
}

const system = new Set<string>(systemFields.map(field => field.key))

const headerOf = ({ key, label }: Field, locale: Locale) =>
  label?.[locale] ?? (system.has(key) ? translate(locale, `contacts.fields.${key}`) : key)

function factOf(source: Source, field: Field, words: Words): Value {
  const { key, reach } = field
  const { contact } = source
  if (key === 'kind') return words.say(`contacts.kinds.${contact.kind}`)
  if (key === 'ownerId') return words.member(contact.facts.ownerId)
  if (key === 'roles') return joined(contact.roles.map(role => words.say(`contacts.roles.${role}`)))
  if (key === 'tags') return joined(contact.tags)
  if ('identity' in reach) return joined(source.identities.get(reach.identity))
  if ('organization' in reach) return joined(source.organizations)
  return plainOf(contact.facts[key], field, words)
}

/** Several in one cell. */
const joined = (values: string[] = []): Value => values.join('; ') || undefined

function plainOf(value: FieldValue | undefined, { type, options, reach }: Field, words: Words): Value {
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) return joined(value)
  if (type === 'country') return regionName(words.locale, String(value))
  // Languages of three letters are read by their code alone.
  if (type === 'language' && String(value).length === 2) return languageName(words.locale, String(value))
  if (typeof value === 'boolean') return words.say(value ? 'facts.yes' : 'facts.no')
  if ('custom' in reach) return value
  if (type === 'date') return words.moment(new Date(value))
  return options.length > 0 ? words.say(`contacts.options.${value}`) : value
}

type Standing = NonNullable<Source['contact']['standing']>

/** Named as the lists name them. */
function standingColumns({ say, stage, moment }: Words): Column[] {
  const when = (at: Date | null) => (at ? moment(at) : undefined)
  const values: Record<string, (standing: Standing) => Value> = {
    stage: standing => stage(standing.stage),
    total: ({ total }) => total,
    fit: ({ fit }) => fit,
    engagement: ({ engagement }) => engagement,
    temperature: ({ temperature }) => say(`words.temperatures.${temperature}`),
    lastSignal: ({ lastSignalAt }) => when(lastSignalAt),
    since: ({ since }) => when(since),
    turnsCold: ({ turnsColdAt }) => when(turnsColdAt),
    verdict: ({ verdict }) => say(`qualification.verdicts.${verdict}`),
  }
  return Object.entries(values).map(([key, value]) => ({
    key,
    header: say(`lists.columns.${key}`),
    value: ({ contact }) => contact.standing && value(contact.standing),
  }))
}

const peopleColumn = ({ say }: Words): Column => ({
  key: 'people',
  header: say('lists.columns.people'),
  value: ({ contact }) => contact.people,
})

const tasksColumn = ({ say, moment }: Words): Column => ({
  key: 'tasks',
  header: say('tasks.open'),
  value: ({ tasks }) =>
    joined(
      tasks.map(({ kind, dueAt, assignee }) =>
        [say(`tasks.kinds.${kind}`), moment(dueAt), assignee].filter(Boolean).join(', '),
      ),
    ),
})

const consentsColumn = ({ say }: Words): Column => ({
  key: 'consents',
  header: say('contactPage.consents'),
  value: ({ consents }) =>
    joined(
      consents.map(
        ({ channel, state }) =>
          `${say(`contacts.channels.${channel}`)}: ${say(`contacts.consents.${state}`)}`,
      ),
    ),
})
