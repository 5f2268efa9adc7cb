import type { Definitions, Rule } from '../../../lifecycle/definitionChanges.ts'
import type { Stage } from '../../../lifecycle/model.ts'
import { ownWord, type Word, type WordKind, wordKeys, wordKinds } from '../../../lifecycle/ownWords.ts'
import type { EventRule, FactRule, ScoreModel } from '../../../scoring/model.ts'
import type { Change } from './writing.ts'

const inStages =
  (change: (stages: Stage[]) => Stage[]): Change =>
  definitions => {
    const { lifecycle } = definitions
    return { ...definitions, lifecycle: { ...lifecycle, stages: change(lifecycle.stages) } }
  }

export const changeStage = (key: string, change: Partial<Stage>) =>
  inStages(stages => stages.map(stage => (stage.key === key ? tidy({ ...stage, ...change }) : stage)))

export const removeStage = (key: string) => inStages(stages => stages.filter(stage => stage.key !== key))

/** Puts a stage so many places further on. */
export const moveStage = (key: string, by: number) =>
  inStages(stages => {
    const from = stages.findIndex(stage => stage.key === key)
    const to = from + by
    const stage = stages[from]
    if (!stage || to < 0 || to >= stages.length) return stages
    return stages.toSpliced(from, 1).toSpliced(to, 0, stage)
  })

/** A new stage above the highest but one, so that whoever reaches it has not become a customer yet. */
export const addStage = (stage: Stage) =>
  inStages(stages => stages.toSpliced(Math.max(1, stages.length - 1), 0, stage))

export const changeLifecycle =
  (change: Partial<Definitions['lifecycle']>): Change =>
  definitions => ({ ...definitions, lifecycle: tidy({ ...definitions.lifecycle, ...change }) })

/** Another word, or the dictionary's again; in the order in which files write them. */
export const changeWord =
  (kind: WordKind, key: string, word: Word | undefined): Change =>
  definitions => {
    const { words } = definitions.lifecycle
    const changed = wordKinds.flatMap(each => {
      const own = wordKeys[each].flatMap(name => {
        const said = each === kind && name === key ? word : ownWord(words, each, name)
        return said ? [[name, said]] : []
      })
      return own.length ? [[each, Object.fromEntries(own)]] : []
    })
    return changeLifecycle({ words: changed.length ? Object.fromEntries(changed) : undefined })(definitions)
  }

const inScore =
  (change: (score: ScoreModel) => ScoreModel): Change =>
  definitions => ({ ...definitions, score: change(definitions.score) })

export const changeScore = (change: Partial<ScoreModel>) => inScore(score => ({ ...score, ...change }))

export type RuleList = 'fit' | 'engagement' | 'engagementFacts'

export const changeRule = (list: RuleList, key: string, change: Partial<FactRule & EventRule>) =>
  inScore(score => ({
    ...score,
    [list]: score[list].map(rule => (rule.key === key ? tidy({ ...rule, ...change }) : rule)),
  }))

export const removeRule = (list: RuleList, key: string) =>
  inScore(score => ({ ...score, [list]: (score[list] as Rule[]).filter(rule => rule.key !== key) }))

export const addRule = (list: RuleList, rule: Rule) =>
  inScore(score => ({ ...score, [list]: [...score[list], rule] }))

export const changeGroup = (key: string, change: Partial<ScoreModel['groups'][number]>) =>
  inScore(score => ({
    ...score,
    groups: score.groups.map(group => (group.key === key ? tidy({ ...group, ...change }) : group)),
  }))

export const addGroup = (group: Group) => inScore(score => ({ ...score, groups: [...score.groups, group] }))

/** The rules of a group that goes are of another from then on, or go with it. */
export const removeGroup = (key: string, into: string | undefined) =>
  inScore(score => ({
    ...score,
    groups: score.groups.filter(group => group.key !== key),
    engagement: regrouped(score.engagement, key, into),
    engagementFacts: regrouped(score.engagementFacts, key, into),
  }))

const regrouped = <R extends { group: string }>(rules: R[], from: string, into: string | undefined): R[] =>
  rules.flatMap(rule => (rule.group !== from ? [rule] : into ? [{ ...rule, group: into }] : []))

type Group = ScoreModel['groups'][number]

/** The groups that a rule of a list may be in: facts have no date to fade from. */
export const groupsFor = (list: RuleList, groups: Group[]): Group[] =>
  list === 'engagementFacts' ? groups.filter(({ halfLifeDays }) => halfLifeDays === null) : groups

/** Without what is undefined: as it comes back from the server. */
const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
