import { Alert, Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyScopes } from '../../../identity/contract.ts'
import type { Permission } from '../../../platform/permissions.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { Secret } from '../../../ui/Secret.tsx'
import { api } from '../api.ts'
import { useChecks } from '../entry/checks.ts'
import { GeneralError } from '../entry/GeneralError.tsx'
import classes from './settings.module.css'

/** What programs usually need, each no more than that. */
const sets = {
  form: ['contacts.write', 'events.write'],
  read: ['contacts.read', 'reports.read', 'definitions.read'],
  sync: ['contacts.read', 'contacts.write', 'events.write', 'imports.run'],
  everything: keyScopes,
} satisfies Record<string, Permission[]>

const setNames = Object.keys(sets) as (keyof typeof sets)[]

/** Scopes in words: the set that they are, or one by one. */
export function useScopes() {
  const { t } = useTranslation()
  return (scopes: Permission[]): string => {
    const set = setNames.find(name => same(sets[name], scopes))
    if (set === 'everything') return t('settings.keys.sets.everything.name')
    return scopes.map(scope => t(`settings.permissions.${scope}`)).join(', ')
  }
}

const same = (some: Permission[], others: Permission[]) =>
  some.length === others.length && some.every(scope => others.includes(scope))

type Values = { name: string; scopes: Permission[] }

/** Makes a key for another program: what it is for and what it may do; shows its secret once. */
export function KeyForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { required } = useChecks()
  const form = useForm<Values>({
    initialValues: { name: '', scopes: sets.form },
    validate: { name: required },
  })
  const create = useMutation({
    ...api.identity.keys.create.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.keys.key() }),
    onError: error => form.setErrors(fieldErrors(error)),
  })
  if (create.data) return <Made name={create.data.key.name} secret={create.data.secret} onDone={onDone} />
  return (
    <form onSubmit={form.onSubmit(values => create.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t('settings.keys.name')}
          placeholder={t('settings.keys.namePlaceholder')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Scopes form={form} />
        <GeneralError error={create.error} />
        <Button type="submit" loading={create.isPending} disabled={!form.values.scopes.length}>
          {t('settings.keys.create')}
        </Button>
      </Stack>
    </form>
  )
}

/** A ready-made set, or each scope by itself, beginning with those of the set chosen before. */
function Scopes({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation()
  const [set, setSet] = useState<keyof typeof sets | 'own'>('form')
  const choose = (name: string) => {
    const chosen = setNames.find(each => each === name)
    setSet(chosen ?? 'own')
    if (chosen) form.setFieldValue('scopes', sets[chosen])
  }
  return (
    <>
      <Radio.Group label={t('settings.keys.scopes')} value={set} onChange={choose}>
        <Stack gap="xs" mt={6}>
          {([...setNames, 'own'] as const).map(name => (
            <Radio
              key={name}
              value={name}
              label={t(`settings.keys.sets.${name}.name`)}
              description={t(`settings.keys.sets.${name}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {set === 'own' && (
        <Checkbox.Group aria-label={t('settings.keys.sets.own.name')} {...form.getInputProps('scopes')}>
          <Stack gap={6} pl="xl">
            {keyScopes.map(scope => (
              <Checkbox key={scope} value={scope} label={t(`settings.permissions.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </>
  )
}

function Made({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Alert
        color="yellow"
        icon={<IconKey aria-hidden />}
        title={t('settings.keys.secretTitle')}
        classNames={{ title: classes.plain }}
      >
        {t('settings.keys.secretAbout')}
      </Alert>
      <Secret label={name} value={secret} />
      <Button onClick={onDone}>{t('ui.close')}</Button>
    </Stack>
  )
}
