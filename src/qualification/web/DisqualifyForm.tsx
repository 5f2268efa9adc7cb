import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../contacts/fields.ts'
import { useReasonName } from '../../criteria/web/reasonName.ts'
import { useAccess } from '../../ui/access.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { RegionContext } from '../../ui/format.ts'
import { dayOf, endOf, instantOf } from '../../ui/zoneDay.ts'
import { type DefaultReason, reasonsToDisqualify } from '../reasons.ts'
import type { Shown } from './api.ts'
import { Consequence, type Follows } from './Consequence.tsx'
import type { NewDisqualification } from './qualifying.ts'
import { dayIn, type Wake, WakeInput } from './WakeInput.tsx'

type Draft = { reason: string | null; own: string; note: string; since: string | null } & Wake & Follows

const empty: Draft = {
  ...{ reason: null, own: '', note: '', since: null, wakes: 'never', day: null, signals: [] },
  ...{ decider: '', deciderTitle: '' },
}

type Props = {
  shown: Shown
  contact: { kind: Kind; organizations: unknown[] }
  onMerge?: () => void
  onSave: (given: NewDisqualification) => Promise<unknown>
  onClose: () => void
}

/** Why, and when to come back: each reason proposes its own, which can be changed. */
export function DisqualifyForm({ shown, contact, onMerge, onSave, onClose }: Props) {
  const { t } = useTranslation()
  // Nothing is chosen beforehand: a careless Enter would write a reason that nobody gave.
  const [draft, setDraft] = useState(empty)
  const { timeZone } = useContext(RegionContext)
  const [isSaving, setSaving] = useState(false)
  const set = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const missing = [
    draft.reason === null && t('qualification.reason'),
    draft.reason === 'other' && !draft.own.trim() && t('qualification.ownReason'),
    draft.reason === 'other_role' && !draft.role && t('qualification.follows.role'),
    draft.wakes === 'date' && draft.day === null && t('qualification.wakeUp'),
  ]
  const isReady = missing.every(name => !name)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || !draft.reason) return
    setSaving(true)
    await onSave(givenBy(draft.reason, draft, timeZone)).then(onClose, () => setSaving(false))
  }
  return (
    <Dialog onClose={onClose} title={t('qualification.disqualify')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Reason draft={draft} ownReasons={shown.ownReasons} onChange={set} />
          {draft.reason && (
            <>
              <Consequence {...{ draft, shown, contact, onMerge }} reason={draft.reason} onChange={set} />
              <Since draft={draft} onChange={set} />
              <WakeInput draft={draft} onChange={set} />
            </>
          )}
          <Textarea
            autosize
            minRows={2}
            maxLength={2_000}
            label={t('qualification.note')}
            value={draft.note}
            onChange={event => set({ note: event.currentTarget.value })}
          />
          <FormEnd onClose={onClose} missing={missing}>
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
  const { timeZone } = useContext(RegionContext)
  const text = useReasonName()
  const { market } = useAccess().workspace
  const readyMade: readonly DefaultReason[] = reasonsToDisqualify
  const asked = readyMade.filter(({ of = market }) => of === market)
  const options = [...asked.map(({ key }) => key), ...ownReasons]
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
        onChange={reason => reason && onChange({ reason, ...wakeOf(reason, timeZone) })}
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

/** Whoever learnt it yesterday says so. */
function Since({ draft, onChange }: PartProps) {
  const { t } = useTranslation()
  const { timeZone } = useContext(RegionContext)
  const today = dayOf(new Date(), timeZone)
  return (
    <DayInput
      past
      label={t('qualification.since')}
      value={draft.since ?? today}
      onChange={since => onChange({ since: since === today ? null : since })}
    />
  )
}

function wakeOf(key: string, timeZone: string): Pick<Draft, 'wakes' | 'day'> {
  const reasons: readonly DefaultReason[] = reasonsToDisqualify
  const { days, wakesOn } = reasons.find(each => each.key === key) ?? {}
  return { wakes: days ? 'date' : (wakesOn ?? 'never'), day: days ? dayIn(days, timeZone) : null }
}

function givenBy(reason: string, draft: Draft, timeZone: string): NewDisqualification {
  const { own, note, since, wakes, day, signals, role, decider, deciderTitle } = draft
  const jobTitle = deciderTitle.trim() || undefined
  return {
    reason: reason === 'other' ? own.trim() : reason,
    ...(note.trim() && { note: note.trim() }),
    ...(since && { at: endOf(since, timeZone) }),
    ...(wakes === 'date' && day && { until: instantOf(`${day} 08:00:00`, timeZone).toISOString() }),
    ...((wakes === 'signal' || wakes === 'address') && { wakesOn: wakes }),
    ...(wakes === 'signal' && signals.length > 0 && { signals }),
    ...(reason === 'other_role' && { role }),
    ...(reason === 'no_authority' && decider.trim() && { rightPerson: { name: decider.trim(), jobTitle } }),
  }
}
