import { Button, Modal, Select, Stack, Table, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../platform/permissions.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { fieldErrors } from '../../../ui/client.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { Secret } from '../../../ui/Secret.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useChecks } from '../entry/checks.ts'
import { GeneralError } from '../entry/GeneralError.tsx'

/** Opens the form that makes an invitation's link; the link is shown once, to be copied. */
export function InviteButton() {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
        {t('settings.members.invite')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('settings.members.inviteTitle')}>
        <InviteForm onDone={close} />
      </Modal>
    </>
  )
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { email } = useChecks()
  const form = useForm({ initialValues: { email: '', role: 'sales' as Role }, validate: { email } })
  const invite = useMutation({
    ...api.identity.invitations.create.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.invitations.key() }),
    onError: error => form.setErrors(fieldErrors(error)),
  })
  if (invite.data) {
    const { invitation, secret } = invite.data
    return (
      <Stack>
        <Secret
          label={t('settings.members.link', { email: invitation.email })}
          description={t('settings.members.linkOnce')}
          value={`${window.location.origin}/invitation#${secret}`}
        />
        <Button onClick={onDone}>{t('ui.close')}</Button>
      </Stack>
    )
  }
  return (
    <form onSubmit={form.onSubmit(values => invite.mutate(values))} noValidate>
      <Stack>
        <span>{t('settings.members.inviteAbout')}</span>
        <TextInput
          type="email"
          label={t('settings.members.email')}
          data-autofocus
          {...form.getInputProps('email')}
        />
        <Select
          label={t('settings.members.role')}
          description={t(`settings.roles.${form.values.role}.about`)}
          data={roles.map(value => ({ value, label: t(`settings.roles.${value}.name`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        <GeneralError error={invite.error} />
        <Button type="submit" loading={invite.isPending}>
          {t('settings.members.createLink')}
        </Button>
      </Stack>
    </form>
  )
}

/** Invitations that nobody has accepted yet. */
export function Invitations() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const invitations = useQuery(api.identity.invitations.list.queryOptions())
  const revoke = useMutation({
    ...api.identity.invitations.revoke.mutationOptions(),
    onSuccess: () => toasts.done(t('settings.members.revoked')),
    onError: toasts.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: api.identity.invitations.key() }),
  })
  if (!invitations.data?.invitations.length) return null
  return (
    <Section title={t('settings.members.pending')}>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Tbody>
            {invitations.data.invitations.map(({ id, email, role, expiresAt }) => (
              <Table.Tr key={id}>
                <Table.Td>{email}</Table.Td>
                <Table.Td>{t(`settings.roles.${role}.name`)}</Table.Td>
                <Table.Td c="dimmed">
                  {t('settings.members.expires')} <Moment at={expiresAt} />
                </Table.Td>
                <Table.Td w={48}>
                  <Confirm
                    label={t('settings.members.revoke', { email })}
                    sure={t('settings.members.revoke', { email })}
                    onConfirm={() => revoke.mutate({ id })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}
