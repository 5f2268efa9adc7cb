import { Anchor, Button, Modal, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../ui/Confirm.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { KeyForm, useScopes } from './KeyForm.tsx'

type Key = Awaited<ReturnType<typeof api.identity.keys.list.call>>['keys'][number]

export function Keys() {
  const { t } = useTranslation()
  const keys = useQuery(api.identity.keys.list.queryOptions())
  if (keys.isPending) return <Loading rows={5} />
  if (keys.isError) return <Failed error={keys.error} retry={() => void keys.refetch()} />
  return (
    <Section
      title={t('settings.sections.keys')}
      about={
        <>
          {t('settings.keys.about')}{' '}
          <Anchor href="/api/docs" target="_blank" inherit underline="always">
            {t('settings.keys.reference')}
          </Anchor>
        </>
      }
      actions={<CreateButton />}
    >
      {keys.data.keys.length ? (
        <KeyTable keys={keys.data.keys} />
      ) : (
        <Empty icon={IconKey} title={t('settings.keys.none')} about={t('settings.keys.noneAbout')} />
      )}
    </Section>
  )
}

function KeyTable({ keys }: { keys: Key[] }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.keys.name')}</Table.Th>
            <Table.Th>{t('settings.keys.scopes')}</Table.Th>
            <Table.Th>{t('settings.keys.created')}</Table.Th>
            <Table.Th>{t('settings.keys.used')}</Table.Th>
            <Table.Td w={48} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map(key => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function KeyRow({ apiKey: { id, name, ending, scopes, createdAt, lastUsedAt } }: { apiKey: Key }) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const said = useScopes()
  const revoke = useMutation({
    ...api.identity.keys.revoke.mutationOptions(),
    onSuccess: () => toasts.done(t('settings.keys.revoked')),
    onError: toasts.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: api.identity.keys.key() }),
  })
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550}>{name}</Text>
        <Text size="xs" c="dimmed" ff="monospace">
          …{ending}
        </Text>
      </Table.Td>
      <Table.Td maw={280}>
        <Text size="sm">{said(scopes)}</Text>
      </Table.Td>
      <Table.Td>
        <Moment at={createdAt} absolute />
      </Table.Td>
      <Table.Td>{lastUsedAt ? <Moment at={lastUsedAt} /> : t('settings.keys.never')}</Table.Td>
      <Table.Td>
        <Confirm
          label={t('settings.keys.revoke', { name })}
          sure={t('settings.keys.revokeSure', { name })}
          onConfirm={() => revoke.mutate({ id })}
        />
      </Table.Td>
    </Table.Tr>
  )
}

function CreateButton() {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button onClick={open}>{t('settings.keys.create')}</Button>
      <Modal opened={opened} onClose={close} title={t('settings.keys.create')}>
        <KeyForm onDone={close} />
      </Modal>
    </>
  )
}
