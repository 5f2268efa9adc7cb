import { sql } from 'kysely'
import { mustKnow } from '../contacts/contacts.ts'
import type { Kind } from '../contacts/fields.ts'
import { type Answer, type AnswerState, type Disqualification, questionOf } from '../contacts/questions.ts'
import { stateOf } from '../criteria/answered.ts'
import { factsOf } from '../criteria/compare.ts'
import { eventsOfEach } from '../criteria/did.ts'
import type { Scope } from '../criteria/scope.ts'
import type { FrameworkItem } from '../lifecycle/frameworks.ts'
import { funnelOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isDisqualified } from './assessing.ts'
import type { QualificationAnswer } from './contract.ts'
import { ownReasons } from './disqualifying.ts'
import { judge } from './judging.ts'
import { reasonsToDisqualify } from './reasons.ts'

/** How a contact is qualified in a funnel: every question with its answer, what they come to and why, and what to ask next. */
export async function qualify(ctx: Ctx, id: string, funnelKey?: string): Promise<QualificationAnswer> {
  const kind = await mustKnow(ctx, id)
  const { framework, frameworkVersion: version } = await funnelOf(ctx, funnelKey)
  const row = await rowOf(ctx, id, framework.items)
  const states = new Map(
    Object.entries(row.states).filter((each): each is [string, AnswerState] => each[1] !== null),
  )
  const judged = judge(framework, states, question => !questionOf(question).isCounted)
  const events = await eventsIn(ctx, id, Object.values(row.answers))
  const { disqualified, out } = row
  return {
    framework,
    version,
    ...judged,
    verdict: out ? 'disqualified' : judged.verdict,
    items: framework.items.map(item => shown(item, row, events, ctx.clock())),
    ...(disqualified && { disqualification: { ...disqualified, isInForce: out } }),
    decides: decides(row),
    deciders: await decidersBeside(ctx, id, kind),
    events: [...events.values()].filter(({ isRecent }) => isRecent),
    ownReasons: await ownReasons(
      ctx,
      reasonsToDisqualify.map(({ key }) => key),
    ),
  }
}

type Row = {
  answers: Record<string, Answer>
  states: Record<string, AnswerState | null>
  facts: Record<string, Answer['value'] | null>
  disqualified: Disqualification | null
  out: boolean
  decisionRole: string | null
  authority: AnswerState | null
}

async function rowOf(ctx: Ctx, id: string, items: FrameworkItem[]): Promise<Row> {
  const scope: Scope = { workspaceId: ctx.workspaceId, now: ctx.clock(), contact: 'c', did: eventsOfEach }
  const states = items.map(({ question }) => sql`${question}::text, ${stateOf(scope, question)}`)
  const facts = items.flatMap(({ question }) => {
    const { field } = questionOf(question)
    return field ? [sql`${question}::text, ${factsOf(scope, { field, op: 'isKnown' })}`] : []
  })
  const { rows } = await sql<Row>`
    select c.answers, c.disqualified, ${isDisqualified(scope)} as out, c.decision_role, ${stateOf(scope, 'authority')} as authority,
      json_build_object(${sql.join(states)}) as states, json_build_object(${sql.join(facts)}) as facts
    from contacts c where c.workspace_id = ${ctx.workspaceId} and c.id = ${id}`.execute(ctx.db)
  return rows[0] as Row
}

/** By their role; where it is not known, by what was answered. */
function decides({ decisionRole, authority }: Row): QualificationAnswer['decides'] {
  if (decisionRole) return decisionRole === 'decides' ? 'yes' : 'no'
  return authority === 'negative' ? 'no' : 'unknown'
}

type Said = { id: string; name: string; at: Date; isRecent: boolean }

function shown(item: FrameworkItem, row: Row, events: Map<string, Said>, now: Date) {
  const { question } = item
  const answer = row.answers[question]
  const { isCounted = false } = questionOf(question)
  const event = answer?.eventId ? events.get(answer.eventId) : undefined
  return {
    ...item,
    state: row.states[question] ?? null,
    value: answer?.value ?? row.facts[question] ?? undefined,
    saidBy: answer?.saidBy,
    event: event && { id: event.id, name: event.name, at: event.at },
    at: answer && new Date(answer.at),
    expiresAt: answer?.expiresAt === undefined ? undefined : new Date(answer.expiresAt),
    isExpired: answer?.expiresAt !== undefined && new Date(answer.expiresAt) <= now,
    isCounted,
  }
}

/** Those that answers name, and the newest conversations, in which one may be writing the next. */
async function eventsIn(ctx: Ctx, id: string, answers: Answer[]): Promise<Map<string, Said>> {
  const named = answers.flatMap(({ eventId }) => eventId ?? [])
  const { rows } = await sql<Said>`
    with recent as (
      select id from events
      where workspace_id = ${ctx.workspaceId} and contact_id = ${id} and withdrawn_at is null and at <= ${ctx.clock()}
        and name = any(${conversations}::text[])
      order by at desc, id desc limit 5)
    select id, name, at, exists (select from recent where recent.id = e.id) as is_recent from events e
    where workspace_id = ${ctx.workspaceId} and contact_id = ${id}
      and (id = any(${named}::uuid[]) or id in (select id from recent))
    order by at desc, id desc`.execute(ctx.db)
  return new Map(rows.map(event => [event.id, event]))
}

/** In which somebody may have answered. */
export const conversations = [
  ...['call', 'meeting', 'video_call', 'conversation', 'chat', 'whatsapp_received'],
  ...['email_replied', 'linkedin_replied', 'information_requested', 'web_enquiry', 'form_submitted'],
]

type Decider = QualificationAnswer['deciders'][number]

/** Who decides in the organisation of a person, or among the people of an organisation; those who influence after them. */
async function decidersBeside(ctx: Ctx, id: string, kind: Kind): Promise<Decider[]> {
  const { workspaceId } = ctx
  const organizations =
    kind === 'organization'
      ? sql`select ${id}::uuid`
      : sql`select organization_id from employments where workspace_id = ${workspaceId} and person_id = ${id}`
  const { rows } = await sql<Decider>`
    select distinct c.id, c.display_name as name, c.decision_role as role, coalesce(e.job_title, c.job_title, '') as job_title
    from employments e
    join contacts c on c.workspace_id = e.workspace_id and c.id = e.person_id and c.deleted_at is null
    where e.workspace_id = ${workspaceId} and e.organization_id in (${organizations}) and c.id <> ${id}
      and c.decision_role in ('decides', 'influences')
    order by c.decision_role, name limit 5`.execute(ctx.db)
  return rows
}
