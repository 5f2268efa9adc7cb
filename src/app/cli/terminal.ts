import { localeOfTerminal } from '../../platform/config.ts'
import { Refusal } from '../../platform/errors.ts'
import { translate } from '../translate.ts'

const locale = localeOfTerminal()

/** The text of a key under `cli.` in the terminal's language. */
export const words = (key: string, params?: Record<string, unknown>): string =>
  translate(locale, `cli.${key}`, params)

/** Lines for a person go to standard error, so that what a command answers can be piped from standard output. */
export const say = (key: string, params?: Record<string, unknown>): void => print(words(key, params))

export const print = (line: string): void => void process.stderr.write(`${line}\n`)

/** What a program may read: one JSON document on standard output. */
export const answer = (result: object): void =>
  void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)

/** Tells how far a long work is, in place on a terminal; a file or a pipe is spared that. */
export function progress(key: string, params: Record<string, unknown>): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words(key, params)}`)
}

export const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\x1b[K'))

/** Says what went wrong: a refusal in words, with each thing to correct; a bug with its trace. */
export function complain(error: unknown): void {
  endProgress()
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    say('wrong_arguments', { reason: error.message })
    return
  }
  if (!(error instanceof Refusal)) {
    console.error(error)
    return
  }
  print(translate(locale, `errors.${error.code}`, error.params))
  for (const { path, code, params } of error.issues)
    print(`  ${path.join('.')}: ${translate(locale, `errors.${code}`, params)}`)
}
