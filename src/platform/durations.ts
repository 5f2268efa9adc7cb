const lengths = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

type Way = 'long' | 'short' | 'exact'

/** “5 minutos”, “1 hora y 5 minutos”; short, to the minute: “26 min”; exact, as it can be typed again: “1 h 5 min 30 s”. */
export function durationText(locale: string, seconds: number, way: Way): string {
  const unitDisplay = way === 'long' ? 'long' : 'short'
  const isRounded = way === 'short' && seconds >= 60
  let left = isRounded ? Math.round(seconds / 60) * 60 : Math.round(seconds)
  const parts: string[] = []
  for (const [unit, length] of lengths) {
    const count = Math.floor(left / length)
    left -= count * length
    if (count > 0 || (unit === 'second' && parts.length === 0))
      parts.push(count.toLocaleString(locale, { style: 'unit', unit, unitDisplay }))
  }
  return way === 'long' ? new Intl.ListFormat(locale).format(parts) : parts.join(' ')
}

const unit = /(?:(h)(?:rs?|ours?|oras?)?|(m)(?:ins?|inutes?|inutos?)?|(s)(?:ecs?|egs?|econds?|egundos?)?)?/
  .source
const part = new RegExp(`^(\\d+(?:[.,]\\d+)?)\\s*${unit}\\.?(?:\\s*(?:,|y|and)?\\s+|(?=\\d)|$)`)

/** The seconds that somebody wrote, in either language: “12” are minutes, “12 min”, “1 h 30”, “1,5 horas”, “90 s”. Undefined when it is no duration. */
export function readDuration(text: string): number | undefined {
  let rest = text.trim().toLowerCase()
  let seconds = 0
  let next = 1
  while (rest) {
    const [whole, amount = '', ...letters] = part.exec(rest) ?? []
    const letter = letters.find(each => each !== undefined)
    const place = letter ? lengths.findIndex(([unit]) => unit.startsWith(letter)) : next
    const [, length] = lengths[place] ?? []
    if (whole === undefined || length === undefined || (seconds > 0 && place < next)) return undefined
    seconds += Number(amount.replace(',', '.')) * length
    rest = rest.slice(whole.length)
    next = place + 1
  }
  return text.trim() ? Math.round(seconds) : undefined
}
