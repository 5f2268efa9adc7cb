import type { TemperatureKey } from '../../../ui/stages.ts'
import type { api } from '../api.ts'

export type FunnelReport = Awaited<ReturnType<typeof api.reports.funnel.call>>

/** One stage in the period: how many stand there now, came in, went out; `conversion` is the share that went on to a later stage, null when nobody could. */
export type FunnelRow = {
  stage: string
  count: number
  entered: number
  left: number
  /** Longer there than the stage allows. */
  stale: number
  conversion: number | null
  /** Nobody has been there for a day: no share says anything yet. */
  tooSoon: boolean
  couldAdvance: number
  advanced: number
}

export const rowsOf = ({ stages }: FunnelReport): FunnelRow[] =>
  stages.map(({ now, ...row }) => {
    const count = now.people + now.organizations
    return { ...row, count, tooSoon: count > 0 && row.couldAdvance === 0 }
  })

export const atAStage = (report: FunnelReport): number =>
  rowsOf(report).reduce((sum, { count }) => sum + count, 0)

export const atNone = ({ outside: { people, organizations } }: FunnelReport): number => people + organizations

export const temperaturesOf = ({ stages }: FunnelReport): Record<TemperatureKey, number> =>
  stages.reduce(
    (sum, { cold, warm, hot }) => ({ cold: sum.cold + cold, warm: sum.warm + warm, hot: sum.hot + hot }),
    { cold: 0, warm: 0, hot: 0 },
  )
