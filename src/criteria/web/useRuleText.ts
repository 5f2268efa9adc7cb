import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import type { FieldValue } from '../../contacts/fields.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { AnsweredRule, Criteria, DidRule, FieldRule, IsRule, ScoreRule } from '../criteria.ts'
import type { Catalogue } from './FilterBar.tsx'
import { useFieldName } from './fieldName.ts'
import { useQuestionName } from './questionName.ts'
import { useReasonName } from './reasonName.ts'
import { stagesOf, takesDays } from './rules.ts'

/** A rule in as few words as fit a pill: "Etapa: Lead, Prospecto". The whole sentence is `sentence`'s. */
export function useRuleText(catalogue: Catalogue): (rule: Criteria) => string {
  const { fields, members, segments = [], questions, funnels } = catalogue
  const { t } = useTranslation()
  const text = useAnyText()
  const texts = useFieldTexts(members)
  const stage = useStageName()
  const reason = useReasonName()
  const ofDid = useDeedText()
  const format = useFormat()
  const question = useQuestionName(questions)
  const fieldName = useFieldName(catalogue)

  const ofIs = ({ is, anyOf, funnel, from }: IsRule) => {
    const stageHere = (key: string) =>
      stagesOf({ funnels }, funnel, stage).find(each => each.key === key)?.name ?? stage(key)
    const read = {
      stage: stageHere,
      stale: (key: string) => (key === 'any' ? t('filter.anyStage') : stageHere(key)),
      temperature: (key: string) => text(`words.temperatures.${key}`),
      role: (key: string) => text(`contacts.roles.${key}`),
      tag: (key: string) => key,
      segment: (id: string) => segments.find(each => each.id === id)?.name ?? '?',
      fit: (key: string) => text(`words.fits.${key}`),
      verdict: (key: string) => text(`qualification.verdicts.${key}`),
      disqualified: reason,
    }
    const names = anyOf.map(key => read[is](key))
    const where = funnel ? ` (${funnels?.find(({ key }) => key === funnel)?.name ?? funnel})` : ''
    return `${t(`filter.asks.${is}`)}${where}: ${names.join(', ')}${from ? `, ${t('filter.since', { date: format.day(from) })}` : ''}`
  }
  const ofScore = (rule: ScoreRule) => {
    const name = t(rule.score === 'total' ? 'words.score.title' : `words.score.${rule.score}`)
    return [name, ...boundsOf(rule)].join(' ')
  }
  const ofField = (rule: FieldRule) => {
    const field = fields.find(({ key }) => key === rule.field)
    const name = fieldName(rule.field)
    const op = t(`filter.operators.${rule.op}`)
    if (!('value' in rule)) return `${name} ${op}`
    const values = (Array.isArray(rule.value) ? rule.value : [rule.value]) as FieldValue[]
    const read = (value: FieldValue) =>
      field && !takesDays(rule.op) ? texts.value(field, value) : String(value)
    return `${name} ${op} ${values.map(read).join(', ')}`
  }
  const ofAnswer = ({ answered, state = ['confirmed'] }: AnsweredRule) =>
    `${question(answered)}: ${state.map(each => text(`criteria.answer.states.${each}`)).join(', ')}`
  const read = (rule: Criteria): string => {
    if ('is' in rule) return ofIs(rule)
    if ('score' in rule) return ofScore(rule)
    if ('did' in rule) return ofDid(rule)
    if ('field' in rule) return ofField(rule)
    if ('answered' in rule) return ofAnswer(rule)
    if ('not' in rule) return `${t('filter.not')} ${read(rule.not)}`
    return t('filter.compound')
  }
  return read
}

function useDeedText() {
  const { t } = useTranslation()
  const event = useEventName()
  return ({ did, atLeast, withinDays, noneSince }: DidRule) => {
    const names = Array.isArray(did) ? did.map(event).join(', ') : t('filter.anything')
    const lately = withinDays ? [t('filter.inDays', { count: withinDays })] : []
    const often = atLeast && atLeast > 1 ? ` ≥ ${atLeast}` : ''
    return [names + often, ...lately, ...(noneSince ? [t('filter.noneSince')] : [])].join(', ')
  }
}

const boundsOf = ({ atLeast, atMost }: ScoreRule) => [
  ...(atLeast === undefined ? [] : [`≥ ${atLeast}`]),
  ...(atMost === undefined ? [] : [`≤ ${atMost}`]),
]
