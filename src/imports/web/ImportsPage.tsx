import { Badge, Button, Table, Text } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useAccess } from '../../ui/access.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failed } from '../../ui/Failed.tsx'
import { useFormat } from '../../ui/format.ts'
import { GuideLink } from '../../ui/GuideLink.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Page } from '../../ui/Page.tsx'
import stacked from '../../ui/stacked.module.css'
import { api, type ImportListed } from './api.ts'
import { FileStep } from './FileStep.tsx'
import classes from './imports.module.css'
import { useUpload } from './upload.ts'
import { RepeatButton, UndoButton } from './WayBack.tsx'

/** Import a file, which leads to its import once it has been read, and every import so far. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { can } = useAccess()
  if (can('imports.run')) return <Imports />
  return (
    <Page title={t('imports.title')}>
      <Empty icon={IconTableImport} title={t('imports.notAllowed')} about={t('imports.notAllowedAbout')}>
        <Button component={Link} to="/contacts" variant="default">
          {t('app.navigation.people')}
        </Button>
      </Empty>
    </Page>
  )
}

function Imports() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const reading = useUpload(id => void navigate(`/imports/${id}`))
  const imports = useInfiniteQuery(
    api.imports.list.infiniteOptions({
      input: (after: string | undefined) => ({ after }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
    }),
  )
  const all = imports.data?.pages.flatMap(page => page.imports) ?? []
  return (
    <Page
      title={t('imports.title')}
      about={
        <>
          {t('imports.about')} <GuideLink page="words" />
        </>
      }
    >
      <FileStep {...reading} />
      {imports.isPending ? (
        <Loading rows={4} />
      ) : imports.isError ? (
        <Failed error={imports.error} retry={() => void imports.refetch()} />
      ) : all.length === 0 ? (
        !reading.upload && (
          <Empty icon={IconTableImport} title={t('imports.none')} about={t('imports.noneAbout')} />
        )
      ) : (
        <ImportTable imports={all} />
      )}
      {imports.hasNextPage && (
        <Button
          variant="default"
          loading={imports.isFetchingNextPage}
          onClick={() => void imports.fetchNextPage()}
        >
          {t('imports.check.more')}
        </Button>
      )}
    </Page>
  )
}

const colours = {
  ...{ uploading: 'gray', mapped: 'gray', checking: 'ink', checked: 'ink', running: 'ink' },
  ...{ done: 'teal', stopped: 'orange', failed: 'red', undoing: 'ink', undone: 'gray' },
} as const

function ImportTable({ imports }: { imports: ImportListed[] }) {
  const { t } = useTranslation()
  return (
    <Table highlightOnHover className={stacked.stacked}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.list.file')}</Table.Th>
          <Table.Th>{t('imports.list.state')}</Table.Th>
          <Table.Th ta="right">{t('imports.list.rows')}</Table.Th>
          <Table.Th>{t('imports.list.by')}</Table.Th>
          <Table.Th>{t('imports.list.when')}</Table.Th>
          <Table.Th aria-label={t('imports.list.acts')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map(each => (
          <ImportRow key={each.id} each={each} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ImportRow({ each }: { each: ImportListed }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table.Tr>
      <Table.Td>
        <Link
          to={`/imports/${each.id}`}
          className={classes.fileName}
          aria-label={t('imports.list.open', { file: each.fileName })}
        >
          {each.fileName}
        </Link>
      </Table.Td>
      <Table.Td>
        <Badge color={colours[each.state]} c="var(--mantine-color-text)">
          {t(`imports.states.${each.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td ta="right" className={classes.number}>
        {each.rowsTotal === null
          ? '—'
          : t('imports.list.rowsOf', { count: each.rowsTotal, rows: format.number(each.rowsTotal) })}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{each.createdByName}</Text>
      </Table.Td>
      <Table.Td>
        <Moment at={each.createdAt} />
      </Table.Td>
      <Table.Td ta="right">
        {(each.state === 'done' || each.state === 'stopped') && <UndoButton job={each} size="xs" />}
        {each.state === 'undone' && each.hasFile && <RepeatButton job={each} size="xs" />}
      </Table.Td>
    </Table.Tr>
  )
}
