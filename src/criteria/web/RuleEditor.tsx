import { MultiSelect, NumberInput, SegmentedControl, Select, Stack, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type EventGroup, eventGroups, eventTypes } from '../../activity/events.ts'
import { type Field, roles } from '../../contacts/fields.ts'
import { FieldInput, useCountries, useFieldTexts, useLanguages } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { temperatureKeys } from '../../ui/stages.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { Criteria, DidRule, FieldRule, IsRule, ScoreRule } from '../criteria.ts'
import { bestFirst } from './bestFirst.ts'
import type { Catalogue } from './FilterBar.tsx'
import { useReasonName } from './reasonName.ts'
import {
  editable,
  fitKeys,
  type Operator,
  operatorsFor,
  stagesOf,
  takesDays,
  takesList,
  takesNothing,
  verdictKeys,
  withOperator,
} from './rules.ts'
import { TextValue, TextValues } from './TextValue.tsx'

const inPopover = { withinPortal: false }

type Props<Rule> = { rule: Rule; onChange: (rule: Criteria) => void; catalogue: Catalogue }

/** The small form of one rule; nothing for rules that are only read. */
export function RuleEditor({ rule, ...rest }: Props<Criteria>) {
  const form = editable(rule)
  if (!form) return null
  if ('did' in form.rule) return <DidEditor {...rest} rule={form.rule} negated={form.negated} />
  if ('is' in form.rule) return <IsEditor {...rest} rule={form.rule} />
  if ('score' in form.rule) return <ScoreEditor {...rest} rule={form.rule} />
  return <FieldEditor {...rest} rule={form.rule} />
}

function IsEditor({ rule, onChange, catalogue }: Props<IsRule>) {
  const { t } = useTranslation()
  const stage = useStageName()
  const reason = useReasonName()
  const common = {
    label: t(`filter.asks.${rule.is}`),
    value: rule.anyOf,
    onChange: (anyOf: string[]) => onChange({ ...rule, anyOf } as IsRule),
    comboboxProps: inPopover,
    'data-autofocus': true,
    // Nothing is chosen yet: what can be is shown at once.
    defaultDropdownOpened: rule.anyOf.length === 0,
  }
  if (rule.is === 'tag') return <TagsInput {...common} data={catalogue.tags} />
  const stages = stagesOf(catalogue, rule.funnel, stage).map(({ key, name }) => ({ value: key, label: name }))
  const words = {
    stage: stages,
    stale: [...stages, { value: 'any', label: t('filter.anyStage') }],
    temperature: temperatureKeys.map(value => ({ value, label: t(`words.temperatures.${value}`) })),
    segment: (catalogue.segments ?? []).map(({ id, name }) => ({ value: id, label: name })),
    fit: fitKeys.map(value => ({ value, label: t(`words.fits.${value}`) })),
    verdict: verdictKeys.map(value => ({ value, label: t(`qualification.verdicts.${value}`) })),
    disqualified: (catalogue.reasons ?? []).map(value => ({ value, label: reason(value) })),
    role: roles.map(value => ({ value: value as string, label: t(`words.roles.${value}`) })),
  }
  return <MultiSelect {...common} data={words[rule.is]} />
}

function ScoreEditor({ rule, onChange }: Props<ScoreRule>) {
  const { t } = useTranslation()
  const limit = (name: 'atLeast' | 'atMost') => (
    <NumberInput
      label={t(`filter.operators.${name}`)}
      min={0}
      max={100}
      value={rule[name] ?? ''}
      onChange={value => onChange({ ...rule, [name]: value === '' ? undefined : Number(value) })}
    />
  )
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('filter.asks.score')}
        data={[
          { value: 'total', label: t('words.score.title') },
          { value: 'fit', label: t('words.score.fit') },
          { value: 'engagement', label: t('words.score.engagement') },
        ]}
        value={rule.score}
        onChange={score => onChange({ ...rule, score: score as ScoreRule['score'] })}
      />
      {limit('atLeast')}
      {limit('atMost')}
    </Stack>
  )
}

function DidEditor({ rule, negated, onChange }: Props<DidRule> & { negated: boolean }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const save = (next: DidRule, not = negated) => onChange(not ? { not: next } : next)
  const events = eventGroups.map(group => ({
    group: text(`activity.groups.${group}`),
    items: namesOf(group).map(value => ({ value, label: text(`activity.events.${value}`) })),
  }))
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('filter.asks.did')}
        data={[
          { value: 'did', label: t('filter.did') },
          { value: 'not', label: t('filter.didNot') },
        ]}
        value={negated ? 'not' : 'did'}
        onChange={value => save(rule, value === 'not')}
      />
      <MultiSelect
        searchable
        clearable
        label={t('filter.signals')}
        placeholder={Array.isArray(rule.did) ? undefined : t('filter.anything')}
        data={events}
        value={Array.isArray(rule.did) ? rule.did : []}
        onChange={names => save({ ...rule, did: names.length > 0 ? names : 'anything' })}
        comboboxProps={inPopover}
        maxDropdownHeight={240}
      />
      <NumberInput
        label={t('filter.times')}
        min={1}
        max={1000}
        value={rule.atLeast ?? 1}
        onChange={value => save({ ...rule, atLeast: Number(value) > 1 ? Number(value) : undefined })}
      />
      <NumberInput
        label={t('filter.withinDays')}
        min={1}
        max={3650}
        placeholder={t('filter.everSince')}
        value={rule.withinDays ?? ''}
        onChange={value => save({ ...rule, withinDays: Number(value) > 0 ? Number(value) : undefined })}
      />
    </Stack>
  )
}

const namesOf = (group: EventGroup) =>
  Object.entries(eventTypes).flatMap(([name, type]) => (type.group === group ? [name] : []))

function FieldEditor({ rule, onChange, catalogue }: Props<FieldRule>) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const field = catalogue.fields.find(({ key }) => key === rule.field)
  if (!field) return null
  const operators = operatorsFor(field.type)
  return (
    <Stack gap="xs">
      <Select
        label={label(field)}
        data={operators.map(op => ({ value: op, label: t(`filter.operators.${op}`) }))}
        value={rule.op}
        allowDeselect={false}
        comboboxProps={inPopover}
        onChange={op => op && onChange(withOperator(rule, op as Operator))}
      />
      <ValueInput rule={rule} onChange={onChange} catalogue={catalogue} />
    </Stack>
  )
}

function ValueInput({ rule, onChange, catalogue }: Props<FieldRule>) {
  const { t } = useTranslation()
  const texts = useFieldTexts(catalogue.members)
  const field = catalogue.fields.find(({ key }) => key === rule.field)
  if (!field || takesNothing(rule.op) || !('value' in rule)) return null
  const set = (value: unknown) => onChange({ ...rule, value } as FieldRule)
  if (takesDays(rule.op)) {
    return (
      <NumberInput
        label={t('filter.days')}
        min={1}
        value={Number(rule.value)}
        onChange={days => set(Number(days))}
      />
    )
  }
  const label = texts.label(field)
  if (takesList(rule.op))
    return <ValuesInput field={field} value={rule.value as string[]} set={set} catalogue={catalogue} />
  const common = {
    field,
    value: rule.value as string,
    'aria-label': label,
    'data-autofocus': true,
    placeholder: t('filter.value'),
    onChange: (value: unknown) => set(value ?? ''),
  }
  if (field.type === 'text') return <TextValue {...common} comboboxProps={inPopover} />
  return <FieldInput {...common} />
}

type ValuesProps = { field: Field; value: string[]; set: (value: string[]) => void; catalogue: Catalogue }

/** Several values of a field that has few: names to choose from. */
function ValuesInput({ field, value, set, catalogue }: ValuesProps) {
  const { t } = useTranslation()
  const texts = useFieldTexts()
  const countries = useCountries()
  const languages = useLanguages()
  const known: Partial<Record<Field['type'], { value: string; label: string }[]>> = {
    country: countries,
    language: languages,
    user: catalogue.members.map(({ id, name }) => ({ value: id, label: name })),
  }
  const data =
    known[field.type] ?? field.options.map(each => ({ value: each, label: texts.option(field, each) }))
  const common = {
    value,
    onChange: set,
    'aria-label': texts.label(field),
    'data-autofocus': true,
    placeholder: value.length === 0 ? t('filter.value') : undefined,
  }
  if (data.length === 0) return <TextValues {...common} field={field} comboboxProps={inPopover} />
  return (
    <MultiSelect {...common} {...bestFirst} data={data} comboboxProps={inPopover} maxDropdownHeight={220} />
  )
}
