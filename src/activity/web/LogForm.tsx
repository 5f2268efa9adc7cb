import { Button, Group, Stack } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { type KeyboardEvent, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEscape } from '../../ui/escaping.ts'
import { RegionContext } from '../../ui/format.ts'
import { LogFields } from './LogFields.tsx'
import {
  type Draft,
  type Entry,
  type EntryAnswer,
  entryOf,
  isTalk,
  type LogKind,
  newDraft,
} from './logEntry.ts'
import { WhenInput } from './WhenInput.tsx'

export type LogProps = {
  currency: string
  /** Saves; the form closes when it is done and stays, with what was written, when it fails. */
  onLog: (entry: Entry) => Promise<unknown>
  /** Asks what is still to be known in a conversation; questions are above activity. */
  asks?: (answers: EntryAnswer[], onChange: (answers: EntryAnswer[]) => void) => ReactNode
}

type Props = LogProps & { kind: LogKind; onClose: () => void }

export function LogForm({ kind, currency, onLog, asks, onClose }: Props) {
  const { timeZone } = useContext(RegionContext)
  const [saving, setSaving] = useState(false)
  const form = useLogForm(kind, currency)
  const save = form.onSubmit(async draft => {
    setSaving(true)
    try {
      await onLog(entryOf(draft, new Date(), timeZone))
      onClose()
    } catch {
      // The caller has already said what went wrong; what was written stays.
      setSaving(false)
    }
  })
  const shortcut = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isEscape(event)) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <form onSubmit={save} onKeyDown={shortcut}>
      <Stack gap="xs" mt="sm">
        <LogFields form={form} />
        {isTalk(form.values) &&
          asks?.(form.values.answers, answers => form.setFieldValue('answers', answers))}
        <LogEnd form={form} saving={saving} onClose={onClose} />
      </Stack>
    </form>
  )
}

type EndProps = { form: UseFormReturnType<Draft>; saving: boolean; onClose: () => void }

function LogEnd({ form, saving, onClose }: EndProps) {
  const { t } = useTranslation()
  return (
    <>
      {form.values.kind !== 'note' && <WhenInput form={form} />}
      <Group gap="xs" justify="end">
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('quickLog.cancel')}
        </Button>
        <Button size="xs" type="submit" loading={saving}>
          {t('quickLog.save')}
        </Button>
      </Group>
    </>
  )
}

function useLogForm(kind: LogKind, currency: string) {
  const { t } = useTranslation()
  return useForm<Draft>({
    initialValues: newDraft(kind, currency),
    validate: {
      text: value => (kind === 'note' && !value.trim() ? t('quickLog.note.empty') : null),
      amount: value => (kind === 'purchase' && !(Number(value) > 0) ? t('quickLog.purchase.noAmount') : null),
    },
  })
}
