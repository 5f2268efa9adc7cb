import type { NewEvent } from '../../activity/activity.ts'
import { newId } from '../../platform/ids.ts'
import { conversations } from '../../qualification/qualification.ts'
import type { DemoPerson } from './company.ts'
import { eventsOf } from './stories.ts'
import type { Telling } from './tellings.ts'

export const historyDays = 548
export const day = 86_400_000

/** What one person did, oldest first, and when they came into the base: with the first of it. */
export type Past = { createdAt: Date; events: (Omit<NewEvent, 'contactId' | 'at'> & { at: Date })[] }

export function pastOf({ story }: DemoPerson, using: Omit<Telling, 'tell'>, now: Date): Past {
  const events = story ? eventsOf(story, using) : []
  const today = Math.floor(now.getTime() / day) * day
  const dated = events.map(({ daysAgo, hour, ...event }) => {
    const at = today + (hour - daysAgo) * day
    // What is told of today happened before now.
    const happened = new Date(at <= now.getTime() ? at : today + hour * (now.getTime() - today))
    return { ...event, at: happened, ...(isConversation(event) && { messageId: newId() }) }
  })
  const first = dated[0]?.at ?? new Date(now.getTime() - using.random.between(20, historyDays - 8) * day)
  return { createdAt: first, events: dated }
}

/** In what was said to us; their message ids are known before they are stored, so that answers can name them. */
export const isConversation = ({ name }: { name: string }): boolean => conversations.includes(name)
