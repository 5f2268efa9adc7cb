import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { fieldErrors } from '../../../ui/client.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { Choices } from '../UserMenu.tsx'
import { useChecks } from './checks.ts'
import { GeneralError } from './GeneralError.tsx'

/** One's own account: language and look, password, and the way out of the workspace. */
export function AccountPage() {
  const { t } = useTranslation()
  const { user, workspace } = useAccess()
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
      <Section title={t('entry.account.leave')} about={t('entry.account.leaveAbout')}>
        <Leave name={workspace.name} />
      </Section>
    </Page>
  )
}

function Leave({ name }: { name: string }) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const leave = useMutation({
    ...api.identity.leave.mutationOptions(),
    // From a clean page: nothing of this workspace may stay.
    onSuccess: () => window.location.assign('/'),
    onError: toasts.failed,
  })
  return (
    <Confirm
      isWide
      label={t('entry.account.leaveName', { name })}
      sure={t('entry.account.leaveSure', { name })}
      onConfirm={() => leave.mutate({})}
    />
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const { required, newPassword } = useChecks()
  const form = useForm({
    initialValues: { currentPassword: '', password: '' },
    validate: { currentPassword: required, password: newPassword },
  })
  const change = useMutation({
    ...api.identity.changePassword.mutationOptions(),
    onSuccess: () => {
      form.reset()
      toasts.done(t('entry.account.changed'))
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(values => change.mutate(values))} noValidate>
      <Stack maw={380}>
        <PasswordInput
          label={t('entry.account.current')}
          autoComplete="current-password"
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
