import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { applyChanges, type Cause, recordTold } from './changes.ts'
import { type Facts, factsOf } from './facts.ts'
import { type Answer, questionOf } from './questions.ts'

/** What an event brought to its contact: its act, and the answers given in it with the facts that they are. */
type Brought = { eventId: string; contactId: string; act: string; before: Facts; after: Facts }

/**
 * Takes back what was answered in these events, where it still stands; what was answered before, in an event that was not
 * withdrawn, stands again. To be done before they are withdrawn: contacts are locked before their events, as reactions do.
 */
export function takeBackAnswers(ctx: Ctx, eventIds: readonly string[]): Promise<void> {
  return atomically(ctx, async ctx => {
    for (const brought of await broughtBy(ctx, eventIds, false)) await takeBack(ctx, brought)
  })
}

/** Whether something was answered in an event: to take that back writes into its contact. */
export async function hasAnswers(ctx: Ctx, eventId: string): Promise<boolean> {
  const found = await Promise.all([false, true].map(withdrawn => broughtBy(ctx, [eventId], withdrawn)))
  return found.flat().length > 0
}

/** Undoes that, except where something was written since. */
export function giveBackAnswers(ctx: Ctx, eventIds: readonly string[]): Promise<void> {
  return atomically(ctx, async ctx => {
    for (const brought of await broughtBy(ctx, eventIds, true)) {
      const taken = await takingBackOf(ctx, brought)
      if (taken) await giveBack(ctx, brought, taken)
    }
  })
}

/** In the act handed in, what was answered in an event is said in the one that takes its place, where it still stands; with none, it is taken back. */
export async function replaceAnswers(
  ctx: Ctx,
  eventId: string,
  by: { id: string; at: Date } | undefined,
  cause: Cause,
): Promise<void> {
  for (const brought of await broughtBy(ctx, [eventId], false)) {
    const { contactId: id, after } = brought
    const facts = await lockedFacts(ctx, id)
    const keys = standingIn(facts, after)
    const without = laidOver(facts, pick(await earlierThan(ctx, brought), keys))
    // The facts too, so that the act holds all that was said in the event.
    await applyChanges(ctx, [{ id, before: facts, after: without }], cause)
    if (!by) continue
    const said = Object.entries(pick(facts, keys)).map(([key, fact]) => [
      key,
      key.startsWith('answer:') ? { ...(fact as Answer), eventId: by.id, at: by.at.toISOString() } : fact,
    ])
    const again = laidOver(without, Object.fromEntries(said))
    await applyChanges(ctx, [{ id, before: without, after: again }], cause)
  }
}

async function takeBack(ctx: Ctx, brought: Brought) {
  const { contactId, act, eventId, after } = brought
  const facts = await lockedFacts(ctx, contactId)
  if (!answersIn(after).some(key => facts[key])) return
  const earlier = pick(await earlierThan(ctx, brought), standingIn(facts, after))
  await write(ctx, contactId, facts, earlier, { undoes: act, tookBack: [eventId] })
}

/** Of what was said, the answers that nobody changed since, and the facts that they are. */
function standingIn(facts: Facts, said: Facts): string[] {
  const answers = answersIn(said).filter(key => isDeepStrictEqual(facts[key], said[key]))
  return answers.flatMap(key => [
    key,
    ...factsIn(key).filter(fact => fact in said && isSame(facts, said, fact)),
  ])
}

/** Where what stands was not written since, or was said before it. */
async function giveBack(ctx: Ctx, brought: Brought, taken: string) {
  const { contactId, after } = brought
  const facts = await lockedFacts(ctx, contactId)
  const earlier = await earlierThan(ctx, brought)
  const keys = answersIn(after).flatMap(key => {
    const held = factsIn(key).filter(fact => fact in after)
    const isAsItWas = held.every(fact => isSame(facts, earlier, fact) || isSame(facts, after, fact))
    return isAsItWas && saidAt(facts[key]) <= saidAt(after[key]) ? [key, ...held] : []
  })
  await write(ctx, contactId, facts, pick(after, keys), { undoes: taken })
  await ctx.db
    .updateTable('changeSets')
    .set({ undoneAt: ctx.clock() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', taken)
    .execute()
}

type Act = { undoes: string; tookBack?: string[] }

async function write(ctx: Ctx, contactId: string, before: Facts, given: Facts, { undoes, tookBack }: Act) {
  const changeSetId = newId()
  const after = laidOver(before, given)
  const cause = { kind: 'undo', changeSetId, undoes, summary: { ...(tookBack && { tookBack }) } } as const
  await applyChanges(ctx, [{ id: contactId, before, after }], cause)
  if (isDeepStrictEqual(before, after)) await recordTold(ctx, changeSetId, [contactId])
}

/** What the contact was before these answers; an answer of an event that was withdrawn was never given. */
async function earlierThan(ctx: Ctx, brought: Brought): Promise<Facts> {
  const earlier = { ...brought.before }
  for (const key of answersIn(brought.after)) {
    const keys = [key, ...factsIn(key)]
    for (;;) {
      const { eventId } = (earlier[key] ?? {}) as Partial<Answer>
      const [withdrawn] = eventId ? await broughtBy(ctx, [eventId], true) : []
      if (!withdrawn) break
      earlier[key] = null
      Object.assign(earlier, pick(withdrawn.before, keys))
    }
  }
  return earlier
}

/** What was answered in those of these events that are withdrawn, or are not. */
async function broughtBy(ctx: Ctx, eventIds: readonly string[], withdrawn: boolean): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    select e.id as event_id, e.contact_id, s.id as act, cc.before, cc.after
    from events e
    join change_sets s on s.workspace_id = ${ctx.workspaceId} and s.id = e.change_set_id and s.kind in ('edit', 'api')
    join contact_changes cc on cc.workspace_id = ${ctx.workspaceId} and cc.change_set_id = s.id
    where e.workspace_id = ${ctx.workspaceId} and e.id = any(${eventIds}::uuid[]) and s.undone_at is null
      and (e.withdrawn_at is not null) = ${withdrawn}
    order by e.contact_id, e.id`.execute(ctx.db)
  return rows.flatMap(each => {
    const after = ofEvent(each.after, each.eventId)
    return answersIn(after).length ? [{ ...each, after }] : []
  })
}

/** Of what an act wrote, the answers given in this event and the facts that they are. */
function ofEvent(facts: Facts, eventId: string): Facts {
  const answers = answersIn(facts).filter(key => (facts[key] as Answer | null)?.eventId === eventId)
  return pick(facts, [...answers, ...answers.flatMap(factsIn)])
}

async function takingBackOf(ctx: Ctx, { contactId, eventId }: Brought): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.id from contact_changes cc
    join change_sets s on s.workspace_id = ${ctx.workspaceId} and s.id = cc.change_set_id
    where cc.workspace_id = ${ctx.workspaceId} and cc.contact_id = ${contactId} and s.undone_at is null
      and s.kind = 'undo' and s.summary -> 'tookBack' ? ${eventId}`.execute(ctx.db)
  return rows[0]?.id
}

const lockedFacts = async (ctx: Ctx, id: string): Promise<Facts> =>
  (await factsOf(ctx, [id], { lock: true })).get(id) ?? {}

const answersIn = (facts: Facts) => Object.keys(facts).filter(key => key.startsWith('answer:'))
const factsIn = (answer: string) => [questionOf(answer.slice('answer:'.length)).field ?? []].flat()
const saidAt = (answer: Facts[string] | undefined) => (answer as Answer | null | undefined)?.at ?? ''
const isSame = (a: Facts, b: Facts, key: string) => isDeepStrictEqual(a[key] ?? null, b[key] ?? null)

const laidOver = (facts: Facts, given: Facts): Facts =>
  Object.fromEntries(Object.entries({ ...facts, ...given }).filter(([, fact]) => fact !== null))

const pick = (facts: Facts, keys: string[]): Facts =>
  Object.fromEntries(keys.flatMap(key => (facts[key] === undefined ? [] : [[key, facts[key]]])))
