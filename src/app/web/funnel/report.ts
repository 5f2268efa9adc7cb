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
  couldAdvance: number
  advanced: number
}

export const rowsOf = ({ stages }: FunnelReport): FunnelRow[] =>
  stages.map(({ now, ...row }) => ({ ...row, count: now.people + now.organizations }))

/** Everybody in the base, in a stage or not. */
export const peopleAndOrganizations = ({ stages, outside }: FunnelReport): number =>
  [...stages.map(stage => stage.now), outside].reduce((sum, now) => sum + now.people + now.organizations, 0)

/** All stages together. */
export const temperaturesOf = ({ stages }: FunnelReport): Record<TemperatureKey, number> =>
  stages.reduce(
    (sum, { cold, warm, hot }) => ({ cold: sum.cold + cold, warm: sum.warm + warm, hot: sum.hot + hot }),
    { cold: 0, warm: 0, hot: 0 },
  )
