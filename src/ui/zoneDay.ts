/** The day of the calendar of an instant in a time zone: `2026-10-23`. */
export const dayOf = (instant: Date, timeZone: string): string =>
  instant.toLocaleDateString('sv-SE', { timeZone })

const length = 86_400_000

/** What the clocks of a time zone show at an instant: `2026-10-23 18:30:00`. */
export const clockOf = (instant: Date, timeZone: string): string =>
  instant.toLocaleString('sv-SE', { timeZone })

/** The instant at which they show it: the second of two where they go back, as much later as they skip where they go forward. */
export function instantOf(shown: string, timeZone: string): Date {
  const asUtc = Date.parse(`${shown.replace(' ', 'T')}Z`)
  // By the clocks of the day before and of the day after.
  const instants = [asUtc - length, asUtc + length].map(near => new Date(asUtc - ahead(near, timeZone)))
  const those = instants.filter(each => clockOf(each, timeZone) === shown).map(each => each.getTime())
  return those.length ? new Date(Math.max(...those)) : (instants[0] as Date)
}

/** The last second of a day in the workspace's time zone, or now for today, wherever the browser is. */
export const endOf = (day: string, timeZone: string): string =>
  new Date(Math.min(Date.now(), instantOf(`${day} 23:59:59`, timeZone).getTime())).toISOString()

/** The day looked back at that somebody asked for; thirty days ago where that is none, or still to come. */
export function pastDay(asked: string | null, timeZone: string): string {
  const isDay = asked && /^(19|20)\d\d-\d\d-\d\d$/.test(asked) && Date.parse(asked)
  const at = (instant: number) => dayOf(new Date(instant), timeZone)
  const isPast = isDay && new Date(isDay).toISOString().startsWith(asked) && asked <= at(Date.now())
  return isPast ? asked : at(Date.now() - 30 * length)
}

/** By how much the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
const ahead = (instant: number, timeZone: string) =>
  Date.parse(`${clockOf(new Date(instant), timeZone).replace(' ', 'T')}Z`) - instant
