import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { durationText } from '../platform/durations.ts'

/** What the workspace chose; with the reader's language it decides how numbers, money and dates are written. */
export type Region = { timeZone: string; currency: string }

export const RegionContext = createContext<Region>({ timeZone: 'Europe/Madrid', currency: 'EUR' })

/** The Intl locale for a language of ours; British English keeps day before month, as Spanish does. */
export const intlLocale = (language: string): string => (language === 'en' ? 'en-GB' : 'es-ES')

/** How a currency is marked beside a number: `€`. */
export const currencySign = (currency: string, language: string): string =>
  new Intl.NumberFormat(intlLocale(language), { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency

/** With a minus, where Intl writes a hyphen, which is shorter than the + beside which it stands. */
export const withMinus = (written: string): string => written.replace(/^-/, '−')

type When = Date | string | number

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Writers of numbers, money and instants for one region: es-ES gives `1234,50 €` and `12.345,60 €`. */
export function formatsFor({ language, timeZone, currency }: Region & { language: string }) {
  const locale = intlLocale(language)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value: number) => withMinus(whole.format(value)),
    compact: (value: number) => short.format(value),
    percent: (value: number) => withMinus(share.format(value)),
    /** With + or −, one decimal at most: points won and lost. */
    signed: (value: number) => withMinus(signed.format(value)),
    /** What calls itself a currency and is none stands beside the number as it came. */
    money: (value: number, of = currency) =>
      /^[a-z]{3}$/i.test(of)
        ? new Intl.NumberFormat(locale, { style: 'currency', currency: of }).format(value)
        : `${whole.format(value)} ${of}`.trim(),
    /** Without cents where there are none: for money inside a sentence. */
    roundMoney: (value: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        ...(Number.isInteger(value) && { maximumFractionDigits: 0 }),
      }).format(value),
    /** A day of the calendar, or the UTC day of an instant: the same for every reader. */
    day: (when: string) => day.format(new Date(when)),
    date: (when: When) => date.format(new Date(when)),
    dateTime: (when: When) => dateTime.format(new Date(when)),
    time: (when: When) => time.format(new Date(when)),
    list: (items: string[]) => list.format(items),
    relative: (when: When, now: When = Date.now()) => {
      const [count, unit] = distance(new Date(when), new Date(now), timeZone)
      return relative.format(count, unit)
    },
    /** Seconds as people say them: `45 s`, `26 min`. */
    duration: (seconds: number) => durationText(locale, seconds, 'short'),
  }
}

export type Formats = ReturnType<typeof formatsFor>

/** How far an instant is, in the unit that people use: days of the calendar up to 13, weeks up to 8, then months and years. */
function distance(when: Date, now: Date, timeZone: string): [number, Intl.RelativeTimeFormatUnit] {
  const gone = when.getTime() - now.getTime()
  if (Math.abs(gone) < minute) return [0, 'second']
  if (Math.abs(gone) < hour) return [Math.trunc(gone / minute), 'minute']
  if (Math.abs(gone) < day) return [Math.trunc(gone / hour), 'hour']
  const [there, here] = [dayIn(when, timeZone), dayIn(now, timeZone)]
  const days = Math.round((there.getTime() - here.getTime()) / day)
  if (Math.abs(days) <= 13) return [days, 'day']
  if (Math.abs(days) < 9 * 7) return [Math.trunc(days / 7), 'week']
  const months = monthsBetween(here, there)
  return Math.abs(months) < 12 ? [months, 'month'] : [Math.trunc(months / 12), 'year']
}

/** The day of the calendar in the zone, as midnight UTC. */
const dayIn = (when: Date, timeZone: string) => new Date(when.toLocaleDateString('en-CA', { timeZone }))

/** Whole months of the calendar: from 31 January to 30 March it is one. */
function monthsBetween(from: Date, to: Date): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return sign * (last.getUTCDate() < first.getUTCDate() ? months - 1 : months)
}

/** The writers for the reader's language and the workspace's zone and currency. */
export function useFormat(): Formats {
  const region = useContext(RegionContext)
  const { i18n } = useTranslation()
  return useMemo(() => formatsFor({ ...region, language: i18n.language }), [region, i18n.language])
}
