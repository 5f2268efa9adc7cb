import { type RawBuilder, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { areAmong, type These } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import { nextChange } from '../criteria/nextChange.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Known } from '../platform/kept.ts'
import { linesOf, sumsOf } from '../scoring/engagement.ts'
import { scored } from '../scoring/fading.ts'
import { byHand } from './byHand.ts'
import type { Funnel } from './definitions.ts'
import { entryOf, type Kind } from './model.ts'

/** For whom, in which funnel, and at which instant standings are worked out. */
export type Placing = {
  workspaceId: string
  now: Known<Date>
  funnel: Funnel
  kind: Kind
  contactIds: These
  /** What linked contacts' standings are read from, when not from the table. */
  standings?: RawBuilder<unknown>
}

/**
 * A select with one row for each of the contacts of that kind that is live: everything that `standings` keeps and that follows
 * from facts, events, definitions and the instant. Reads each contact's events once; the same for one contact and for a million.
 */
export function placed(placing: Placing): RawBuilder<unknown> {
  const { workspaceId, now, funnel, kind, contactIds } = placing
  const { score } = funnel
  const entries = stagesOf(placing)
  const fitRules = [...score.fit, ...score.engagementFacts]
  const criteria = [...entries.map(each => each.when), ...fitRules.map(rule => rule.when)]
  const { columns, did } = didColumns({ workspaceId, now }, criteria, { alias: 'told' })
  const { standings } = placing
  const scope: Scope = {
    workspaceId,
    now,
    contact: 'c',
    did,
    standing: 'scored',
    standings,
    funnel: funnel.key,
  }
  return sql`
    with heard as materialized (
      select e.contact_id, e.id, e.name, e.direction, e.two_way_at, e.at, e.by_robot, e.properties
      from events e
      where e.workspace_id = ${workspaceId} and ${areAmong('e.contact_id', contactIds)} and e.withdrawn_at is null
    ), told as materialized (
      select e.contact_id, ${sql.join([lastSignal(now), nextEvent(now), ...columns])} from heard e group by e.contact_id
    ), lines as (
      ${linesOf({ workspaceId, model: score, heard: 'heard', now, timeZone: funnel.timeZone })}
    ), summed as materialized (
      ${sumsOf(score, 'lines')}
    )
    select c.id as contact_id, stage.stage, by_hand.id as by_hand, scored.*, told.last_signal_at,
      least(told.next_event_at, by_hand.until, ${sql.join(criteria.map(each => nextChange(scope, each)))}) as recheck_at
    from contacts c
    left join told on told.contact_id = c.id
    left join summed on summed.contact_id = c.id
    ${byHand(placing)}
    ${scored(scope, score)}
    ${chosen(placing, scope, entries)}
    where c.workspace_id = ${workspaceId} and ${areAmong('c.id', contactIds)} and c.kind = ${kind} and c.deleted_at is null`
}

export type Entry = { stage: string | null; when: Criteria; isLasting?: boolean }

/** Where a contact may stand, the first that holds being the answer: outside, then from the highest stage down. */
export function stagesOf({ funnel, kind }: Pick<Placing, 'funnel' | 'kind'>): Entry[] {
  const { outside, stages } = funnel.lifecycle
  const downwards = stages.toReversed().map(stage => ({
    ...{ stage: stage.key, when: entryOf(stage, kind) },
    isLasting: stage.canGoBack === false,
  }))
  return outside ? [{ stage: null, when: outside }, ...downwards] : downwards
}

/** The stage, after the numbers that its criteria may ask for; worked out once. */
function chosen(placing: Placing, scope: Scope, entries: Entry[]) {
  const choose = entries.map(entry => sql`when ${holds(placing, scope, entry)} then ${entry.stage}::text`)
  return sql`cross join lateral (
    select case when by_hand.id is not null then by_hand.stage ${sql.join(choose, sql` `)} end as stage offset 0) stage`
}

/** Whether a contact may stand there: its criterion holds or, where nobody goes back, it has once come there by itself. */
export function holds(
  { workspaceId, now, funnel }: Placing,
  scope: Scope,
  { stage, when, isLasting }: Entry,
) {
  if (!isLasting) return matches(scope, when)
  return sql`(${matches(scope, when)} or exists (
    select from moves m
    where m.workspace_id = ${workspaceId} and m.contact_id = c.id and m.funnel_id = ${funnel.id} and m.to_stage = ${stage}
      and m.at <= ${now}
      and m.cause not in ('hand', 'definition') and m.receipt ->> 'hasComeBefore' is null
      and not ${hasLostEvidence(workspaceId)}))`
}

/** A move on an event that has since been withdrawn, so that less is left than its rule asked, was a mistake. */
export const hasLostEvidence = (workspaceId: Known<string>) => sql`exists (
  select from jsonb_array_elements(m.receipt -> 'because') reason
  where (reason ->> 'holds')::boolean and (
    select count(*) from jsonb_array_elements(reason -> 'events') evidence
    join events e on e.workspace_id = ${workspaceId} and e.id = (evidence ->> 'id')::uuid and e.withdrawn_at is not null
  ) > greatest(0, (reason ->> 'count')::int - coalesce((reason #>> '{rule,atLeast}')::numeric, case
    when reason #> '{rule,atMost}' is null then 1 else 0 end)))`

const lastSignal = (now: Known<Date>) =>
  sql`max(e.at) filter (where e.at <= ${now} and not e.by_robot and ${directionAt('e', now)} in ('in', 'two')) as last_signal_at`

/** An event of the future brings its points when it comes, whatever the criteria ask for. */
const nextEvent = (now: Known<Date>) => sql`min(e.at) filter (where e.at > ${now}) as next_event_at`
