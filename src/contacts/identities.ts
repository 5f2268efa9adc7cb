import {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { stdnum } from 'stdnum'
import { getDomain, getHostname } from 'tldts'
import type { IdentityKind } from './fields.ts'
import { isStorable } from './values.ts'

/** What finds a contact again, as given. */
export type IdentityDraft = { kind: IdentityKind; value: string; label?: string }

export type Identity = {
  kind: IdentityKind
  /** Normalised; two identities are the same when kind and value are. */
  value: string
  raw: string
  label: string
  status: 'ok' | 'invalid'
}

/** `warning` names what is odd about an identity that is kept all the same. */
export type ReadIdentity =
  | { identity: Identity; warning?: string }
  | { code: string; params: Record<string, unknown> }

/** Reads one identity. `country` (ISO 3166-1) is where a number without a prefix and a tax id without a country belong. */
export function readIdentity(draft: IdentityDraft, country: string): ReadIdentity {
  const raw = draft.value.trim()
  if (!raw || raw.length > 500 || !isStorable(raw))
    return { code: `contacts.not_${draft.kind}`, params: { value: raw.slice(0, 100) } }
  const { value, valid } = normalisers[draft.kind](raw, country)
  const identity = {
    kind: draft.kind,
    value,
    raw,
    label: draft.label ?? '',
    status: valid ? 'ok' : 'invalid',
  } as const
  if (valid) return { identity }
  if (draft.kind === 'phone' || draft.kind === 'tax_id')
    return { identity, warning: `contacts.not_${draft.kind}` }
  return { code: `contacts.not_${draft.kind}`, params: { value: raw.slice(0, 100) } }
}

/** One key for both halves of an identity. */
export const identityKey = ({ kind, value }: { kind: string; value: string }): string => `${kind}:${value}`

type Normalised = { value: string; valid: boolean }

const normalisers: Record<IdentityKind, (raw: string, country: string) => Normalised> = {
  email: readEmail,
  phone: readPhone,
  external: readExternal,
  linkedin: readLinkedin,
  tax_id: readTaxId,
  domain: readDomain,
}

const invalid = (value: string): Normalised => ({ value, valid: false })

/** `Ana <ANA@Example.COM>` → `ana@example.com`; a domain with accents in its ASCII form. */
function readEmail(raw: string): Normalised {
  const address = (raw.match(/<([^<>]*)>\s*$/)?.[1] ?? raw)
    .replace(/^mailto:/i, '')
    .trim()
    .normalize('NFC')
    .toLowerCase()
  const split = address.lastIndexOf('@')
  const local = address.slice(0, split)
  const domain = URL.parse(`http://${address.slice(split + 1)}`)
  if (split < 1 || local.length > 64 || address.length > 254 || !localPart.test(local))
    return invalid(address)
  if (
    !domain ||
    !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(domain.hostname) ||
    domain.pathname !== '/'
  )
    return invalid(address)
  return { value: `${local}@${domain.hostname}`, valid: true }
}

const localPart = /^[^\s@<>()[\],;:\\"]+$/

/** E.164, with `;ext=` for an extension (RFC 3966). What cannot be a number is kept as its digits. */
function readPhone(raw: string, country: string): Normalised {
  const given = raw.replace(/^tel:/i, '').replace(/^\s*00(?=[1-9])/, '+')
  const number = parsePhoneNumberFromString(given, isSupportedCountry(country) ? country : undefined)
  if (!number?.isPossible()) return invalid(raw.replace(/[^\d+]/g, '') || raw.toLowerCase())
  // Mexican mobiles were written +52 1 … from abroad until 2019; the 1 is no part of the number.
  const value = number.number.replace(/^\+521(?=\d{10}$)/, '+52')
  return { value: number.ext ? `${value};ext=${number.ext}` : value, valid: true }
}

/** `system:id`: the system in lower case, the id as it is. */
function readExternal(raw: string): Normalised {
  const [, system = '', id = ''] = raw.match(/^([\w.-]{1,60}):(.+)$/s) ?? []
  return { value: `${system.toLowerCase()}:${id.trim()}`, valid: id.trim() !== '' }
}

/** `https://ES.linkedin.com/in/Ana-Nunez/?x=1` → `linkedin.com/in/ana-nunez`. */
function readLinkedin(raw: string): Normalised {
  const url = URL.parse(/^https?:/i.test(raw) ? raw : `https://${raw}`)
  if (!url || !/(^|\.)linkedin\.com$/.test(url.hostname)) return invalid(raw.toLowerCase())
  const [kind, slug] = url.pathname.split('/').filter(Boolean)
  if (!kind || !slug) return invalid(raw.toLowerCase())
  return { value: `linkedin.com/${kind}/${decoded(slug)}`.toLowerCase().normalize('NFC'), valid: true }
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

/** Without punctuation or country prefix, upper case. Validity is what the country's rules say; a country without rules accepts all. */
function readTaxId(raw: string, country: string): Normalised {
  const bare = raw.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const prefixed = bare.match(/^([A-Z]{2})(?=[A-Z0-9]*\d)/)?.[1]
  const own = checkersOf(country)
  if (own.some(checker => checker.validate(bare).isValid)) return { value: bare, valid: true }
  if (prefixed && checkersOf(prefixed).some(checker => checker.validate(bare.slice(2)).isValid)) {
    return { value: bare.slice(2), valid: true }
  }
  return { value: bare, valid: own.length === 0 && bare.length > 3 }
}

type Checker = { validate(value: string): { isValid: boolean } }

const checkersByCountry = stdnum as Record<string, Record<string, Checker>>
// Numbers of bank accounts and social insurance that the package keeps beside the tax ids.
const notTax = new Set(['nss', 'clabe', 'cbu'])

const checkersOf = (country: string): Checker[] =>
  Object.entries(checkersByCountry[country] ?? {}).flatMap(([name, checker]) =>
    notTax.has(name) ? [] : [checker],
  )

/** The registrable domain of an address or a web page: `https://www.acme.co.uk/x` → `acme.co.uk`. */
function readDomain(raw: string): Normalised {
  const domain = getDomain(raw.includes('@') ? raw.slice(raw.lastIndexOf('@') + 1) : raw)
  return domain ? { value: domain, valid: true } : invalid(getHostname(raw) ?? raw.toLowerCase())
}

/** The country of an IANA time zone: Europe/Madrid → ES. */
export function countryOfTimeZone(timeZone: string): CountryCode {
  const known = countries.get(timeZone)
  if (known) return known
  // Asking for one country's zones takes milliseconds, so the likeliest comes first.
  const found = likelyFirst.find(code => zonesOf(code).includes(timeZone)) ?? 'ES'
  countries.set(timeZone, found)
  return found
}

const countries = new Map<string, CountryCode>()
const likelyFirst: CountryCode[] = ['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'US', ...getCountries()]

// In Node 24, and not yet in TypeScript's library.
const zonesOf = (code: CountryCode): string[] =>
  (new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones(): string[] | undefined }).getTimeZones() ??
  []
