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
  /** Nobody went on, and the funnel has known its contacts for less than a day: no share says anything yet. */
  tooSoon: boolean
  couldAdvance: number
  advanced: number
}

const day = 86_400_000

export const rowsOf = ({ stages, followedSince }: FunnelReport, today = Date.now()): FunnelRow[] =>
  stages.map(({ now, ...row }) => {
    const isFirstDay = followedSince !== null && today - new Date(followedSince).getTime() < day
    const tooSoon = isFirstDay && row.conversion === 0
    const conversion = tooSoon ? null : row.conversion
    return { ...row, conversion, tooSoon, count: now.people + now.organizations }
  })

/** Everybody who stands at a stage. */
export const atAStage = (report: FunnelReport): number =>
  rowsOf(report).reduce((sum, { count }) => sum + count, 0)

/** Everybody who stands at none. */
export const atNone = ({ outside: { people, organizations } }: FunnelReport): number => people + organizations

/** All stages together. */
export const temperaturesOf = ({ stages }: FunnelReport): Record<TemperatureKey, number> =>
  stages.reduce(
    (sum, { cold, warm, hot }) => ({ cold: sum.cold + cold, warm: sum.warm + warm, hot: sum.hot + hot }),
    { cold: 0, warm: 0, hot: 0 },
  )
