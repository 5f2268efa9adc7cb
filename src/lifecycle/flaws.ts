import { customEventTypes } from '../activity/activity.ts'
import { isEventName } from '../activity/events.ts'
import { fieldsOf } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import {
  asksStanding,
  type Criteria,
  choicesIn,
  type DidRule,
  hasNoDays,
  type IsRule,
  leastOf,
  partsOf,
  type ScoreRule,
} from '../criteria/criteria.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { whole } from '../criteria/expanded.ts'
import { isNeverFollowed } from '../criteria/neverFollowed.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type AskedFunnel, funnelsAsked, namedIn, wayBack } from './askedFunnels.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelsOf } from './definitions.ts'
import { flawsOfWords } from './flawsOfWords.ts'
import { flawsWithin } from './frameworkFlaws.ts'
import { type AskedSegment, holdSegments, segmentsThere } from './segmentsAsked.ts'

/** What keeps definitions from being published, each with its place in them. Their texts are `errors.<code>`. */
export async function flawsOf(
  ctx: Ctx,
  funnelKey: string,
  definitions: Definitions,
  segments?: AskedSegment[],
): Promise<Issue[]> {
  const known = await knownIn(ctx, funnelKey, definitions, segments)
  const { lifecycle, score, framework } = definitions
  const stages = lifecycle.stages.flatMap(({ key, entry, organizationEntry }, place) => {
    const path = ['lifecycle', 'stages', place]
    const of = { ...known, about: key }
    return [
      ...(place > 0 && asksNothing(entry) ? [emptyEntry(key, [...path, 'entry'])] : []),
      ...(organizationEntry && asksNothing(organizationEntry)
        ? [emptyEntry(key, [...path, 'organizationEntry'])]
        : []),
      ...flawsIn(of, entry, [...path, 'entry']),
      ...(organizationEntry ? flawsIn(of, organizationEntry, [...path, 'organizationEntry']) : []),
    ]
  })
  return [
    ...repeated(lifecycle.stages, ['lifecycle', 'stages'], 'lifecycle.repeated_stage'),
    ...stages,
    ...(lifecycle.outside
      ? flawsIn({ ...known, about: 'outside' }, lifecycle.outside, ['lifecycle', 'outside'])
      : []),
    ...flawsOfWords(lifecycle.words, known.hasWordsElsewhere),
    ...flawsOfScore({ ...known, about: '', inScore: true }, score),
    ...(framework ? flawsWithin(framework) : []),
  ]
}

/** Everybody would stand there: of the first stage that is meant, of another it is what is left when its last rule is cleared. */
const emptyEntry = (about: string, path: Path): Issue => ({
  ...{ path, code: 'lifecycle.empty_entry', params: { about } },
})

function asksNothing(rule: Criteria): boolean {
  if ('all' in rule) return rule.all.every(asksNothing)
  return 'any' in rule && rule.any.some(asksNothing)
}

/** Refuses definitions that cannot be in force, naming the first place in its message and all in its issues. */
export async function mustBeSound(ctx: Ctx, funnelKey: string, definitions: Definitions): Promise<void> {
  await holdSegments(ctx)
  const flaws = await flawsOf(ctx, funnelKey, definitions)
  if (flaws.length) throw new Refusal('bad', 'lifecycle.flawed', { count: flaws.length }, flaws.slice(0, 100))
}

/** Refuses a segment, among all as they would be saved, through which definitions in force would ask for what they decide. */
export async function mustNotCircle(ctx: Ctx, id: string, segments: AskedSegment[]): Promise<void> {
  const without = segments.filter(each => each.id !== id)
  for (const funnel of await funnelsOf(ctx)) {
    const circlesAmong = async (segments: AskedSegment[]) =>
      (await flawsOf(ctx, funnel.key, funnel, segments)).filter(({ code }) => circles.includes(code))
    const found = await circlesAmong(segments)
    if (found[0] && found.length > (await circlesAmong(without)).length)
      throw new Refusal('conflict', found[0].code, found[0].params)
  }
}

const circles = ['lifecycle.circular_segment', 'lifecycle.circular_funnels']

type Path = Issue['path']

type Known = {
  fields: Set<string>
  signals: Set<string>
  stages: Map<string, Set<string>>
  segments: AskedSegment[]
  funnel: string
  /** Whether another funnel holds the workspace's words. */
  hasWordsElsewhere: boolean
  mainFunnel: string
  /** What another funnel asks of others. */
  asksOf: (funnel: string) => AskedFunnel[]
  /** What the criterion decides, for the message. */
  about: string
  inScore?: boolean
  /** Whether the rule is about somebody linked to the contact. */
  linked?: boolean
}

async function knownIn(
  ctx: Ctx,
  funnel: string,
  { lifecycle }: Definitions,
  segments?: AskedSegment[],
): Promise<Known> {
  const funnels = await funnelsOf(ctx)
  const stages = new Map(
    funnels.map(each => [each.key, new Set(each.lifecycle.stages.map(({ key }) => key))] as const),
  )
  stages.set(funnel, new Set(lifecycle.stages.map(({ key }) => key)))
  const mainFunnel = funnels[0]?.key ?? funnel
  const there = segments ?? (await segmentsThere(ctx))
  const others = funnels.filter(({ key }) => key !== funnel)
  const asks = new Map(others.map(each => [each.key, funnelsAsked(each.key, each, mainFunnel, there)]))
  return {
    fields: new Set((await fieldsOf(ctx)).map(({ key }) => key)),
    signals: new Set((await customEventTypes(ctx)).map(({ name }) => name)),
    hasWordsElsewhere: others.some(each => each.lifecycle.words),
    ...{ segments: there, stages, funnel, mainFunnel, about: '', asksOf: key => asks.get(key) ?? [] },
  }
}

function flawsIn(known: Known, rule: Criteria, path: Path): Issue[] {
  const flaw = (code: string, params: Record<string, unknown> = {}): Issue[] => [
    { path, code: `lifecycle.${code}`, params: { ...params, about: known.about } },
  ]
  const below = (rules: Criteria[], key: string) =>
    rules.flatMap((each, place) => flawsIn(known, each, [...path, key, place]))
  if ('all' in rule) return below(rule.all, 'all')
  if ('any' in rule) return rule.any.length ? below(rule.any, 'any') : flaw('empty_any')
  if ('not' in rule) return flawsIn(known, rule.not, [...path, 'not'])
  if ('of' in rule)
    return rule.of.length < rule.atLeast ? flaw('too_few', { least: rule.atLeast }) : below(rule.of, 'of')
  if ('company' in rule) return flawsIn({ ...known, linked: true }, rule.company, [...path, 'company'])
  if ('people' in rule) return flawsIn({ ...known, linked: true }, rule.people, [...path, 'people'])
  return flawsOfLeaf(known, rule, flaw)
}

type Flaw = (code: string, params?: Record<string, unknown>) => Issue[]
type LeafRule = Exclude<
  Criteria,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { of: unknown }
  | { company: unknown }
  | { people: unknown }
>

function flawsOfLeaf(known: Known, rule: LeafRule, flaw: Flaw): Issue[] {
  if ('field' in rule)
    return known.fields.has(rule.field)
      ? unreadable(rule, flaw)
      : flaw('unknown_field', { field: rule.field })
  if ('did' in rule) return flawsOfDeed(known, rule, flaw)
  if ('answered' in rule) return unreadable(rule, flaw)
  if ('is' in rule && (rule.is === 'verdict' || rule.is === 'stale' || rule.is === 'fit'))
    return flaw(rule.is)
  if (asksStanding(rule)) return flawsOfStanding(known, rule, flaw)
  return rule.is === 'segment' ? flawsOfSegments(known, rule.anyOf, flaw) : []
}

/** A comparison that the compiler refuses: a text against a number, an operator that the field does not have. */
function unreadable(rule: Criteria, flaw: Flaw): Issue[] {
  try {
    matches(anybody, rule)
    return []
  } catch (error) {
    if (error instanceof Refusal) return flaw('bad_value', error.params)
    throw error
  }
}

const anybody: Scope = { workspaceId: '', now: new Date(0), contact: 'c', did: eventsOfEach, standing: 's' }

function flawsOfDeed(known: Known, rule: DidRule, flaw: Flaw): Issue[] {
  const named = choicesIn(rule).flatMap(({ did }) => (Array.isArray(did) ? did : []))
  const unknown = named.find(name => !isEventName(name) && !known.signals.has(name))
  if (unknown) return flaw('unknown_signal', { signal: unknown })
  if (rule.atMost !== undefined && leastOf(rule) > rule.atMost) return flaw('never')
  if (hasNoDays(rule)) return flaw('no_days')
  return isNeverFollowed(rule) ? flaw('never_followed') : unreadable(rule, flaw)
}

function flawsOfStanding(known: Known, rule: StandingRule, flaw: Flaw): Issue[] {
  const funnel = rule.funnel ?? known.funnel
  const there = known.stages.get(funnel)
  if (!there) return flaw('unknown_funnel', { funnel })
  if (isCircular(known, rule, known.funnel)) return flaw('circular')
  const circle = known.linked ? undefined : circleThrough(known, funnel)
  if (circle) return flaw('circular_funnels', circle)
  const isStage = 'is' in rule && rule.is === 'stage'
  const missing = isStage ? rule.anyOf.find(key => key !== 'none' && !there.has(key)) : undefined
  return missing ? flaw('unknown_stage', { stage: missing }) : []
}

/** What in another funnel asks for this one, when that is asked for here: each would wait for the other. */
function circleThrough({ funnel: own, asksOf }: Known, funnel: string) {
  const back = funnel === own ? undefined : wayBack(own, funnel, asksOf)
  return back && { funnel, through: back.funnel, there: back.about }
}

type StandingRule = IsRule | ScoreRule

/** The stage and the score of the contact itself follow from these definitions; of others they may be asked. */
function isCircular({ funnel, linked, inScore }: Known, rule: StandingRule, home: string): boolean {
  if (linked || (rule.funnel ?? home) !== funnel) return false
  return 'score' in rule || rule.is === 'temperature' ? !!inScore : rule.is === 'stage' || rule.is === 'stale'
}

function flawsOfSegments(known: Known, ids: string[], flaw: Flaw): Issue[] {
  return ids.flatMap(id => {
    const segment = known.segments.find(each => each.id === id)
    if (!segment) return flaw('unknown_segment', { segment: id })
    const rule = whole(segment, known.segments)
    if (asksForItself(known, rule)) return flaw('circular_segment', { segment: segment.name })
    const [circle] = namedIn(rule, known.mainFunnel, known.mainFunnel, known.segments).flatMap(
      funnel => circleThrough(known, funnel) ?? [],
    )
    return circle ? flaw('circular_funnels', circle) : []
  })
}

/** Segments mean the main funnel when they name none. */
function asksForItself(known: Known, rule: Criteria): boolean {
  if (asksStanding(rule)) return isCircular(known, rule, known.mainFunnel)
  return partsOf(rule).some(part => asksForItself(known, part))
}

function flawsOfScore(known: Known, score: ScoreModel): Issue[] {
  const flaw = (path: Path, code: string, params = {}) => [
    { path: ['score', ...path], code: `lifecycle.${code}`, params },
  ]
  const groups = new Map(score.groups.map(group => [group.key, group]))
  const facts = (list: 'fit' | 'engagementFacts') =>
    score[list].flatMap(({ key, when }, place) =>
      flawsIn({ ...known, about: key }, when, ['score', list, place, 'when']),
    )
  const events = score.engagement.flatMap(({ key, on, group }, place) => [
    ...flawsIn({ ...known, about: key }, on, ['score', 'engagement', place, 'on']),
    ...(groups.has(group) ? [] : flaw(['engagement', place], 'unknown_group', { group, about: key })),
  ])
  const stated = score.engagementFacts.flatMap(({ key, group }, place) => {
    if (!groups.has(group)) return flaw(['engagementFacts', place], 'unknown_group', { group, about: key })
    return groups.get(group)?.halfLifeDays
      ? flaw(['engagementFacts', place], 'fading_facts', { group, about: key })
      : []
  })
  return [
    ...(score.warmFrom < score.hotFrom
      ? []
      : flaw(['hotFrom'], 'thresholds', { warm: score.warmFrom, hot: score.hotFrom })),
    ...repeated(score.groups, ['score', 'groups'], 'lifecycle.repeated_rule'),
    ...repeated(score.fit, ['score', 'fit'], 'lifecycle.repeated_rule'),
    ...repeated(score.engagement, ['score', 'engagement'], 'lifecycle.repeated_rule'),
    ...repeated(score.engagementFacts, ['score', 'engagementFacts'], 'lifecycle.repeated_rule'),
    ...[...facts('fit'), ...events, ...stated, ...facts('engagementFacts')],
  ]
}

const repeated = (items: { key: string }[], path: Path, code: string): Issue[] =>
  items.flatMap(({ key }, place) =>
    items.findIndex(other => other.key === key) < place
      ? [{ path: [...path, place], code, params: { key } }]
      : [],
  )
