import { Button, Group, Stack, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { type KeyboardEvent, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEscape } from '../../ui/escaping.ts'
import { RegionContext } from '../../ui/format.ts'
import { LogFields } from './LogFields.tsx'
import { channelOf, type Draft, type Entry, type EntryAnswer, entryOf, flawsOf, isTalk } from './logEntry.ts'
import { WhenInput } from './WhenInput.tsx'

export type LogProps = {
  /** Saves; the form closes when it is done and stays, with what was written, when it fails. */
  onLog: (entry: Entry) => Promise<unknown>
  /** Asks what is still to be known in a conversation; questions are above activity. */
  asks?: (answers: EntryAnswer[], onChange: (answers: EntryAnswer[]) => void) => ReactNode
  /** Why the contact is not to be reached by a channel, where it refused that. */
  refusal?: (channel: string) => string | undefined
}

type Props = LogProps & {
  start: Draft
  giveUp: string
  onChange?: (draft: Draft) => void
  onSaved: () => void
  onGiveUp: () => void
  onLeave: () => void
}

export function LogForm({ start, giveUp, onLog, onChange, onSaved, onGiveUp, onLeave, ...about }: Props) {
  const { t } = useTranslation()
  const { timeZone } = useContext(RegionContext)
  const [saving, setSaving] = useState(false)
  const form = useLogForm(start, onChange)
  const save = form.onSubmit(async draft => {
    setSaving(true)
    // The caller says what went wrong; what was written stays.
    await onLog(entryOf(draft, new Date(), timeZone)).then(onSaved, () => setSaving(false))
  })
  const shortcut = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isEscape(event)) onLeave()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <form onSubmit={save} onKeyDown={shortcut}>
      <Stack gap="xs" mt="sm">
        <LogFields form={form} />
        <AboutTalk form={form} {...about} />
        {start.kind !== 'note' && <WhenInput form={form} />}
        <Group gap="xs" justify="end">
          <Button size="xs" variant="subtle" color="gray" onClick={onGiveUp}>
            {giveUp}
          </Button>
          <Button size="xs" type="submit" loading={saving}>
            {t('quickLog.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type AboutProps = Pick<LogProps, 'asks' | 'refusal'> & { form: UseFormReturnType<Draft> }

function AboutTalk({ form, asks, refusal }: AboutProps) {
  const { values } = form
  const channel = channelOf(values)
  const refused = channel && refusal?.(channel)
  return (
    <>
      {refused && (
        <Text size="sm" c="var(--loss-ink)" role="status">
          {refused}
        </Text>
      )}
      {isTalk(values) && asks?.(values.answers, answers => form.setFieldValue('answers', answers))}
    </>
  )
}

function useLogForm(start: Draft, onChange?: (draft: Draft) => void) {
  const { t } = useTranslation()
  return useForm<Draft>({
    initialValues: start,
    onValuesChange: onChange,
    validate: draft => {
      const flaws = Object.entries(flawsOf(draft))
      return Object.fromEntries(flaws.map(([key, flaw]) => [key, t(`quickLog.flaws.${flaw}`)]))
    },
  })
}
