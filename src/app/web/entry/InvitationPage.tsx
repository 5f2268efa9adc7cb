import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { fieldErrors } from '../../../ui/client.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { api } from '../api.ts'
import { EntryFrame } from './EntryFrame.tsx'
import classes from './entry.module.css'
import { GeneralError } from './GeneralError.tsx'

/** Where an invitation's link leads: name and password, and one is inside. */
export function InvitationPage() {
  const { t } = useTranslation()
  // After the hash, so that it stands in no server's log.
  const secret = useLocation().hash.slice(1)
  const invitation = useQuery(api.identity.invitations.look.queryOptions({ input: { secret } }))
  const form = useForm({ initialValues: { name: '', password: '' } })
  const accept = useAccept(errors => form.setErrors(errors))
  if (invitation.isPending) return <Loading />
  if (invitation.isError) return <Failed error={invitation.error} />
  const { company, email, role, hasAccount } = invitation.data
  return (
    <EntryFrame
      title={t('entry.invitation.title', { company })}
      about={t('entry.invitation.about', { role: t(`settings.roles.${role}.name`), email })}
    >
      <form
        className={classes.form}
        onSubmit={form.onSubmit(values =>
          accept.mutate({ secret, password: values.password, name: values.name || undefined }),
        )}
      >
        {!hasAccount && (
          <TextInput
            label={t('entry.name')}
            autoComplete="name"
            required
            autoFocus
            {...form.getInputProps('name')}
          />
        )}
        <PasswordInput
          label={t('entry.password')}
          description={t(hasAccount ? 'entry.invitation.existing' : 'entry.passwordAbout')}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
          {...form.getInputProps('password')}
        />
        <GeneralError error={accept.error} />
        <Button type="submit" fullWidth loading={accept.isPending}>
          {t('entry.invitation.accept')}
        </Button>
      </form>
    </EntryFrame>
  )
}

function useAccept(onRefused: (errors: Record<string, string>) => void) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    ...api.identity.invitations.accept.mutationOptions(),
    onSuccess: async () => {
      queries.clear()
      await navigate('/')
    },
    onError: error => onRefused(fieldErrors(error)),
  })
}
