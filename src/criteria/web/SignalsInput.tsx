import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { eventGroups, eventNames, eventTypes, isEventName } from '../../activity/events.ts'
import { useAnyText } from '../../ui/anyText.ts'
import type { DidRule } from '../criteria.ts'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Pick } from './Pick.tsx'

type Did = DidRule['did']

const weights = [1, 2, 3] as const

/** Which signals: some by name, all that show so much interest, or any at all. */
export function SignalsInput({ did, onChange }: { did: Did; onChange: (did: Did) => void }) {
  const { t } = useTranslation()
  const way = did === 'anything' ? did : Array.isArray(did) ? 'named' : `${did.weightAtLeast}`
  const known = [
    ...weights,
    ...(typeof did === 'object' && 'weightAtLeast' in did ? [did.weightAtLeast] : []),
  ]
  const options = [
    { value: 'named', label: t('criteriaEditor.signals.named') },
    { value: 'anything', label: t('criteriaEditor.signals.anything') },
    ...[...new Set(known)].map(weight => ({
      value: `${weight}`,
      label: t(`criteriaEditor.signals.weight.${weightName(weight)}`),
    })),
  ]
  const choose = (to: string) => {
    if (to === 'named') onChange([])
    else onChange(to === 'anything' ? to : { weightAtLeast: Number(to) })
  }
  return (
    <>
      <Pick label={t('criteriaEditor.signals.which')} value={way} options={options} onChange={choose} />
      {Array.isArray(did) && <SignalNames value={did} onChange={onChange} />}
    </>
  )
}

const weightName = (weight: number) =>
  weight >= 3 ? 'firm' : weight === 2 ? 'clear' : weight === 1 ? 'weak' : 'any'

export function SignalNames({ value, onChange }: { value: string[]; onChange: (did: string[]) => void }) {
  const { t } = useTranslation()
  const data = useSignalOptions(value)
  return (
    <MultiSelect
      size="xs"
      className={classes.value}
      searchable
      aria-label={t('filter.signals')}
      placeholder={value.length ? undefined : t('filter.signals')}
      data={data}
      value={value}
      onChange={onChange}
      maxDropdownHeight={260}
    />
  )
}

/** All signals by group, the workspace's own last; those of a rule that are no more keep their place. */
function useSignalOptions(value: string[]) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { catalogue } = useEditing()
  const named = useSignalName()
  const option = (name: string) => ({ value: name, label: named(name) })
  const groups = eventGroups.map(group => ({
    group: text(`activity.groups.${group}`),
    items: eventNames.filter(name => eventTypes[name].group === group).map(option),
  }))
  const own = (catalogue.signals ?? []).map(({ name }) => name)
  const others = [...own, ...value.filter(name => !isEventName(name) && !own.includes(name))]
  return [...groups, { group: t('criteriaEditor.signals.own'), items: others.map(option) }].filter(
    ({ items }) => items.length > 0,
  )
}

/** The name of a signal, also of the workspace's own. */
export function useSignalName(): (name: string) => string {
  const { i18n } = useTranslation()
  const text = useAnyText()
  const { signals = [] } = useEditing().catalogue
  return name => {
    if (isEventName(name)) return text(`activity.events.${name}`)
    const own = signals.find(each => each.name === name)
    return (own && (i18n.language === 'en' ? own.labelEn : own.labelEs)) ?? name.replaceAll('_', ' ')
  }
}
