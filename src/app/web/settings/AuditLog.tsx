import { Button, Select, Table, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditAction, auditActions } from '../../../audit/contract.ts'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'

type Entry = Awaited<ReturnType<typeof api.audit.list.call>>['entries'][number]

export function AuditLog() {
  const { t } = useTranslation()
  const [action, setAction] = useState<AuditAction>()
  const log = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (after: string | undefined) => ({ action, after, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
    }),
  )
  return (
    <Section
      title={t('settings.sections.audit')}
      about={t('settings.audit.about')}
      actions={
        <Select
          aria-label={t('settings.audit.filter')}
          placeholder={t('settings.audit.all')}
          data={auditActions.map(value => ({ value, label: t(`audit.actions.${value}`) }))}
          value={action ?? null}
          onChange={value => setAction((value as AuditAction | null) ?? undefined)}
          clearable
          searchable
          w={240}
        />
      }
    >
      {log.isPending && <Loading />}
      {log.isError && <Failed error={log.error} retry={() => void log.refetch()} />}
      {log.data && <Entries entries={log.data.pages.flatMap(page => page.entries)} />}
      {log.hasNextPage && (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('ui.more')}
        </Button>
      )}
    </Section>
  )
}

/** Of whom or what, and how many; what a change of settings was about. */
function Subject({ entry: { action, subjectName, details } }: { entry: Entry }) {
  const { t } = useTranslation()
  const called = useCalled()
  const text = useAnyText()
  const format = useFormat()
  const counted = (['contacts', 'rows', 'keys'] as const).flatMap(key => {
    const count = details[key]
    return typeof count === 'number' && (count > 0 || key !== 'keys')
      ? [t(`settings.audit.counts.${key}`, { count, number: format.number(count) })]
      : []
  })
  const roleName = (role: unknown) => text(`settings.roles.${role}.name`)
  const roles = details.from && details.to ? [`${roleName(details.from)} → ${roleName(details.to)}`] : []
  const changed = Object.keys((details.is as object | undefined) ?? {}).map(key =>
    text(`settings.audit.settings.${key}`, { defaultValue: key }),
  )
  const isContact = subjectName !== '' && action.startsWith('contacts.')
  const said = [...counted, ...roles, ...changed].join(' · ')
  return (
    <>
      {isContact ? called(subjectName).text : subjectName}
      {said && (
        <Text size="xs" c="dimmed">
          {said}
        </Text>
      )}
    </>
  )
}

/** What was done, as exactly as the entry says, and by whom. */
function useEntryTexts() {
  const { t } = useTranslation()
  const text = useAnyText()
  return {
    done({ action, details: { undid, how } }: Entry) {
      if (action === 'contacts.undone' && undid) return text(`audit.undid.${undid}`)
      return action === 'contacts.noted' && how ? text(`audit.noted.${how}`) : t(`audit.actions.${action}`)
    },
    actor({ actorKind, actorName }: Entry) {
      if (actorKind !== 'system') return actorName
      return t(actorName === 'command line' ? 'settings.audit.commandLine' : 'settings.audit.system')
    },
  }
}

function Entries({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation()
  const { done, actor } = useEntryTexts()
  if (!entries.length) return <Empty icon={IconHistory} title={t('settings.audit.none')} />
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.audit.when')}</Table.Th>
            <Table.Th>{t('settings.audit.who')}</Table.Th>
            <Table.Th>{t('settings.audit.what')}</Table.Th>
            <Table.Th>{t('settings.audit.on')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(entry => (
            <Table.Tr key={entry.id}>
              <Table.Td>
                <Moment at={entry.at} />
              </Table.Td>
              <Table.Td>{actor(entry)}</Table.Td>
              <Table.Td>
                <Text fw={550} size="sm">
                  {done(entry)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Subject entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
