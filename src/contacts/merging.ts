import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { applyChanges, retrying } from './changes.ts'
import { type EmploymentFact, type Facts, factsOf, identitiesIn, organizationFact } from './facts.ts'
import { withMainOnes } from './updating.ts'
import type { Change } from './writing.ts'

/** Gives what features above keep of one contact to another: its events, the decisions on it. What it answers is kept with the act, for its undo. */
export type MoveBelongings = (ctx: Ctx, move: { from: string; into: string }) => Promise<object>

/**
 * Takes the contact `from` into `into`: what `into` does not know it learns, addresses, employers, roles, tags, notes,
 * consents, events and decisions by hand are joined, and `from` goes to the bin whole, so that undoing the act gives both back as they were.
 */
export function mergeContacts(
  ctx: Ctx,
  { into, from }: { into: string; from: string },
  moveBelongings: MoveBelongings,
): Promise<string> {
  return retrying(ctx, async ctx => {
    const facts = await factsOf(ctx, [into, from], { lock: true })
    const [kept, taken] = [live(facts.get(into)), live(facts.get(from))]
    if (into === from) throw new Refusal('bad', 'contacts.merge_itself')
    if (kept.kind !== taken.kind) throw new Refusal('bad', 'contacts.merge_kinds')
    const changeSetId = newId()
    const belongings = await moveBelongings(ctx, { from, into })
    const changes = [
      { id: into, before: kept, after: joined(kept, taken) },
      { id: from, before: taken, after: { ...taken, deletedAt: ctx.clock().toISOString() } },
      ...(await peopleMoved(ctx, from, into)),
    ]
    await applyChanges(ctx, changes, { kind: 'merge', changeSetId, summary: { into, from, ...belongings } })
    await copyWritings(ctx, { into, from, changeSetId })
    return changeSetId
  })
}

/** Of contacts that merges took in, by which contact each is alive; a chain of merges is followed to its end. */
export async function survivorsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; survivor: string }>`
    with recursive way as (
      select id, id as survivor, 0 as steps from unnest(${ids}::uuid[]) as taken (id)
      union all
      select way.id, (s.summary ->> 'into')::uuid, way.steps + 1
      from way
      join change_sets s on s.workspace_id = ${ctx.workspaceId} and s.kind = 'merge' and s.summary ->> 'from' = way.survivor::text
      where s.undone_at is null and way.steps < 100
    )
    select way.id, way.survivor from way
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = way.survivor
    where way.steps > 0 and c.deleted_at is null`.execute(ctx.db)
  return new Map(rows.map(row => [row.id, row.survivor]))
}

/** Refuses to undo a merge, or to do it over, when who gets back what was moved has left the bin for good. Any other act is let through. */
export async function mustHaveBoth(ctx: Ctx, changeSetId: string, back: boolean) {
  const { rows } = await sql`
    select from change_sets s
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${changeSetId} and s.kind = 'merge' and not exists (
      select from contacts c
      where c.workspace_id = s.workspace_id and c.id = (s.summary ->> ${back ? 'from' : 'into'})::uuid)`.execute(
    ctx.db,
  )
  if (rows.length > 0) throw new Refusal('conflict', 'contacts.merged_for_good')
}

function live(facts: Facts | undefined): Facts {
  if (!facts || facts.deletedAt) throw new Refusal('missing', 'contacts.unknown')
  return facts
}

// What stays known wins; of what both have several, all stay, and the main one of the kept contact stays the main one.
function joined(kept: Facts, taken: Facts): Facts {
  const facts: Facts = { ...taken, ...kept }
  const had = new Set(identitiesIn(kept).map(each => each.kind))
  for (const [key, fact] of Object.entries(taken)) {
    const isExtra =
      !(key in kept) &&
      key.startsWith('identity:') &&
      had.has(identitiesIn({ [key]: fact })[0]?.kind ?? 'email')
    const isEmployer = !(key in kept) && key.startsWith('organization:')
    if (isExtra || isEmployer) facts[key] = { ...(fact as EmploymentFact), isPrimary: false }
  }
  return withMainOnes(facts)
}

/** The people of an organisation that is taken into another work there now. */
async function peopleMoved(ctx: Ctx, from: string, into: string): Promise<Change[]> {
  const people = await ctx.db
    .selectFrom('employments')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('organizationId', '=', from)
    .select('personId')
    .execute()
  const facts = await factsOf(
    ctx,
    people.map(each => each.personId),
    { lock: true },
  )
  return [...facts].map(([id, before]) => {
    const { [organizationFact(from)]: employment = null, ...after } = before
    return {
      id,
      before,
      after: { ...after, [organizationFact(into)]: after[organizationFact(into)] ?? employment },
    }
  })
}

/** Notes and consents are copied: the originals stay with the contact in the bin, and undoing withdraws the copies. */
async function copyWritings(
  ctx: Ctx,
  { into, from, changeSetId }: { into: string; from: string; changeSetId: string },
) {
  await sql`
    insert into notes (workspace_id, id, contact_id, body, author_id, created_at, edited_at, change_set_id)
    select workspace_id, gen_random_uuid(), ${into}, body, author_id, created_at, edited_at, ${changeSetId}
    from notes where workspace_id = ${ctx.workspaceId} and contact_id = ${from} and deleted_at is null`.execute(
    ctx.db,
  )
  await sql`
    insert into consents (workspace_id, id, contact_id, channel, purpose, state, basis, wording, evidence, source, at, recorded_by, change_set_id)
    select workspace_id, gen_random_uuid(), ${into}, channel, purpose, state, basis, wording, evidence, source, at, recorded_by, ${changeSetId}
    from consents where workspace_id = ${ctx.workspaceId} and contact_id = ${from} and withdrawn_at is null`.execute(
    ctx.db,
  )
}
