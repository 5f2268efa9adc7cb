import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../contacts/fields.ts'
import { FieldInput, useCountries, useFieldTexts, useLanguages } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import type { FieldRule } from '../criteria.ts'
import { bestFirst } from './bestFirst.ts'
import { Denied } from './Denied.tsx'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Amount, Pick } from './Pick.tsx'
import { type Operator, operatorsFor, takesDays, takesList, takesNothing, withOperator } from './rules.ts'
import { TextValue, TextValues } from './TextValue.tsx'

type Props = { id: string; rule: FieldRule; not: boolean }

export function FactForm({ id, rule, not }: Props) {
  const { t } = useTranslation()
  const operatorText = useOperatorText()
  const { catalogue, setLeaf } = useEditing()
  const { label } = useFieldTexts()
  const field = catalogue.fields.find(({ key }) => key === rule.field)
  if (!field) return <span className={classes.subject}>{rule.field.replace(/^custom\./, '')}</span>
  const usual = operatorsFor(field.type)
  const operators = usual.includes(rule.op) ? usual : [...usual, rule.op]
  return (
    <div className={classes.asked}>
      <Denied id={id} not={not} />
      <span className={classes.subject}>{label(field)}</span>
      <Pick
        label={t('criteriaEditor.compared', { field: label(field) })}
        value={rule.op}
        options={operators.map(value => ({ value, label: operatorText(value) }))}
        onChange={op => setLeaf(id, withOperator(rule, op))}
      />
      <Value field={field} id={id} rule={rule} />
    </div>
  )
}

/** “In the last … days”: the number of days follows. */
function useOperatorText() {
  const text = useAnyText()
  return (op: Operator) => text(`${takesDays(op) ? 'criteriaEditor' : 'filter'}.operators.${op}`)
}

function Value({ field, id, rule }: { field: Field; id: string; rule: FieldRule }) {
  const { t } = useTranslation()
  const { catalogue, setLeaf } = useEditing()
  const { label } = useFieldTexts()
  if (takesNothing(rule.op) || !('value' in rule)) return null
  const set = (value: unknown) => setLeaf(id, { ...rule, value } as FieldRule)
  if (takesDays(rule.op))
    return (
      <>
        <Amount label={t('filter.days')} min={1} max={36_500} value={Number(rule.value)} onChange={set} />
        <span className={classes.small}>{t('criteriaEditor.days')}</span>
      </>
    )
  if (takesList(rule.op)) return <Values field={field} value={[rule.value].flat()} set={set} />
  const Input = field.type === 'text' ? TextValue : FieldInput
  return (
    <div className={classes.value}>
      <Input
        size="xs"
        field={field}
        value={rule.value as string}
        members={catalogue.members}
        aria-label={label(field)}
        onChange={value => set(value ?? '')}
      />
    </div>
  )
}

type ValuesProps = {
  field: Field
  value: (string | number | boolean)[]
  set: (value: (string | number)[]) => void
}

/** Several values: names where they are few, otherwise what one types. */
function Values({ field, value, set }: ValuesProps) {
  const { label } = useFieldTexts()
  const data = useKnownValues(field)
  const isAmount = field.type === 'number' || field.type === 'money'
  const common = {
    size: 'xs' as const,
    className: classes.value,
    'aria-label': label(field),
    value: value.map(String),
    onChange: (given: string[]) => set(isAmount ? given.map(Number).filter(Number.isFinite) : given),
  }
  if (data.length === 0) return <TextValues {...common} field={field} />
  return <MultiSelect {...common} {...bestFirst} data={data} maxDropdownHeight={240} />
}

function useKnownValues(field: Field): { value: string; label: string }[] {
  const { catalogue } = useEditing()
  const { option } = useFieldTexts()
  const countries = useCountries()
  const languages = useLanguages()
  if (field.type === 'country') return countries
  if (field.type === 'language') return languages
  if (field.type === 'user') return catalogue.members.map(({ id, name }) => ({ value: id, label: name }))
  return field.options.map(value => ({ value, label: option(field, value) }))
}
