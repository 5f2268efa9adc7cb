import { Anchor, Button, Checkbox, Group, Table, Text } from '@mantine/core'
import { IconBuilding, IconTrash, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { binDays } from '../../../contacts/contract.ts'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { BackLink } from '../../../ui/BackLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Page } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { addressOf } from '../lists/rows.ts'
import { endOf, useRestore } from './restoring.ts'

const pageLength = 50

export function BinPage() {
  const { t } = useTranslation()
  const binned = useInfiniteQuery(
    api.contacts.binned.infiniteOptions({
      input: (after: string | undefined) => ({ after, limit: pageLength }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.next,
    }),
  )
  const rows = binned.data?.pages.flatMap(page => page.contacts) ?? []
  return (
    <Page
      title={t('bin.title')}
      about={t('bin.about', { days: binDays })}
      back={<BackLink to="/contacts">{t('lists.person.title')}</BackLink>}
    >
      {binned.isPending && <Loading rows={8} />}
      {binned.isError && <Failed error={binned.error} retry={() => void binned.refetch()} />}
      {binned.data && rows.length === 0 && (
        <Empty icon={IconTrash} title={t('bin.empty')} about={t('bin.emptyAbout', { days: binDays })} />
      )}
      {rows.length > 0 && <BinTable rows={rows} />}
      {binned.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={binned.isFetchingNextPage}
          onClick={() => void binned.fetchNextPage()}
        >
          {t('bin.more')}
        </Button>
      )}
    </Page>
  )
}

type Binned = { id: string; kind: 'person' | 'organization'; displayName: string; deletedAt: string }

function BinTable({ rows }: { rows: Binned[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const restore = useRestore(() => setChosen(new Set()))
  const ids = rows.map(({ id }) => id).filter(id => chosen.has(id))
  const toggle = (id: string) =>
    setChosen(before => new Set(before.has(id) ? without(before, id) : [...before, id]))
  return (
    <>
      <Group>
        <Checkbox
          label={t('bin.all')}
          checked={ids.length === rows.length}
          indeterminate={ids.length > 0 && ids.length < rows.length}
          onChange={() => setChosen(new Set(ids.length === rows.length ? [] : rows.map(({ id }) => id)))}
        />
        {ids.length > 0 && (
          <Button size="xs" loading={restore.isPending} onClick={() => restore.mutate(ids)}>
            {t('bin.restoreMany', { count: ids.length, number: format.number(ids.length) })}
          </Button>
        )}
      </Group>
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} />
              <Table.Th>{t('lists.columns.name')}</Table.Th>
              <Table.Th>{t('bin.deleted')}</Table.Th>
              <Table.Th>{t('bin.left')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(row => (
              <BinRow
                key={row.id}
                row={row}
                isChosen={chosen.has(row.id)}
                onToggle={() => toggle(row.id)}
                onRestore={() => restore.mutate([row.id])}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

const without = (ids: ReadonlySet<string>, id: string) => [...ids].filter(each => each !== id)

type RowProps = { row: Binned; isChosen: boolean; onToggle: () => void; onRestore: () => void }

function BinRow({ row, isChosen, onToggle, onRestore }: RowProps) {
  const { t } = useTranslation()
  const name = useCalled()(row.displayName).text
  const Icon = row.kind === 'organization' ? IconBuilding : IconUser
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox aria-label={t('bin.select', { name })} checked={isChosen} onChange={onToggle} />
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Icon size={16} stroke={1.6} role="img" aria-label={t(`contacts.kinds.${row.kind}`)} />
          <Anchor component={Link} to={addressOf(row)} size="sm">
            {name}
          </Anchor>
        </Group>
      </Table.Td>
      <Table.Td>
        <Moment at={row.deletedAt} />
      </Table.Td>
      <Table.Td>
        <Text span size="sm" c="dimmed">
          <Moment absolute at={endOf(row.deletedAt)} />
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('bin.restore')}: ${name}`}
          onClick={onRestore}
        >
          {t('bin.restore')}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
