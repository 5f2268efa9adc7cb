import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import type { IdentityKind, Kind } from './fields.ts'
import { type Identity, identityKey } from './identities.ts'

/** Demo contacts are found by the demo alone: they go away whole, and would take what is real with them. */
export type Candidate = { kind: Kind; identities: Identity[]; sortName: string; isDemo?: boolean }

/** A contact that a candidate is, and what says so. */
export type Match = { contactId: string; by: IdentityKind | 'name' }

type Holder = {
  contactId: string
  kind: string
  value: string
  contactKind: Kind
  sortName: string
  isDemo: boolean
}

/** Whom identities identify, by their keys; `free` are the keys of those that nobody has. */
export type Holders = { by: Map<string, Holder>; free: Set<string> }

/**
 * The one exact matching that every door uses. For each candidate the different contacts that it is: none is new, one
 * is found, several contradict each other. External ids, e-mails, LinkedIn addresses, tax ids and domains decide; a
 * telephone only when nothing else does and the names allow it, since people share telephones; an organisation without
 * any of them is found by its name.
 */
export async function matchContacts(
  ctx: Ctx,
  candidates: Candidate[],
): Promise<{ matches: Match[][]; free: Set<string> }> {
  const holders = await holdersOf(
    ctx,
    candidates.flatMap(each => each.identities),
  )
  const named = await organizationsNamed(ctx, candidates)
  return { matches: candidates.map(each => matchesOf(each, holders, named)), free: holders.free }
}

function matchesOf(candidate: Candidate, holders: Holders, named: Map<string, string>): Match[] {
  const strong = candidate.identities.filter(each => each.kind !== 'phone').sort((a, b) => rank(a) - rank(b))
  const found = different(strong.flatMap(each => identified(candidate, holders, each)))
  if (found.length > 0) return found
  const phones = candidate.identities.filter(each => each.kind === 'phone')
  const called = different(phones.flatMap(each => identified(candidate, holders, each, sameName)))
  if (called.length > 0) return called
  const contactId = candidate.kind === 'organization' ? named.get(nameKey(candidate)) : undefined
  return contactId ? [{ contactId, by: 'name' }] : []
}

const order: IdentityKind[] = ['external', 'email', 'linkedin', 'tax_id', 'domain', 'phone']
const rank = (identity: Identity) => order.indexOf(identity.kind)

const sameName = (candidate: Candidate, holder: Holder) =>
  !candidate.sortName || !holder.sortName || candidate.sortName === holder.sortName

function identified(
  candidate: Candidate,
  holders: Holders,
  identity: Identity,
  allowed = (_: Candidate, __: Holder) => true,
) {
  return [holders.by.get(identityKey(identity))]
    .flatMap(each => each ?? [])
    .filter(each => isAlike(candidate, each) && allowed(candidate, each))
    .map(each => ({ contactId: each.contactId, by: identity.kind }))
}

const isAlike = ({ kind, isDemo = false }: Candidate, holder: Holder) =>
  holder.contactKind === kind && holder.isDemo === isDemo

const different = (matches: Match[]): Match[] =>
  [...new Map(matches.toReversed().map(each => [each.contactId, each])).values()].toReversed()

/** The contacts, not in the bin, that these identities identify, and which of them nobody has, in the bin or out of it. */
export async function holdersOf(ctx: Ctx, identities: Identity[]): Promise<Holders> {
  const wanted = new Map(
    identities.filter(each => each.status === 'ok').map(each => [identityKey(each), each]),
  )
  const by = new Map<string, Holder>()
  const free = new Set(wanted.keys())
  if (wanted.size === 0) return { by, free }
  for (const holder of await readHolders(ctx, {
    workspaceId: ctx.workspaceId,
    ...askedFor(wanted.values()),
  })) {
    const key = identityKey(holder)
    free.delete(key)
    if (holder.isThere && wanted.has(key)) by.set(key, holder)
  }
  return { by, free }
}

function askedFor(wanted: Iterable<Identity>) {
  const kinds = new Set<string>()
  const values: string[] = []
  const phones: string[] = []
  for (const { kind, value } of wanted) {
    kinds.add(kind)
    values.push(value)
    if (kind === 'phone') phones.push(value)
  }
  return { kinds: [...kinds], values, phones }
}

type Asked = { workspaceId: string; kinds: string[]; values: string[]; phones: string[] }

// A list of values is looked up in one scan of the unique index, three times as fast as value by value; who asks for an
// e-mail gets a telephone's holder of the same value too. A telephone that identifies nobody may be shared by thousands:
// one look each. Its plan is the one made for few, whatever the planner believes of the tables' sizes.
const readHolders = kept<Asked, Holder & { isThere: boolean }>(
  ({ workspaceId, kinds, values, phones }) => sql`
    select i.contact_id, i.kind, i.value, c.kind as contact_kind, c.sort_name, c.is_demo,
      c.kind is not null and c.deleted_at is null as is_there
    from identities i
    left join lateral (
      select c.kind, c.sort_name, c.is_demo, c.deleted_at from contacts c
      where c.workspace_id = ${workspaceId} and c.id = i.contact_id limit 1) c on true
    where i.workspace_id = ${workspaceId} and i.kind = any(${kinds}::text[]) and i.value = any(${values}::text[])
      and i.identifying
    union all
    select null, 'phone', w.value, null, null, null, false
    from unnest(${phones}::text[]) as w (value)
    cross join lateral (
      select from identities i
      where i.workspace_id = ${workspaceId} and i.kind = 'phone' and i.value = w.value and not i.identifying limit 1) i`,
  { forAny: true },
)

const nameKey = ({ isDemo = false, sortName }: Candidate) => `${isDemo} ${sortName}`

/** Organisations by their normalised whole name, demo ones apart; of several with one name the oldest. */
async function organizationsNamed(ctx: Ctx, candidates: Candidate[]): Promise<Map<string, string>> {
  const wanted = new Map(
    candidates.flatMap(each =>
      each.kind === 'organization' && each.sortName ? [[nameKey(each), each] as const] : [],
    ),
  )
  if (wanted.size === 0) return new Map()
  const names = [...wanted.values()].map(each => each.sortName)
  const demo = [...wanted.values()].map(each => each.isDemo ?? false)
  // A range, not an equation, and its order: so that only the index by name serves, even before there are statistics.
  const { rows } = await sql<{ sortName: string; isDemo: boolean; id: string }>`
    select w.name as sort_name, w.demo as is_demo, o.id from unnest(${names}::text[], ${demo}::boolean[]) as w (name, demo)
    cross join lateral (
      select c.id from contacts c
      where c.workspace_id = ${ctx.workspaceId} and c.sort_name >= (w.name collate "C") and c.sort_name <= (w.name collate "C")
        and c.kind = 'organization' and c.deleted_at is null and c.is_demo = w.demo
      order by c.sort_name, c.id limit 1) o`.execute(ctx.db)
  return new Map(
    rows.map(({ id, ...row }) => [nameKey({ ...row, kind: 'organization', identities: [] }), id]),
  )
}
