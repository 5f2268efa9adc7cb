import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { fieldErrors } from '../../../ui/client.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { api } from '../api.ts'
import { useChecks } from './checks.ts'
import { DeadLink } from './DeadLink.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import classes from './entry.module.css'
import { GeneralError } from './GeneralError.tsx'

/** Where an administrator's link leads who forgot their password: they choose another and are in. */
export function ResetPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { newPassword } = useChecks()
  // After the hash, so that it stands in no server's log.
  const secret = useLocation().hash.slice(1)
  const reset = useQuery(api.identity.lookAtReset.queryOptions({ input: { secret } }))
  const form = useForm({ initialValues: { password: '' }, validate: { password: newPassword } })
  const set = useMutation({
    ...api.identity.resetPassword.mutationOptions(),
    onSuccess: async () => {
      queries.clear()
      await navigate('/')
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  if (reset.isPending) return <Loading />
  if (reset.isError) return <DeadLink error={reset.error} retry={() => void reset.refetch()} />
  return (
    <EntryFrame title={t('entry.reset.title')} about={`${reset.data.name} · ${reset.data.email}`}>
      <form
        noValidate
        className={classes.form}
        onSubmit={form.onSubmit(({ password }) => set.mutate({ secret, password }))}
      >
        <PasswordInput
          label={t('entry.account.new')}
          description={t('entry.passwordAbout')}
          autoComplete="new-password"
          autoFocus
          {...form.getInputProps('password')}
        />
        <GeneralError error={set.error} />
        <Button type="submit" fullWidth loading={set.isPending}>
          {t('entry.reset.submit')}
        </Button>
      </form>
    </EntryFrame>
  )
}
