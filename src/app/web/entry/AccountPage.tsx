import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { Choices } from '../UserMenu.tsx'
import { GeneralError } from './GeneralError.tsx'

/** One's own account: language and look, password. */
export function AccountPage() {
  const { t } = useTranslation()
  const { user } = useAccess()
  return (
    <Page title={t('entry.account.title')} about={`${user.name} · ${user.email}`} width="text">
      <Section title={t('app.menu.appearance')}>
        <Group>
          <Choices compact />
        </Group>
      </Section>
      <Section title={t('entry.account.password')} about={t('entry.account.passwordAbout')}>
        <PasswordForm />
      </Section>
    </Page>
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const form = useForm({ initialValues: { currentPassword: '', password: '' } })
  const change = useMutation({
    ...api.identity.changePassword.mutationOptions(),
    onSuccess: () => {
      form.reset()
      toasts.done(t('entry.account.changed'))
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(values => change.mutate(values))}>
      <Stack maw={380}>
        <PasswordInput
          label={t('entry.account.current')}
          autoComplete="current-password"
          required
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('entry.account.new')}
          description={
            <Text span inherit>
              {t('entry.passwordAbout')}
            </Text>
          }
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
        />
        <GeneralError error={change.error} />
        <Button type="submit" loading={change.isPending} w="fit-content">
          {t('entry.account.password')}
        </Button>
      </Stack>
    </form>
  )
}
