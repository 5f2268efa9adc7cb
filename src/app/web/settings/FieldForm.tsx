import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { customFieldTypes } from '../../../contacts/fields.ts'
import { keyFrom } from '../../../platform/keyFrom.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useChecks } from '../entry/checks.ts'
import { GeneralError } from '../entry/GeneralError.tsx'
import { inBoth, LabelInputs } from './Labels.tsx'

type Type = (typeof customFieldTypes)[number]

/** Adds a field of the workspace's own; its key is made from its name. */
export function FieldForm({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const { required } = useChecks()
  const form = useForm({
    initialValues: {
      label: '',
      other: '',
      type: 'text' as Type,
      choices: '',
      appliesTo: ['person', 'organization'] as ('person' | 'organization')[],
    },
    validate: { label: required },
  })
  const add = useAdd(onDone, errors => form.setErrors(errors))
  const hasChoices = form.values.type === 'choice' || form.values.type === 'choices'
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ choices, label, other, ...values }) =>
        add.mutate({
          ...values,
          ...inBoth({ label, other }, i18n.language),
          key: keyFrom(label, 'field'),
          choices: hasChoices ? linesOf(choices) : [],
        }),
      )}
    >
      <Stack>
        <LabelInputs form={form} />
        <Select
          label={t('settings.fields.type')}
          data={customFieldTypes.map(value => ({ value, label: t(`settings.fields.types.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('type')}
        />
        {hasChoices && (
          <Textarea
            label={t('settings.fields.choices')}
            autosize
            minRows={3}
            {...form.getInputProps('choices')}
          />
        )}
        <Checkbox.Group label={t('settings.fields.appliesTo')} {...form.getInputProps('appliesTo')}>
          <Group mt={6}>
            <Checkbox value="person" label={t('settings.fields.person')} />
            <Checkbox value="organization" label={t('settings.fields.organization')} />
          </Group>
        </Checkbox.Group>
        <GeneralError error={add.error} />
        <Button type="submit" loading={add.isPending} disabled={!form.values.appliesTo.length}>
          {t('settings.fields.add')}
        </Button>
      </Stack>
    </form>
  )
}

function useAdd(onDone: () => void, onRefused: (errors: Record<string, string>) => void) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  return useMutation({
    ...api.contacts.addField.mutationOptions(),
    onSuccess: async () => {
      toasts.done(t('settings.fields.added'))
      await queries.invalidateQueries({ queryKey: api.contacts.fields.key() })
      onDone()
    },
    onError: error => onRefused(fieldErrors(error)),
  })
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
