import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { endOf, pastDay } from '../../../ui/zoneDay.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { BackToDefinitions } from './BackToDefinitions.tsx'
import { PastCounts } from './PastCounts.tsx'
import { PastPlacing } from './PastPlacing.tsx'
import { useOwnWords } from './useChangeText.ts'
import { usePastPlacing } from './usePastPlacing.ts'

/** The funnel as of a past day, by the definitions of then and by today's, beside that of today. The day is in the address. */
export function PastFunnelPage() {
  const { t } = useTranslation()
  const own = useOwnWords()
  const [params, setParams] = useSearchParams()
  const input = useFunnelInput()
  const { timeZone } = useContext(RegionContext)
  const day = pastDay(params.get('at'), timeZone)
  const at = useMemo(() => endOf(day, timeZone), [day, timeZone])
  const past = useQuery({
    ...api.lifecycle.pastFunnel.queryOptions({ input: { ...input, at } }),
    placeholderData: keepPreviousData,
  })
  const present = useQuery(api.lifecycle.pastFunnel.queryOptions({ input }))
  const placed = usePastPlacing(day).placing?.result?.stages
  if (past.isPending || present.isPending) return <Loading />
  if (past.isError) return <Failed error={past.error} retry={() => void past.refetch()} />
  if (present.isError) return <Failed error={present.error} retry={() => void present.refetch()} />
  const { stages } = past.data
  const extra = present.data.stages.filter(({ stage }) => stages.every(each => each.stage !== stage))
  return (
    <Page title={t('past.title')} about={t('past.about')} width="text" back={<BackToDefinitions />}>
      <DayInput
        past
        label={t('past.day')}
        value={day}
        onChange={value => value && setParams({ ...input, at: value }, { replace: true })}
        w={220}
      />
      <Text size="sm" c="dimmed">
        <InForce {...past.data} />
      </Text>
      <PastCounts
        isPlaced={placed !== undefined}
        rows={[...stages, ...extra].map(({ stage, name }) => ({
          ...{ key: stage ?? 'none', shown: <StageBadge stage={stage} name={own(name)} /> },
          ...{ thatDay: countIn(stages, stage), today: countIn(present.data.stages, stage) },
          byNow: placed && countIn(placed, stage),
        }))}
      />
      <PastPlacing day={day} at={at} />
    </Page>
  )
}

type Counted = { stage: string | null; people: number; organizations: number }

function countIn(stages: Counted[], stage: string | null): number {
  const { people = 0, organizations = 0 } = stages.find(each => each.stage === stage) ?? {}
  return people + organizations
}

type InForceProps = { at: string; lifecycleVersion: number; lifecyclePublishedAt: string }

/** By which stages they are told; before the first were published there were none. */
function InForce({ at, lifecycleVersion, lifecyclePublishedAt }: InForceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const date = format.date(at)
  if (lifecyclePublishedAt <= at) return t('past.version', { version: lifecycleVersion, date })
  return t('past.beforeAll', { date, first: format.date(lifecyclePublishedAt) })
}
