import { useState } from 'react'
import type { api } from '../api.ts'

/** What is asked, as the form holds it; the outcome is `event:purchase` or `stage:customer`. */
export type Question = {
  outcome: string
  kind: 'person' | 'organization'
  period: Period
  inOrderOf: string | null
  letIn: string[]
}

export const periods = { year: 365, twoYears: 730, all: 36_500 } as const
export type Period = keyof typeof periods

type Asked = Parameters<typeof api.proof.ask.call>[0]

const dayLength = 86_400_000

export function questionOf({ outcome, kind, period, inOrderOf, letIn }: Question): Asked {
  const [what = '', ...name] = outcome.split(':')
  const key = name.join(':')
  const to = new Date()
  return {
    outcome: what === 'stage' ? { stage: key } : { event: key },
    kind,
    ...{ from: new Date(Math.max(0, to.getTime() - periods[period] * dayLength)), to },
    ...(inOrderOf && { inOrderOf }),
    ...(letIn.length && { letIn }),
  }
}

function formOf(asked?: Asked): Question {
  if (!asked) return { outcome: 'event:purchase', kind: 'person', period: 'year', inOrderOf: null, letIn: [] }
  const { outcome, kind, from, to, inOrderOf = null, letIn = [] } = asked
  const days = (new Date(to).getTime() - new Date(from).getTime()) / dayLength
  const period = days > 731 ? 'all' : days > 366 ? 'twoYears' : 'year'
  return {
    outcome: 'stage' in outcome ? `stage:${outcome.stage}` : `event:${outcome.event}`,
    ...{ kind, period, inOrderOf, letIn },
  }
}

/** The question as it was asked last, to be changed. */
export function useQuestion(asked?: Asked) {
  const [question, setQuestion] = useState(() => formOf(asked))
  return [question, (part: Partial<Question>) => setQuestion({ ...question, ...part })] as const
}
