import { Autocomplete, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  durationUnits,
  eventNames,
  eventTypes,
  isEventName,
  type PropertyType,
} from '../../activity/events.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { DurationInput } from '../../ui/DurationInput.tsx'
import type { PropertyRule } from '../criteria.ts'
import classes from './editor.module.css'
import { Pick } from './Pick.tsx'

type Props = { names: string[]; rule: PropertyRule; onChange: (rule: PropertyRule) => void }
type Operator = PropertyRule['op']

const known: Operator[] = ['isKnown', 'isUnknown']
const texts: Operator[] = ['is', 'isNot', 'contains', 'isAnyOf', 'isNoneOf', ...known]
const byType: Partial<Record<PropertyType['type'], Operator[]>> = {
  number: ['atLeast', 'atMost', 'is', ...known],
  money: ['atLeast', 'atMost', 'is', ...known],
  duration: ['atLeast', 'atMost', 'is', ...known],
  choice: ['isAnyOf', 'isNoneOf', ...known],
  boolean: ['is', ...known],
}

/** What the catalogue says of a property of these signals, or of any where none is named. */
function typeOf(names: string[], property: string): PropertyType | undefined {
  const among = names.filter(isEventName)
  const holders = (among.length ? among : eventNames).map(name => eventTypes[name].properties[property])
  return holders.find(type => !!type)
}

/** A property of the signal, how it is compared, and with what. */
export function ConditionForm({ names, rule, onChange }: Props) {
  const { t } = useTranslation()
  const type = typeOf(names, rule.property)
  const usual = (type && byType[type.type]) ?? texts
  const operators = usual.includes(rule.op) ? usual : [...usual, rule.op]
  const choose = (property: string) => {
    const next = typeOf(names, property)
    const op = ((next && byType[next.type]) ?? texts)[0] ?? 'is'
    onChange(withOperator({ ...rule, property }, op, true))
  }
  return (
    <>
      <PropertyInput names={names} value={rule.property} onChange={choose} />
      {rule.property !== '' && (
        <>
          <Pick
            label={t('criteriaEditor.compared', { field: rule.property })}
            value={rule.op}
            options={operators.map(value => ({ value, label: t(`filter.operators.${value}`) }))}
            onChange={op => onChange(withOperator(rule, op))}
          />
          <ConditionValue rule={rule} type={type} onChange={onChange} />
        </>
      )}
    </>
  )
}

function withOperator(rule: PropertyRule, op: Operator, isOther = false): PropertyRule {
  const before = 'value' in rule && !isOther ? [rule.value].flat() : []
  const { property } = rule
  if (op === 'isKnown' || op === 'isUnknown') return { property, op }
  if (op === 'isAnyOf' || op === 'isNoneOf')
    return { property, op, value: before.filter(each => each !== '') }
  return { property, op, value: before[0] ?? '' }
}

type PropertyProps = { names: string[]; value: string; onChange: (property: string) => void }

/** The properties that these signals are known to carry; those of the workspace's own may carry any. */
function PropertyInput({ names, value, onChange }: PropertyProps) {
  const { t } = useTranslation()
  const text = useAnyText()
  const isOpen = names.some(name => !isEventName(name))
  const holders = names.filter(isEventName)
  const keys = [
    ...new Set(
      (holders.length || isOpen ? holders : eventNames).flatMap(name =>
        Object.keys(eventTypes[name].properties),
      ),
    ),
  ]
  const common = {
    size: 'xs' as const,
    variant: 'filled',
    w: 150,
    'aria-label': t('criteriaEditor.property'),
  }
  if (isOpen) return <Autocomplete {...common} data={keys} value={value} onChange={onChange} />
  const all = value && !keys.includes(value) ? [...keys, value] : keys
  const data = all.map(key => ({
    value: key,
    label: text(`activity.properties.${key}`, { defaultValue: key }),
  }))
  return (
    <Select
      {...common}
      searchable
      placeholder={t('criteriaEditor.property')}
      data={data}
      value={value || null}
      onChange={key => key && onChange(key)}
    />
  )
}

type ValueProps = { rule: PropertyRule; type?: PropertyType; onChange: Props['onChange'] }

function ConditionValue({ rule, type, onChange }: ValueProps) {
  const { t } = useTranslation()
  const text = useAnyText()
  if (!('value' in rule)) return null
  const { property } = rule
  const common = { size: 'xs' as const, className: classes.value, 'aria-label': t('criteriaEditor.value') }
  if (Array.isArray(rule.value)) {
    const value = rule.value.map(String)
    const set = (value: string[]) => onChange({ ...rule, value } as PropertyRule)
    if (type?.type !== 'choice') return <TagsInput {...common} value={value} onChange={set} />
    const data = type.choices.map(each => ({
      value: each,
      label: text(`activity.choices.${property}.${each}`, { defaultValue: each }),
    }))
    return <MultiSelect {...common} data={data} value={value} onChange={set} />
  }
  const set = (value: string | number | boolean) => onChange({ ...rule, value } as PropertyRule)
  if (type?.type === 'boolean')
    return (
      <Pick
        label={t('criteriaEditor.value')}
        value={rule.value === '' ? '' : String(rule.value)}
        options={[
          ...(rule.value === '' ? [{ value: '', label: '…' }] : []),
          { value: 'true', label: t('facts.yes') },
          { value: 'false', label: t('facts.no') },
        ]}
        onChange={given => given && set(given === 'true')}
      />
    )
  const unit = durationUnits[property]
  if (unit)
    return (
      <DurationInput
        {...common}
        value={typeof rule.value === 'number' ? rule.value * unit : null}
        onChange={(read, typed) => set(read === null ? '' : Number.isNaN(read) ? typed : read / unit)}
      />
    )
  const isAmount = type?.type === 'number' || type?.type === 'money' || /^at(Least|Most)$/.test(rule.op)
  if (isAmount)
    return (
      <AmountInput
        {...common}
        value={typeof rule.value === 'number' ? rule.value : null}
        onChange={(read, typed) => set(read === null ? '' : Number.isNaN(read) ? typed : read)}
      />
    )
  return (
    <TextInput {...common} value={String(rule.value)} onChange={event => set(event.currentTarget.value)} />
  )
}
