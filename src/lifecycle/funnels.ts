import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { keyFrom } from '../platform/keyFrom.ts'
import { publish } from '../platform/live.ts'
import { names, whoNames } from './askedFunnels.ts'
import { type BeginningKey, stagesFor } from './beginnings.ts'
import { type Funnel, funnelOf, funnelsOf, publishFirst } from './definitions.ts'
import { mustBeSound } from './flaws.ts'
import type { Lifecycle } from './model.ts'
import { publishNext } from './qualifications.ts'
import { holdSegments, segmentsThere } from './segmentsAsked.ts'

export type FunnelName = { es: string; en: string }
export type NewFunnel = { name: FunnelName; begin: BeginningKey | { copyOf: string } }

/** What leaves with a funnel and is kept by features above. Handed in. */
export type ForgetFunnel = (ctx: Ctx, funnelId: string) => Promise<void>

/** Has everybody looked at anew for every segment: which funnel they mean has changed. Handed in, because they are above. */
export type RefillSegments = (ctx: Ctx) => Promise<void>

const mostFunnels = 20

/** Adds a funnel after those there are, and has everybody placed in it who meets what it asks. Returns its key. */
export function addFunnel(ctx: Ctx, { name, begin }: NewFunnel): Promise<{ key: string }> {
  return atomically(ctx, async ctx => {
    const funnels = await held(ctx)
    if (funnels.length >= mostFunnels)
      throw new Refusal('conflict', 'lifecycle.many_funnels', { most: mostFunnels })
    const key = await freeKey(ctx, name.es)
    const copied = await funnelOf(ctx, typeof begin === 'object' ? begin.copyOf : undefined)
    const lifecycle = typeof begin === 'object' ? withoutWords(copied.lifecycle) : stagesFor(begin, name)
    const { workspaceId } = ctx
    const id = newId()
    const row = { workspaceId, id, key, nameEs: name.es, nameEn: name.en, createdAt: ctx.clock() }
    // Also after those that were taken away: they come back to their place.
    const position = sql<number>`(select max(position) + 1 from funnels where workspace_id = ${workspaceId})`
    await ctx.db
      .insertInto('funnels')
      .values({ ...row, position })
      .execute()
    await publishFirst(ctx, id, lifecycle, copied.score)
    if (copied.frameworkVersion > 0) await publishNext(ctx, await funnelOf(ctx, key), copied.framework, '')
    await mustBeSound(ctx, key, { lifecycle, score: copied.score })
    await audit(ctx, 'funnels.added', { id: key, name: name.es })
    await everybodyAgain(ctx)
    return { key }
  })
}

/** Those of the workspace stay with the funnel that holds them. */
const withoutWords = ({ words: _, ...lifecycle }: Lifecycle): Lifecycle => lifecycle

/** Refuses it where the funnel is no longer called `was`, if that is said. */
export function renameFunnel(ctx: Ctx, key: string, name: FunnelName, was?: FunnelName): Promise<void> {
  return atomically(ctx, async ctx => {
    const { id } = await funnelOf(ctx, key)
    const { numUpdatedRows } = await ctx.db
      .updateTable('funnels')
      .set({ nameEs: name.es, nameEn: name.en })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', id)
      .$if(!!was, query => query.where('nameEs', '=', was?.es ?? '').where('nameEn', '=', was?.en ?? ''))
      .executeTakeFirst()
    if (!numUpdatedRows) throw new Refusal('conflict', 'lifecycle.renamed_meanwhile')
    await audit(ctx, 'funnels.changed', { id: key, name: name.es })
    await publish(ctx, { topic: 'definition' })
  })
}

/**
 * Puts all funnels into this order. The first is the main one: lists, filters and Home mean it, and every contact stands in it;
 * of the one that was it before, only those stay who came further than its first stage.
 */
export function orderFunnels(ctx: Ctx, keys: string[], refillSegments: RefillSegments): Promise<void> {
  return atomically(ctx, async ctx => {
    const funnels = await held(ctx)
    const isSame = keys.length === funnels.length && funnels.every(({ key }) => keys.includes(key))
    if (!isSame || new Set(keys).size < keys.length) throw new Refusal('conflict', 'lifecycle.other_funnels')
    await sql`
      update funnels set position = place - 1 from unnest(${keys}::text[]) with ordinality as wanted (wanted_key, place)
      where workspace_id = ${ctx.workspaceId} and archived_at is null and key = wanted_key`.execute(ctx.db)
    const [before] = funnels
    if (before && before.key !== keys[0]) {
      await mustAllBeSound(ctx)
      await leaveFirstStage(ctx, before)
      await everybodyAgain(ctx)
      // Who stands where they stood is not looked at by that.
      await refillSegments(ctx)
    }
    await audit(ctx, 'funnels.changed', { id: keys[0], name: keys.join(', ') })
    await publish(ctx, { topic: 'definition' })
  })
}

/** Segments mean the main funnel, so that with another one definitions may ask in a circle, or for what is not there. */
async function mustAllBeSound(ctx: Ctx) {
  for (const funnel of await funnelsOf(ctx)) await mustBeSound(ctx, funnel.key, funnel)
}

async function leaveFirstStage(ctx: Ctx, { id, lifecycle }: Funnel) {
  const first = lifecycle.stages[0]?.key ?? ''
  await sql`
    delete from standings s
    where s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${id} and coalesce(s.stage, ${first}) = ${first}
      and not exists (select from moves m where m.workspace_id = s.workspace_id and m.contact_id = s.contact_id
        and m.funnel_id = s.funnel_id and m.to_stage <> ${first})`.execute(ctx.db)
}

/**
 * Takes a funnel away; whoever was in it stays in the base and in the others, and its history is kept, so that it can come back.
 * Refuses the main one, and one that other definitions or segments ask for.
 */
export function removeFunnel(ctx: Ctx, key: string, forget: ForgetFunnel): Promise<void> {
  return atomically(ctx, async ctx => {
    const funnels = await held(ctx)
    const funnel = await funnelOf(ctx, key)
    if (funnel.isMain) throw new Refusal('conflict', 'lifecycle.main_funnel')
    await mustNotBeAsked(ctx, funnels, key)
    const theirs = sql`workspace_id = ${ctx.workspaceId} and funnel_id = ${funnel.id}`
    await sql`update funnels set archived_at = ${ctx.clock()}
      where workspace_id = ${ctx.workspaceId} and id = ${funnel.id}`.execute(ctx.db)
    // Nothing becomes due there any more; where one stood is kept for when it comes back.
    await sql`update standings set recheck_at = null, fades_at = null where ${theirs}`.execute(ctx.db)
    await forget(ctx, funnel.id)
    await audit(ctx, 'funnels.removed', { id: key, name: funnel.name.es })
    await publish(ctx, { topic: 'definition' })
  })
}

async function mustNotBeAsked(ctx: Ctx, funnels: Funnel[], key: string) {
  for (const other of funnels.filter(each => each.key !== key)) {
    const about = whoNames(key, other)
    const funnel = other.name.es || other.key
    if (about) throw new Refusal('conflict', 'lifecycle.funnel_asked', { about, funnel })
  }
  await holdSegments(ctx)
  const segment = (await segmentsThere(ctx)).find(({ criteria }) => names(key, criteria))
  if (segment) throw new Refusal('conflict', 'lifecycle.funnel_segmented', { segment: segment.name })
}

/** Brings a funnel that was taken away back to where it was among the others. */
export function restoreFunnel(ctx: Ctx, key: string, refillSegments: RefillSegments): Promise<void> {
  return atomically(ctx, async ctx => {
    await held(ctx)
    const { rows } = await sql<{ nameEs: string; position: number }>`
      update funnels set archived_at = null
      where workspace_id = ${ctx.workspaceId} and key = ${key} and archived_at is not null
      returning name_es, position`.execute(ctx.db)
    const [funnel] = rows
    if (!funnel) throw new Refusal('missing', 'lifecycle.no_funnel', { funnel: key })
    await sql`update funnels set position = position + 1
      where workspace_id = ${ctx.workspaceId} and position >= ${funnel.position} and key <> ${key}`.execute(
      ctx.db,
    )
    await mustAllBeSound(ctx)
    await audit(ctx, 'funnels.added', { id: key, name: funnel.nameEs })
    await everybodyAgain(ctx)
    await refillSegments(ctx)
  })
}

/** All funnels, held so that nobody else changes which there are until the transaction ends. */
async function held(ctx: Ctx): Promise<Funnel[]> {
  await sql`select from funnels where workspace_id = ${ctx.workspaceId} order by id for update`.execute(
    ctx.db,
  )
  return funnelsOf(ctx)
}

async function everybodyAgain(ctx: Ctx) {
  await enqueue(ctx, 'rebuild', {}, { key: 'definitions' })
  await publish(ctx, { topic: 'definition' })
}

/** One that was never used before, because history names it. */
async function freeKey(ctx: Ctx, name: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select key from funnels where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return keyFrom(name, 'funnel', key => rows.some(row => row.key === key))
}
