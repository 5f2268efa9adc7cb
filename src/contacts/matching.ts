import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { IdentityKind, Kind } from './fields.ts'
import { type Identity, identityKey } from './identities.ts'

export type Candidate = { kind: Kind; identities: Identity[]; sortName: string }

/** A contact that a candidate is, and what says so. */
export type Match = { contactId: string; by: IdentityKind | 'name' }

type Holder = {
  contactId: string
  kind: string
  value: string
  identifying: boolean
  contactKind: Kind
  sortName: string
}

/** Who holds which identity now: kind and value to the live contacts that have it. */
export type Holders = Map<string, Holder[]>

/**
 * The one exact matching that every door uses. For each candidate the different contacts that it is: none is new, one
 * is found, several contradict each other. External ids, e-mails, LinkedIn addresses, tax ids and domains decide; a
 * telephone only when nothing else does and the names allow it, since people share telephones; an organisation without
 * any of them is found by its name.
 */
export async function matchContacts(ctx: Ctx, candidates: Candidate[]): Promise<Match[][]> {
  const holders = await holdersOf(
    ctx,
    candidates.flatMap(each => each.identities),
  )
  const named = await organizationsNamed(ctx, candidates)
  return candidates.map(candidate => matchesOf(candidate, holders, named))
}

export function matchesOf(candidate: Candidate, holders: Holders, named: Map<string, string>): Match[] {
  const strong = candidate.identities.filter(each => each.kind !== 'phone').sort((a, b) => rank(a) - rank(b))
  const found = different(strong.flatMap(each => identified(candidate, holders, each)))
  if (found.length > 0) return found
  const phones = candidate.identities.filter(each => each.kind === 'phone')
  const called = different(phones.flatMap(each => identified(candidate, holders, each, sameName)))
  if (called.length > 0) return called
  const contactId = candidate.kind === 'organization' ? named.get(candidate.sortName) : undefined
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
  return (holders.get(identityKey(identity)) ?? [])
    .filter(each => each.identifying && each.contactKind === candidate.kind && allowed(candidate, each))
    .map(each => ({ contactId: each.contactId, by: identity.kind }))
}

const different = (matches: Match[]): Match[] =>
  [...new Map(matches.toReversed().map(each => [each.contactId, each])).values()].toReversed()

/** The live contacts that hold any of these identities. */
export async function holdersOf(ctx: Ctx, identities: Identity[]): Promise<Holders> {
  const wanted = [
    ...new Map(
      identities.filter(each => each.status === 'ok').map(each => [identityKey(each), each]),
    ).values(),
  ]
  const holders: Holders = new Map()
  if (wanted.length === 0) return holders
  for (const holder of await readHolders(ctx, wanted)) {
    const key = identityKey(holder)
    holders.set(key, [...(holders.get(key) ?? []), holder])
  }
  return holders
}

// The two halves use the two partial indexes on identities.
async function readHolders(ctx: Ctx, wanted: Identity[]): Promise<Holder[]> {
  const kinds = wanted.map(each => each.kind)
  const values = wanted.map(each => each.value)
  const { rows } = await sql<Holder>`
    with wanted as materialized (select * from unnest(${kinds}::text[], ${values}::text[]) as w (kind, value)),
    held as (
      select i.* from wanted w join identities i using (kind, value)
      where i.workspace_id = ${ctx.workspaceId} and i.identifying
      union all
      select i.* from wanted w join identities i using (kind, value)
      where i.workspace_id = ${ctx.workspaceId} and not i.identifying)
    select h.contact_id, h.kind, h.value, h.identifying, c.kind as contact_kind, c.sort_name
    from held h join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
    where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null
    order by h.created_at, h.contact_id`.execute(ctx.db)
  return rows
}

/** Organisations by their normalised whole name; of several with one name the oldest. */
export async function organizationsNamed(ctx: Ctx, candidates: Candidate[]): Promise<Map<string, string>> {
  const names = new Set(
    candidates.flatMap(each => (each.kind === 'organization' && each.sortName ? each.sortName : [])),
  )
  if (names.size === 0) return new Map()
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('deletedAt', 'is', null)
    .where('kind', '=', 'organization')
    .where('sortName', '=', sql<string>`any(${[...names]}::text[])`)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'sortName'])
    .execute()
  return new Map(found.map(each => [each.sortName, each.id]))
}
