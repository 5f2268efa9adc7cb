import type { z } from 'zod'
import {
  type ContactDraft,
  hasAnswers,
  type IdentityDraft,
  mustKnow,
  upsertContacts,
} from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import { type Caller, serve } from '../platform/http.ts'
import type { Permission } from '../platform/permissions.ts'
import {
  type Answering,
  correctEvent,
  customEventTypes,
  mayAnswer,
  putEventType,
  type RecordOptions,
  recordAnswered,
  recordEvents,
  removeEventType,
  restoreEvents,
  timelineOf,
  withdrawEvents,
} from './activity.ts'
import { activityContract, type eventInput } from './contract.ts'

const on = serve(activityContract)

type EventInput = z.output<typeof eventInput>
type Subject = EventInput['contact']
type Result = {
  outcome: 'stored' | 'duplicate' | 'refused'
  id?: string
  contactId?: string
  changeSetId?: string
  issues: Issue[]
}

/** Events over HTTP. What becomes of answers in them is handed in, because questions are above activity. */
export const activityHttp = (answering: Answering) => ({
  record: on.record.handler(async ({ input, context: { ctx, caller } }) => {
    const [result] = await record(ctx, [input], {}, answeringOf(caller, [input], answering))
    if (!result || result.outcome === 'refused') throw refusalOf(result)
    return result
  }),
  recordBatch: on.recordBatch.handler(async ({ input: { events, ...options }, context: { ctx, caller } }) => {
    if (options.unknownNames === 'add') mustHave(caller, 'settings.manage')
    return { results: await record(ctx, events, options, answeringOf(caller, events, answering)) }
  }),
  withdraw: on.withdraw.handler(async ({ input: { id }, context: { ctx, caller } }) => {
    await mustExist(ctx, id)
    await mayTakeBack(ctx, caller, id)
    return { withdrawn: (await withdrawEvents(ctx, [id])) === 1 }
  }),
  correct: on.correct.handler(async ({ input: { id, ...given }, context: { ctx, caller } }) => {
    await mayTakeBack(ctx, caller, id)
    return correctEvent(ctx, id, given)
  }),
  restore: on.restore.handler(async ({ input: { id }, context: { ctx, caller } }) => {
    await mustExist(ctx, id)
    await mayTakeBack(ctx, caller, id)
    return { restored: (await restoreEvents(ctx, [id])) === 1 }
  }),
  timeline: on.timeline.handler(async ({ input: { id, ...query }, context: { ctx } }) => {
    const page = await timelineOf(ctx, id, query)
    if (page.events.length === 0) await mustKnow(ctx, id)
    return page
  }),
  types: on.types.handler(async ({ context: { ctx } }) => ({ types: await customEventTypes(ctx) })),
  putType: on.putType.handler(async ({ input, context: { ctx } }) => {
    await putEventType(ctx, input)
    return input
  }),
  removeType: on.removeType.handler(async ({ input, context: { ctx } }) => {
    await removeEventType(ctx, input.name)
    return { ok: true as const }
  }),
})

function mustHave({ permissions }: Caller, needs: Permission) {
  if (!permissions.has(needs)) throw new Refusal('forbidden', 'http.forbidden', { needs })
}

/** What was answered in an event is taken back, or given back, with it. */
async function mayTakeBack(ctx: Ctx, caller: Caller, id: string) {
  if (await hasAnswers(ctx, id)) mustHave(caller, 'contacts.write')
}

/** Who may not write contacts answers nothing by a form, and is told so where answers are given as such. */
function answeringOf(caller: Caller, inputs: EventInput[], answering: Answering): Answering | undefined {
  if (inputs.some(({ answers }) => answers)) mustHave(caller, 'contacts.write')
  return caller.permissions.has('contacts.write') && inputs.some(mayAnswer) ? answering : undefined
}

/** Finds or makes the contacts, then stores the events that have one. */
async function record(
  ctx: Ctx,
  inputs: EventInput[],
  options: RecordOptions,
  answering: Answering | undefined,
): Promise<Result[]> {
  const subjects = await contactsOf(ctx, inputs)
  const events = inputs.flatMap(({ contact, ...event }) => {
    const { contactId } = subjects.get(keyOf(contact)) ?? {}
    return contactId ? [{ source: ctx.actor.kind === 'user' ? 'person' : 'api', ...event, contactId }] : []
  })
  const recorded = (
    answering
      ? await recordAnswered(ctx, events, options, answering)
      : await recordEvents(ctx, events, options)
  ).values()
  return inputs.map(({ contact }) => {
    const { contactId, issues = [] } = subjects.get(keyOf(contact)) ?? {}
    if (!contactId) return { outcome: 'refused', issues: under('contact', issues) }
    const { issue, outcome = 'refused', ...stored } = recorded.next().value ?? {}
    return { contactId, ...stored, outcome, issues: issue ? [issue] : [] }
  })
}

const under = (key: string, issues: Issue[]) =>
  issues.map(issue => ({ ...issue, path: [key, ...issue.path] }))

type Found = { contactId?: string; issues?: Issue[] }

async function contactsOf(ctx: Ctx, inputs: EventInput[]): Promise<Map<string, Found>> {
  const subjects = new Map(inputs.map(({ contact }) => [keyOf(contact), contact]))
  const found = new Map<string, Found>()
  const drafts: { key: string; draft: ContactDraft }[] = []
  for (const [key, subject] of subjects) {
    if ('id' in subject) found.set(key, { contactId: subject.id })
    else drafts.push({ key, draft: draftOf(subject) })
  }
  if (drafts.length === 0) return found
  const { items } = await upsertContacts(
    ctx,
    drafts.map(each => each.draft),
    { kind: 'api' },
  )
  drafts.forEach(({ key }, place) => void found.set(key, items[place] ?? {}))
  return found
}

const keyOf = (subject: Subject) => ('id' in subject ? subject.id : JSON.stringify(subject))

function draftOf({ kind, name, ...given }: Exclude<Subject, { id: string }>): ContactDraft {
  const kinds = { email: 'email', phone: 'phone', externalId: 'external', linkedin: 'linkedin' } as const
  const identities = Object.entries(kinds).flatMap(([key, kind]): IdentityDraft[] => {
    const value = given[key as keyof typeof kinds]
    return value ? [{ kind, value }] : []
  })
  return { kind, identities, ...(name && { fields: { name } }) }
}

function refusalOf(result: Result | undefined) {
  const [issue] = result?.issues ?? []
  const kind = issue?.code === 'activity.unknown_contact' ? 'missing' : 'bad'
  return new Refusal(kind, issue?.code ?? 'http.invalid', issue?.params, result?.issues)
}

async function mustExist(ctx: Ctx, id: string) {
  const found = await ctx.db
    .selectFrom('events')
    .select('id')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('missing', 'activity.unknown_event_id')
}
