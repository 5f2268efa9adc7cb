import dayjs from 'dayjs'
import 'dayjs/locale/en-gb.js'
import 'dayjs/locale/es.js'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'

dayjs.extend(customParseFormat)

const formats = [
  ...['D MMM YYYY', 'D MMMM YYYY', 'D [de] MMMM [de] YYYY', 'D MMM [de] YYYY'],
  ...['D/M/YYYY', 'D-M-YYYY', 'D.M.YYYY', 'D/M/YY', 'D-M-YY', 'D.M.YY', 'YYYY-M-D'],
]

/** A day as people write it in either language, the day before the month, as `YYYY-MM-DD`; null when it is none. */
export function readDay(typed: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\.(?=\s)|\b0+(?=\d)/g, '')
  const english = text.replace(/[a-z]/, letter => letter.toUpperCase())
  const day = formats
    .flatMap(format => [dayjs(text, format, 'es', true), dayjs(english, format, 'en-gb', true)])
    .find(each => each.isValid())
  return day?.format('YYYY-MM-DD') ?? null
}
