import { type SqlBool, sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import { type Criteria, isBranch, partsOf as partsIn } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import { mayCount } from '../criteria/mayCount.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Ctx } from '../platform/ctx.ts'
import { linesOf } from '../scoring/engagement.ts'
import type { Funnel } from './definitions.ts'
import { entryOf, type Kind } from './model.ts'
import type { Previewed } from './previewing.ts'
import { isRejudged, withVerdicts } from './previewVerdicts.ts'
import { spellingOut } from './spelledOut.ts'
import { supposedStandings } from './wouldBe.ts'

/** The definitions of a draft, and the preview that says where everybody would stand under them. */
type Supposed = Pick<Previewed, 'previewId' | 'inForce' | 'supposed'>

/** A rule without which everything would be as it is. Of a stage: a part of what it asks; else a rule of the score, by its key. */
export type DeadRule = { stage: string; rule: Criteria } | { score: string }

/** So many contacts of each kind are asked. A rule that matters for one in a thousand is then missed once in seven times. */
const sample = 2_000
const mostParts = 80

/**
 * Rules that change nothing, asked of a sample: a part of a criterion without which the criterion holds for the same contacts, and a
 * rule of the score that gives nobody a point. Each by itself: of two that say the same, either could go. Parts of a `not` and of linked contacts are asked as one.
 */
export async function deadRules(ctx: Ctx, draft: Supposed): Promise<{ dead: DeadRule[]; sampled: number }> {
  const { supposed: funnel } = draft
  const [person, organization] = await Promise.all([someOf(ctx, 'person'), someOf(ctx, 'organization')])
  const ids = { person, organization }
  const sampled = ids.person.length + ids.organization.length
  if (sampled === 0) return { dead: [], sampled }
  const kinds = (['person', 'organization'] as const).filter(kind => ids[kind].length)
  const [heard, ...lives] = await Promise.all([
    heardRules(ctx, funnel, [...person, ...organization]),
    ...kinds.map(kind => living(ctx, draft, kind, ids[kind])),
  ])
  const alive = new Set(lives.flat())
  const candidates = kinds.flatMap(kind => partsOf(funnel, kind))
  const dead = new Map(
    candidates.filter(({ place }) => !alive.has(place)).map(each => [each.place, each.dead]),
  )
  const { fit, engagement, engagementFacts } = funnel.score
  const silent = [
    ...[...fit, ...engagementFacts].filter(({ key }) => !alive.has(ruleName(key))),
    ...engagement.filter(({ key }) => !heard.has(key)),
  ]
  return { dead: [...dead.values(), ...silent.map(({ key }) => ({ score: key }))], sampled }
}

/** At random, and the same ones each time. */
async function someOf(ctx: Ctx, kind: Kind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contacts c where workspace_id = ${ctx.workspaceId} and kind = ${kind} and ${counts(ctx, 'c')}
    order by hashtextextended(id::text, 7) limit ${sample}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

type Candidate = { place: string; whole: Criteria; without: Criteria; dead: DeadRule }

function partsOf({ lifecycle }: Funnel, kind: Kind): Candidate[] {
  const found = lifecycle.stages.flatMap(stage => {
    const whole = entryOf(stage, kind)
    const parts = removals(whole).filter(
      ({ removed }) => removed !== stage.entry && removed !== stage.organizationEntry,
    )
    return parts.map(({ removed, without }) => ({
      ...{ place: `${stage.key} ${JSON.stringify(removed)}`, whole, without },
      dead: { stage: stage.key, rule: removed },
    }))
  })
  return found.slice(0, mostParts)
}

/** The criterion without each of its parts in turn. */
function removals(rule: Criteria): { removed: Criteria; without: Criteria }[] {
  const [parts, again] = branchOf(rule)
  return parts.flatMap((part, place) => {
    const put = (instead: Criteria[]) => again(parts.toSpliced(place, 1, ...instead))
    const deeper = removals(part).map(({ removed, without }) => ({ removed, without: put([without]) }))
    // What is alone in a list is removed with the list.
    const own = parts.length > 1 ? [{ removed: part, without: put([]) }] : []
    return [...own, ...deeper]
  })
}

function branchOf(rule: Criteria): [Criteria[], (parts: Criteria[]) => Criteria] {
  if ('all' in rule) return [rule.all, all => ({ all })]
  if ('any' in rule) return [rule.any, any => ({ any })]
  return [[], () => rule]
}

/** The places of parts without which some contact would be answered otherwise, and the rules of facts that hold for somebody. */
async function living(ctx: Ctx, draft: Supposed, kind: Kind, ids: string[]): Promise<string[]> {
  const { workspaceId } = ctx
  const { previewId, inForce, supposed: funnel } = draft
  const standings = supposedStandings({ workspaceId, previewId, funnel })
  const now = ctx.clock()
  const isJudging = isRejudged(draft)
  const spelled = isJudging ? await spellingOut(ctx, funnel) : (rule: Criteria) => rule
  const candidates = partsOf(funnel, kind).map(({ place, whole, without }) => ({
    ...{ place, whole: spelled(whole), without: spelled(without) },
  }))
  const facts = [...funnel.score.fit, ...funnel.score.engagementFacts].map(rule => ({
    ...{ ...rule, when: spelled(rule.when) },
  }))
  const criteria = [...candidates.map(({ whole }) => whole), ...facts.map(({ when }) => when)]
  const { columns, did } = didColumns({ workspaceId, now }, criteria, { alias: 'told' })
  const scope: Scope = { workspaceId, now, contact: 'c', did, standing: 's', standings, funnel: funnel.key }
  const { leaves, known } = askedOnce(scope, criteria)
  const tests = [
    ...candidates.map(
      ({ whole, without }) => sql`(${matches(known, whole)}) <> (${matches(known, without)})`,
    ),
    ...facts.map(({ when, points }) => (points === 0 ? sql`false` : matches(known, when))),
  ]
  if (tests.length === 0) return []
  const told = sql`
    left join (
      select e.contact_id, ${sql.join(columns)} from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = any(${ids}::uuid[]) and e.withdrawn_at is null
        and ${mayCount(now, criteria)}
      group by e.contact_id
    ) told on told.contact_id = c.id`
  const { rows } = await sql<{ lives: boolean[] }>`
    ${isJudging ? withVerdicts(workspaceId, previewId, inForce.id) : sql``}
    select array[${sql.join(tests.map(test => sql`coalesce(bool_or(${test}), false)`))}] as lives
    from contacts c
    join ${standings} s on s.workspace_id = c.workspace_id and s.funnel_id = ${funnel.id} and s.contact_id = c.id
    ${columns.length ? told : sql``}
    ${leaves}
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(ctx.db)
  const names = [...candidates.map(({ place }) => place), ...facts.map(({ key }) => ruleName(key))]
  return names.filter((_, place) => rows[0]?.lives[place])
}

/** The rules at the ends of criteria, each answered once for all that ask it, in a step of a from clause; and the scope that reads them. */
function askedOnce(scope: Scope, criteria: Criteria[]) {
  const ends = new Map(criteria.flatMap(endsOf).map(rule => [JSON.stringify(rule), rule]))
  const places = new Map([...ends.keys()].map((key, place) => [key, place]))
  const columns = [...ends.values()].map(
    (rule, place) => sql`${matches(scope, rule)} as ${sql.raw(`holds_${place}`)}`,
  )
  const known = (rule: Criteria) => {
    const place = places.get(JSON.stringify(rule))
    return place === undefined ? undefined : sql<SqlBool>`asked.${sql.raw(`holds_${place}`)}`
  }
  const leaves = columns.length ? sql`cross join lateral (select ${sql.join(columns)} offset 0) asked` : sql``
  return { leaves, known: { ...scope, known } }
}

const endsOf = (rule: Criteria): Criteria[] => (isBranch(rule) ? partsIn(rule).flatMap(endsOf) : [rule])

const ruleName = (key: string) => `score ${key}`

/** The rules of events that give somebody a point, by their keys. */
async function heardRules(ctx: Ctx, funnel: Funnel, ids: string[]): Promise<Set<string | undefined>> {
  const { workspaceId } = ctx
  const { score, timeZone } = funnel
  const { rows } = await sql<{ rule: number }>`
    with heard as (
      select * from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = any(${ids}::uuid[]) and e.withdrawn_at is null
    ), lines as (${linesOf({ workspaceId, model: score, heard: 'heard', now: ctx.clock(), timeZone })})
    select distinct rule from lines where points <> 0`.execute(ctx.db)
  return new Set(rows.map(({ rule }) => score.engagement[rule - 1]?.key))
}
