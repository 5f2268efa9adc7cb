/** The day of the calendar of an instant in a time zone: `2026-10-23`. */
export const dayOf = (instant: Date, timeZone: string): string =>
  instant.toLocaleDateString('sv-SE', { timeZone })

const length = 86_400_000

/** The last second of a day in the workspace's time zone, or now for today, wherever the browser is. */
export function endOf(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T23:59:59Z`)
  // By the clocks of the day before and of the day after: where they go back at midnight, the last hour is there twice.
  const ends = [asUtc - length, asUtc + length].map(near => asUtc - ahead(near, timeZone))
  const last = Math.max(...ends.filter(end => dayOf(new Date(end), timeZone) === day))
  return new Date(Math.min(Date.now(), Number.isFinite(last) ? last : asUtc)).toISOString()
}

/** The day looked back at that somebody asked for; thirty days ago where that is none, or still to come. */
export function pastDay(asked: string | null, timeZone: string): string {
  const isDay = asked && /^(19|20)\d\d-\d\d-\d\d$/.test(asked) && Date.parse(asked)
  const at = (instant: number) => dayOf(new Date(instant), timeZone)
  const isPast = isDay && new Date(isDay).toISOString().startsWith(asked) && asked <= at(Date.now())
  return isPast ? asked : at(Date.now() - 30 * length)
}

/** By how much the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
const ahead = (instant: number, timeZone: string) =>
  Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`) - instant
