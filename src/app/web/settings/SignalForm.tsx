import { Button, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Channel, channels, type Direction, directions } from '../../../activity/events.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { GeneralError } from '../entry/GeneralError.tsx'

const weights = [
  { value: '0', key: 'none' },
  { value: '1', key: 'weak' },
  { value: '2', key: 'clear' },
  { value: '3', key: 'firm' },
  { value: '-2', key: 'against' },
] as const

const initialValues = { name: '', labelEs: '', labelEn: '', channel: 'web', direction: 'in', weight: '1' }

/** Adds a signal of the workspace's own to the catalogue. */
export function SignalForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const form = useForm({ initialValues })
  const put = useMutation({
    ...api.activity.putType.mutationOptions(),
    onSuccess: async () => {
      toasts.done(t('settings.events.added'))
      await queries.invalidateQueries({ queryKey: api.activity.types.key() })
      onDone()
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form
      onSubmit={form.onSubmit(({ channel, direction, weight, ...values }) =>
        put.mutate({
          ...values,
          channel: channel as Channel,
          direction: direction as Direction,
          weight: Number(weight),
        }),
      )}
    >
      <Stack>
        <TextInput
          label={t('settings.fields.labelEs')}
          required
          data-autofocus
          {...form.getInputProps('labelEs')}
        />
        <TextInput label={t('settings.fields.labelEn')} required {...form.getInputProps('labelEn')} />
        <TextInput
          label={t('settings.events.name')}
          description={t('settings.events.nameAbout')}
          required
          {...form.getInputProps('name')}
        />
        <Bearing form={form} />
        <GeneralError error={put.error} />
        <Button type="submit" loading={put.isPending}>
          {t('settings.events.add')}
        </Button>
      </Stack>
    </form>
  )
}

/** Where the signal comes from, which way it goes and what it weighs. */
function Bearing({ form }: { form: UseFormReturnType<typeof initialValues> }) {
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
