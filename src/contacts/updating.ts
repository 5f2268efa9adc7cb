import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { type AnswerDraft, withAnswers } from './answers.ts'
import { catalogueOf } from './catalogue.ts'
import { changedMeanwhile, type Seen } from './changedMeanwhile.ts'
import { applyChanges, type Cause, isTyped, retrying } from './changes.ts'
import {
  type Catalogue,
  type ContactDraft,
  type OrganizationDraft,
  type ReadDraft,
  readDraft,
  withIdentities,
} from './drafts.ts'
import {
  type EmploymentFact,
  type Facts,
  factsOf,
  type IdentityFact,
  identityFact,
  organizationFact,
} from './facts.ts'
import type { FieldKey, FieldValue } from './fields.ts'
import { type IdentityDraft, identityKey } from './identities.ts'
import { type Holders, holdersOf } from './matching.ts'
import { type Answer, answerFact, type Disqualification } from './questions.ts'
import { findOrMakeOrganizations, type UpsertItem } from './upserting.ts'
import type { Change } from './writing.ts'

type IdentityName = { kind: string; value: string }

/**
 * What is to be different about a contact. In `fields` and `custom` null takes the fact away; `email`, `phone` and the
 * other identities replace the main one of their kind, `organization` the main employer, `roles` and `tags` the whole
 * list. The other keys add and remove, and `main` says which of several is the main one.
 */
export type ContactPatch = {
  fields?: Partial<Record<FieldKey, FieldValue>>
  custom?: Record<string, FieldValue>
  roles?: { add?: string[]; remove?: string[] }
  tags?: { add?: string[]; remove?: string[] }
  identities?: { add?: IdentityDraft[]; remove?: IdentityName[]; main?: IdentityName[] }
  organizations?: { add?: (OrganizationDraft & { id?: string; isPrimary?: boolean })[]; remove?: string[] }
  ownerId?: string | null
  /** Null takes the answer away. */
  answers?: Record<string, Answer | null>
  /** Answers with the facts that their questions are; one given after it stays. */
  said?: Record<string, AnswerDraft>
  disqualified?: Disqualification | null
  /** Refused where one of these fields is something else by now. */
  seen?: Seen
}

export type UpdateItem = Omit<UpsertItem, 'outcome'> & {
  outcome: 'update' | 'unchanged' | 'refused'
  contactId: string
}
export type UpdateResult = { changeSetId: string; items: UpdateItem[] }

/** `employers`: the organisations that the patch names without an id, by their place among `organizations.add`, or as the field. */
type Item = UpdateItem & {
  patch: ContactPatch
  read: ReadDraft
  isDemo: boolean
  employers: Map<number | 'field', string>
}

/** Changes contacts, in one transaction for the set; each patch is done whole or refused with its reasons. Ids in the bin are refused. */
export async function updateContacts(
  ctx: Ctx,
  patches: ({ id: string } & ContactPatch)[],
  cause: Cause,
): Promise<UpdateResult> {
  const act = { ...cause, changeSetId: cause.changeSetId ?? newId() }
  const items = await retrying(ctx, ctx => updateSet(ctx, patches, act))
  return {
    changeSetId: act.changeSetId,
    items: items.map(({ outcome, contactId, issues, warnings }) => ({
      outcome,
      contactId,
      issues,
      warnings,
    })),
  }
}

/** The same for one contact; throws the refusal. */
export async function updateContact(
  ctx: Ctx,
  id: string,
  patch: ContactPatch,
  cause: Cause,
): Promise<string> {
  const { changeSetId, items } = await updateContacts(ctx, [{ id, ...patch }], cause)
  const [issue] = items[0]?.issues ?? []
  if (issue) throw new Refusal(kindOf(issue.code), issue.code, issue.params, items[0]?.issues)
  return changeSetId
}

const conflicts = ['identity_taken', 'changed_meanwhile', 'emptied_meanwhile'].map(each => `contacts.${each}`)

const kindOf = (code: string) =>
  code === 'contacts.unknown' ? 'missing' : conflicts.includes(code) ? 'conflict' : 'bad'

async function updateSet(
  ctx: Ctx,
  patches: ({ id: string } & ContactPatch)[],
  act: Cause & { changeSetId: string },
) {
  const catalogue = { ...(await catalogueOf(ctx)), typed: isTyped(ctx, act) }
  const current = await factsOf(
    ctx,
    patches.map(each => each.id),
    { lock: true },
  )
  const items = patches.map(patch => itemOf(patch, current.get(patch.id), catalogue))
  await refuseTaken(ctx, items, current)
  await refuseUnknownOrganizations(ctx, items)
  await refuseOvertaken(ctx, items, current, catalogue)
  await employers(ctx, items, act, catalogue)
  const changes = new Map<string, Change>()
  for (const item of items) {
    if (item.outcome === 'refused') continue
    const before = current.get(item.contactId)
    const laid = patched(changes.get(item.contactId)?.after ?? before ?? {}, item, catalogue)
    const { answers } = item.read
    const after = answers ? withAnswers({ ...laid }, answers, ctx.clock()) : laid
    item.outcome = JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'update'
    changes.set(item.contactId, { id: item.contactId, before, after })
  }
  await applyChanges(ctx, [...changes.values()], act, { claiming: true })
  return items
}

function itemOf(
  { id, ...patch }: { id: string } & ContactPatch,
  facts: Facts | undefined,
  catalogue: Catalogue,
): Item {
  const country = typeof facts?.country === 'string' ? facts.country : catalogue.country
  const read = readDraft(draftOf(patch, facts), { ...catalogue, country })
  const issues: Issue[] =
    !facts || facts.deletedAt ? [{ path: ['id'], code: 'contacts.unknown' }] : read.issues
  return {
    contactId: id,
    patch,
    read,
    isDemo: facts?.isDemo === true,
    employers: new Map(),
    issues,
    warnings: read.warnings,
    outcome: issues.length > 0 ? 'refused' : 'update',
  }
}

const draftOf = (patch: ContactPatch, facts: Facts | undefined): ContactDraft => ({
  kind: facts?.kind === 'organization' ? 'organization' : 'person',
  fields: patch.fields,
  custom: patch.custom,
  roles: patch.roles?.add,
  tags: patch.tags?.add,
  identities: patch.identities?.add,
  answers: patch.said,
  ownerId: patch.ownerId ?? undefined,
})

function patched(existing: Facts, item: Item, catalogue: Catalogue): Facts {
  const { patch, read } = item
  const facts: Facts = { ...existing }
  for (const key of Object.keys(patch.fields ?? {})) emptied(facts, key, catalogue)
  for (const role of patch.roles?.remove ?? []) delete facts[`role:${role}`]
  for (const tag of patch.tags?.remove ?? []) delete facts[`tag:${tag}`]
  for (const { kind, value } of patch.identities?.remove ?? []) delete facts[identityFact(kind, value)]
  for (const id of patch.organizations?.remove ?? []) delete facts[organizationFact(id)]
  if (patch.ownerId === null) delete facts.ownerId
  for (const [key, value] of Object.entries(read.facts)) setOrEmpty(facts, key, value)
  for (const [question, answer] of Object.entries(patch.answers ?? {}))
    setOrEmpty(facts, answerFact(question), answer)
  if (patch.disqualified !== undefined) setOrEmpty(facts, 'disqualified', patch.disqualified)
  employ(facts, item)
  return withMainOnes(madeMain(withIdentities(facts, read.identities), patch.identities?.main))
}

function madeMain(facts: Facts, main: IdentityName[] = []): Facts {
  for (const { kind, value } of main) {
    if (!facts[identityFact(kind, value)]) continue
    for (const key of keysOf(facts, `identity:${kind}:`))
      facts[key] = { ...(facts[key] as IdentityFact), isPrimary: key === identityFact(kind, value) }
  }
  return facts
}

function setOrEmpty(facts: Facts, key: string, value: Facts[string]) {
  if (value === null) delete facts[key]
  else facts[key] = value
}

/** Makes room for what a field that stands for several facts is to be. */
function emptied(facts: Facts, key: string, catalogue: Catalogue) {
  const reach = catalogue.fields.get(key)?.reach
  if (!reach) return
  const prefix =
    'array' in reach
      ? `${reach.array.slice(0, -1)}:`
      : 'identity' in reach
        ? `identity:${reach.identity}:`
        : 'organization' in reach
          ? 'organization:'
          : undefined
  if (!prefix) return
  for (const [name, fact] of Object.entries(facts)) {
    const isMain = 'array' in reach || (fact as IdentityFact | EmploymentFact).isPrimary
    if (name.startsWith(prefix) && isMain) delete facts[name]
  }
}

function employ(facts: Facts, { patch: { organizations, fields }, employers, read }: Item) {
  const jobTitle = typeof read.facts.jobTitle === 'string' ? read.facts.jobTitle : null
  const named = employers.get('field')
  if (named && fields?.organization) facts[organizationFact(named)] = { jobTitle, isPrimary: true }
  for (const [place, { id, jobTitle, isPrimary }] of (organizations?.add ?? []).entries()) {
    const organizationId = id ?? employers.get(place)
    if (!organizationId) continue
    const known = facts[organizationFact(organizationId)] as EmploymentFact | undefined
    const fact = {
      jobTitle: jobTitle ?? known?.jobTitle ?? null,
      isPrimary: isPrimary ?? known?.isPrimary ?? false,
    }
    if (fact.isPrimary)
      for (const key of keysOf(facts, 'organization:'))
        facts[key] = { ...(facts[key] as EmploymentFact), isPrimary: false }
    facts[organizationFact(organizationId)] = fact
  }
}

const keysOf = (facts: Facts, prefix: string) => Object.keys(facts).filter(key => key.startsWith(prefix))

/** Of each kind of identity, and of the employers, exactly one is the main one: the one that is, or else the first. */
export function withMainOnes(facts: Facts): Facts {
  const all: Facts = { ...facts }
  const kinds = new Set(
    Object.keys(all).flatMap(key => key.match(/^(identity:\w+:|organization:)/)?.[0] ?? []),
  )
  for (const kind of kinds) {
    const keys = keysOf(all, kind)
    const main = keys.findLast(key => (all[key] as IdentityFact).isPrimary) ?? keys[0]
    for (const key of keys) all[key] = { ...(all[key] as IdentityFact), isPrimary: key === main }
  }
  return all
}

/** Refuses an address, an external id or the like that is another contact's of the same kind; telephones may be shared. */
async function refuseTaken(ctx: Ctx, items: Item[], current: Map<string, Facts>) {
  const sound = items.filter(item => item.outcome !== 'refused')
  const holders = await holdersOf(
    ctx,
    sound.flatMap(({ read }) => read.identities.filter(each => each.kind !== 'phone')),
  )
  const claimed: Map<string, string> = new Map()
  for (const item of sound) {
    for (const identity of item.read.identities) {
      if (identity.kind === 'phone') continue
      const key = identityKey(identity)
      const owner = ownerOf(holders, key, current.get(item.contactId)) ?? claimed.get(key)
      if (owner && owner !== item.contactId)
        refuse(item, 'contacts.identity_taken', { value: identity.value, contactId: owner })
      claimed.set(key, item.contactId)
    }
  }
}

function ownerOf(holders: Holders, key: string, facts: Facts | undefined): string | undefined {
  const holder = holders.by.get(key)
  const isAlike = holder?.contactKind === facts?.kind && holder?.isDemo === (facts?.isDemo === true)
  return isAlike ? holder?.contactId : undefined
}

function refuse(item: Item, code: string, params: Record<string, unknown>, path: Issue['path'] = []) {
  item.outcome = 'refused'
  item.issues = [...item.issues, { path, code, params }]
}

async function refuseOvertaken(ctx: Ctx, items: Item[], current: Map<string, Facts>, catalogue: Catalogue) {
  for (const item of items) {
    const { contactId: id, patch } = item
    const before = current.get(id) ?? {}
    if (!patch.seen || item.outcome === 'refused') continue
    const change = { id, seen: patch.seen, before, after: patched(before, item, catalogue) }
    for (const { code, params = {}, path } of await changedMeanwhile(ctx, change, catalogue))
      refuse(item, code, params, path)
  }
}

async function refuseUnknownOrganizations(ctx: Ctx, items: Item[]) {
  const wanted = items.flatMap(({ patch }) => patch.organizations?.add?.flatMap(each => each.id ?? []) ?? [])
  if (wanted.length === 0) return
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
    .where('kind', '=', 'organization')
    .select('id')
    .execute()
  for (const item of items) {
    const unknown = item.patch.organizations?.add?.some(({ id }) => id && !found.some(each => each.id === id))
    if (unknown) refuse(item, 'contacts.unknown_organization', {})
  }
}

/** Finds or makes the organisations that patches name; a patch that names one that cannot be is refused. */
async function employers(
  ctx: Ctx,
  items: Item[],
  act: Cause & { changeSetId: string },
  catalogue: Catalogue,
) {
  const named = items.flatMap(item => (item.outcome === 'refused' ? [] : namedIn(item, catalogue)))
  const wanted = named.map(({ item: { isDemo }, read: { organization } }) =>
    organization ? { read: organization, isDemo } : undefined,
  )
  const found = await findOrMakeOrganizations(ctx, wanted, act, catalogue)
  named.forEach(({ item, place, read }, index) => {
    const { contactId, issues = [] } = found[index] ?? {}
    const path = place === 'field' ? ['fields', 'organization'] : ['organizations', 'add', place]
    for (const { code, params = {} } of issues.length ? issues : read.issues) refuse(item, code, params, path)
    if (contactId) item.employers.set(place, contactId)
  })
}

type Named = { item: Item; place: number | 'field'; read: Pick<ReadDraft, 'organization' | 'issues'> }

function namedIn(item: Item, catalogue: Catalogue): Named[] {
  const added = (item.patch.organizations?.add ?? []).flatMap((organization, place): Named[] =>
    organization.id ? [] : [{ item, place, read: readDraft({ organization }, catalogue) }],
  )
  const { organization } = item.read
  return organization ? [{ item, place: 'field', read: { organization, issues: [] } }, ...added] : added
}
