import { Button, PasswordInput, TextInput } from '@mantine/core'
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

/** Where an invitation's link leads: whoever has no account makes one, whoever has one proves it, unless they are signed in. */
export function InvitationPage() {
  const { t } = useTranslation()
  // After the hash, so that it stands in no server's log.
  const secret = useLocation().hash.slice(1)
  const invitation = useQuery(api.identity.invitations.look.queryOptions({ input: { secret } }))
  const session = useQuery(api.identity.session.read.queryOptions())
  if (invitation.isPending || session.isPending) return <Loading />
  if (invitation.isError) return <DeadLink error={invitation.error} retry={() => void invitation.refetch()} />
  const { company, email, role, hasAccount } = invitation.data
  const signedInAs = session.data?.me?.user.email
  return (
    <EntryFrame
      title={t('entry.invitation.title', { company })}
      about={t('entry.invitation.about', { role: t(`settings.roles.${role}.name`), email })}
    >
      {signedInAs && signedInAs !== email ? (
        <SignedInAsOther email={signedInAs} />
      ) : (
        <Acceptance secret={secret} asks={asksFor(hasAccount, signedInAs !== undefined)} />
      )}
    </EntryFrame>
  )
}

type Asks = 'nothing' | 'password' | 'account'

function asksFor(hasAccount: boolean, isSignedIn: boolean): Asks {
  if (isSignedIn) return 'nothing'
  return hasAccount ? 'password' : 'account'
}

function Acceptance({ secret, asks }: { secret: string; asks: Asks }) {
  const { t } = useTranslation()
  const { required, newPassword } = useChecks()
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      ...(asks === 'account' && { name: required, password: newPassword }),
      ...(asks === 'password' && { password: required }),
    },
  })
  const accept = useAccept(errors => form.setErrors(errors))
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(({ name, password }) =>
        accept.mutate({ secret, name: name || undefined, password: password || undefined }),
      )}
    >
      {asks === 'account' && (
        <TextInput label={t('entry.name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
      )}
      {asks !== 'nothing' && (
        <PasswordInput
          label={t('entry.password')}
          description={t(asks === 'password' ? 'entry.invitation.existing' : 'entry.passwordAbout')}
          autoComplete={asks === 'password' ? 'current-password' : 'new-password'}
          {...form.getInputProps('password')}
        />
      )}
      <GeneralError error={accept.error} />
      <Button type="submit" fullWidth loading={accept.isPending}>
        {t('entry.invitation.accept')}
      </Button>
    </form>
  )
}

/** The link stays in the address, so that signing out leads back to it. */
function SignedInAsOther({ email }: { email: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const signOut = useMutation({
    ...api.identity.session.signOut.mutationOptions(),
    onSuccess: () => queries.resetQueries(),
  })
  return (
    <div className={classes.form}>
      <span>{t('entry.invitation.other', { email })}</span>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate({})}>
        {t('app.menu.signOut')}
      </Button>
    </div>
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
