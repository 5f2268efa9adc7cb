import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import { newId, newIds } from '../platform/ids.ts'
import { withAnswers } from './answers.ts'
import { catalogueOf } from './catalogue.ts'
import { applyChanges, type Cause, isTyped, retrying } from './changes.ts'
import { isSaidLater, recordConsents } from './consents.ts'
import {
  type Catalogue,
  type ContactDraft,
  laidOver,
  type MergeRules,
  type ReadDraft,
  readDraft,
} from './drafts.ts'
import { type EmploymentFact, type Facts, factsOf, hasAny, organizationFact } from './facts.ts'
import { identityKey } from './identities.ts'
import { type Match, matchContacts } from './matching.ts'
import { addNotes } from './notes.ts'
import type { Change, Touching, Writing } from './writing.ts'

export type Outcome = 'new' | 'update' | 'duplicate' | 'refused'

/** What became of one draft: `duplicate` repeats an earlier one of the same act, or says nothing new. `warnings` are kept all the same. */
export type UpsertItem = { outcome: Outcome; contactId?: string; issues: Issue[]; warnings: Issue[] }
export type UpsertResult = { changeSetId: string; items: UpsertItem[] }

export type UpsertOptions = {
  /** What to do with a draft that is a contact already; `refuse` also refuses one that repeats another. */
  existing?: 'update' | 'refuse'
  /** Whether one refused draft stops all (`throw`), or is reported while the others are stored. */
  refused?: 'report' | 'throw'
  /** Per fact key, instead of the catalogue's rule. */
  rules?: MergeRules
  /** Says what would happen and writes nothing. */
  dryRun?: boolean
  /** Carried from call to call of a dry run: the identities of contacts that earlier calls would have made. */
  seen?: Map<string, string>
  touching?: Touching
}

type Item = UpsertItem & { draft: ContactDraft; read: ReadDraft }
type Act = Cause & { changeSetId: string }

/**
 * Stores a set of drafts: finds those that are contacts already (`matchContacts`), adds what they say, makes the
 * others. One transaction for the set and a fixed number of statements; sets of 500 to 1,000 are quickest.
 */
export async function upsertContacts(
  ctx: Ctx,
  drafts: ContactDraft[],
  cause: Cause,
  options: UpsertOptions = {},
): Promise<UpsertResult> {
  const withId = { ...cause, changeSetId: cause.changeSetId ?? newId() }
  const items = await retrying(ctx, ctx => upsertSet(ctx, drafts, withId, options))
  if (drafts.length >= 250 && !options.dryRun) await keepStatisticsFresh(ctx)
  return {
    changeSetId: withId.changeSetId,
    items: items.map(({ outcome, contactId, issues, warnings }) => ({
      outcome,
      contactId,
      issues,
      warnings,
    })),
  }
}

async function upsertSet(
  ctx: Ctx,
  drafts: ContactDraft[],
  cause: Act,
  options: UpsertOptions,
): Promise<Item[]> {
  const catalogue = { ...(await catalogueOf(ctx)), typed: isTyped(ctx, cause) }
  const items = drafts.map(draft => itemOf(draft, readDraft(draft, catalogue), saidLater(ctx, draft)))
  options.touching?.(items.flatMap(({ read }) => namesOf(read)))
  await upsertItems(ctx, items, cause, options, catalogue)
  return items
}

async function upsertItems(
  ctx: Ctx,
  items: Item[],
  cause: Act,
  options: UpsertOptions,
  catalogue: Catalogue,
) {
  const sound = items.filter(item => item.issues.length === 0)
  const { current, free } = await identify(ctx, sound, options)
  if (options.refused === 'throw') refuseAll(items)
  const stored = sound.filter(item => item.outcome !== 'refused')
  const employers = await employersOf(ctx, stored, cause, options, catalogue)
  for (const { read } of stored) takeFrom(free, read.organization)
  const changes = changesOf(ctx, stored, current, employers, catalogue, options)
  await markRepeated(ctx, stored, changes, cause)
  if (!options.dryRun)
    await store(ctx, stored, changes, cause, {
      ...{ claiming: true, free, touching: options.touching },
    })
}

function itemOf(draft: ContactDraft, read: ReadDraft, more: Issue[] = []): Item {
  const issues = [...read.issues, ...more, ...nothingIn(draft, read)]
  return { draft, read, issues, warnings: read.warnings, outcome: issues.length > 0 ? 'refused' : 'new' }
}

/** Of whom nothing is said nobody could tell who it is. */
function nothingIn({ notes, consents }: ContactDraft, read: ReadDraft): Issue[] {
  const { facts, identities, organization, answers = [], issues } = read
  const said = [Object.keys(facts), identities, answers, notes ?? [], consents ?? [], issues]
  return organization || said.some(each => each.length > 0) ? [] : [{ path: [], code: 'contacts.empty' }]
}

const saidLater = (ctx: Ctx, { consents = [] }: ContactDraft): Issue[] =>
  consents.flatMap(({ at }, index) =>
    isSaidLater(ctx, at) ? [{ path: ['consents', index, 'at'], code: 'contacts.said_in_the_future' }] : [],
  )

/** Gives each item its contact, found or new, and returns the facts of those found, locked, and the identities that nobody has. */
async function identify(ctx: Ctx, items: Item[], options: UpsertOptions) {
  const { matches, free } = await matchContacts(
    ctx,
    items.map(({ draft, read }) => ({ ...read, isDemo: draft.isDemo })),
  )
  const how = { ...options, seen: options.seen ?? new Map<string, string>() }
  const ids = newIds(items.length).values()
  items.forEach((item, index) => void assign(item, ids, matches[index] ?? [], how))
  const found = items.flatMap(item => (item.outcome === 'update' && item.contactId ? [item.contactId] : []))
  options.touching?.(found)
  return { current: await factsOf(ctx, found, { lock: !options.dryRun }), free }
}

type Seeing = UpsertOptions & { seen: Map<string, string> }

/** `ids` are for contacts that are not there yet. */
function assign(item: Item, ids: Iterator<string>, matches: Match[], { seen, existing }: Seeing) {
  const keys = keysOf(item)
  const earlier = keys.flatMap(key => seen.get(key) ?? [])
  const found = [...new Set([...matches.map(each => each.contactId), ...earlier])]
  if (found.length > 1) return refuse(item, 'contacts.matches_several')
  if (found.length === 1 && existing === 'refuse')
    return refuse(item, 'contacts.exists', { contactId: found[0] })
  const contactId = found[0] ?? ids.next().value
  item.contactId = contactId
  item.outcome = matches.length > 0 ? 'update' : found.length > 0 ? 'duplicate' : 'new'
  for (const key of keys) seen.set(key, contactId)
}

function namesOf({ kind, sortName, identities, organization }: ReadDraft): string[] {
  const own = identities.map(identityKey)
  if (kind === 'organization') own.push(`name:${sortName}`)
  return organization ? [...own, ...namesOf(organization)] : own
}

// Within one act a telephone alone does not join two rows: the names decide, as in matching.
function keysOf({ read }: Item): string[] {
  const strong = read.identities
    .filter(each => each.status === 'ok' && each.kind !== 'phone')
    .map(identityKey)
  const phones = read.identities.filter(each => each.status === 'ok' && each.kind === 'phone')
  const named = read.kind === 'organization' && read.sortName ? [`name:${read.sortName}`] : []
  const keys = [...strong, ...named, ...phones.map(each => `${identityKey(each)} ${read.sortName}`)]
  return keys.map(key => `${read.kind} ${key}`)
}

/** A person's employer was stored just now and may have the same address. */
function takeFrom(free: Set<string>, employer: ReadDraft | undefined) {
  for (const identity of employer?.identities ?? []) free.delete(identityKey(identity))
}

function refuse(item: Item, code: string, params: Record<string, unknown> = {}) {
  item.outcome = 'refused'
  item.issues.push({ path: [], code, params })
}

function refuseAll(items: Item[]) {
  const refused = items.findIndex(item => item.outcome === 'refused')
  const issue = items[refused]?.issues[0]
  if (!issue) return
  const kind =
    issue.code === 'contacts.exists' || issue.code === 'contacts.matches_several' ? 'conflict' : 'bad'
  const issues = items.flatMap((item, index) =>
    // Of one alone there is no place in a list.
    item.issues.map(each => (items.length > 1 ? { ...each, path: [index, ...each.path] } : each)),
  )
  throw new Refusal(kind, issue.code, issue.params, issues)
}

/** An organisation to be found or made: as it was read, and of its draft what a draft does not say of itself. */
export type Wanted = { read: ReadDraft } & Pick<ContactDraft, 'isDemo' | 'createdAt'>

/** Finds or makes organisations; what became of each, undefined where none is wanted. */
export async function findOrMakeOrganizations(
  ctx: Ctx,
  wanted: (Wanted | undefined)[],
  cause: Act,
  catalogue: Catalogue,
  options: UpsertOptions = {},
): Promise<(UpsertItem | undefined)[]> {
  const items = wanted.map(each => each && itemOf({ kind: 'organization', ...each }, each.read))
  const named = items.filter(item => item !== undefined)
  if (named.length > 0) await upsertItems(ctx, named, cause, options, catalogue)
  return items
}

/** The organisations that the items name. One that is refused is said, and its person comes in without it. */
async function employersOf(
  ctx: Ctx,
  items: Item[],
  cause: Act,
  { dryRun, rules, seen, touching }: UpsertOptions,
  catalogue: Catalogue,
): Promise<(string | undefined)[]> {
  const wanted = items.map(({ draft: { isDemo, createdAt }, read: { organization } }) =>
    organization ? { read: organization, isDemo, createdAt } : undefined,
  )
  const found = await findOrMakeOrganizations(ctx, wanted, cause, catalogue, {
    ...{ dryRun, rules, seen, touching },
  })
  return items.map((item, index) => {
    const employer = found[index]
    if (employer?.outcome !== 'refused') return employer?.contactId
    for (const issue of employer.issues)
      item.warnings.push({
        ...issue,
        path: issue.path.length ? ['organization', ...issue.path] : employerPath,
      })
    return undefined
  })
}

const employerPath: Issue['path'] = ['organization', 'fields', 'name']

function changesOf(
  ctx: Ctx,
  items: Item[],
  current: Map<string, Facts>,
  employers: (string | undefined)[],
  catalogue: Catalogue,
  { rules }: UpsertOptions,
): Change[] {
  const facts = new Map<string, Facts>()
  for (const [index, item] of items.entries()) {
    if (!item.contactId) continue
    const existing = facts.get(item.contactId) ?? current.get(item.contactId) ?? newFacts(ctx, item)
    const laid = laidOver(existing, item.read, catalogue, rules)
    const after = employedAt(laid, item, employers[index])
    const { answers } = item.read
    facts.set(item.contactId, answers ? withAnswers({ ...after }, answers, ctx.clock()) : after)
  }
  return [...facts].map(([id, after]) => ({ id, before: current.get(id), after }))
}

function newFacts(ctx: Ctx, { draft, read }: Item): Facts {
  const facts: Facts = { kind: read.kind, createdAt: (draft.createdAt ?? ctx.clock()).toISOString() }
  return draft.isDemo ? { ...facts, isDemo: true } : facts
}

function employedAt(facts: Facts, { draft, read }: Item, organizationId: string | undefined): Facts {
  if (!organizationId) return facts
  const jobTitle = draft.organization?.jobTitle ?? read.facts.jobTitle
  const isFirst = !hasAny(facts, 'organization:')
  const known = facts[organizationFact(organizationId)] as EmploymentFact | undefined
  const fact = {
    jobTitle: typeof jobTitle === 'string' ? jobTitle : (known?.jobTitle ?? null),
    isPrimary: known?.isPrimary ?? isFirst,
  }
  return { ...facts, [organizationFact(organizationId)]: fact }
}

/** A found contact is a duplicate when this act touched it before, or when the draft says nothing new. */
async function markRepeated(ctx: Ctx, items: Item[], changes: Change[], { changeSetId }: Act) {
  const found = items.filter(item => item.outcome === 'update')
  if (found.length === 0) return
  const touched = await ctx.db
    .selectFrom('contactChanges')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('changeSetId', '=', changeSetId)
    .where('contactId', '=', sql<string>`any(${found.map(each => each.contactId)}::uuid[])`)
    .select('contactId')
    .execute()
  const unchanged = changes
    .filter(({ before, after }) => isDeepStrictEqual(before, after))
    .map(each => each.id)
  const repeated = new Set<string | undefined>([...touched.map(each => each.contactId), ...unchanged])
  for (const item of found) if (repeated.has(item.contactId)) item.outcome = 'duplicate'
}

async function store(ctx: Ctx, items: Item[], changes: Change[], cause: Act, writing: Writing) {
  await applyChanges(ctx, changes, cause, writing)
  const { changeSetId } = cause
  const notes = items.flatMap(({ contactId, draft }) =>
    (draft.notes ?? []).map(body => ({ contactId: contactId ?? '', body })),
  )
  const consents = items.flatMap(({ contactId, draft }) =>
    (draft.consents ?? []).map(each => ({ contactId: contactId ?? '', ...each })),
  )
  await addNotes(ctx, notes, changeSetId)
  await recordConsents(ctx, consents, changeSetId)
}

// Until the first autovacuum the planner takes full tables for empty ones, and may read all contacts to find each name.
// Asked for whenever the table has doubled, so as often as a large import needs and no more.
async function keepStatisticsFresh(ctx: Ctx) {
  await sql`
    select case when pg_relation_size(oid) > 8192 * (2 * relpages + 32) then refresh_statistics() end
    from pg_class where oid = 'contacts'::regclass`.execute(ctx.db)
}
