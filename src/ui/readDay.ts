import dayjs from 'dayjs'
import 'dayjs/locale/en-gb.js'
import 'dayjs/locale/es.js'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'

dayjs.extend(customParseFormat)

const formats = [
  ...['D MMM YYYY', 'D MMMM YYYY', 'D [de] MMMM [de] YYYY', 'D MMM [de] YYYY'],
  ...['D/M/YYYY', 'D-M-YYYY', 'D.M.YYYY', 'D/M/YY', 'D-M-YY', 'D.M.YY', 'YYYY-M-D'],
]
const formatsOfYear = [
  ...['D MMM YYYY', 'D MMMM YYYY', 'D [de] MMMM YYYY', 'D [de] MMM YYYY'],
  ...['D/M YYYY', 'D-M YYYY', 'D.M YYYY'],
]

export type Toward = 'past' | 'future'

/** A day as people write it in either language, the day before the month, as `YYYY-MM-DD`; the nearest where its year or week is not said. */
export function readDay(typed: string, today: string, toward?: Toward): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\.(?=\s|$)|\b0+(?=\d)/g, '')
    .replace(/\bsept\b/, 'sep')
    .replace('setiembre', 'septiembre')
    .replace('antier', 'anteayer')
  return ahead(text, today, toward) ?? written(text, formats) ?? ofNearestYear(text, today, toward)
}

function ofNearestYear(text: string, today: string, toward?: Toward): string | null {
  const year = Number(today.slice(0, 4))
  const isWanted = (day: string) => toward === undefined || (toward === 'past' ? day <= today : day >= today)
  const days = [year, year - 1, year + 1].map(each => written(`${text} ${each}`, formatsOfYear))
  return days.find(day => day !== null && isWanted(day)) ?? days[0] ?? null
}

function written(text: string, formats: string[]): string | null {
  const english = text.replace(/[a-z]/, letter => letter.toUpperCase())
  const day = formats
    .flatMap(format => [dayjs(text, format, 'es', true), dayjs(english, format, 'en-gb', true)])
    .find(each => each.isValid())
  return day?.format('YYYY-MM-DD') ?? null
}

function ahead(text: string, today: string, toward?: Toward): string | null {
  const name = text.replace(/^(?:el|on|last|next|este|this|próximo) /, '').replace(/ pasado$/, '')
  const days = nearby.get(text) ?? toWeekday(weekdays.get(name), dayjs(today).day(), toward)
  return days === undefined ? null : dayjs(today).add(days, 'day').format('YYYY-MM-DD')
}

function toWeekday(weekday: number | undefined, now: number, toward?: Toward): number | undefined {
  if (weekday === undefined) return undefined
  return toward === 'past' ? -((now - weekday + 7) % 7 || 7) : (weekday - now + 7) % 7 || 7
}

const nearby = new Map(
  ['es', 'en'].flatMap(locale => {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    return [-2, -1, 0, 1, 2].map(days => [relative.format(days, 'day'), days] as const)
  }),
)

const weekdays = new Map(
  ['es', 'en'].flatMap(locale => {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    const sunday = Date.UTC(1970, 0, 4)
    return [0, 1, 2, 3, 4, 5, 6].map(
      place => [name.format(sunday + place * 86_400_000).toLowerCase(), place] as const,
    )
  }),
)
