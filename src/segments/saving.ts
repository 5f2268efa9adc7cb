import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { type Criteria, segmentsIn } from '../criteria/criteria.ts'
import { problemsOf } from '../criteria/problems.ts'
import { definingSegments, isDrafted, mustNotCircle } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import { catalogueOf } from './catalogue.ts'
import { allSegments, sizeOf } from './nesting.ts'

export type SegmentDraft = {
  name: string
  description: string
  about: 'person' | 'organization' | 'contact'
  criteria: Criteria
  ownerId?: string | null
}

/** A segment with all that it names may have so many rules: each is asked of every contact that changes. */
const mostRules = 1_000

/** Saves a new segment and returns its id; the worker fills it. */
export function createSegment(ctx: Ctx, draft: SegmentDraft): Promise<string> {
  return atomically(ctx, async ctx => {
    const id = newId()
    await check(ctx, id, draft)
    const now = ctx.clock()
    await ctx.db
      .insertInto('segments')
      .values({ workspaceId: ctx.workspaceId, id, createdAt: now, definedAt: now, ...written(ctx, draft) })
      .execute()
    await changed(ctx, 'segments.created', { id, name: draft.name })
    await fill(ctx, id)
    return id
  })
}

/** Changes a segment; with another criterion, or about others, its members are looked for anew. */
export function updateSegment(ctx: Ctx, id: string, changes: Partial<SegmentDraft>): Promise<void> {
  return atomically(ctx, async ctx => {
    await locked(ctx)
    const { isRedefined, ...before } = await changing(ctx, id, changes)
    const given = Object.entries(changes).filter(([, value]) => value !== undefined)
    const draft: SegmentDraft = { ...before, ...Object.fromEntries(given) }
    await check(ctx, id, draft)
    await ctx.db
      .updateTable('segments')
      .set({ ...written(ctx, draft), ...(isRedefined && { definedAt: ctx.clock(), filledAt: null }) })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute()
    await changed(ctx, 'segments.changed', { id, name: draft.name })
    if (!isRedefined) return
    await fill(ctx, id)
    for (const each of dependentsOf(await allSegments(ctx), id)) await redefine(ctx, each)
  })
}

/** The segment as it is, and whether the changes would give it other members. */
async function changing(ctx: Ctx, id: string, { about, criteria }: Partial<SegmentDraft>) {
  const { rows } = await sql<SegmentDraft & { isRedefined: boolean }>`
    select name, description, about, criteria, owner_id,
      about <> coalesce(${about ?? null}, about)
        or criteria <> coalesce(${criteria ? JSON.stringify(criteria) : null}::jsonb, criteria) as is_redefined
    from segments where workspace_id = ${ctx.workspaceId} and id = ${id} and deleted_at is null`.execute(
    ctx.db,
  )
  if (!rows[0]) throw new Refusal('missing', 'segments.unknown')
  return rows[0]
}

/** Those that name the segment, directly or through others: they change with it. */
function dependentsOf(segments: { id: string; criteria: Criteria }[], id: string): string[] {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const each of segments)
      if (segmentsIn(each.criteria).some(named => found.has(named))) found.add(each.id)
  }
  found.delete(id)
  return [...found]
}

async function redefine(ctx: Ctx, id: string) {
  await sql`update segments set defined_at = ${ctx.clock()}, filled_at = null
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  await fill(ctx, id)
}

const written = (ctx: Ctx, { name, description, about, criteria, ownerId }: SegmentDraft) => ({
  ...{ name, description, about, criteria: JSON.stringify(criteria) },
  ownerId: ownerId === undefined ? (ctx.actor.kind === 'user' ? ctx.actor.id : null) : ownerId,
})

const fill = (ctx: Ctx, id: string) => enqueue(ctx, 'fillSegment', { id }, { key: id })

/** Deletes a segment that nothing names; its members leave it at that instant, and come back with it. */
export function removeSegment(ctx: Ctx, id: string): Promise<void> {
  return atomically(ctx, async ctx => {
    const segment = await unused(ctx, id)
    const now = ctx.clock()
    await sql`update segments set deleted_at = ${now} where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(
      ctx.db,
    )
    await sql`update segment_members set until = ${now}, until_defined = true
      where workspace_id = ${ctx.workspaceId} and segment_id = ${id} and until is null`.execute(ctx.db)
    await changed(ctx, 'segments.removed', segment)
  })
}

/** The segment, refused while another one, a definition in force or a draft names it. */
async function unused(ctx: Ctx, id: string) {
  const segments = await locked(ctx)
  const segment = segments.find(each => each.id === id)
  if (!segment) throw new Refusal('missing', 'segments.unknown')
  const user = segments.find(each => each.id !== id && segmentsIn(each.criteria).includes(id))
  if (user) throw new Refusal('conflict', 'segments.in_use', { name: segment.name, user: user.name })
  if ((await definingSegments(ctx)).has(id) || (await isDrafted(ctx, id)))
    throw new Refusal('conflict', 'segments.in_definition', { name: segment.name })
  return segment
}

/** Those who were in it when it was deleted are in it again, and the worker looks who has come or gone since. */
export function restoreSegment(ctx: Ctx, id: string): Promise<void> {
  return atomically(ctx, async ctx => {
    await locked(ctx)
    const { rows } = await sql<SegmentDraft & { deletedAt: Date }>`
      select name, description, about, criteria, deleted_at from segments
      where workspace_id = ${ctx.workspaceId} and id = ${id} and deleted_at is not null`.execute(ctx.db)
    const [segment] = rows
    if (!segment) throw new Refusal('missing', 'segments.unknown')
    await check(ctx, id, segment)
    await sql`update segment_members set until = null, until_defined = false
      where workspace_id = ${ctx.workspaceId} and segment_id = ${id} and until = ${segment.deletedAt}`.execute(
      ctx.db,
    )
    await sql`update segments set deleted_at = null, filled_at = null
      where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
    await changed(ctx, 'segments.restored', { id, name: segment.name })
    await fill(ctx, id)
  })
}

type Act = 'segments.created' | 'segments.changed' | 'segments.removed' | 'segments.restored'

async function changed(ctx: Ctx, act: Act, subject: { id: string; name: string }) {
  await audit(ctx, act, { id: subject.id, name: subject.name })
  await publish(ctx, { topic: 'segment' })
}

/** One at a time saves or deletes: two who each name the other's segment would make a circle. */
async function locked(ctx: Ctx) {
  await sql`select pg_advisory_xact_lock(hashtextextended('segments ' || ${ctx.workspaceId}, 0))`.execute(
    ctx.db,
  )
  return allSegments(ctx)
}

async function check(ctx: Ctx, id: string, { name, about, criteria }: SegmentDraft) {
  const others = (await locked(ctx)).filter(each => each.id !== id)
  if (others.some(each => each.name.toLowerCase() === name.toLowerCase()))
    throw new Refusal('conflict', 'segments.name_taken', { name }, [
      { path: ['name'], code: 'segments.name_taken', params: { name } },
    ])
  const through = others.find(
    each => namedBy(others, criteria).has(each.id) && segmentsIn(each.criteria).includes(id),
  )
  if (segmentsIn(criteria).includes(id) || through)
    throw new Refusal('bad', 'segments.circular', { name, through: through?.name ?? name })
  await mustNotCircle(ctx, id, [...others, { id, name, about, criteria }])
  const known = { ...(await catalogueOf(ctx)), segments: others }
  const issues = problemsOf(criteria, known).map(({ path, code, params }) => ({
    path: ['criteria', ...path],
    code: `criteria.${code}`,
    params,
  }))
  if (issues.length > 0) throw new Refusal('bad', 'segments.bad_criteria', {}, issues)
  const rules = sizeOf(criteria, others)
  if (rules > mostRules) throw new Refusal('bad', 'segments.too_large', { rules, most: mostRules })
}

/** The ids of all segments that a criterion names, directly or through others. */
function namedBy(segments: { id: string; criteria: Criteria }[], criteria: Criteria): Set<string> {
  const found = new Set(segmentsIn(criteria))
  for (const id of found) {
    const segment = segments.find(each => each.id === id)
    for (const inner of segment ? segmentsIn(segment.criteria) : []) found.add(inner)
  }
  return found
}
