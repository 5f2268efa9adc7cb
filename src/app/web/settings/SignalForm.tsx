import { Button, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Channel, channels, type Direction, directions, isEventName } from '../../../activity/events.ts'
import { keyFrom } from '../../../platform/keyFrom.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useChecks } from '../entry/checks.ts'
import { GeneralError } from '../entry/GeneralError.tsx'
import { inBoth, LabelInputs } from './Labels.tsx'

const weights = [
  { value: '0', key: 'none' },
  { value: '1', key: 'weak' },
  { value: '2', key: 'clear' },
  { value: '3', key: 'firm' },
  { value: '-2', key: 'against' },
] as const

const empty = { name: '', label: '', other: '', channel: 'web', direction: 'in', weight: '1' }

export type Signal = Awaited<ReturnType<typeof api.activity.types.call>>['types'][number]

function valuesOf({ labelEs, labelEn, weight, ...rest }: Signal, language: string): typeof empty {
  const [label, second] = language === 'en' ? [labelEn, labelEs] : [labelEs, labelEn]
  return { ...rest, label, other: second === label ? '' : second, weight: weightValue(weight) }
}

/** Weights of the same word are the same choice. */
const weightValue = (weight: number) => (weight < 0 ? '-2' : String(weight))

/** Adds a signal of the workspace's own to the catalogue, or changes one; its key stays. */
export function SignalForm({ signal, onDone }: { signal?: Signal; onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const { required } = useChecks()
  const form = useForm({
    initialValues: signal ? valuesOf(signal, i18n.language) : empty,
    validate: { label: required },
  })
  const suggested = useSuggestedKey(form.values.label)
  const put = useMutation({
    ...api.activity.putType.mutationOptions(),
    onSuccess: async () => {
      toasts.done(t(signal ? 'settings.events.changed' : 'settings.events.added'))
      await queries.invalidateQueries({ queryKey: api.activity.types.key() })
      onDone()
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, label, other, channel, direction, weight }) =>
        put.mutate({
          ...inBoth({ label, other }, i18n.language),
          name: name.trim() || suggested,
          channel: channel as Channel,
          direction: direction as Direction,
          weight: Number(weight),
        }),
      )}
    >
      <Stack>
        <LabelInputs form={form} />
        <TextInput
          label={t('settings.events.name')}
          description={t('settings.events.nameAbout')}
          readOnly={signal !== undefined}
          variant={signal ? 'filled' : 'default'}
          {...form.getInputProps('name')}
          value={form.values.name || suggested}
        />
        <Bearing form={form} />
        <GeneralError error={put.error} />
        <Button type="submit" loading={put.isPending}>
          {t(signal ? 'ui.save' : 'settings.events.add')}
        </Button>
      </Stack>
    </form>
  )
}

/** What a new signal's key will be unless another is typed: its name, as no other signal has it. */
function useSuggestedKey(label: string): string {
  const own = useQuery(api.activity.types.queryOptions()).data?.types
  return keyFrom(label, '', key => isEventName(key) || own?.some(({ name }) => name === key) === true)
}

/** Where the signal comes from, which way it goes and what it weighs. */
function Bearing({ form }: { form: UseFormReturnType<typeof empty> }) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('settings.events.channel')}
        data={channels.map(value => ({ value, label: t(`activity.channels.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('channel')}
      />
      <Select
        label={t('settings.events.direction')}
        data={directions.map(value => ({ value, label: t(`activity.directions.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('direction')}
      />
      <Select
        label={t('settings.events.weight')}
        data={weights.map(({ value, key }) => ({ value, label: t(`activity.weights.${key}`) }))}
        allowDeselect={false}
        {...form.getInputProps('weight')}
      />
    </>
  )
}
