import { Button, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../platform/permissions.ts'
import { useAddress } from '../../../ui/access.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { fieldErrors } from '../../../ui/client.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { Secret } from '../../../ui/Secret.tsx'
import stacked from '../../../ui/stacked.module.css'
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
  if (invite.data)
    return <Link email={invite.data.invitation.email} secret={invite.data.secret} onDone={onDone} />
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

type LinkShown = { email: string; secret: string; onDone: () => void }

function Link({ email, secret, onDone }: LinkShown) {
  const { t } = useTranslation()
  const address = useAddress()
  const onlyHere = ['localhost', '127.0.0.1'].includes(new URL(address).hostname)
  return (
    <Stack>
      <Secret
        label={t('settings.members.link', { email })}
        description={t('settings.members.linkOnce')}
        value={`${address}/invitation#${secret}`}
      />
      {onlyHere && (
        <Text size="sm" role="note">
          {t('settings.members.onlyHere')}
        </Text>
      )}
      <Button onClick={onDone}>{t('ui.close')}</Button>
    </Stack>
  )
}

type Open = Awaited<ReturnType<typeof api.identity.invitations.list.call>>['invitations'][number]

/** Makes the link of an open invitation again: the one before stops working, and the days begin anew. */
function Renew({ email, role }: Open) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const renew = useMutation({
    ...api.identity.invitations.create.mutationOptions(),
    onError: toasts.failed,
  })
  // What is listed changes under this row, and with it the row: it waits until the link has been copied.
  const close = () => {
    renew.reset()
    void queries.invalidateQueries({ queryKey: api.identity.invitations.key() })
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('settings.members.renew', { email })}
        loading={renew.isPending}
        onClick={() => renew.mutate({ email, role })}
      >
        {t('settings.members.newLink')}
      </Button>
      <Modal opened={renew.isSuccess} onClose={close} title={t('settings.members.renew', { email })}>
        {renew.data && <Link email={email} secret={renew.data.secret} onDone={close} />}
      </Modal>
    </>
  )
}

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
      <Table className={stacked.stacked}>
        <Table.Tbody>
          {invitations.data.invitations.map(open => (
            <Table.Tr key={open.id}>
              <Table.Td>{open.email}</Table.Td>
              <Table.Td>{t(`settings.roles.${open.role}.name`)}</Table.Td>
              <Table.Td c="dimmed">
                {t('settings.members.expires')} <Moment at={open.expiresAt} />
              </Table.Td>
              <Table.Td>
                <Group gap={2} wrap="nowrap" justify="flex-end">
                  <Renew {...open} />
                  <Confirm
                    label={t('settings.members.revoke', { email: open.email })}
                    sure={t('settings.members.revoke', { email: open.email })}
                    onConfirm={() => revoke.mutate({ id: open.id })}
                  />
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
