/** The day of the calendar of an instant in a time zone: `2026-10-23`. */
export const dayOf = (instant: Date, timeZone: string): string =>
  instant.toLocaleDateString('sv-SE', { timeZone })

/** The last second of a day in the workspace's time zone, or now for today, wherever the browser is. */
export function endOf(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T23:59:59Z`)
  const near = asUtc - ahead(asUtc, timeZone)
  // Asked again there: the clocks may change between the two.
  return new Date(Math.min(Date.now(), asUtc - ahead(near, timeZone))).toISOString()
}

/** By how much the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
const ahead = (instant: number, timeZone: string) =>
  Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`) - instant
