import { SegmentedControl, Text } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useReasonName } from '../../../criteria/web/parts.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { contactsWhere } from '../contactsWhere.ts'
import { useCatalogue } from '../lists/source.ts'
import { type Group, GroupTable } from './GroupTable.tsx'

type Report = Awaited<ReturnType<typeof api.reports.disqualified.call>>

const periods = ['30', '90', '365'] as const

/** Who was disqualified, by reason, source, owner and week, for those who bring contacts in. The period is in the address. */
export function DisqualifiedPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const period = periods.find(each => each === params.get('days')) ?? '90'
  const input = useMemo(() => ({ from: daysAgo(Number(period)) }), [period])
  const report = useQuery({
    ...api.reports.disqualified.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  if (report.isPending) return <Loading />
  if (report.isError) return <Failed error={report.error} retry={() => void report.refetch()} />
  return (
    <Page
      title={t('disqualifiedReport.title')}
      about={
        <>
          {t('disqualifiedReport.about')} <GuideLink page="two-steps" part="no" />
        </>
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('disqualifiedReport.period')}
          value={period}
          onChange={days => setParams({ days }, { replace: true })}
          data={periods.map(value => ({ value, label: t(`disqualifiedReport.periods.${value}`) }))}
        />
      }
    >
      {report.data.total.count ? (
        <Told report={report.data} />
      ) : (
        <Empty
          icon={IconBan}
          title={t('disqualifiedReport.empty')}
          about={t('disqualifiedReport.emptyAbout')}
        />
      )}
    </Page>
  )
}

/** The UTC day so many days ago, as dates of criteria are: the same all day long, so that answers can be kept. */
function daysAgo(days: number): Date {
  const midnight = new Date()
  midnight.setUTCHours(0, 0, 0, 0)
  midnight.setUTCDate(midnight.getUTCDate() - days)
  return midnight
}

function Told({ report }: { report: Report }) {
  const { t } = useTranslation()
  const groups = useGroups(report)
  return (
    <>
      <Total {...report.total} />
      <Section title={t('disqualifiedReport.reasons')} about={t('disqualifiedReport.reasonsAbout')}>
        <GroupTable of="reason" groups={groups.reasons} />
      </Section>
      <Section title={t('disqualifiedReport.sources')}>
        <GroupTable of="source" groups={groups.sources} />
      </Section>
      <Section title={t('disqualifiedReport.owners')}>
        <GroupTable of="owner" groups={groups.owners} />
      </Section>
      <Section title={t('disqualifiedReport.weeks')}>
        <GroupTable of="week" groups={groups.weeks} />
      </Section>
    </>
  )
}

function Total({ count, forGood, woken }: Report['total']) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = (key: 'total' | 'forGood' | 'woken', count: number) =>
    t(`disqualifiedReport.${key}`, { count, number: format.number(count) })
  return (
    <Text>
      {say('total', count)} {forGood > 0 && say('forGood', forGood)} {woken > 0 && say('woken', woken)}
    </Text>
  )
}

/** Each row with its name and the lists of those it counts. */
function useGroups({
  from,
  reasons,
  sources,
  owners,
  weeks,
}: Report): Record<'reasons' | 'sources' | 'owners' | 'weeks', Group[]> {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonName = useReasonName()
  const { members } = useCatalogue()
  const listsOf = useLists(from)
  const memberName = (id: string) =>
    members.find(each => each.id === id)?.name ?? t('disqualifiedReport.gone')
  return {
    reasons: reasons.map(({ organizations, ...group }) => ({
      ...group,
      key: group.reason,
      name: reasonName(group.reason),
      lists: listsOf(group.reason, { people: group.count - organizations, organizations }),
    })),
    sources: sources.map(({ source, ...group }) => ({
      ...group,
      key: source,
      name: source || t('disqualifiedReport.unknownSource'),
    })),
    owners: owners.map(({ ownerId, ...group }) => ({
      ...group,
      key: ownerId ?? '',
      name: ownerId ? memberName(ownerId) : t('disqualifiedReport.nobody'),
    })),
    weeks: weeks.map(({ week, ...group }) => ({
      ...group,
      key: week,
      name: t('disqualifiedReport.weekOf', { date: format.day(week) }),
    })),
  }
}

/** Those disqualified for a reason from the beginning of the period on: people and organisations are lists of their own. */
function useLists(from: string) {
  const { t } = useTranslation()
  const format = useFormat()
  return (reason: string, counted: { people: number; organizations: number }) =>
    (['people', 'organizations'] as const).flatMap(of => {
      const count = counted[of]
      const rule = { is: 'disqualified' as const, anyOf: [reason], from }
      const to = contactsWhere(rule, of === 'people' ? 'person' : 'organization')
      const name = t(`disqualifiedReport.${of}`, { count, number: format.number(count) })
      return count ? [{ to, name }] : []
    })
}
