import { MultiSelect, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { roles } from '../../contacts/fields.ts'
import { temperatureKeys } from '../../ui/stages.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { IsRule, ScoreRule } from '../criteria.ts'
import { Denied } from './Denied.tsx'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Amount, Pick } from './Pick.tsx'
import { useReasonName } from './reasonName.ts'
import { fitKeys, stagesOf, verdictKeys } from './rules.ts'

const inFunnels: IsRule['is'][] = ['stage', 'stale', 'temperature', 'fit', 'verdict']

type Props<Rule> = { id: string; rule: Rule; not: boolean }

/** Stage, temperature, role or tag: any of some, or none of them. */
export function IsForm({ id, rule, not }: Props<IsRule>) {
  const { t } = useTranslation()
  const { catalogue, setLeaf } = useEditing()
  const options = useOptions(rule)
  const common = {
    size: 'xs' as const,
    className: classes.value,
    'aria-label': t(`filter.asks.${rule.is}`),
    value: rule.anyOf,
    onChange: (anyOf: string[]) => setLeaf(id, { ...rule, anyOf } as IsRule),
  }
  return (
    <div className={classes.asked}>
      <span className={classes.subject}>{t(`filter.asks.${rule.is}`)}</span>
      <Pick
        label={t('criteriaEditor.compared', { field: t(`filter.asks.${rule.is}`) })}
        value={not ? 'isNoneOf' : 'isAnyOf'}
        options={(['isAnyOf', 'isNoneOf'] as const).map(value => ({
          value,
          label: t(`filter.operators.${value}`),
        }))}
        onChange={value => setLeaf(id, rule, value === 'isNoneOf')}
      />
      {rule.is === 'tag' ? (
        <TagsInput {...common} data={catalogue.tags} />
      ) : (
        <MultiSelect {...common} searchable data={options} />
      )}
      {inFunnels.some(is => is === rule.is) && <FunnelPick id={id} rule={rule} />}
    </div>
  )
}

function useOptions({ is, anyOf, funnel }: IsRule): { value: string; label: string }[] {
  const { t } = useTranslation()
  const { catalogue } = useEditing()
  const stage = useStageName()
  const reason = useReasonName()
  if (is === 'temperature')
    return temperatureKeys.map(value => ({ value, label: t(`words.temperatures.${value}`) }))
  if (is === 'segment') {
    const known = catalogue.segments ?? []
    return known.map(({ id, name }) => ({ value: id, label: name }))
  }
  if (is === 'fit') return fitKeys.map(value => ({ value, label: t(`words.fits.${value}`) }))
  if (is === 'verdict')
    return verdictKeys.map(value => ({ value, label: t(`qualification.verdicts.${value}`) }))
  if (is === 'disqualified')
    return [...new Set([...(catalogue.reasons ?? []), ...anyOf])].map(value => ({
      value,
      label: reason(value),
    }))
  if (is === 'role') return roles.map(value => ({ value, label: t(`words.roles.${value}`) }))
  const known = stagesOf(catalogue, funnel, stage)
  const stages = known.map(({ key, name }) => ({ value: key, label: name }))
  const gone = anyOf.filter(key => key !== 'none' && key !== 'any' && !known.some(each => each.key === key))
  const other =
    is === 'stale' ? { value: 'any', label: t('filter.anyStage') } : { value: 'none', label: stage(null) }
  return [...stages, other, ...gone.map(key => ({ value: key, label: stage(key) }))]
}

/** In which funnel, where there is more than one. */
function FunnelPick({ id, rule }: { id: string; rule: IsRule | ScoreRule }) {
  const { t } = useTranslation()
  const { catalogue, setLeaf } = useEditing()
  const { funnels = [] } = catalogue
  if (funnels.length < 2 && !rule.funnel) return null
  const options = [
    { value: '', label: t(`criteriaEditor.${funnels[0]?.isMain === false ? 'thisFunnel' : 'mainFunnel'}`) },
    ...funnels
      .slice(1)
      .map(({ key, name }) => ({ value: key, label: t('criteriaEditor.inFunnel', { name }) })),
  ]
  return (
    <Pick
      label={t('criteriaEditor.funnel')}
      value={rule.funnel === funnels[0]?.key ? '' : (rule.funnel ?? '')}
      options={options}
      onChange={funnel => setLeaf(id, { ...rule, funnel: funnel || undefined })}
    />
  )
}

type Bound = 'atLeast' | 'atMost' | 'between'

export function ScoreForm({ id, rule, not }: Props<ScoreRule>) {
  const { t } = useTranslation()
  const { setLeaf } = useEditing()
  const { atLeast, atMost } = rule
  const bound: Bound = atLeast === undefined ? 'atMost' : atMost === undefined ? 'atLeast' : 'between'
  const setBound = (to: Bound) =>
    setLeaf(id, {
      ...rule,
      atLeast: to === 'atMost' ? undefined : (atLeast ?? 0),
      atMost: to === 'atLeast' ? undefined : (atMost ?? Math.max(atLeast ?? 0, 100)),
    })
  const scores = [
    { value: 'total' as const, label: t('words.score.title') },
    { value: 'fit' as const, label: t('words.score.fit') },
    { value: 'engagement' as const, label: t('words.score.engagement') },
  ]
  return (
    <div className={classes.asked}>
      <Denied id={id} not={not} />
      <Pick
        label={t('filter.asks.score')}
        isSubject
        value={rule.score}
        options={scores}
        onChange={score => setLeaf(id, { ...rule, score })}
      />
      <Pick
        label={t('criteriaEditor.bound')}
        value={bound}
        options={(['atLeast', 'atMost', 'between'] as const).map(value => ({
          value,
          label: t(`criteriaEditor.bounds.${value}`),
        }))}
        onChange={setBound}
      />
      {bound !== 'atMost' && (
        <Amount
          label={t('filter.operators.atLeast')}
          max={100}
          value={atLeast ?? 0}
          onChange={atLeast => setLeaf(id, { ...rule, atLeast })}
        />
      )}
      {bound === 'between' && <span className={classes.small}>{t('criteriaEditor.and')}</span>}
      {bound !== 'atLeast' && (
        <Amount
          label={t('filter.operators.atMost')}
          max={100}
          value={atMost ?? 100}
          onChange={atMost => setLeaf(id, { ...rule, atMost })}
        />
      )}
      <FunnelPick id={id} rule={rule} />
    </div>
  )
}
