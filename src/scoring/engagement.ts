import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { compareProperty } from '../criteria/compare.ts'
import { eventsOfEach } from '../criteria/did.ts'
import type { Known } from '../platform/kept.ts'
import { landmarkOf } from './fading.ts'
import { type EventRule, fadingOf, type ScoreModel } from './model.ts'

/** The instant that counts, the time zone in which days begin, and the table of events. */
type Source = { workspaceId: string; now: Known<Date>; timeZone: string; model: ScoreModel; heard: string }

/**
 * What the events in `heard` (contact_id, id, name, direction, at, by_robot, properties) give: a row for each contact, rule and
 * day, with its points after the day's bound, dated at the day's first event. Robots and the future give nothing.
 */
export function linesOf(source: Source, { withEvents = false } = {}): RawBuilder<unknown> {
  const { model, heard, now, timeZone } = source
  const ids = withEvents ? sql`, array_agg(h.id order by h.at, h.id) as event_ids` : sql``
  return sql`
    select days.*, ${pointsOfDay(model)} as points
    from (
      select counted.*, row_number() over (partition by contact_id, rule order by day) as nth_day
      from (
        select h.contact_id, r.rule, (h.at at time zone ${sql.lit(timeZone)})::date as day,
          min(h.at) as first_at, count(*)::int as times ${ids}
        from ${sql.table(heard)} h
        join ${rulesByName(model)} on r.name = h.name
        where h.at <= ${now} and not h.by_robot and ${letThrough(source)}
        group by h.contact_id, r.rule, day
      ) counted
    ) days
    where nth_day > 1 or not rule = any(${countingFromSecondDay(model)}::int[])`
}

/**
 * One row for each contact of `lines` (a table of linesOf): `sums`, in the order of the groups (or of the rules), S = sum of points * 2^((t - landmark) / half-life).
 * Added up in a fixed order, so that the same history gives the same bits. Source: Cormode et al., Forward Decay, ICDE 2009.
 */
export function sumsOf(
  model: ScoreModel,
  lines: string,
  { each = 'group' }: { each?: 'group' | 'rule' } = {},
): RawBuilder<unknown> {
  const parts = each === 'group' ? model.groups : model.engagement
  const sums = parts.map((_, index) => sql`coalesce(sum(worth) filter (where part = ${index + 1}), 0)`)
  const part = each === 'group' ? ofRule(model, groupNumber(model), 'int') : sql`rule`
  return sql`
    select contact_id, array[${sql.join(sums)}]::float8[] as sums
    from (
      select contact_id, ${part} as part, points * ${grown(model)} as worth
      from ${sql.table(lines)}
      order by contact_id, rule, day
    ) worths
    group by contact_id`
}

/** The factor that turns points earned at `first_at` into their part of S. */
function grown(model: ScoreModel) {
  const halfLife = ofRule(
    model,
    rule => fadingOf(model).halfLives[groupNumber(model)(rule) - 1] ?? Infinity,
    'float8',
  )
  // Bounds keep power() from overflowing on dates that are centuries away.
  return sql`power(2::float8, least(600, greatest(-400, (date_part('epoch', first_at) - ${landmarkOf(model)}::float8) / ${halfLife})))`
}

function pointsOfDay(model: ScoreModel) {
  const most = ofRule(model, rule => rule.perDay ?? 1_000_000, 'int')
  const each = ofRule(model, rule => Math.abs(rule.points), 'int')
  return sql`${ofRule(model, rule => Math.sign(rule.points), 'int')} * least(${most}, times * ${each})`
}

const groupNumber = (model: ScoreModel) => (rule: EventRule) =>
  model.groups.findIndex(group => group.key === rule.group) + 1

/** A number that belongs to the rule in column `rule` (from 1), looked up in a constant array. */
const ofRule = (model: ScoreModel, value: (rule: EventRule) => number, type: 'int' | 'float8') =>
  sql`(${model.engagement.map(value)}::${sql.raw(type)}[])[rule]`

function rulesByName(model: ScoreModel) {
  const pairs = model.engagement.flatMap((rule, index) =>
    rule.on.did.map(name => ({ rule: index + 1, name })),
  )
  return sql`unnest(${pairs.map(pair => pair.rule)}::int[], ${pairs.map(pair => pair.name)}::text[]) as r (rule, name)`
}

/** What a rule asks of an event beyond its name. */
function letThrough({ model, now, workspaceId }: Source): RawBuilder<SqlBool> {
  const scope = { workspaceId, now, contact: '', did: eventsOfEach }
  const narrowed = model.engagement.flatMap(({ on: { where = [], direction } }, index) => {
    const tests = where.map(each => compareProperty(scope, each, 'h'))
    if (direction) tests.push(sql`${directionAt('h', now)} = any(${direction}::text[])`)
    return tests.length ? [sql`when ${sql.lit(index + 1)} then ${sql.join(tests, sql` and `)}`] : []
  })
  if (!narrowed.length) return sql`true`
  return sql`case r.rule ${sql.join(narrowed, sql` `)} else true end`
}

const countingFromSecondDay = (model: ScoreModel): number[] =>
  model.engagement.flatMap((rule, index) => (rule.notFirstDay ? [index + 1] : []))
