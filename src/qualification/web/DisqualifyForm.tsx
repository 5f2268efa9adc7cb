import { Button, Input, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonName } from '../../criteria/web/reasonName.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { type DefaultReason, reasonsToDisqualify } from '../reasons.ts'
import type { NewDisqualification } from './qualifying.ts'

type Wakes = 'date' | 'signal' | 'address' | 'never'
type Draft = { reason: string | null; own: string; note: string; wakes: Wakes; day: string | null }

type Props = {
  ownReasons: string[]
  onSave: (given: NewDisqualification) => Promise<unknown>
  onClose: () => void
}

/** Why, and when to come back: each reason proposes its own, which can be changed. */
export function DisqualifyForm({ ownReasons, onSave, onClose }: Props) {
  const { t } = useTranslation()
  // Nothing is chosen beforehand: a careless Enter would write a reason that nobody gave.
  const [draft, setDraft] = useState<Draft>({ reason: null, own: '', note: '', wakes: 'never', day: null })
  const [isSaving, setSaving] = useState(false)
  const set = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const isReady =
    draft.reason !== null &&
    (draft.reason !== 'other' || draft.own.trim() !== '') &&
    (draft.wakes !== 'date' || draft.day !== null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || !draft.reason) return
    setSaving(true)
    await onSave(givenBy(draft.reason, draft)).then(onClose, () => setSaving(false))
  }
  return (
    <Dialog onClose={onClose} title={t('qualification.disqualify')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Reason draft={draft} ownReasons={ownReasons} onChange={set} />
          {draft.reason && <Wake draft={draft} onChange={set} />}
          <Textarea
            autosize
            minRows={2}
            maxLength={2_000}
            label={t('qualification.note')}
            value={draft.note}
            onChange={event => set({ note: event.currentTarget.value })}
          />
          <FormEnd onClose={onClose}>
            <Button type="submit" loading={isSaving} disabled={!isReady}>
              {t('qualification.disqualify')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

type PartProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

function Reason({ draft, ownReasons, onChange }: PartProps & { ownReasons: string[] }) {
  const { t } = useTranslation()
  const text = useReasonName()
  const options = [...reasonsToDisqualify.map(({ key }) => key as string), ...ownReasons]
  return (
    <>
      <Select
        required
        searchable
        openOnFocus={false}
        data-autofocus
        label={t('qualification.reason')}
        data={options.map(value => ({ value, label: text(value) }))}
        allowDeselect={false}
        value={draft.reason}
        onChange={reason => reason && onChange({ reason, ...wakeOf(reason) })}
      />
      {draft.reason === 'other' && (
        <TextInput
          required
          maxLength={100}
          label={t('qualification.ownReason')}
          value={draft.own}
          onChange={event => onChange({ own: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function Wake({ draft, onChange }: PartProps) {
  const { t } = useTranslation()
  const ways = ['date', 'signal', 'address', 'never'] as const
  return (
    <Stack gap={6}>
      <Input.Wrapper label={t('qualification.comesBack')} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          orientation="vertical"
          aria-label={t('qualification.comesBack')}
          data={ways.map(value => ({ value, label: t(`qualification.comeBack.${value}`) }))}
          value={draft.wakes}
          onChange={wakes => onChange({ wakes: wakes as Wakes, day: draft.day ?? dayIn(90) })}
        />
      </Input.Wrapper>
      {draft.wakes === 'date' && (
        <DateInput
          required
          valueFormat="D MMM YYYY"
          minDate={dayIn(1)}
          label={t('qualification.wakeUp')}
          value={draft.day}
          onChange={day => onChange({ day })}
        />
      )}
    </Stack>
  )
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA')

function wakeOf(key: string): Pick<Draft, 'wakes' | 'day'> {
  const reasons: readonly DefaultReason[] = reasonsToDisqualify
  const { days, wakesOn } = reasons.find(each => each.key === key) ?? {}
  return { wakes: days ? 'date' : (wakesOn ?? 'never'), day: days ? dayIn(days) : null }
}

function givenBy(reason: string, { own, note, wakes, day }: Draft): NewDisqualification {
  return {
    reason: reason === 'other' ? own.trim() : reason,
    ...(note.trim() && { note: note.trim() }),
    ...(wakes === 'date' && day && { until: new Date(`${day}T08:00`).toISOString() }),
    ...((wakes === 'signal' || wakes === 'address') && { wakesOn: wakes }),
  }
}
