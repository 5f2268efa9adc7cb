import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What the workspace chose; with the reader's language it decides how numbers, money and dates are written. */
export type Region = { timeZone: string; currency: string }

export const RegionContext = createContext<Region>({ timeZone: 'Europe/Madrid', currency: 'EUR' })

/** The Intl locale for a language of ours; British English keeps day before month, as Spanish does. */
export const intlLocale = (language: string): string => (language === 'en' ? 'en-GB' : 'es-ES')

type When = Date | string | number

const day = 86_400_000
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', day / 24],
  ['minute', 60_000],
]

/** Writers of numbers, money and instants for one region: es-ES gives `1234,50 €` and `12.345,60 €`. */
export function formatsFor({ language, timeZone, currency }: Region & { language: string }) {
  const locale = intlLocale(language)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value: number) => whole.format(value),
    compact: (value: number) => short.format(value),
    percent: (value: number) => share.format(value),
    /** With + or −, one decimal at most: points won and lost. */
    signed: (value: number) => signed.format(value),
    money: (value: number, of = currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: of }).format(value),
    date: (when: When) => date.format(new Date(when)),
    dateTime: (when: When) => dateTime.format(new Date(when)),
    time: (when: When) => time.format(new Date(when)),
    list: (items: string[]) => list.format(items),
    relative: (when: When, now: When = Date.now()) => relativeTo(relative, new Date(when), new Date(now)),
  }
}

export type Formats = ReturnType<typeof formatsFor>

/** "hace 3 días"; under a minute it is now. */
function relativeTo(format: Intl.RelativeTimeFormat, when: Date, now: Date): string {
  const gone = when.getTime() - now.getTime()
  for (const [unit, length] of steps) {
    if (Math.abs(gone) >= length) return format.format(Math.trunc(gone / length), unit)
  }
  return format.format(0, 'second')
}

/** The writers for the reader's language and the workspace's zone and currency. */
export function useFormat(): Formats {
  const region = useContext(RegionContext)
  const { i18n } = useTranslation()
  return useMemo(() => formatsFor({ ...region, language: i18n.language }), [region, i18n.language])
}
