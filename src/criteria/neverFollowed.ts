import { eventsOfWeight } from '../activity/events.ts'
import { alike } from '../platform/alike.ts'
import type { DidRule } from './criteria.ts'

/** Whether all that may not come since counts for the rule itself: it would be the newest then, and nothing could come later. */
export function isNeverFollowed({ did, direction, where = [], until, noneSince }: DidRule): boolean {
  if (!noneSince || until) return false
  return (
    isWithin(noneSince.did, did) &&
    (!direction || !!noneSince.direction?.every(each => direction.includes(each))) &&
    where.every(each => noneSince.where?.some(other => alike(each, other)))
  )
}

function isWithin(some: DidRule['did'], all: DidRule['did']): boolean {
  if (all === 'anything') return true
  if (some === 'anything') return false
  if (!Array.isArray(some)) return !Array.isArray(all) && some.weightAtLeast >= all.weightAtLeast
  const names: string[] = Array.isArray(all) ? all : eventsOfWeight(all.weightAtLeast).names
  return some.every(name => names.includes(name))
}
