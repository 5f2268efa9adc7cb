/** The currency where a time zone is; euros elsewhere in Europe and where we do not know. */
const currencies: Record<string, string[]> = {
  MXN: ['America/Mexico_City', 'America/Cancun', 'America/Tijuana', 'America/Monterrey', 'America/Merida'],
  COP: ['America/Bogota'],
  ARS: ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires', 'America/Argentina/Cordoba'],
  CLP: ['America/Santiago'],
  PEN: ['America/Lima'],
  BRL: ['America/Sao_Paulo'],
  UYU: ['America/Montevideo'],
  USD: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Guayaquil',
    'America/Puerto_Rico',
    'America/Panama',
  ],
  GBP: ['Europe/London'],
  CHF: ['Europe/Zurich'],
  INR: ['Asia/Kolkata', 'Asia/Calcutta'],
}

export const guessTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Madrid'

export const guessCurrency = (timeZone: string): string =>
  Object.keys(currencies).find(currency => currencies[currency]?.includes(timeZone)) ?? 'EUR'

/** Every zone that the browser knows, as `Europe/Madrid`. */
export const timeZones = (): string[] => [
  ...new Set([...Intl.supportedValuesOf('timeZone'), guessTimeZone()]),
]

/** Every currency with its name in a language: `EUR · euro`. */
export function currencyOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  return Intl.supportedValuesOf('currency').map(value => ({ value, label: `${value} · ${names.of(value)}` }))
}
