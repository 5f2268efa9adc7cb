import type { Criteria } from '../criteria/criteria.ts'
import { alike } from '../platform/alike.ts'
import type { EventRule, FactRule, ScoreModel } from '../scoring/model.ts'
import { type FrameworkChange, frameworkChanges } from './frameworkChanges.ts'
import type { Framework } from './frameworks.ts'
import type { Lifecycle, Stage } from './model.ts'
import { type OwnWords, ownWord, type WordKind, wordKeys, wordKinds } from './ownWords.ts'

/** What is written, previewed and published together. Without a framework: it stays as it is in force. */
export type Definitions = { lifecycle: Lifecycle; score: ScoreModel; framework?: Framework }

export type Rule = FactRule | EventRule | (FactRule & { group: string })
type Pair<T> = { was: T; is: T }
type About =
  | { stage: Stage }
  | { rule: Rule }
  | { group: ScoreModel['groups'][number] }
  | { word: { kind: WordKind; key: string } }
  | Record<never, never>

/** One thing that differs between two versions; `about` says of what. Its sentence is `changes.<what>`. */
export type DefinitionChange = About &
  (
    | {
        what:
          | 'stage_added'
          | 'stage_removed'
          | 'stages_reordered'
          | 'stage_color'
          | 'stage_back'
          | 'stage_does'
          | 'stage_guide'
      }
    | { what: 'rule_added' | 'rule_removed' | 'rule_named' | 'rule_group' }
    | { what: 'group_added' | 'group_removed' | 'group_named' }
    | ({ what: 'stage_entry' | 'stage_organizations' | 'outside' | 'rule_when' } & Pair<Criteria | undefined>)
    | ({ what: 'stage_named' | 'stage_plural' | 'word' } & Pair<Stage['name']>)
    | ({ what: 'stage_responsible' | 'contact_means' } & Pair<string>)
    | ({ what: 'framework_another' } & Pair<Framework>)
    | ({ what: 'framework'; change: FrameworkChange } & Pair<Framework>)
    | ({
        what:
          | ('stage_stale' | 'fit_share' | 'warm_from' | 'hot_from' | 'contact_from')
          | ('rule_points' | 'rule_per_day' | 'group_half_life' | 'group_cap')
      } & Pair<number | null>)
  )

/** What differs, stages first, in the order of the pages. Plain data: the server and the browser both count with it. */
export function changesBetween(was: Definitions, is: Definitions): DefinitionChange[] {
  return [
    ...lifecycleChanges(was.lifecycle, is.lifecycle),
    ...scoreChanges(was.score, is.score),
    ...(was.framework && is.framework ? qualificationChanges(was.framework, is.framework) : []),
  ]
}

/** What differs in how people are qualified; of two frameworks that are not the same one, that it is another. */
export function qualificationChanges(was: Framework, is: Framework): DefinitionChange[] {
  if (was.key !== is.key) return [{ what: 'framework_another', was, is }]
  return frameworkChanges(was, is).map(change => ({ what: 'framework', change, was, is }))
}

export function lifecycleChanges(was: Lifecycle, is: Lifecycle): DefinitionChange[] {
  const both = is.stages.flatMap(stage => {
    const before = was.stages.find(({ key }) => key === stage.key)
    return before ? [{ stage, before }] : []
  })
  const order = (stages: Stage[], others: Stage[]) =>
    stages.map(({ key }) => key).filter(key => others.some(other => other.key === key))
  return [
    ...missingIn(is.stages, was.stages).map(stage => ({ what: 'stage_removed' as const, stage })),
    ...missingIn(was.stages, is.stages).map(stage => ({ what: 'stage_added' as const, stage })),
    ...(alike(order(was.stages, is.stages), order(is.stages, was.stages))
      ? []
      : [{ what: 'stages_reordered' as const }]),
    ...both.flatMap(({ stage, before }) => stageChanges(before, stage)),
    ...changed('outside', was.outside, is.outside),
    ...changed('contact_means', was.contactMeans, is.contactMeans),
    ...wordChanges(was.words, is.words),
  ]
}

const wordChanges = (was: OwnWords | undefined, is: OwnWords | undefined): DefinitionChange[] =>
  wordKinds.flatMap(kind =>
    wordKeys[kind].flatMap(key =>
      changed('word', ownWord(was, kind, key), ownWord(is, kind, key)).map(change => ({
        ...change,
        word: { kind, key },
      })),
    ),
  )

function stageChanges(was: Stage, is: Stage): DefinitionChange[] {
  const found = [
    ...changed('stage_named', was.name, is.name),
    ...changed('stage_plural', was.plural, is.plural),
    ...changed('stage_entry', was.entry, is.entry),
    ...changed('stage_organizations', was.organizationEntry, is.organizationEntry),
    ...changed('stage_responsible', was.responsible, is.responsible),
    ...changed('stage_stale', was.staleAfterDays ?? null, is.staleAfterDays ?? null),
    ...(was.color === is.color ? [] : [{ what: 'stage_color' as const }]),
    ...((was.canGoBack ?? true) === (is.canGoBack ?? true) ? [] : [{ what: 'stage_back' as const }]),
    ...(alike(was.does, is.does) ? [] : [{ what: 'stage_does' as const }]),
    ...(alike(was.guide, is.guide) ? [] : [{ what: 'stage_guide' as const }]),
  ]
  return found.map(change => ({ ...change, stage: is }))
}

export function scoreChanges(was: ScoreModel, is: ScoreModel): DefinitionChange[] {
  return [
    ...changed('fit_share', was.fitShare, is.fitShare),
    ...changed('warm_from', was.warmFrom, is.warmFrom),
    ...changed('hot_from', was.hotFrom, is.hotFrom),
    ...changed('contact_from', was.contactFrom ?? null, is.contactFrom ?? null),
    ...missingIn(is.groups, was.groups).map(group => ({ what: 'group_removed' as const, group })),
    ...missingIn(was.groups, is.groups).map(group => ({ what: 'group_added' as const, group })),
    ...is.groups.flatMap(group => groupChanges(was, group)),
    ...ruleChanges(was.fit, is.fit),
    ...ruleChanges(was.engagement, is.engagement),
    ...ruleChanges(was.engagementFacts, is.engagementFacts),
  ]
}

function groupChanges({ groups }: ScoreModel, group: ScoreModel['groups'][number]): DefinitionChange[] {
  const was = groups.find(({ key }) => key === group.key)
  if (!was) return []
  const found = [
    ...changed('group_half_life', was.halfLifeDays, group.halfLifeDays),
    ...changed('group_cap', was.cap, group.cap),
    ...(alike(was.name, group.name) ? [] : [{ what: 'group_named' as const }]),
  ]
  return found.map(change => ({ ...change, group }))
}

function ruleChanges(was: Rule[], is: Rule[]): DefinitionChange[] {
  return [
    ...missingIn(is, was).map(rule => ({ what: 'rule_removed' as const, rule })),
    ...missingIn(was, is).map(rule => ({ what: 'rule_added' as const, rule })),
    ...is.flatMap(rule => {
      const before = was.find(({ key }) => key === rule.key)
      return before ? changesOfRule(before, rule) : []
    }),
  ]
}

function changesOfRule(was: Rule, is: Rule): DefinitionChange[] {
  const group = (rule: Rule) => ('group' in rule ? rule.group : undefined)
  const perDay = (rule: Rule) => ('perDay' in rule ? (rule.perDay ?? null) : null)
  const found = [
    ...changed('rule_points', was.points, is.points),
    ...changed('rule_per_day', perDay(was), perDay(is)),
    ...(alike(asked(was), asked(is))
      ? []
      : [{ what: 'rule_when' as const, was: whenOf(was), is: whenOf(is) }]),
    ...(alike(was.name, is.name) ? [] : [{ what: 'rule_named' as const }]),
    ...(group(was) === group(is) ? [] : [{ what: 'rule_group' as const }]),
  ]
  return found.map(change => ({ ...change, rule: is }))
}

/** What a rule counts, as a criterion that can be read aloud. */
export const whenOf = (rule: Rule): Criteria => ('on' in rule ? rule.on : rule.when)

const asked = (rule: Rule) => ('on' in rule ? [rule.on, rule.notFirstDay ?? false] : rule.when)

const missingIn = <T extends { key: string }>(there: T[], from: T[]): T[] =>
  from.filter(({ key }) => there.every(other => other.key !== key))

const changed = <What extends string, T>(what: What, was: T, is: T): ({ what: What } & Pair<T>)[] =>
  alike(was, is) ? [] : [{ what, was, is }]
