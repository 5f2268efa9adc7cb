import { headerKey, type Kind } from './fields.ts'

export type Named = {
  kind?: unknown
  name?: unknown
  givenName?: unknown
  surname?: unknown
  secondSurname?: unknown
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const joined = (...parts: unknown[]) => parts.map(text).filter(Boolean).join(' ')

/** What a contact is called, or '' when no name is known. Names are shown as given, never split, never re-cased. */
export function nameOf(named: Named): string {
  const parts = joined(named.givenName, named.surname, named.secondSurname)
  if (named.kind === 'organization') return text(named.name) || parts
  return text(named.surname) || !text(named.name) ? parts : text(named.name)
}

/** First surname first, normalised for a byte-wise order in which ñ follows n; also equal for two spellings of one organisation's name. */
export function sortNameOf(named: Named): string {
  const bySurname = named.kind !== ('organization' satisfies Kind) && text(named.surname)
  return sortKey(bySurname ? joined(named.surname, named.secondSurname, named.givenName) : nameOf(named))
}

// ʒ is a letter, and its bytes come after those of z.
export const sortKey = (name: string): string => headerKey(name.normalize('NFC').replace(/[ñÑ]/g, 'nʒ'))

/** The sort keys of a name in which ñ may have been typed as n: up to eight, as only the first three n before a vowel are tried. */
export function sortKeysOf(name: string): string[] {
  const [first = '', ...others] = sortKey(name).split(/(?<=n)(?=[aeiou])/)
  const keys = others.reduce(
    (begun, part, index) => begun.flatMap(each => [each + part, ...(index < 3 ? [`${each}ʒ${part}`] : [])]),
    [first],
  )
  return keys.filter(Boolean)
}

// Addresses and numbers, as identities have them.
const settled = /^[\x21-\x40\x5b-\x7e]*$/
const withoutAccents = /^[\x20-\x7e]*$/

/** As search compares texts: without accents (ñ as n), case or punctuation inside words that people leave out. */
export function searchKey(value: string): string {
  if (settled.test(value)) return value
  const plain = withoutAccents.test(value) ? value : value.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}
