import { sql } from 'kysely'
import { factsThen } from '../contacts/contacts.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { type Explanation, explain, explained } from '../criteria/explain.ts'
import { type Reason, reasons } from '../criteria/reasons.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { type Known, kept, keptByKey } from '../platform/kept.ts'
import { linesOf, sumsOf } from './engagement.ts'
import { scored } from './fading.ts'
import { type FactRule, fadingOf, type ScoreModel } from './model.ts'

/** One line of the account of a score. `points` is what it gives at that instant, in hundredths at most. */
export type Line =
  | { kind: 'fact'; rule: string; points: number; because: Reason[] }
  | EventsLine
  /** What a group gives above its cap, what the axis gives over 100 or under 0, and what makes whole points. */
  | { kind: 'group_cap'; group: string; points: number }
  | { kind: 'ceiling' | 'floor' | 'rounding'; points: number }

/** What the events of one rule on one day give: `earned` then, `points` now, the difference having faded. */
export type EventsLine = {
  kind: 'events'
  rule: string
  group: string
  at: Date
  times: number
  earned: number
  points: number
  halfLifeDays: number | null
  eventIds: string[]
}

/** A number shown and the lines that add up to it, exactly. */
export type Axis = { shown: number; lines: Line[] }

export type Points = {
  at: Date
  fit: Axis
  engagement: Axis
  total: { shown: number; fitShare: number; rounding: number }
  scoreVersion: number
}

/** The whole account of a contact's score now, or at another instant, by the score in force and the facts of then. Refuses an unknown contact. */
export async function pointsOf(
  ctx: Ctx,
  contactId: string,
  then?: Date,
  funnelKey?: string,
): Promise<Points> {
  const definition = await scoreInForce(ctx, funnelKey)
  const { model, scoreVersion } = definition
  const now = ctx.clock()
  const at = then ?? now
  const [row] = await (at < now ? readThen : readNow)(ctx, contactId, at, definition)
  if (!row) throw new Refusal('missing', 'contacts.unknown')
  const facts = (rules: FactRule[], whys: Explanation[]) =>
    rules.flatMap((rule, place) => factLine(rule, whys[place]))
  const fading = row.lines
    .map(line => eventsLine(model, line, at))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  const engagementFacts = facts(model.engagementFacts, row.facts)
  return {
    at,
    fit: { shown: row.fit, lines: addedUp(facts(model.fit, row.fits), row.fit) },
    engagement: {
      shown: row.engagement,
      lines: addedUp(
        [...fading, ...engagementFacts, ...overCaps(model, fading, engagementFacts)],
        row.engagement,
      ),
    },
    total: { shown: row.total, fitShare: model.fitShare, rounding: roundingOf(model, row) },
    scoreVersion,
  }
}

type Definition = { id: string; funnel: string; model: ScoreModel; scoreVersion: number; timeZone: string }

async function scoreInForce(ctx: Ctx, funnelKey?: string): Promise<Definition> {
  const [found] = await inForce(ctx, { workspaceId: ctx.workspaceId, funnelKey: funnelKey ?? null })
  if (!found) throw new Refusal('missing', 'lifecycle.no_funnel', { funnel: funnelKey ?? '' })
  return found
}

const inForce = kept<{ workspaceId: string; funnelKey: string | null }, Definition>(
  ({ workspaceId, funnelKey }) => sql`
    select d.id, f.key as funnel, d.body as model, d.version as score_version, w.time_zone
    from funnels f
    join workspaces w on w.id = f.workspace_id
    join definitions d on d.workspace_id = f.workspace_id and d.funnel_id = f.id and d.kind = 'score'
    where f.workspace_id = ${workspaceId} and f.archived_at is null and coalesce(f.key = ${funnelKey}::text, true)
    order by f.position, f.created_at, f.id, d.version desc limit 1`,
)

type DayLine = { rule: number; firstAt: string; times: number; points: number; eventIds: string[] }
type Account = {
  fit: number
  engagement: number
  total: number
  lines: DayLine[]
  fits: Explanation[]
  facts: Explanation[]
}

const accounts = keptByKey<{ contactId: string; now: Date }, Account>()

function readNow(ctx: Ctx, contactId: string, now: Date, definition: Definition): Promise<Account[]> {
  const { workspaceId } = ctx
  const read = accounts(`${workspaceId} ${definition.id} ${definition.timeZone}`, given =>
    accountOf({ ...definition, workspaceId, contactId: given.contactId, now: given.now }),
  )
  return read(ctx, { contactId, now })
}

async function readThen(ctx: Ctx, contactId: string, now: Date, definition: Definition): Promise<Account[]> {
  const { workspaceId } = ctx
  const head = sql`${factsThen({ workspaceId, ids: [contactId], instant: now })},`
  return (await accountOf({ ...definition, workspaceId, contactId, now }, head).execute(ctx.db)).rows
}

type Asked = Definition & { workspaceId: string; contactId: Known<string>; now: Known<Date> }

/** The statement that scores sets, for one contact, with its lines and explanations beside the numbers. `head`: steps before it. */
function accountOf({ workspaceId, contactId, now, model, timeZone, funnel }: Asked, head = sql``) {
  const scope: Scope = { workspaceId, now, contact: 'c', did: eventsOfEach, standing: 'scored', funnel }
  const why = (rules: FactRule[]) =>
    sql`json_build_array(${sql.join(rules.map(rule => explain(scope, rule.when)))})`
  return sql<Account>`
    with ${head} heard as (
      select * from events
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and withdrawn_at is null
    ), lines as (
      ${linesOf({ workspaceId, model, heard: 'heard', now, timeZone }, { withEvents: true })}
    ), summed as (
      ${sumsOf(model, 'lines')}
    )
    select scored.fit, scored.engagement, scored.total, ${why(model.fit)} as fits, ${why(model.engagementFacts)} as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'firstAt', first_at at time zone 'UTC', 'times', times,
        'points', points, 'eventIds', event_ids)), '[]') from lines) as lines
    from contacts c left join summed on true ${scored(scope, model)}
    where c.workspace_id = ${workspaceId} and c.id = ${contactId} and c.deleted_at is null`
}

function factLine({ key, when, points }: FactRule, why?: Explanation): Line[] {
  const account = why && explained(when, why)
  return account?.holds ? [{ kind: 'fact', rule: key, points, because: reasons(account) }] : []
}

function eventsLine(
  model: ScoreModel,
  { rule, firstAt, times, points, eventIds }: DayLine,
  now: Date,
): EventsLine {
  const { key, group: groupKey } = model.engagement[rule - 1] ?? { key: '', group: '' }
  const group = model.groups.find(each => each.key === groupKey)
  const at = new Date(`${firstAt}Z`)
  const halfLifeDays = group?.halfLifeDays ?? null
  const age = (now.getTime() - at.getTime()) / 86_400_000
  const left = halfLifeDays === null ? 1 : 2 ** (-age / halfLifeDays)
  return {
    ...{
      kind: 'events',
      rule: key,
      group: groupKey,
      at,
      times,
      earned: points,
      points: hundredths(points * left),
    },
    ...{ halfLifeDays, eventIds },
  }
}

/** What each group gives more than its cap allows, taken off. */
function overCaps(model: ScoreModel, fading: EventsLine[], facts: Line[]): Line[] {
  const { caps } = fadingOf(model)
  return model.groups.flatMap((group, place): Line[] => {
    const ofFacts = model.engagementFacts.filter(rule => rule.group === group.key).map(rule => rule.key)
    const lines = [...fading.filter(line => line.group === group.key)]
    const stated = facts.filter(line => line.kind === 'fact' && ofFacts.includes(line.rule))
    const over = sum([...lines, ...stated]) - (caps[place] ?? Infinity)
    return over > 0 ? [{ kind: 'group_cap', group: group.key, points: hundredths(-over) }] : []
  })
}

/** The lines with what is still missing to the number shown: bounds at 0 and 100, and whole points. */
function addedUp(lines: Line[], shown: number): Line[] {
  const raw = sum(lines)
  const bound = Math.min(100, Math.max(0, raw)) - raw
  const bounded: Line[] =
    bound === 0 ? [] : [{ kind: bound < 0 ? 'ceiling' : 'floor', points: hundredths(bound) }]
  const rest = hundredths(shown - sum([...lines, ...bounded]))
  return [...lines, ...bounded, ...(rest === 0 ? [] : [{ kind: 'rounding', points: rest } satisfies Line])]
}

const roundingOf = ({ fitShare }: ScoreModel, { fit, engagement, total }: Account) =>
  hundredths(total - (fitShare * fit + (100 - fitShare) * engagement) / 100)

const hundredths = (points: number) => Math.round(points * 100) / 100

const sum = (lines: { points: number }[]) =>
  lines.reduce((all, line) => all + Math.round(line.points * 100), 0) / 100
