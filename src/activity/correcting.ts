import { causeOf, openChangeSet, recordTold, replaceAnswers } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { eventTypes, isByHand, isEventName } from './events.ts'
import { type NewEvent, recordEvents } from './recording.ts'
import { withdrawCorrected } from './withdrawing.ts'

export type Correction = Pick<NewEvent, 'name' | 'at' | 'properties'>

/**
 * Puts another event in the place of one that somebody wrote down by hand, as one act: that one is withdrawn, and what was answered
 * in it is said in the other, or taken back where we only spoke. Without `at` it was when the first one was.
 */
export function correctEvent(
  ctx: Ctx,
  id: string,
  given: Correction,
): Promise<{ id: string; changeSetId: string }> {
  return atomically(ctx, async ctx => {
    const { contactId, at: was, source } = await mustBeByHand(ctx, id)
    const cause = { ...causeOf(ctx, 'edit'), changeSetId: newId(), summary: { tookBack: [id] } }
    const at = given.at ?? was
    await openChangeSet(ctx, cause)
    await recordTold(ctx, cause.changeSetId, [contactId])
    const { changeSetId } = cause
    const [recorded] = await recordEvents(ctx, [{ ...given, at, contactId, source, changeSetId }])
    if (!recorded?.id) throw refused(recorded)
    await replaceAnswers(ctx, id, mayAnswerIn(given.name) ? { id: recorded.id, at } : undefined, cause)
    if (!(await withdrawCorrected(ctx, id))) throw new Refusal('conflict', 'activity.corrected_since')
    return { id: recorded.id, changeSetId }
  })
}

async function mustBeByHand(ctx: Ctx, id: string) {
  const event = await ctx.db
    .selectFrom('events')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select(['contactId', 'at', 'source'])
    .executeTakeFirst()
  if (!event) throw new Refusal('missing', 'activity.unknown_event_id')
  if (!isByHand(event.source)) throw new Refusal('conflict', 'activity.not_by_hand')
  return event
}

/** Nobody answers what we send or an unanswered call. */
const mayAnswerIn = (name: string) => !isEventName(name) || eventTypes[name].direction !== 'out'

function refused(recorded: Awaited<ReturnType<typeof recordEvents>>[number] | undefined) {
  const { code = 'http.invalid', params } = recorded?.issue ?? {}
  return new Refusal('bad', code, params, recorded?.issue && [recorded.issue])
}
