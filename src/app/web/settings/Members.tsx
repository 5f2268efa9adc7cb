import { ActionIcon, Button, Group, Modal, Select, Stack, Table, Text, Tooltip } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../platform/permissions.ts'
import { useAccess, useAddress } from '../../../ui/access.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { Secret } from '../../../ui/Secret.tsx'
import stacked from '../../../ui/stacked.module.css'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { Invitations, InviteButton } from './Invitations.tsx'
import classes from './settings.module.css'

type Member = Awaited<ReturnType<typeof api.identity.members.list.call>>['members'][number]

/** Who comes in, with which role; invitations; what each role may do. */
export function Members() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const members = useQuery(api.identity.members.list.queryOptions({ input: {} }))
  if (members.isPending) return <Loading rows={5} />
  if (members.isError) return <Failed error={members.error} retry={() => void members.refetch()} />
  const manages = can('members.manage')
  return (
    <>
      <Section
        title={t('settings.sections.members')}
        about={t('settings.members.about')}
        actions={manages && <InviteButton />}
      >
        <MemberTable members={members.data.members} manages={manages} />
      </Section>
      {manages && <Invitations />}
      <Section title={t('settings.members.rolesTitle')}>
        <dl className={classes.roles}>
          {roles.map(role => [
            <dt key={role}>{t(`settings.roles.${role}.name`)}</dt>,
            <dd key={`${role}-about`}>{t(`settings.roles.${role}.about`)}</dd>,
          ])}
        </dl>
      </Section>
    </>
  )
}

function MemberTable({ members, manages }: { members: Member[]; manages: boolean }) {
  const { t } = useTranslation()
  return (
    <Table className={stacked.stacked}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings.members.person')}</Table.Th>
          <Table.Th>{t('settings.members.role')}</Table.Th>
          <Table.Th>{t('settings.members.since')}</Table.Th>
          {manages && <Table.Td w={88} />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(member => (
          <MemberRow key={member.userId} member={member} manages={manages} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function MemberRow({ member, manages }: { member: Member; manages: boolean }) {
  const { t } = useTranslation()
  const { user } = useAccess()
  const { setRole, remove } = useMemberChanges(member)
  const { userId, name } = member
  const isMe = userId === user.id
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550}>
          {name} {isMe && `(${t('settings.members.you')})`}
        </Text>
        <Text size="xs" c="dimmed">
          {member.email}
        </Text>
      </Table.Td>
      <Table.Td>
        {manages ? (
          <Select
            aria-label={t('settings.members.roleOf', { name })}
            data={roles.map(value => ({ value, label: t(`settings.roles.${value}.name`) }))}
            value={member.role}
            onChange={role => role && setRole.mutate({ userId, role: role as Role })}
            allowDeselect={false}
            size="xs"
            w={160}
          />
        ) : (
          t(`settings.roles.${member.role}.name`)
        )}
      </Table.Td>
      <Table.Td>
        <Moment at={member.joinedAt} absolute />
      </Table.Td>
      {manages && (
        <Table.Td>
          {!isMe && (
            <Group gap={2} wrap="nowrap">
              <ResetLink userId={userId} name={name} />
              <Confirm
                label={t('settings.members.remove', { name })}
                sure={t('settings.members.removeSure', { name })}
                onConfirm={() => remove.mutate({ userId })}
              />
            </Group>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  )
}

/** For who forgot their password: a link that the administrator hands over. */
function ResetLink({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const address = useAddress()
  const make = useMutation({ ...api.identity.members.resetLink.mutationOptions(), onError: toasts.failed })
  const label = t('settings.members.resetLink', { name })
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} loading={make.isPending} onClick={() => make.mutate({ userId })}>
          <IconKey size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={make.isSuccess} onClose={make.reset} title={label}>
        <Stack>
          <Secret
            label={t('settings.members.resetLink', { name })}
            description={t('settings.members.resetAbout')}
            value={`${address}/reset#${make.data?.secret}`}
          />
          <Button onClick={make.reset}>{t('ui.close')}</Button>
        </Stack>
      </Modal>
    </>
  )
}

function useMemberChanges({ userId, name, role }: Member) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: api.identity.key() })
  const setRole = useMutation({
    ...api.identity.members.setRole.mutationOptions(),
    onSuccess: ({ role: now }) =>
      toasts.done(t('settings.members.changed', { name, role: t(`settings.roles.${now}.name`) }), () =>
        api.identity.members.setRole.call({ userId, role }).finally(refresh),
      ),
    onError: toasts.failed,
    onSettled: refresh,
  })
  const remove = useMutation({
    ...api.identity.members.remove.mutationOptions(),
    onSuccess: () => toasts.done(t('settings.members.removed', { name })),
    onError: toasts.failed,
    onSettled: refresh,
  })
  return { setRole, remove }
}
