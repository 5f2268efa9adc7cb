import type { Issue } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { eventTypes, isEventName, mostMoney } from './events.ts'
import type { NewEvent } from './recording.ts'

const year = 366 * 24 * 60 * 60_000
const mostBytes = 32_768

/** What keeps an event from being stored. */
export function issueOf(event: NewEvent, at: Date, properties: string, now: Date): Issue | undefined {
  if (!isUuid(event.contactId)) return problem('contactId', 'activity.unknown_contact')
  if (Number.isNaN(at.getTime())) return problem('at', 'activity.bad_date')
  if (at.getTime() < 0) return problem('at', 'activity.too_old')
  if (at.getTime() - now.getTime() > year) return problem('at', 'activity.too_far_in_future')
  if (Buffer.byteLength(properties) > mostBytes) return problem('properties', 'activity.too_large')
  if (unstorable.test(properties) || unstorable.test(JSON.stringify(event.source ?? '')))
    return problem('properties', 'activity.bad_text')
  if (hasAbsurdMoney(event)) return problem('properties', 'activity.absurd_amount')
  return undefined
}

/** Some systems write what is given back as less than nothing; amounts that are no numbers are kept as they came. */
function hasAbsurdMoney({ name, properties = {} }: NewEvent): boolean {
  const types = isEventName(name) ? eventTypes[name].properties : {}
  const least = name === 'refund' ? -mostMoney : 0
  return Object.entries(properties).some(([key, value]) => {
    const amount = typeof value === 'string' ? Number(value) : value
    return (
      types[key]?.type === 'money' && typeof amount === 'number' && (amount < least || amount > mostMoney)
    )
  })
}

/** A NUL or half of a surrogate pair, as JSON writes them: PostgreSQL keeps neither. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/i

export const problem = (key: keyof NewEvent, code: string, params?: Record<string, unknown>): Issue => ({
  path: [key],
  code,
  params,
})
