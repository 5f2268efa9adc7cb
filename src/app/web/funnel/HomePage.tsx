import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconFilter2 } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { InAddressedFunnel } from '../definitions/InFunnel.tsx'
import { DemoBanner } from '../demo/DemoBanner.tsx'
import { DemoProgress } from '../demo/DemoProgress.tsx'
import { useDemo } from '../demo/useDemo.ts'
import { useFunnelAddress, useFunnelInput } from '../funnelInView.ts'
import { useShowsOrganizations } from '../organizations.ts'
import { FunnelChoice } from './FunnelChoice.tsx'
import { FunnelPicture } from './FunnelPicture.tsx'
import { FunnelTable } from './FunnelTable.tsx'
import classes from './funnel.module.css'
import { HowMany } from './HowMany.tsx'
import { ImportUnderWay, StillToPlace, useImportUnderWay } from './ImportUnderWay.tsx'
import { NobodyHot } from './NobodyHot.tsx'
import { RecentMoves } from './RecentMoves.tsx'
import { Reclassified } from './Reclassified.tsx'
import { atAStage, atNone, type FunnelReport, rowsOf, temperaturesOf } from './report.ts'
import { Temperatures } from './Temperatures.tsx'
import { ToFindOut } from './ToFindOut.tsx'

const periods = ['7', '30', '90', '365'] as const
const kinds = ['all', 'person', 'organization'] as const

/** Home: who is where, who moved and why, who is hot. Funnel, period and kind are in the address. */
export function HomePage() {
  return (
    <InAddressedFunnel>
      <Home />
    </InAddressedFunnel>
  )
}

function Home() {
  const { t } = useTranslation()
  const { period, kind, change } = useChoice()
  const funnel = useFunnelInput()
  const input = useMemo(
    () => ({ ...funnel, from: daysAgo(Number(period)), kind: kind === 'all' ? undefined : kind }),
    [funnel, period, kind],
  )
  const report = useQuery({
    ...api.reports.funnel.queryOptions({ input }),
    placeholderData: keepPreviousData,
    // Whom nothing moves is told to nobody: that they have been seen to shows only in the number that waits.
    refetchInterval: ({ state }) => (state.data?.placing ? 3000 : state.data?.waiting ? 15_000 : false),
  })
  const job = useImportUnderWay()
  if (report.isError) return <Failed error={report.error} retry={() => void report.refetch()} />
  const total = report.data ? atAStage(report.data) + atNone(report.data) : 0
  const isNobody = report.data && total + report.data.waiting === 0 && kind === 'all'
  return (
    <Page
      title={t('funnel.title')}
      about={report.data && total > 0 && <HowMany report={report.data} />}
      actions={
        <Group gap="xs">
          <FunnelChoice onChange={funnel => change({ funnel })} />
          {!isNobody && <Narrowing period={period} kind={kind} change={change} />}
        </Group>
      }
    >
      {!isNobody && <DemoBanner />}
      {report.isPending && <Loading />}
      {job && <ImportUnderWay job={job} />}
      {!job && <StillToPlace waiting={report.data?.waiting ?? 0} placing={report.data?.placing ?? 0} />}
      {isNobody && !job && (funnel.funnel ? <NobodyEntered /> : <Nobody />)}
      {report.data && !isNobody && <Report report={report.data} />}
    </Page>
  )
}

function Narrowing({ period, kind, change }: ReturnType<typeof useChoice>) {
  const { t } = useTranslation()
  const showsOrganizations = useShowsOrganizations()
  return (
    <>
      <GuideLink page="who-is-who" />
      {showsOrganizations && (
        <SegmentedControl
          size="xs"
          aria-label={t('funnel.kind')}
          value={kind}
          onChange={value => change({ kind: value })}
          data={kinds.map(value => ({ value, label: t(`funnel.kinds.${value}`) }))}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('funnel.period')}
        value={period}
        onChange={value => change({ days: value })}
        data={periods.map(value => ({ value, label: t(`funnel.periods.${value}`) }))}
      />
    </>
  )
}

function useChoice() {
  const [params, setParams] = useSearchParams()
  const change = (part: Record<string, string>) =>
    setParams(
      before => {
        const all = Object.entries({ ...Object.fromEntries(before), ...part })
        return Object.fromEntries(all.filter(([, value]) => value))
      },
      { replace: true },
    )
  return {
    period: periods.find(each => each === params.get('days')) ?? '30',
    kind: kinds.find(each => each === params.get('kind')) ?? 'all',
    change,
  }
}

/** Midnight so many days ago: the same all day long, so that answers can be kept. */
function daysAgo(days: number): Date {
  const midnight = new Date()
  midnight.setHours(0, 0, 0, 0)
  midnight.setDate(midnight.getDate() - days)
  return midnight
}

function Report({ report }: { report: FunnelReport }) {
  const { t } = useTranslation()
  const count = atAStage(report)
  const number = useFormat().number(count)
  const rows = rowsOf(report)
  return (
    <div className={classes.layout}>
      <div className={classes.card}>
        <Section title={t('funnel.picture')} about={t('funnel.pictureAbout')}>
          <FunnelPicture rows={rows} />
          <FunnelTable rows={rows} />
          <Reclassified count={report.reclassified} />
        </Section>
      </div>
      <div className={classes.aside}>
        <ToFindOut />
        <div className={classes.card}>
          <Section title={t('funnel.temperatures')} about={t('funnel.temperaturesAbout', { count, number })}>
            <Temperatures counts={temperaturesOf(report)} />
            <NobodyHot rows={rows} hot={temperaturesOf(report).hot} />
          </Section>
        </div>
        <div className={classes.card}>
          <Section title={t('funnel.moves')}>
            <RecentMoves />
          </Section>
        </div>
      </div>
    </div>
  )
}

/** A funnel beside the main one, which nobody has met the criteria of yet. */
function NobodyEntered() {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  return (
    <Empty icon={IconFilter2} title={t('funnel.notEntered.title')} about={t('funnel.notEntered.about')}>
      <Button component={Link} to={address('/definitions')}>
        {t('funnel.notEntered.see')}
      </Button>
    </Empty>
  )
}

/** Nobody yet: what to do about it. */
function Nobody() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const demo = useDemo()
  if (demo.isMaking) return <DemoProgress share={demo.share ?? 0} />
  return (
    <Empty icon={IconFilter2} title={t('funnel.empty.title')} about={t('funnel.empty.about')}>
      {can('imports.run') && (
        <>
          <Button component={Link} to="/imports">
            {t('funnel.empty.file')}
          </Button>
          <Button variant="default" onClick={demo.create}>
            {t('funnel.empty.demo')}
          </Button>
        </>
      )}
      {can('contacts.write') && (
        <Button variant="default" component={Link} to="/contacts" state={{ adding: true }}>
          {t('funnel.empty.add')}
        </Button>
      )}
    </Empty>
  )
}
