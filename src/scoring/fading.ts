import { type RawBuilder, sql } from 'kysely'
import { matches } from '../criteria/compile.ts'
import type { Scope } from '../criteria/scope.ts'
import { following, type Known } from '../platform/kept.ts'
import { type FactRule, fadingOf, type ScoreModel } from './model.ts'

/** Seconds from the model's landmark to an instant: the time that the functions of migration 0005 take. */
const secondsAfterLandmark = (model: ScoreModel, instant: Known<Date>): Known<number> =>
  following(instant, instant => Math.floor(instant.getTime() / 1000) - landmarkOf(model))

export const landmarkOf = ({ landmark }: ScoreModel): number => new Date(landmark).getTime() / 1000

/** Numbers that need not be worked out: the fit, and the sums of groups by their keys. */
export type Stored = { fit?: RawBuilder<unknown>; sums?: Map<string, RawBuilder<unknown>> }

/**
 * The score of the contact of `scope`, as steps of a from clause after one that offers `summed` (sums of its events, or null):
 * fit and sums with the facts that stand for engagement, then what fadedTo offers.
 */
export function scored(scope: Scope, model: ScoreModel, stored: Stored = {}): RawBuilder<unknown> {
  const sums = model.groups.map((group, index) => {
    const known = stored.sums?.get(group.key)
    if (known) return known
    const facts = model.engagementFacts.filter(rule => rule.group === group.key)
    return sql`coalesce(summed.sums[${sql.lit(index + 1)}], 0) + ${points(scope, facts)}`
  })
  return sql`
    cross join lateral (
      select ${stored.fit ?? sql`least(100, greatest(0, ${points(scope, model.fit)}))::smallint`} as fit,
        array[${sql.join(sums)}]::float8[] as sums
      offset 0
    ) fitted
    ${fadedTo(model, scope.now)}`
}

function points(scope: Scope, rules: FactRule[]) {
  const each = rules.map(
    rule => sql`case when ${matches(scope, rule.when)} then ${sql.lit(rule.points)} else 0 end`,
  )
  return each.length ? sql`(${sql.join(each, sql` + `)})` : sql`0`
}

/**
 * The numbers shown at an instant, as steps of a from clause after one that offers `fitted` (fit, sums): `scored` offers fit,
 * sums, engagement, total, temperature, and when they change by themselves (fades_at, turns_cold_at). Each step is worked out once: offset 0
 * keeps PostgreSQL from writing it into every use of the next. The arithmetic of arithmetic.ts.
 */
export function fadedTo(model: ScoreModel, instant: Known<Date>): RawBuilder<unknown> {
  const { halfLives, caps } = fadingOf(model)
  const { fitShare, warmFrom, hotFrom } = model
  const fading = sql`fitted.sums, ${halfLives}::float8[], ${caps}::float8[], ${secondsAfterLandmark(model, instant)}::float8`
  const share = sql.lit(100 - fitShare)
  // The least engagement with which the total still reaches the warm threshold; where it weighs nothing, no more is needed.
  const warmWith = sql`ceil((${sql.lit(100 * warmFrom - 50)} - ${sql.lit(fitShare)} * fitted.fit) / nullif(${share}::numeric, 0))::int`
  return sql`
    cross join lateral (select engagement_at(${fading}) as engagement offset 0) engaged
    cross join lateral (
      select ((${sql.lit(fitShare)} * fitted.fit + ${share} * engaged.engagement + 50) / 100)::smallint as total offset 0
    ) added
    cross join lateral (
      select ${asInstant(model, sql`engagement_leaves(${fading}, engaged.engagement, engaged.engagement)`)} as fades_at,
        case when added.total >= ${sql.lit(warmFrom)} and ${warmWith} > 0
          then ${asInstant(model, sql`engagement_leaves(${fading}, ${warmWith}, 100)`)} end as turns_cold_at
      offset 0
    ) timed
    cross join lateral (
      select fitted.fit, fitted.sums, engaged.engagement, added.total, timed.fades_at, timed.turns_cold_at, case
        when added.total >= ${sql.lit(hotFrom)} then 'hot' when added.total >= ${sql.lit(warmFrom)} then 'warm' else 'cold'
      end as temperature
    ) scored`
}

/** What the sums of each rule (sumsOf) are worth at an instant, in the order of the rules; zeros for who has none. */
export function fadedWorths(model: ScoreModel, sums: RawBuilder<unknown>, instant: Known<Date>) {
  const { halfLives } = fadingOf(model)
  const seconds = secondsAfterLandmark(model, instant)
  const worths = model.engagement.map(({ group }, index) => {
    const halfLife = halfLives[model.groups.findIndex(each => each.key === group)] ?? Infinity
    return sql`coalesce((${sums})[${sql.lit(index + 1)}], 0) * power(2::float8, -${seconds}::float8 / ${halfLife}::float8)`
  })
  return sql`array[${sql.join(worths)}]::float8[]`
}

const asInstant = (model: ScoreModel, seconds: RawBuilder<unknown>) =>
  sql`to_timestamp(${landmarkOf(model)} + ${seconds})`
