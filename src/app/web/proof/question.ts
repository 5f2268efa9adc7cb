import { useContext, useState } from 'react'
import { RegionContext } from '../../../ui/format.ts'
import { clockOf, dayOf, instantOf } from '../../../ui/zoneDay.ts'
import type { api } from '../api.ts'

/** What is asked, as the form holds it; the outcome is `event:purchase` or `stage:customer`, the main funnel is named by nothing. */
export type Question = {
  funnel: string
  outcome: string
  kind: 'person' | 'organization'
  period: Period | 'days'
  /** First and last day (`2026-10-23`) of a period of one's own. */
  from: string
  to: string
  inOrderOf: string | null
  letIn: string[]
}

export const periods = { year: 365, twoYears: 730, all: 36_500 } as const
export type Period = keyof typeof periods

type Asked = Parameters<typeof api.proof.ask.call>[0]

const dayLength = 86_400_000

export function questionOf(
  { funnel, outcome, kind, inOrderOf, letIn, ...period }: Question,
  timeZone: string,
): Asked {
  const [what = '', ...name] = outcome.split(':')
  const key = name.join(':')
  return {
    ...(funnel && { funnel }),
    outcome: what === 'stage' ? { stage: key } : { event: key },
    kind,
    ...spanOf(period, timeZone),
    ...(inOrderOf && { inOrderOf }),
    ...(letIn.length && { letIn }),
  }
}

/** From the beginning of the first day to the end of the last, or so many days up to now. */
function spanOf({ period, from, to }: Pick<Question, 'period' | 'from' | 'to'>, timeZone: string) {
  const beginOf = (day: string) => instantOf(`${day} 00:00:00`, timeZone)
  if (period === 'days') return { from: beginOf(from), to: beginOf(dayAfter(to, 1)) }
  const now = new Date()
  return { from: new Date(Math.max(0, now.getTime() - periods[period] * dayLength)), to: now }
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** A question as the form holds it: the usual one where none was asked. */
export function formOf(asked: Asked | undefined, timeZone: string): Question {
  const today = dayOf(new Date(), timeZone)
  const usual = { from: dayAfter(today, -periods.year), to: today }
  if (!asked) {
    const whose = { funnel: '', outcome: 'event:purchase', kind: 'person' } as const
    return { ...whose, period: 'year', ...usual, inOrderOf: null, letIn: [] }
  }
  const { funnel = '', outcome, kind, inOrderOf = null, letIn = [] } = asked
  const [from, to] = [new Date(asked.from), new Date(asked.to)]
  const period = periodOf(from, to, timeZone)
  return {
    funnel,
    outcome: 'stage' in outcome ? `stage:${outcome.stage}` : `event:${outcome.event}`,
    ...{ kind, period, inOrderOf, letIn },
    ...(period === 'days' ? { from: dayOf(from, timeZone), to: dayAfter(dayOf(to, timeZone), -1) } : usual),
  }
}

/** Days of one's own end as a day begins; a period up to the moment of asking does not. */
function periodOf(from: Date, to: Date, timeZone: string): Question['period'] {
  if (clockOf(to, timeZone).endsWith(' 00:00:00')) return 'days'
  const days = (to.getTime() - from.getTime()) / dayLength
  return days > 731 ? 'all' : days > 366 ? 'twoYears' : 'year'
}

/** The question as it was asked last, to be changed. */
export function useQuestion(asked?: Asked) {
  const { timeZone } = useContext(RegionContext)
  const [question, setQuestion] = useState(() => formOf(asked, timeZone))
  return [question, (part: Partial<Question>) => setQuestion({ ...question, ...part })] as const
}
