const length = 86_400_000

/** So many working days after a day of the calendar (`2026-10-23`), from Monday to Friday. */
export function workingDayAfter(day: string, days: number): string {
  let instant = Date.parse(day)
  for (let left = days; left > 0; ) {
    instant += length
    if (![0, 6].includes(new Date(instant).getUTCDay())) left--
  }
  return new Date(instant).toISOString().slice(0, 10)
}
