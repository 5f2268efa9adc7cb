import { Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { fieldErrors } from '../../../ui/client.ts'
import { api } from '../api.ts'
import { useChecks } from './checks.ts'
import { EntryFrame } from './EntryFrame.tsx'
import classes from './entry.module.css'
import { GeneralError } from './GeneralError.tsx'

/** Signing in; goes on to where one wanted to go (`?to=`). */
export function SignInPage() {
  const { t } = useTranslation()
  const setup = useQuery(api.identity.setup.state.queryOptions())
  const { required, email } = useChecks()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email, password: required },
  })
  const enter = useEnter(errors => form.setErrors(errors))
  if (setup.data?.open) return <Navigate to="/set-up" replace />
  return (
    <EntryFrame title={t('entry.signIn.title')}>
      <form className={classes.form} onSubmit={form.onSubmit(values => enter.mutate(values))} noValidate>
        <TextInput
          label={t('entry.email')}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('entry.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <GeneralError error={enter.error} />
        <Button type="submit" fullWidth loading={enter.isPending}>
          {t('entry.signIn.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('entry.signIn.forgot')}
        </Text>
      </form>
    </EntryFrame>
  )
}

function useEnter(onRefused: (errors: Record<string, string>) => void) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  return useMutation({
    ...api.identity.session.signIn.mutationOptions(),
    onSuccess: async () => {
      queries.clear()
      await navigate(inside(params.get('to')))
    },
    onError: error => onRefused(fieldErrors(error)),
  })
}

/** Only a place of ours: a link to another site must not leave through signing in. */
const inside = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : '/')
