import { Alert, Button, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuilding, IconUserOff, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import { useCalled } from '../../../contacts/web/parts.tsx'
import type { Criteria } from '../../../criteria/criteria.ts'
import { type Catalogue, FilterBar, useSentence } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { VirtualTable } from '../../../ui/VirtualTable.tsx'
import { DemoBanner } from '../demo/DemoBanner.tsx'
import { DemoProgress } from '../demo/DemoProgress.tsx'
import { useDemo } from '../demo/useDemo.ts'
import { BulkBar } from './BulkBar.tsx'
import { useColumns } from './columns.tsx'
import { Gone, type GoneFromView, useGone } from './Gone.tsx'
import { ListActions } from './ListActions.tsx'
import { ListSearch } from './ListSearch.tsx'
import classes from './lists.module.css'
import { NobodyToWorkOn } from './NobodyToWorkOn.tsx'
import { Peek } from './Peek.tsx'
import { RunningBulk } from './RunningBulk.tsx'
import { addressOf, type ListedRow } from './rows.ts'
import { useSelection } from './selection.ts'
import { useCatalogue, useCount, useRows } from './source.ts'
import { ViewTabs } from './ViewTabs.tsx'
import { useView, type View } from './view.ts'
import { useShownView } from './views.ts'

/** People or organisations, most promising first: search, filter, choose, open. */
export function ContactList({ kind }: { kind: Kind }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const navigate = useNavigate()
  const called = useCalled()
  const catalogue = useCatalogue()
  const { view, isUsual, change, sortBy } = useView(kind)
  const [text] = useDebouncedValue(view.text, 200)
  const gone = useGone(view, catalogue)
  const which = { kind, where: gone.left.where, text: text || undefined }
  const rows = useRows(which, view.sort)
  const count = useCount(which)
  const selection = useSelection(rows.data, JSON.stringify(which))
  const [peeked, setPeeked] = useState<ListedRow>()
  const all = useColumns(kind, catalogue.fields, catalogue.members)
  const columns = ['name', ...view.columns].flatMap(key => all.find(column => column.key === key) ?? [])
  const shown = useShownView(kind, view)
  const toWorkOn = shown?.key === 'toWorkOn' && !text
  const tools = { kind, view, gone, isUsual, catalogue, change, alike: rows.alike }
  const chosen = { kind, which, view, selection, catalogue, alike: !!rows.alike, count: count.data }
  const isBare = rows.data?.length === 0 && !view.text && !text && !view.where

  return (
    <Page
      width="wide"
      title={shown?.name ?? t(`lists.${kind}.title`)}
      actions={<ListActions kind={kind} view={view} which={which} columns={all} onChange={change} />}
    >
      <div className={classes.list}>
        <DemoBanner />
        {!isBare && <Tools {...tools} count={count.data} />}
        {rows.isPending && <Loading rows={14} />}
        {rows.isError && <Failed error={rows.error} retry={() => void rows.refetch()} />}
        {rows.data?.length === 0 && (
          <Nothing {...{ kind, isBare, toWorkOn }} onClear={() => change({ text: '', where: undefined })} />
        )}
        {rows.data && rows.data.length > 0 && (
          <VirtualTable
            label={t(`lists.${kind}.title`)}
            rows={rows.data}
            total={count.data?.count}
            columns={columns}
            nameOf={row => called(row.name).text}
            sort={view.sort}
            onSort={sortBy}
            selection={can('contacts.write') ? selection : undefined}
            onOpen={(row, how) => (how === 'peek' ? setPeeked(row) : void navigate(addressOf(row)))}
            onEnd={rows.more}
            waiting={rows.isFetching}
            stale={rows.isPlaceholderData}
            question={JSON.stringify([which, view.sort])}
          />
        )}
        <RunningBulk />
        {selection.some && <BulkBar {...chosen} />}
      </div>
      <Peek row={peeked} onClose={() => setPeeked(undefined)} />
    </Page>
  )
}

type ToolsProps = {
  kind: Kind
  view: View
  gone: GoneFromView
  isUsual: boolean
  change: (part: Partial<View>) => void
  catalogue: Catalogue
  count?: Counted
  alike?: string
}

function Tools({ kind, view, gone, isUsual, change: onChange, catalogue, count, alike }: ToolsProps) {
  const { t } = useTranslation()
  return (
    <>
      <ViewTabs {...{ kind, view, isUsual, onChange }} />
      <Group gap="xs" className={classes.tools}>
        <ListSearch value={view.text} onChange={text => onChange({ text })} />
        <FilterBar
          value={view.where}
          about={kind}
          onChange={where => onChange({ where })}
          catalogue={catalogue}
        />
        <Count count={count} />
      </Group>
      {view.unread.length > 0 && (
        <Alert
          color="yellow"
          py="xs"
          withCloseButton
          closeButtonLabel={t('ui.close')}
          onClose={() => onChange({ unread: [] })}
        >
          {t(view.unread.length > 1 ? 'lists.unread.both' : `lists.unread.${view.unread[0] ?? 'where'}`)}
        </Alert>
      )}
      <Gone {...{ kind, view, gone, catalogue, onChange }} />
      {gone.left.where && <Read where={gone.left.where} catalogue={catalogue} />}
      {alike && (
        <Text size="sm" role="status">
          {t('lists.alike', { text: alike })}
        </Text>
      )}
    </>
  )
}

/** The filter read back as a sentence. */
function Read({ where, catalogue }: { where: Criteria; catalogue: Catalogue }) {
  const sentence = useSentence(catalogue)
  return (
    <Text size="xs" c="dimmed">
      {sentence(where)}.
    </Text>
  )
}

type Counted = { count: number; more: boolean }

function Count({ count }: { count?: Counted }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!count) return null
  const number = format.number(count.count)
  return (
    <Text size="sm" c="dimmed" ml="auto" aria-live="polite">
      {count.more ? t('lists.moreThan', { number }) : t('lists.count', { count: count.count, number })}
    </Text>
  )
}

type NothingProps = { kind: Kind; isBare: boolean; toWorkOn: boolean; onClear: () => void }

function Nothing({ kind, isBare, toWorkOn, onClear }: NothingProps) {
  const { t } = useTranslation()
  const { isMaking, share = 0 } = useDemo()
  const navigate = useNavigate()
  if (isMaking) return <DemoProgress share={share} />
  if (toWorkOn) return <NobodyToWorkOn />
  if (!isBare) {
    return (
      <Empty icon={IconUserOff} title={t('lists.noMatch.title')} about={t('lists.noMatch.about')}>
        <Button variant="default" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </Empty>
    )
  }
  return (
    <Empty
      icon={kind === 'person' ? IconUsers : IconBuilding}
      title={t(`lists.${kind}.empty`)}
      about={t(`lists.${kind}.emptyAbout`)}
    >
      <Button onClick={() => void navigate('/imports')}>{t('lists.import')}</Button>
    </Empty>
  )
}
