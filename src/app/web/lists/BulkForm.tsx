import { Button, Group, MultiSelect, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Field, type FieldValue, type Kind, roles } from '../../../contacts/fields.ts'
import { FieldInput, useFieldTexts } from '../../../contacts/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { WordsInput } from '../../../ui/WordsInput.tsx'
import type { BulkChange } from './bulk.ts'

const acts = ['addTags', 'removeTags', 'addRoles', 'removeRoles', 'owner', 'field'] as const
type Act = (typeof acts)[number]

type FormProps = {
  kind: Kind
  catalogue: Catalogue
  busy: boolean
  /** What pressing the button does: *Change 9,240 contacts*. */
  label: string
  onApply: (change: BulkChange) => void
}

/** What is to be different about all of them. */
export function BulkForm({ kind, catalogue, busy, label, onApply }: FormProps) {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act>('addTags')
  const [names, setNames] = useState<string[]>([])
  const [field, setField] = useState<Field>()
  const [value, setValue] = useState<FieldValue>(null)
  const ready = act === 'field' ? field !== undefined : act === 'owner' || names.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onApply(changeOf(act, names, field, value))
  }
  const choose = (next: string | null) => {
    setAct((next ?? 'addTags') as Act)
    setNames([])
    setValue(null)
  }
  // A value for one fact is none for another.
  const chooseField = (next?: Field) => {
    setField(next)
    setValue(null)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Select
          data-autofocus
          label={t('lists.bulk.what')}
          data={acts.map(each => ({ value: each, label: t(`lists.bulk.${each}`) }))}
          value={act}
          allowDeselect={false}
          onChange={choose}
        />
        {act === 'field' && (
          <FieldChoice kind={kind} catalogue={catalogue} field={field} onChange={chooseField} />
        )}
        <NewValue {...{ act, names, setNames, field, value, setValue, catalogue }} />
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={!ready}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function changeOf(act: Act, names: string[], field: Field | undefined, value: FieldValue): BulkChange {
  if (act === 'owner') return { fields: { ownerId: value } }
  if (act === 'field') return { fields: field ? { [field.key]: value } : {} }
  return { [act]: names }
}

type ChoiceProps = {
  kind: Kind
  catalogue: Catalogue
  field: Field | undefined
  onChange: (field?: Field) => void
}

/** Facts that several contacts can share: not their names, addresses or numbers. */
function FieldChoice({ kind, catalogue, field, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const fields = catalogue.fields.filter(
    ({ appliesTo, importable, reach, key }) =>
      appliesTo.includes(kind) && importable && ('column' in reach || 'custom' in reach) && key !== 'ownerId',
  )
  return (
    <Select
      searchable
      label={t('lists.bulk.field')}
      data={fields.map(each => ({ value: each.key, label: label(each) }))}
      value={field?.key ?? null}
      onChange={key => onChange(fields.find(each => each.key === key))}
    />
  )
}

type ValueProps = {
  act: Act
  names: string[]
  setNames: (names: string[]) => void
  field?: Field
  value: FieldValue
  setValue: (value: FieldValue) => void
  catalogue: Catalogue
}

function NewValue({ act, names, setNames, field, value, setValue, catalogue }: ValueProps) {
  const { t } = useTranslation()
  const members = catalogue.members
  if (act === 'addTags' || act === 'removeTags') {
    return (
      <WordsInput label={t(`lists.bulk.${act}`)} data={catalogue.tags} value={names} onChange={setNames} />
    )
  }
  if (act === 'addRoles' || act === 'removeRoles') {
    return (
      <MultiSelect
        label={t(`lists.bulk.${act}`)}
        data={roles.map(role => ({ value: role as string, label: t(`contacts.roles.${role}`) }))}
        value={names}
        onChange={setNames}
      />
    )
  }
  const shown = act === 'owner' ? catalogue.fields.find(({ key }) => key === 'ownerId') : field
  if (!shown) return null
  return (
    <FieldInput
      key={`${act} ${shown.key}`}
      field={shown}
      label={t('lists.bulk.value')}
      value={value}
      onChange={setValue}
      members={members}
    />
  )
}
