const lengths = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** “5 minutos”, “1 hora y 5 minutos”; short, to the minute: “26 min”. */
export function durationText(locale: string, seconds: number, unitDisplay: 'long' | 'short'): string {
  const isRounded = unitDisplay === 'short' && seconds >= 60
  let left = isRounded ? Math.round(seconds / 60) * 60 : Math.round(seconds)
  const parts: string[] = []
  for (const [unit, length] of lengths) {
    const count = Math.floor(left / length)
    left -= count * length
    if (count > 0 || (unit === 'second' && parts.length === 0))
      parts.push(count.toLocaleString(locale, { style: 'unit', unit, unitDisplay }))
  }
  return unitDisplay === 'short' ? parts.join(' ') : new Intl.ListFormat(locale).format(parts)
}
