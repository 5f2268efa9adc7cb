import { Alert, Button, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { useShortcuts } from '../../../ui/shortcuts.tsx'
import { useStageName } from '../../../ui/stageWords.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { dayOf, instantOf } from '../../../ui/zoneDay.ts'
import { api } from '../api.ts'
import { useFunnelShown } from '../definitions/useDefinitions.ts'
import { useFunnelInput } from '../funnelInView.ts'

type Decision = { stage: string | null; reason: string; until: string | null }
type Shown = Decision & { placedByName: string; placedAt: string }

/** That somebody decided the stage, with why and until when; or the way to decide it. */
export function ByHand({ id, byHand }: { id: string; byHand: Shown | undefined }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const { release } = useDeciding(id, close)
  const canDecide = useAccess().can('contacts.write')
  const also = t('byHand.also')
  const decide = { label: t('byHand.begin'), also, run: open }
  const giveBack = { label: t('byHand.release'), also, run: () => release.mutate() }
  useShortcuts(canDecide ? [byHand ? giveBack : decide] : [])
  if (!canDecide && !byHand) return null
  if (byHand) return <Decided byHand={byHand} release={() => release.mutate()} />
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        w="fit-content"
        leftSection={<IconHandStop size={14} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        {t('byHand.begin')}
      </Button>
      {opened && <Deciding id={id} onClose={close} />}
    </>
  )
}

function Decided({ byHand, release }: { byHand: Shown; release: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { reason, until, placedByName, placedAt } = byHand
  return (
    <Alert variant="light" p="xs" icon={<IconHandStop size={16} aria-hidden />}>
      <Stack gap={6} align="flex-start">
        <Text size="sm">
          {t('byHand.by', { name: placedByName, date: format.date(placedAt), reason })}
          {until && ` · ${t('byHand.until', { date: format.date(until) })}`}
        </Text>
        {useAccess().can('contacts.write') && (
          <Button size="compact-xs" variant="default" onClick={release}>
            {t('byHand.release')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

const nowhere = 'none'

function Deciding({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { timeZone } = useContext(RegionContext)
  const { place } = useDeciding(id, onClose)
  // Nothing is chosen beforehand: a careless Enter takes nobody out of the funnel.
  const [stage, setStage] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!stage) return
    const end = until && instantOf(`${until} 23:59:59`, timeZone).toISOString()
    place.mutate({ stage: stage === nowhere ? null : stage, reason: reason.trim(), until: end })
  }
  return (
    <Dialog title={t('byHand.title')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('byHand.about')}</Text>
          <StageChoice value={stage} onChange={setStage} />
          <Textarea
            required
            label={t('byHand.reason')}
            autosize
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <DayInput
            clearable
            from={dayOf(new Date(), timeZone)}
            label={t('byHand.untilWhen')}
            placeholder={t('byHand.forever')}
            value={until}
            onChange={setUntil}
          />
          <FormEnd
            onClose={onClose}
            missing={[!stage && t('byHand.stage'), !reason.trim() && t('byHand.reason')]}
          >
            <Button type="submit" loading={place.isPending} disabled={!stage || !reason.trim()}>
              {t('ui.save')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

function StageChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (value: string | null) => void
}) {
  const { t } = useTranslation()
  const name = useStageName()
  const stages = useFunnelShown()?.lifecycle.stages ?? []
  return (
    <Select
      data-autofocus
      required
      label={t('byHand.stage')}
      data={[...stages.map(({ key }) => key), nowhere].map(value => ({
        value,
        label: name(value === nowhere ? null : value),
      }))}
      value={value}
      allowDeselect={false}
      onChange={onChange}
    />
  )
}

/** Both ways; each is the other's undo. */
function useDeciding(id: string, onDone: () => void) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const where = { id, ...useFunnelInput() }
  const refresh = () => queries.invalidateQueries({ queryKey: ['lifecycle'] })
  const put = ({ stage, reason, until }: Decision) =>
    api.lifecycle.placeByHand.call({ ...where, stage, reason, ...(until && { until }) })
  const place = useMutation({
    mutationFn: put,
    onSuccess: async () => {
      onDone()
      await refresh()
      toasts.done(t('byHand.placed'), async () => {
        await api.lifecycle.releaseFromHand.call(where)
        await refresh()
      })
    },
    onError: toasts.failed,
  })
  const release = useMutation({
    mutationFn: () => api.lifecycle.releaseFromHand.call(where),
    onSuccess: async ({ byHand }) => {
      await refresh()
      const again = async () => {
        if (byHand) await put(byHand)
        await refresh()
      }
      toasts.done(t('byHand.released'), byHand && again)
    },
    onError: toasts.failed,
  })
  return { place, release }
}
