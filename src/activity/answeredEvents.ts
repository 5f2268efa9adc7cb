import type { AnswerDraft } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Issue } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { publish } from '../platform/live.ts'
import { eventTypes } from './events.ts'
import { type NewEvent, type Recorded, type RecordOptions, recordEvents } from './recording.ts'

/** An event with what its sender says was answered in it. */
export type ToldEvent = NewEvent & { answers?: (AnswerDraft & { question: string })[] }

/** By question. */
export type Answers = Record<string, AnswerDraft>

export type AnsweredEvent = { contactId: string; eventId: string; at?: Date; answers: Answers }

/** What becomes of answers in events. Handed in, because questions are above activity. */
export type Answering = {
  /** What each of these events answers, and what keeps that from being written. */
  read(ctx: Ctx, events: ToldEvent[]): Promise<{ answers: Answers; issues: Issue[] }[]>
  write(ctx: Ctx, given: AnsweredEvent[], changeSetId: string): Promise<void>
}

/** Whether something may be answered in it: its sender says so, or it is a form with more fields than the catalogue knows. */
export const mayAnswer = ({ answers, name, properties = {} }: Omit<ToldEvent, 'contactId'>): boolean =>
  answers !== undefined ||
  (name === 'form_submitted' &&
    Object.keys(properties).some(key => !(key in eventTypes.form_submitted.properties)))

/**
 * Records events with what was answered in them as one act; of one contact each event is another, so that each can be taken back
 * without the others. An event whose answers cannot be written is refused in its place.
 */
export function recordAnswered(
  ctx: Ctx,
  events: ToldEvent[],
  options: RecordOptions,
  { read, write }: Answering,
): Promise<(Recorded & { changeSetId?: string })[]> {
  return atomically(ctx, async ctx => {
    const told = await readEach(ctx, events, read)
    const acts = actsOf(told)
    const sound = told.filter(({ issue }) => !issue)
    const recorded = await recordEvents(
      ctx,
      sound.map(each => ({ ...each.event, ...(each.answers && { changeSetId: acts.get(each) }) })),
      options,
    )
    const given = sound.flatMap((each, place): Given[] => {
      const { outcome, id: eventId, contactId } = recorded[place] ?? {}
      const { answers, event } = each
      return answers && outcome === 'stored' && eventId && contactId
        ? [{ contactId, eventId, at: event.at, answers, act: acts.get(each) ?? '' }]
        : []
    })
    await writeEach(ctx, given, new Set(acts.values()), write)
    const written = new Map<string | undefined, string>(given.map(({ eventId, act }) => [eventId, act]))
    const results = recorded.values()
    return told.map(({ issue }) => {
      if (issue) return { outcome: 'refused', issue }
      const result = results.next().value as Recorded
      const changeSetId = written.get(result.id)
      return changeSetId && result.outcome === 'stored' ? { ...result, changeSetId } : result
    })
  })
}

type Given = AnsweredEvent & { act: string }

/** The first event of each contact is of one act, the second of another, in the order in which they happened. */
function actsOf(told: Told[]): Map<Told, string> {
  const acts: string[] = []
  const turns = new Map<string, number>()
  const happened = ({ event }: Told) => event.at?.getTime() ?? Number.MAX_SAFE_INTEGER
  const inOrder = told.filter(({ answers }) => answers).toSorted((a, b) => happened(a) - happened(b))
  return new Map(
    inOrder.map(each => {
      const { contactId } = each.event
      const turn = turns.get(contactId) ?? 0
      turns.set(contactId, turn + 1)
      acts[turn] ??= newId()
      return [each, acts[turn]]
    }),
  )
}

async function writeEach(ctx: Ctx, given: Given[], acts: Set<string>, write: Answering['write']) {
  if (given.length === 0) return
  const byAct = Map.groupBy(given, ({ act }) => act)
  for (const act of acts) {
    const ofIt = byAct.get(act)
    if (ofIt) await write(ctx, ofIt, act)
  }
  await publish(ctx, { topic: 'event', ids: [...new Set(given.map(({ contactId }) => contactId))] })
}

type Told = { event: NewEvent; answers?: Answers; issue?: Issue }

async function readEach(ctx: Ctx, events: ToldEvent[], read: Answering['read']): Promise<Told[]> {
  const asked = events.filter(mayAnswer)
  const readings = await read(ctx, asked)
  const byEvent = new Map(asked.map((event, place) => [event, readings[place]]))
  return events.map(each => {
    const { answers: _, ...event } = each
    const { answers = {}, issues = [] } = byEvent.get(each) ?? {}
    return { event, issue: issues[0], ...(Object.keys(answers).length > 0 && { answers }) }
  })
}
