import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import { type Differing, differingParts } from '../../../criteria/difference.ts'
import { type DefinitionChange, type Rule, whenOf } from '../../../lifecycle/definitionChanges.ts'
import type { WordKind } from '../../../lifecycle/ownWords.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFormat } from '../../../ui/format.ts'
import { useStageName } from '../../../ui/stageWords.ts'
import { useFrameworkChangeText } from '../frameworks/useFrameworkChangeText.ts'
import { useFrameworkName } from '../frameworks/useFrameworks.ts'
import { usualWord } from '../ownWords.ts'
import { useClause, useFunnelShown, useWholeSentence } from './useDefinitions.ts'

type Words = { es: string; en: string } | undefined

/** The workspace's own words in the reader's language. */
export function useOwnWords(): (words: Words) => string | undefined {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  return useCallback(words => words?.[locale] || undefined, [locale])
}

/** The name of a stage of a draft: its own, else the one that everybody knows. */
export function useDraftStageName() {
  const own = useOwnWords()
  const name = useStageName()
  return (stage: { key: string; name?: Words }) => own(stage.name) ?? name(stage.key)
}

/** What a rule of the score is called: its own name, the dictionary's, or what it asks. */
export function useRuleName() {
  const own = useOwnWords()
  const text = useAnyText()
  const sentence = useWholeSentence()
  return (rule: Pick<Rule, 'key' | 'name'> & Rule) =>
    own(rule.name) ?? text(`scoring.rules.${rule.key}`, { defaultValue: sentence(whenOf(rule)) })
}

export function useGroupName() {
  const own = useOwnWords()
  const text = useAnyText()
  return ({ key, name }: { key: string; name?: Words }) =>
    own(name) ?? text(`scoring.groups.${key}`, { defaultValue: key })
}

/** What the rules and the groups of the score in force are called, in the funnel in view. */
export function useScoreNames() {
  const score = useFunnelShown()?.score
  const rule = useRuleName()
  const group = useGroupName()
  const rules: Rule[] = score ? [...score.fit, ...score.engagement, ...score.engagementFacts] : []
  return {
    rule: (key: string) => rules.filter(each => each.key === key).map(rule)[0],
    group: (key: string) => score?.groups.filter(each => each.key === key).map(group)[0],
  }
}

/** A difference between two versions, as a sentence. */
export function useChangeText(): (change: DefinitionChange) => string {
  const { t } = useTranslation()
  const text = useAnyText()
  const about = useAboutText()
  const value = useValueText()
  const partText = usePartText()
  const newRule = useNewRuleText()
  const qualification = useQualificationText()
  return change => {
    if (change.what === 'framework' || change.what === 'framework_another') return qualification(change)
    if (change.what === 'rule_added' && 'rule' in change) return newRule(change.rule)
    const subject = about(change)
    if (!('was' in change)) return text(`draft.changes.${change.what}`, { about: subject })
    const key = change.was === undefined ? 'added' : change.is === undefined ? 'removed' : 'changed'
    const heading = t(`draft.${key}`, { what: text(`draft.changes.${change.what}`, { about: subject }) })
    if (key === 'removed') return heading
    const parts = key === 'changed' ? criteriaParts(change) : []
    if (parts.length > 0) return `${heading} ${parts.map(partText).join('; ')}`
    const is = value(change, change.is)
    if (key === 'added') return `${heading} ${is}`
    const told = `${heading} ${t('draft.fromTo', { was: value(change, change.was), is })}`
    const counts = change.what === 'fit_share' && onlyOne(change.is)
    return counts ? `${told}. ${t(`draft.changes.${counts}`)}` : told
  }
}

const onlyOne = (fitShare: unknown) =>
  fitShare === 100 ? 'onlyFit' : fitShare === 0 ? 'onlyEngagement' : undefined

type Qualifying = Extract<DefinitionChange, { what: 'framework' | 'framework_another' }>

function useQualificationText() {
  const { t } = useTranslation()
  const nameOf = useFrameworkName()
  const frameworkText = useFrameworkChangeText()
  return (change: Qualifying): string => {
    const { was, is } = change
    if (change.what === 'framework_another')
      return t('frameworks.changes.another', { was: nameOf(was), is: nameOf(is) })
    return t('frameworks.changes.inside', { name: nameOf(is), change: frameworkText(change.change, was, is) })
  }
}

/** Its points and what it asks, beside its name where it has one. */
function useNewRuleText() {
  const { t } = useTranslation()
  const name = useRuleName()
  const sentence = useWholeSentence()
  const format = useFormat()
  return (rule: Rule): string => {
    const [about, asks] = [name(rule), sentence(whenOf(rule))]
    const added = t('draft.changes.rule_added', { about, points: format.signed(rule.points) })
    return about === asks ? added : `${added}, ${t('draft.quoted', { text: asks })}`
  }
}

const mostParts = 4

/** Where only parts of a criterion differ, those; none where the whole of it is told. */
function criteriaParts(change: DefinitionChange & { was: unknown; is: unknown }): Differing[] {
  if (!isOfCriteria(change.what)) return []
  const parts = differingParts(change.was as Criteria, change.is as Criteria)
  return parts.length > mostParts || parts.some(({ joint }) => !joint) ? [] : parts
}

const isOfCriteria = (what: DefinitionChange['what']) =>
  what === 'stage_entry' || what === 'stage_organizations' || what === 'outside' || what === 'rule_when'

function usePartText() {
  const { t } = useTranslation()
  const clause = useClause()
  const quoted = (rule: Criteria) => t('draft.quoted', { text: clause(rule) })
  return ({ was, is, joint = 'all' }: Differing): string => {
    if (was && is) return t('draft.fromTo', { was: quoted(was), is: quoted(is) })
    return is
      ? t(`draft.partAdded.${joint}`, { part: quoted(is) })
      : t(`draft.partGone.${joint}`, { part: was ? quoted(was) : '' })
  }
}

function useAboutText() {
  const stage = useDraftStageName()
  const rule = useRuleName()
  const group = useGroupName()
  const word = useUsualWord()
  return (change: DefinitionChange) => {
    if ('stage' in change) return stage(change.stage)
    if ('rule' in change) return rule(change.rule)
    if ('word' in change) return word(change.word)
    return 'group' in change ? group(change.group) : ''
  }
}

/** What everybody calls it; of one and of many, where both have their words. */
function useUsualWord() {
  const { t, i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  return ({ kind, key }: { kind: WordKind; key: string }) =>
    t('ownWords.of', { kind: t(`ownWords.kinds.${kind}`), word: usualWord(locale, kind, key) })
}

function useValueText() {
  const { t } = useTranslation()
  const clause = useClause()
  const quotedWords = useQuotedWords()
  const text = useAnyText()
  const format = useFormat()
  return (change: DefinitionChange & { was: unknown }, value: unknown): string => {
    if (value === null || value === undefined) return t('draft.nothing')
    switch (change.what) {
      case 'stage_entry':
      case 'stage_organizations':
      case 'outside':
      case 'rule_when':
        return t('draft.quoted', { text: clause(value as Parameters<typeof clause>[0]) })
      case 'stage_named':
      case 'stage_plural':
      case 'word':
        return quotedWords(value as Words)
      case 'stage_responsible':
        return text(`definitions.responsible.${value}`)
      case 'contact_means':
        return text(`draft.contactMeans.${value}`)
      default:
        return change.what === 'rule_points' ? format.signed(Number(value)) : format.number(Number(value))
    }
  }
}

/** A word in the reader's language, and in the other one where it is another. */
function useQuotedWords() {
  const { t } = useTranslation()
  const own = useOwnWords()
  return (words: Words): string => {
    const other = words && words.es !== words.en ? (own(words) === words.es ? words.en : words.es) : undefined
    const quoted = [own(words) ?? '', ...(other ? [other] : [])].map(text => t('draft.quoted', { text }))
    return quoted.join(' / ')
  }
}
