/** An hour as people write it (`17:30`, `1730`, `17h30`, `9`, `5:30 pm`) as `HH:mm`, like the clock's; undefined when it is none. */
export function readHour(typed: string, clock: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.]+(?=[ap]\.?\s?m)|(?<=[ap])[\s.]+(?=m)|\.$/g, '')
  if (text === 'ahora' || text === 'now') return clock
  const { hours, minutes = '0', half } = (pattern.exec(text) ?? digits.exec(text))?.groups ?? {}
  const said = Number(hours)
  if (hours === undefined || Number(minutes) > 59 || said > 23) return undefined
  if (half && (said < 1 || said > 12)) return undefined
  const hour = half ? (said % 12) + (half === 'pm' ? 12 : 0) : said
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

const pattern =
  /^(?:a las? |las? |at )?(?<hours>\d{1,2})(?:\s?[:.,h ]\s?(?<minutes>\d\d))?\s?h?(?<half>am|pm)?$/
const digits = /^(?<hours>\d{1,2})(?<minutes>\d\d)\s?h?(?<half>am|pm)?$/
