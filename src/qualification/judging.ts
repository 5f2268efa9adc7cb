import type { AnswerState } from '../contacts/questions.ts'
import type { Criteria } from '../criteria/criteria.ts'
import type { Framework, Verdict } from '../lifecycle/frameworks.ts'

/** The states of the answers in force, by question; what must be asked (again) is not there. */
export type States = ReadonlyMap<string, AnswerState>

export type Judgement = {
  verdict: Exclude<Verdict, 'disqualified'>
  confirmed: number
  /** Whether the questions that are open can still make it qualified. */
  reachable: boolean
  /** Questions whose answer stands in the way. */
  against: string[]
  /** The open question whose answer can change the verdict most; none when no answer can. */
  next?: string
}

/** Who is qualified, as a criterion: sets are judged by it in SQL. */
export const qualifiedWhen = ({ items, least }: Framework): Criteria => ({
  all: [
    { atLeast: least, of: items.map(({ question }) => ({ answered: question })) },
    ...items.flatMap(({ question, weight }): Criteria[] => {
      if (weight === 'must') return [{ answered: question }]
      return weight === 'not_denied' ? [{ not: { answered: question, state: ['negative'] } }] : []
    }),
  ],
})

/** Of whom something is known that the framework asks. */
export const knownWhen = ({ items }: Framework): Criteria => ({
  any: items.map(({ question }) => ({ answered: question, state: ['confirmed', 'negative'] })),
})

/** What the answers come to, and which one to ask for. `askable` leaves out what the program counts by itself. */
export function judge(
  framework: Framework,
  states: States,
  askable: (question: string) => boolean,
): Judgement {
  const { items } = framework
  const open = items.map(({ question }) => question).filter(each => isOpen(states, each) && askable(each))
  const against = items.flatMap(({ question, weight }) =>
    states.get(question) === 'negative' && weight !== 'counts' ? [question] : [],
  )
  const isKnown = items.some(({ question }) => !isOpen(states, question))
  const isDone = isQualified(framework, states)
  return {
    verdict: isDone ? 'qualified' : isKnown ? 'not_yet' : 'research',
    confirmed: confirmedIn(framework, states),
    reachable: isQualified(
      framework,
      new Map([...states, ...open.map(each => [each, 'confirmed'] as const)]),
    ),
    against,
    next: nextQuestion(framework, states, open),
  }
}

const isOpen = (states: States, question: string) => (states.get(question) ?? 'asked') === 'asked'

const confirmedIn = ({ items }: Framework, states: States) =>
  items.filter(({ question }) => states.get(question) === 'confirmed').length

function isQualified(framework: Framework, states: States): boolean {
  const { items, least } = framework
  return (
    confirmedIn(framework, states) >= least &&
    items.every(({ question, weight }) => {
      if (weight === 'must') return states.get(question) === 'confirmed'
      return weight === 'counts' || states.get(question) !== 'negative'
    })
  )
}

/**
 * Banzhaf's power: in how many of the ways in which the other open questions may be answered this one's answer decides. Equals
 * are asked in the framework's order, those that were asked already after the others.
 */
function nextQuestion(framework: Framework, states: States, open: string[]): string | undefined {
  const ranked = open.map((question, place) => ({
    question,
    power: powerOf(framework, states, open, question),
    turn: (states.get(question) === 'asked' ? open.length : 0) + place,
  }))
  const [best] = ranked.sort((a, b) => b.power - a.power || a.turn - b.turn)
  return best && best.power > 0 ? best.question : undefined
}

function powerOf(framework: Framework, states: States, open: string[], question: string): number {
  const others = open.filter(each => each !== question)
  let decided = 0
  for (let way = 0; way < 2 ** others.length; way++) {
    const answered = new Map(states)
    for (const [place, other] of others.entries())
      answered.set(other, way & (1 << place) ? 'confirmed' : 'negative')
    const [yes, no] = (['confirmed', 'negative'] as const).map(each =>
      isQualified(framework, answered.set(question, each)),
    )
    if (yes !== no) decided++
  }
  return decided
}
