import type { Criteria } from '../../../criteria/criteria.ts'
import { followedBy } from '../../../criteria/reasons.ts'
import type { api } from '../api.ts'

export type Recent = Awaited<ReturnType<typeof api.reports.recentMoves.call>>['latest'][number]
export type Move = Extract<Recent, { move: unknown }>['move']
type Moved = Pick<Move, 'cause' | 'fromStage' | 'receipt'>

/** What there is to say of a move in a line: the event that decided, what no longer holds, the stage whose criterion no longer does, or what kind of thing it was. */
export type Why =
  | { event: string }
  | { noLonger: Criteria }
  | { left: string; inTime: boolean }
  | { cause: Moved['cause'] }

/** Who goes back does so because of what no longer holds: what brought the contact to where it is now happened long ago. */
export function whyMoved({ cause, fromStage, receipt: { because, noLonger } }: Moved): Why {
  if (fromStage !== null && noLonger.length) return whyLeft(fromStage, noLonger, cause === 'time')
  const event = because.flatMap(reason => followedBy(reason) ?? reason.events ?? [])[0]
  return cause === 'event' && event ? { event: event.name } : { cause }
}

function whyLeft(stage: string, noLonger: Moved['receipt']['noLonger'], inTime: boolean): Why {
  const event = noLonger.flatMap(reason => followedBy(reason) ?? [])[0]
  if (event) return { event: event.name }
  const [reason, ...others] = noLonger
  if (!reason || others.length || reason.contact) return { left: stage, inTime }
  return { noLonger: reason.holds ? { not: reason.rule } : reason.rule }
}
