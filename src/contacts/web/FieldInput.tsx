import { type MantineSize, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { KeyboardEventHandler } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import type { Field, FieldValue } from '../fields.ts'
import { type Member, useCountries, useFieldTexts, useLanguages } from './fieldTexts.ts'

/** What every input of a fact takes: the same in the page, the new contact form, bulk edit and filters. */
export type FieldInputProps = {
  field: Field
  value: FieldValue
  onChange: (value: FieldValue) => void
  members?: Member[]
  label?: string
  'aria-label'?: string
  error?: string
  size?: MantineSize
  autoFocus?: boolean
  placeholder?: string
  onKeyDown?: KeyboardEventHandler
  w?: number | string
}

export function FieldInput(props: FieldInputProps) {
  const { type, options } = props.field
  if (type === 'choice' && options.length > 0) return <ChoiceInput {...props} />
  if (type === 'choices') return <ChoicesInput {...props} />
  const Input = inputs[type as keyof typeof inputs] ?? TextField
  return <Input {...props} />
}

const inputs = {
  long_text: LongTextField,
  number: NumberField,
  money: NumberField,
  date: DateField,
  boolean: BooleanField,
  country: CountryField,
  language: LanguageField,
  user: UserField,
}

const asText = (value: FieldValue) => (value === null ? '' : String(value))
const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text)

const textTypes: Record<string, string> = { email: 'email', phone: 'tel', url: 'url', linkedin: 'url' }

function TextField({ field, value, onChange, members: _, ...rest }: FieldInputProps) {
  const type = textTypes[field.type] ?? 'text'
  return (
    <TextInput
      {...rest}
      inputMode={type === 'tel' ? 'tel' : type === 'email' ? 'email' : undefined}
      autoComplete="off"
      maxLength={2000}
      value={asText(value)}
      onChange={event => onChange(orNull(event.currentTarget.value))}
    />
  )
}

function LongTextField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      value={asText(value)}
      onChange={event => onChange(orNull(event.currentTarget.value))}
    />
  )
}

function NumberField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  return (
    <AmountInput
      {...rest}
      value={typeof value === 'number' ? value : null}
      // What is no number goes as it is, to be refused in words.
      onChange={(read, typed) => onChange(Number.isNaN(read) ? typed : read)}
    />
  )
}

function DateField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  return <DayInput {...rest} clearable value={asText(value) || null} onChange={onChange} />
}

function BooleanField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  const { t } = useTranslation()
  return (
    <Select
      {...rest}
      clearable
      data={[
        { value: 'true', label: t('facts.yes') },
        { value: 'false', label: t('facts.no') },
      ]}
      value={value === null ? null : String(value)}
      onChange={given => onChange(given === null ? null : given === 'true')}
    />
  )
}

function ChoiceInput({ field, value, onChange, members: _, ...rest }: FieldInputProps) {
  const { option } = useFieldTexts()
  const data = field.options.map(each => ({ value: each, label: option(field, each) }))
  return <Select {...rest} clearable data={data} value={asText(value) || null} onChange={onChange} />
}

function ChoicesInput({ field, value, onChange, members: _, ...rest }: FieldInputProps) {
  const { option } = useFieldTexts()
  const chosen = Array.isArray(value) ? value : []
  if (field.options.length === 0) return <TagsInput {...rest} clearable value={chosen} onChange={onChange} />
  const data = field.options.map(each => ({ value: each, label: option(field, each) }))
  return <MultiSelect {...rest} clearable data={data} value={chosen} onChange={onChange} />
}

function CountryField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={useCountries()}
      value={asText(value) || null}
      onChange={onChange}
    />
  )
}

function LanguageField({ field: _, value, onChange, members: __, ...rest }: FieldInputProps) {
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={useLanguages()}
      value={asText(value) || null}
      onChange={onChange}
    />
  )
}

function UserField({ field: _, value, onChange, members = [], ...rest }: FieldInputProps) {
  const data = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select {...rest} searchable clearable data={data} value={asText(value) || null} onChange={onChange} />
  )
}
