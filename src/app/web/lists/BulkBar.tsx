import {
  ActionIcon,
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  TagsInput,
  Text,
  Tooltip,
} from '@mantine/core'
import { IconArrowMerge, IconEdit, IconTrash, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Field, type FieldValue, type Kind, roles } from '../../../contacts/fields.ts'
import { FieldInput, useFieldTexts } from '../../../contacts/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { MergeDialog } from '../contact/MergeDialog.tsx'
import { type BulkChange, useBulk } from './bulk.ts'
import classes from './lists.module.css'
import type { Selection } from './selection.ts'
import type { WhichContacts } from './source.ts'

type Props = {
  kind: Kind
  which: WhichContacts
  selection: Selection
  count?: { count: number; more: boolean }
  catalogue: Catalogue
}

/** What can be done to the rows that are chosen, or to all that match. */
export function BulkBar({ kind, which, selection, count, catalogue }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [editing, setEditing] = useState(false)
  const [merging, setMerging] = useState(false)
  const whom = selection.everything ? which : { ids: [...selection.ids] }
  const bulk = useBulk(whom, selection.clear)
  return (
    <section className={classes.bulk} aria-label={t('lists.bulk.title')}>
      <Chosen selection={selection} count={count} />
      <Group gap="xs" ml="auto">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEdit size={15} aria-hidden />}
          onClick={() => setEditing(true)}
        >
          {t('lists.bulk.edit')}
        </Button>
        {can('contacts.delete') && !selection.everything && selection.ids.size === 2 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowMerge size={15} aria-hidden />}
            onClick={() => setMerging(true)}
          >
            {t('merge.do')}
          </Button>
        )}
        {can('contacts.delete') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={15} aria-hidden />}
            loading={bulk.busy}
            onClick={bulk.bin}
          >
            {t('lists.bulk.bin')}
          </Button>
        )}
        <Tooltip label={t('lists.bulk.clear')}>
          <ActionIcon aria-label={t('lists.bulk.clear')} onClick={selection.clear}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Modal
        opened={editing}
        onClose={() => setEditing(false)}
        title={t('lists.bulk.edit')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <BulkForm
          kind={kind}
          catalogue={catalogue}
          busy={bulk.busy}
          onApply={change => bulk.change(change).then(done => done && setEditing(false))}
        />
      </Modal>
      {merging && (
        <MergeDialog
          kind={kind}
          ids={[...selection.ids]}
          onClose={() => setMerging(false)}
          onMerged={selection.clear}
        />
      )}
    </section>
  )
}

function Chosen({ selection, count }: Pick<Props, 'selection' | 'count'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const number = format.number(count?.count ?? 0)
  if (selection.everything) {
    return (
      <Text size="sm">
        {t(count?.more ? 'lists.bulk.allChosenMore' : 'lists.bulk.allChosen', { number })}
      </Text>
    )
  }
  const chosen = selection.ids.size
  return (
    <Group gap="xs">
      <Text size="sm" fw={550}>
        {t('lists.bulk.chosen', { count: chosen, number: format.number(chosen) })}
      </Text>
      {selection.all && count && count.count > chosen && (
        <Button size="compact-sm" variant="subtle" onClick={selection.chooseEverything}>
          {t(count.more ? 'lists.bulk.everythingMore' : 'lists.bulk.everything', { number })}
        </Button>
      )}
    </Group>
  )
}

const acts = ['addTags', 'removeTags', 'addRoles', 'removeRoles', 'owner', 'field'] as const
type Act = (typeof acts)[number]

type FormProps = {
  kind: Kind
  catalogue: Catalogue
  busy: boolean
  onApply: (change: BulkChange) => void
}

function BulkForm({ kind, catalogue, busy, onApply }: FormProps) {
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
            {t('lists.bulk.apply')}
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
      <TagsInput label={t(`lists.bulk.${act}`)} data={catalogue.tags} value={names} onChange={setNames} />
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
