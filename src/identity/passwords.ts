import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../platform/errors.ts'

export const shortestPassword = 10
export const longestPassword = 200

// Those of ten characters and more, and the commonest words, of @zxcvbn-ts/language-common 4.1.3 (MIT), with Spanish ones.
const common = new Set(readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8').split('\n'))

/**
 * Refuses a password that is short, or among the first that anybody would try; there are no rules on composition
 * (NIST SP 800-63B). `about` is what others know of the person: name, address, company.
 */
export function checkPassword(password: string, about: string[] = []) {
  const length = [...password].length
  if (length < shortestPassword) refuse('identity.password_too_short', { limit: shortestPassword })
  if (length > longestPassword) refuse('identity.password_too_long', { limit: longestPassword })
  if (guessable(password.toLowerCase().normalize('NFC'), about)) refuse('identity.password_common')
}

function guessable(password: string, about: string[]): boolean {
  const bare = password.replace(/[\d\p{P}\p{S}\s]+$/u, '')
  const known = about.flatMap(text => [text, ...text.split(/[\s@]+/)]).map(text => text.toLowerCase())
  return common.has(password) || common.has(bare) || known.includes(bare) || repeats(password)
}

/** One to four characters again and again. */
const repeats = (text: string) => /^(.{1,4})\1+.{0,3}$/su.test(text)

const refuse = (code: string, params: Record<string, unknown> = {}) => {
  throw new Refusal('bad', 'http.invalid', {}, [{ path: ['password'], code, params }])
}
