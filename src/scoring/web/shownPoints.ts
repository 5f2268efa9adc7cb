import type { Reason } from '../../criteria/reasons.ts'
import { axisOf, totalOf } from '../arithmetic.ts'

/** The account of a score as it comes over the wire (scoring.ts says what each line is); instants are ISO 8601 text. */
export type ShownPoints = {
  at: string
  fit: ShownAxis
  engagement: ShownAxis
  total: { shown: number; fitShare: number; rounding: number }
  scoreVersion: number
}

/** What the workspace calls the rules and the groups of its score; undefined for one that the score no longer has. */
export type ScoreNames = Record<'rule' | 'group', (key: string) => string | undefined>

export type ShownAxis = { shown: number; lines: ShownLine[] }

export type ShownLine =
  | { kind: 'fact'; rule: string; points: number; because: Reason[] }
  | ShownEventsLine
  | { kind: 'group_cap'; group: string; points: number }
  | { kind: 'ceiling' | 'floor' | 'rounding'; points: number }

export type ShownEventsLine = {
  kind: 'events'
  rule: string
  group: string
  at: string
  times: number
  earned: number
  points: number
  halfLifeDays: number | null
  eventIds: string[]
}

/** The total `days` from now if nothing happens: each line faded further, each group under its cap, in whole points. */
export function totalIn({ fit, engagement, total: { fitShare } }: ShownPoints, days: number): number {
  const left = engagementIn(engagement, days)
  return totalOf(fitShare, fit.shown, left)
}

function engagementIn({ lines, shown }: ShownAxis, days: number): number {
  if (days === 0) return shown
  const faded = lines.flatMap(line =>
    line.kind === 'events' ? [{ group: line.group, points: fadedBy(line, days) }] : [],
  )
  const stated = lines.reduce((sum, line) => sum + (line.kind === 'fact' ? line.points : 0), 0)
  const groups = Map.groupBy(faded, ({ group }) => group)
  const sums = [...groups].map(([group, of]) => Math.min(sum(of), capOf(lines, group)))
  const raw = sums.reduce((all, each) => all + each, stated)
  return axisOf(raw)
}

const fadedBy = ({ points, halfLifeDays }: ShownEventsLine, days: number) =>
  halfLifeDays === null ? points : points * 2 ** (-days / halfLifeDays)

const sum = (lines: { points: number }[]) => lines.reduce((all, { points }) => all + points, 0)

/** What a group gives at most; known only while it is over it, and it matters only then. */
function capOf(lines: ShownLine[], group: string): number {
  const cap = lines.find(line => line.kind === 'group_cap' && line.group === group)
  if (!cap) return Infinity
  const given = lines.filter(
    (line): line is ShownEventsLine => line.kind === 'events' && line.group === group,
  )
  return sum(given) + cap.points
}
