import { type RawBuilder, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { areAmong, type These } from '../contacts/contacts.ts'
import { questions } from '../contacts/questions.ts'
import { matches } from '../criteria/compile.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { nextChange } from '../criteria/nextChange.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Framework } from '../lifecycle/frameworks.ts'
import { type Funnel, funnelsOf, type Kind } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Known, keptByKey } from '../platform/kept.ts'
import { knownWhen, qualifiedWhen } from './judging.ts'

type Inputs = { now: Date; contactIds: readonly string[] }

const writing = keptByKey<Inputs, { contactId: string }>()

/**
 * Judges these contacts in every funnel, as of now, and keeps the verdicts for lists. Writes only what differs, and nothing for
 * those of whom nothing is known. Returns those whose verdict changed.
 */
export async function assess(ctx: Ctx, contactIds: readonly string[]): Promise<string[]> {
  if (contactIds.length === 0) return []
  const { workspaceId } = ctx
  const changed: string[] = []
  for (const { id: funnelId, framework, frameworkVersion } of await funnelsOf(ctx)) {
    const write = writing(`${workspaceId} ${funnelId} ${frameworkVersion}`, ({ now, contactIds }) =>
      verdictsWritten({ workspaceId, funnelId, framework, now, contactIds }),
    )
    const rows = await write(ctx, { now: ctx.clock(), contactIds })
    changed.push(...rows.map(row => row.contactId))
  }
  return [...new Set(changed)]
}

type Assessing = {
  workspaceId: string
  funnelId: string
  framework: Framework
  now: Known<Date>
  contactIds: These
}

/** A select of contact_id, verdict and recheck_at of those of whom something is known, or a verdict is kept. */
function judged({ workspaceId, funnelId, framework, now, contactIds }: Assessing): RawBuilder<unknown> {
  const scope: Scope = { workspaceId, now, contact: 'c', did: eventsOfEach }
  const rule = qualifiedWhen(framework)
  return sql`
    select c.id as contact_id,
      case when ${isDisqualified(scope)} then 'disqualified' when ${matches(scope, rule)} then 'qualified'
        when ${matches(scope, knownWhen(framework))} then 'not_yet' else 'research' end as verdict,
      least(${nextChange(scope, rule)}, ${nextChange(scope, knownWhen(framework))}, ${wakesAt(scope)}) as recheck_at
    from contacts c
    where c.workspace_id = ${workspaceId} and ${areAmong('c.id', contactIds)} and c.deleted_at is null
      and (${mayBeJudged(scope, framework)} or exists (
        select from verdicts v where v.workspace_id = ${workspaceId} and v.funnel_id = ${funnelId} and v.contact_id = c.id))`
}

/** The verdicts that these contacts would have by the funnel's framework, as `assess` would write them; writes nothing. */
export function supposedVerdicts(
  ctx: Ctx,
  { funnel: { id, framework }, kind, contactIds }: { funnel: Funnel; kind: Kind; contactIds: These },
): RawBuilder<unknown> {
  const { workspaceId } = ctx
  return sql`
    select judged.contact_id, judged.verdict
    from (${judged({ workspaceId, funnelId: id, framework, now: ctx.clock(), contactIds })}) judged
    join contacts c on c.workspace_id = ${workspaceId} and c.id = judged.contact_id and c.kind = ${kind}`
}

function verdictsWritten(assessing: Assessing) {
  const { workspaceId, funnelId } = assessing
  return sql<{ contactId: string }>`
    with judged as (${judged(assessing)})
    insert into verdicts as v (workspace_id, funnel_id, contact_id, verdict, recheck_at)
    select ${workspaceId}::uuid, ${funnelId}::uuid, contact_id, verdict, recheck_at from judged
    on conflict (workspace_id, funnel_id, contact_id) do update set verdict = excluded.verdict, recheck_at = excluded.recheck_at
      where (v.verdict, v.recheck_at) is distinct from (excluded.verdict, excluded.recheck_at)
    returning contact_id`
}

/** Lets through everybody of whom something may be known, and as few others as can be told without looking at criteria. */
function mayBeJudged(scope: Scope, framework: Framework): RawBuilder<unknown> {
  const asked = framework.items.map(({ question }) => question)
  const isCounted = questions.some(each => 'isCounted' in each && asked.includes(each.key))
  return isCounted
    ? sql`true`
    : sql`(c.answers <> '{}' or c.disqualified is not null or ${matches(scope, knownWhen(framework))})`
}

/** Whether somebody is out at this instant: not after the wake-up, nor once what was waited for has happened. */
export function isDisqualified({ workspaceId, now }: Pick<Scope, 'workspaceId' | 'now'>) {
  const since = sql`(c.disqualified ->> 'at')::timestamptz`
  const signal = sql`exists (
    select from events e where e.workspace_id = ${workspaceId} and e.contact_id = c.id and e.withdrawn_at is null
      and not e.by_robot and e.at > ${since} and e.at <= ${now}
      and coalesce(c.disqualified -> 'signals' ? e.name, ${directionAt('e', now)} in ('in', 'two')))`
  const address = sql`exists (
    select from identities i where i.workspace_id = ${workspaceId} and i.contact_id = c.id
      and i.kind in ('email', 'phone', 'linkedin') and i.created_at > ${since})`
  return sql<boolean>`(c.disqualified is not null
    and coalesce((c.disqualified ->> 'until')::timestamptz > ${now}, true)
    and case c.disqualified ->> 'wakesOn' when 'signal' then not ${signal} when 'address' then not ${address} else true end)`
}

/** The wake-up date, or when a signal that is known already comes. */
function wakesAt({ workspaceId, now }: Scope) {
  const comes = sql`case when c.disqualified ? 'signals' then case when c.disqualified -> 'signals' ? e.name then e.at end
    when e.direction in ('in', 'two') then e.at when e.two_way_at is not null then greatest(e.at, e.two_way_at) end`
  return sql`case when (c.disqualified ->> 'until')::timestamptz > ${now} then (c.disqualified ->> 'until')::timestamptz
    when c.disqualified ->> 'wakesOn' = 'signal' then (
      select min(${comes}) from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = c.id and e.withdrawn_at is null and not e.by_robot and ${comes} > ${now})
    end`
}

/** Takes the verdicts in a funnel away: it is no more, or they are judged again when it comes back. */
export async function forgetVerdicts(ctx: Ctx, funnelId: string): Promise<void> {
  await sql`delete from verdicts where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(
    ctx.db,
  )
}
