import type { Ctx } from '../platform/ctx.ts'
import type { CellDate } from './cells.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  })
  formats.set(timeZone, format)
  return format
}

/** Minutes by which local clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map(type => Number(parts.find(part => part.type === type)?.value))
  return (Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000
}

/** The instant of a date read from a cell; without a zone of its own it is local, without a time it is the start of the day. */
export function instantOf({ year, month, day, time, offset }: CellDate, timeZone: string): Date {
  const { hour, minute, second } = time ?? { hour: 0, minute: 0, second: 0 }
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  if (offset !== undefined) return new Date(local - offset * 60_000)
  const guess = local - offsetAt(local, timeZone) * 60_000
  // Once more at the guess itself: the clocks may have changed between the two.
  return new Date(local - offsetAt(guess, timeZone) * 60_000)
}

/** The start of `2025-03-04` in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return instantOf({ year, month, day: date }, timeZone)
}

/** The time zone that dates without one belong to. */
export async function timeZoneOf(ctx: Ctx): Promise<string> {
  const { timeZone } = await ctx.db
    .selectFrom('workspaces')
    .where('id', '=', ctx.workspaceId)
    .select('timeZone')
    .executeTakeFirstOrThrow()
  return timeZone
}
