import type { Criteria } from '../../../criteria/criteria.ts'
import type { Definitions } from '../../../lifecycle/definitionChanges.ts'
import type { Stage } from '../../../lifecycle/model.ts'
import { alike } from '../../../platform/alike.ts'
import { profileCriterion, profileOf } from './ideal.ts'

const unwanted = ({ score }: Definitions): Criteria | undefined =>
  profileCriterion('anti', profileOf(score, 'anti'))

/** The stages that whoever is not wanted can be kept out of: above the first, and below having bought. */
export function guardedStages({ lifecycle: { stages } }: Definitions): Stage[] {
  const bought = stages.findIndex(({ key }) => key === 'customer')
  return stages.slice(1, bought < 0 ? -1 : bought)
}

export function isKeptOut(definitions: Definitions): boolean {
  const [first] = guardedStages(definitions)
  const criterion = unwanted(definitions)
  return !!first && !!criterion && partsOf(first.entry).some(part => alike(part, { not: criterion }))
}

/** Keeps whoever is of the anti-profile out of those stages, or lets them in again: their criteria ask for its contrary besides, or no more. */
export const keptOut = (definitions: Definitions, isOut: boolean): Definitions => {
  const criterion = unwanted(definitions)
  return exchanged(definitions, isOut ? { is: criterion } : { was: criterion })
}

/** After a change of the score: what keeps out follows the anti-profile. */
export function followed(before: Definitions, after: Definitions): Definitions {
  return isKeptOut(before) ? exchanged(after, { was: unwanted(before), is: unwanted(after) }) : after
}

type Exchange = { was?: Criteria; is?: Criteria }

function exchanged(definitions: Definitions, exchange: Exchange): Definitions {
  const guarded = guardedStages(definitions)
  const { lifecycle } = definitions
  const stages = lifecycle.stages.map(stage =>
    guarded.includes(stage) ? { ...stage, entry: exchangedIn(stage.entry, exchange) } : stage,
  )
  return { ...definitions, lifecycle: { ...lifecycle, stages } }
}

function exchangedIn(entry: Criteria, { was, is }: Exchange): Criteria {
  const parts = partsOf(entry)
  const place = was ? parts.findIndex(part => alike(part, { not: was })) : parts.length
  if (place < 0) return entry
  const now = parts.toSpliced(place, 1, ...(is ? [{ not: is }] : []))
  const [only] = now
  return only && now.length === 1 ? only : { all: now }
}

/** An `all` of one is a part itself: it comes back as it was. */
const partsOf = (entry: Criteria): Criteria[] =>
  'all' in entry && entry.all.length !== 1 ? entry.all : [entry]
