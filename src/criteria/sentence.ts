import { answerSentence } from './answerSentence.ts'
import type { AnsweredRule, Criteria, IsRule, ScoreRule } from './criteria.ts'
import { deedSentence, isManifold } from './deedSentence.ts'
import { factSentence } from './factSentence.ts'
import { type Spoken, type SpokenChoice, type SpokenLink, spoken } from './spoken.ts'

/** A text of the dictionary: i18next's `t`, of either side. */
export type Say = (key: string, params?: Record<string, unknown>) => string

/** The workspace's own words, where they differ from the dictionary's or it has none; undefined for what they do not name. */
export type Names = {
  field?(key: string): string | undefined
  event?(name: string): string | undefined
  stage?(key: string, funnel?: string): string | undefined
  funnel?(key: string): string | undefined
  segment?(id: string): string | undefined
  question?(key: string): string | undefined
  /** A value of a field as people read it: an owner's name, an amount of money. */
  value?(field: string, value: string | number): string | undefined
}

export type Words = { say: Say; names: Names; locale: string }

/** A criterion in the language of `say`, as clauses about a contact: “ha pedido una demostración y es del sector Educación”. */
export function sentence(rule: Criteria, say: Say, names: Names = {}): string {
  return clause({ say, names, locale: say('criteria.locale') }, spoken(rule))
}

function clause(words: Words, said: Spoken): string {
  if ('all' in said) return list(words, said.all, true)
  if ('any' in said) return list(words, said.any, false)
  if ('fact' in said) return factSentence(words, said.fact, said.yes)
  if ('deed' in said) return deedSentence(words, said)
  if ('leaf' in said) return leafClause(words, said.leaf, said.yes)
  return 'who' in said ? linkedClause(words, said) : atLeastOf(words, said)
}

function leafClause(words: Words, leaf: IsRule | ScoreRule | AnsweredRule, yes: boolean): string {
  if ('is' in leaf) return isClause(words, leaf, yes)
  return 'score' in leaf ? scoreClause(words, leaf, yes) : answerSentence(words, leaf, yes)
}

const key = (yes: boolean) => (yes ? 'yes' : 'no')

/** Clauses joined by “and” or “or”; what would be misread among them stands in parentheses. */
function list(words: Words, parts: Spoken[], isAll: boolean): string {
  if (parts.length === 0) return words.say(isAll ? 'criteria.everyone' : 'criteria.nobody')
  const clauses = parts.map((part, place) => {
    const text = clause(words, part)
    // What follows would be taken to be about the linked contact too.
    const isTakenOn = 'who' in part && place < parts.length - 1
    return isTakenOn || isJoined(part, isAll) ? `(${text})` : text
  })
  return joined(words, clauses, isAll ? 'conjunction' : 'disjunction')
}

function isJoined(said: Spoken, isAll: boolean): boolean {
  if ('deed' in said) return isManifold(said, isAll)
  if ('fact' in said) return isAll && !said.yes && ['isNot', 'isNoneOf'].includes(said.fact.op)
  if ('leaf' in said) return false
  return !('who' in said) || isList(said.of)
}

const isList = (said: Spoken) => !('fact' in said || 'deed' in said || 'leaf' in said || 'who' in said)

export const joined = ({ locale }: Words, texts: string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(texts)

/** What a rule names, after a “yes” or after a “no”, where Spanish says “ni”. */
export function named(words: Words, texts: string[], yes: boolean): string {
  if (yes || texts.length < 2) return joined(words, texts, 'disjunction')
  return [texts.slice(0, -1).join(', '), texts.at(-1)].join(words.say('criteria.deed.nor'))
}

function atLeastOf(words: Words, { of, atLeast, yes }: SpokenChoice): string {
  return words.say(`criteria.atLeastOf.${key(yes)}`, {
    least: atLeast,
    count: of.length,
    rules: of.map(each => clause(words, each)).join('; '),
  })
}

function linkedClause(words: Words, { who, of, atLeast: count = 1, yes }: SpokenLink): string {
  const rule = count === 1 ? predicate(words, of, yes) : clause(words, of)
  return words.say(`criteria.${who}.${key(yes)}`, { rule, count })
}

/** What can be said of whoever is named before it: a clause with a subject of its own is introduced, and several that nobody fulfils at once. */
function predicate(words: Words, said: Spoken, yes: boolean): string {
  const rule = clause(words, said)
  if (!yes && 'all' in said) return words.say('criteria.meetsAll', { rule })
  const isOwn = clausesOf(words, said).some(each => hasSubject(words, each))
  return isOwn ? words.say('criteria.meets', { rule }) : rule
}

function clausesOf(words: Words, said: Spoken): string[] {
  const parts = 'all' in said ? said.all : 'any' in said ? said.any : []
  return parts.length ? parts.flatMap(part => clausesOf(words, part)) : [clause(words, said)]
}

const hasSubject = ({ say }: Words, text: string) =>
  text.includes(': ') ||
  say('criteria.ownSubject')
    .split('|')
    .some(start => text.startsWith(start))

function isClause(words: Words, rule: IsRule, yes: boolean): string {
  const { is, anyOf, funnel, from } = rule
  if (is === 'stage' && anyOf.includes('none'))
    return ofFunnel(words, words.say(`criteria.is.${key(yes)}.noStage`), funnel)
  if (is === 'stale' && anyOf.includes('any'))
    return ofFunnel(words, words.say(`criteria.is.${key(yes)}.staleAnywhere`), funnel)
  if (is === 'fit') return ofFunnel(words, fitClause(words, anyOf, yes), funnel)
  const values = anyOf.map(each => isValue(words, rule, each))
  const value = named(words, values, yes)
  const said = ofFunnel(words, words.say(`criteria.is.${key(yes)}.${is}`, { value }), funnel)
  return from ? `${said} ${words.say('criteria.deed.from', { date: dateText(words, from) })}` : said
}

function fitClause({ say }: Words, anyOf: string[], yes: boolean): string {
  if (anyOf.length > 1) return say(`criteria.fit.${yes ? 'either' : 'neither'}`)
  const isEnough = anyOf.includes('enough')
  if (yes) return say(`criteria.fit.${isEnough ? 'enough' : 'short'}`)
  return say(`criteria.fit.${isEnough ? 'notEnough' : 'notShort'}`)
}

function isValue(words: Words, { is, funnel }: IsRule, value: string): string {
  const { say, names } = words
  if (is === 'stage' || is === 'stale')
    return lowered(names.stage?.(value, funnel) ?? say(`words.stages.${value}`))
  if (is === 'temperature') return lowered(say(`words.temperatures.${value}`))
  if (is === 'segment') {
    const name = names.segment?.(value)
    return name ? quoted(words, name) : say('criteria.is.goneSegment')
  }
  if (is === 'verdict') return say(`criteria.verdicts.${value}`)
  if (is === 'disqualified')
    return quoted(words, say(`qualification.reasons.${value}`, { defaultValue: value }))
  return is === 'role' ? say(`criteria.roles.${value}`) : quoted(words, value)
}

export const quoted = ({ say }: Words, text: string): string => say('criteria.quoted', { text })

const ofFunnel = ({ say, names }: Words, rule: string, funnel: string | undefined) =>
  funnel ? say('criteria.is.funnel', { rule, funnel: names.funnel?.(funnel) ?? funnel }) : rule

function scoreClause(words: Words, { score, atLeast, atMost, funnel }: ScoreRule, yes: boolean): string {
  const shape =
    atLeast !== undefined && atMost !== undefined ? 'between' : atMost === undefined ? 'atLeast' : 'atMost'
  const params = { score: words.say(`criteria.score.${score}`), from: atLeast ?? 0, to: atMost ?? 100 }
  return ofFunnel(words, words.say(`criteria.score.${key(yes)}.${shape}`, params), funnel)
}

/** A day, or the UTC day of an instant. */
export function dateText({ locale }: Words, text: string): string {
  const day = new Date(text)
  return Number.isNaN(day.getTime())
    ? text
    : day.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
}

/** A label inside a sentence: `Sector` → `sector`, while `NIF` and `LinkedIn` stay. */
export const lowered = (label: string): string =>
  /^\p{Lu}[\p{Ll}\p{Zs}-]*$/u.test(label.split(' ')[0] ?? '')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
