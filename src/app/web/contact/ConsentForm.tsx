import { Button, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUndo } from '../../../contacts/web/parts.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { RegionContext } from '../../../ui/format.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { endOf } from '../../../ui/zoneDay.ts'
import { api } from '../api.ts'
import type { ShownContact } from './source.ts'

export type NewConsent = {
  channel: 'email' | 'phone' | 'whatsapp' | 'sms' | 'post' | 'any'
  purpose: string
  state: 'granted' | 'objected' | 'withdrawn'
  source: string
  wording: string
  at: string | null
}

const channels = ['email', 'phone', 'whatsapp', 'sms', 'post', 'any'] as const
const states = ['granted', 'objected', 'withdrawn'] as const

type Props = { contact: ShownContact; start: Partial<NewConsent>; onClose: () => void }

/** What the contact said about one channel, as somebody writes it down: what, how they said it, and in which words. */
export function ConsentForm({ contact, start, onClose }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<NewConsent>({ ...empty, ...start })
  const record = useRecord(contact, onClose)
  const set = (part: Partial<NewConsent>) => setDraft(before => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.source.trim()) record.mutate(draft)
  }
  return (
    <Dialog onClose={onClose} title={t('contactPage.consent.record')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Said draft={draft} onChange={set} />
          <TextInput
            required
            data-autofocus
            maxLength={200}
            label={t('contactPage.consent.source')}
            placeholder={t('contactPage.consent.sourceExample')}
            value={draft.source}
            onChange={event => set({ source: event.currentTarget.value })}
          />
          <Textarea
            autosize
            minRows={2}
            maxLength={10_000}
            label={t('contactPage.consent.wording')}
            description={t('contactPage.consent.wordingAbout')}
            value={draft.wording}
            onChange={event => set({ wording: event.currentTarget.value })}
          />
          <DayInput
            clearable
            past
            label={t('contactPage.consent.at')}
            placeholder={t('contactPage.consent.now')}
            value={draft.at}
            onChange={at => set({ at })}
          />
          <FormEnd onClose={onClose} missing={[!draft.source.trim() && t('contactPage.consent.source')]}>
            <Button type="submit" loading={record.isPending} disabled={!draft.source.trim()}>
              {t('ui.save')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

type SaidProps = { draft: NewConsent; onChange: (part: Partial<NewConsent>) => void }

function Said({ draft, onChange: set }: SaidProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('contactPage.consent.channel')}
        data={channels.map(value => ({ value: value as string, label: t(`contacts.channels.${value}`) }))}
        value={draft.channel}
        allowDeselect={false}
        onChange={value => value && set({ channel: value as NewConsent['channel'] })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('contactPage.consent.what')}
        data={states.map(value => ({
          value: value as string,
          label: t(`contactPage.consent.states.${value}`),
        }))}
        value={draft.state}
        onChange={value => set({ state: value as NewConsent['state'] })}
      />
    </>
  )
}

const empty: NewConsent = {
  channel: 'email',
  purpose: 'marketing',
  state: 'granted',
  source: '',
  wording: '',
  at: null,
}

function useRecord(contact: ShownContact, onClose: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const undo = useUndo()
  const { timeZone } = useContext(RegionContext)
  return useMutation({
    mutationFn: ({ channel, purpose, state, source, wording, at }: NewConsent) =>
      api.contacts.addConsent.call({
        ...{ id: contact.id, channel, purpose, state, source: source.trim() },
        ...(state === 'granted' && { basis: 'consent' }),
        ...(wording.trim() && { wording: wording.trim() }),
        ...(at && { at: endOf(at, timeZone) }),
      }),
    onSuccess: async ({ changeSetId }) => {
      onClose()
      toasts.done(t('contactPage.consent.saved'), undo(changeSetId))
      await queries.invalidateQueries({ queryKey: api.contacts.key() })
    },
    onError: toasts.failed,
  })
}
