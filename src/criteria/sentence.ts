import { answerSentence } from './answerSentence.ts'
import { type Criteria, type IsRule, isBranch, type ScoreRule } from './criteria.ts'
import { deedSentence } from './deedSentence.ts'
import { factSentence } from './factSentence.ts'
import { factIn, factOf, type Spoken, saidOfAll, saidOfAny } from './spoken.ts'

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
  return clause({ say, names, locale: say('criteria.locale') }, rule, true)
}

/** The rule (`yes`) or its opposite. */
function clause(words: Words, rule: Spoken, yes: boolean): string {
  if ('field' in rule || 'fact' in rule) return factSentence(words, factIn(rule), yes)
  if ('not' in rule) return clause(words, rule.not, !yes)
  if ('all' in rule || 'any' in rule) return several(words, rule, yes)
  if ('of' in rule) return atLeastOf(words, rule.atLeast, rule.of, yes)
  if ('did' in rule) return deedSentence(words, rule, yes)
  if ('is' in rule) return isClause(words, rule, yes)
  if ('score' in rule) return scoreClause(words, rule, yes)
  if ('answered' in rule) return answerSentence(words, rule, yes)
  return linkedClause(words, rule, yes)
}

const key = (yes: boolean) => (yes ? 'yes' : 'no')

/** A rule or its opposite. */
type Part = { rule: Spoken; yes: boolean }

/** Clauses joined by “and” or “or”; what is joined the other way inside stands in parentheses. */
function several(words: Words, rule: Spoken, yes: boolean): string {
  const fact = factOf(rule)
  if (fact) return factSentence(words, fact, yes)
  const isAll = 'all' in rule === yes
  const parts = flat(rule, yes, isAll)
  const [only, ...others] = parts
  if (!only) return words.say(isAll ? 'criteria.everyone' : 'criteria.nobody')
  if (others.length === 0) return clause(words, only.rule, only.yes)
  const clauses = parts.map(part => {
    const text = clause(words, part.rule, part.yes)
    return isJoined(part, isAll) ? `(${text})` : text
  })
  return joined(words, clauses, isAll ? 'conjunction' : 'disjunction')
}

/** The rules below that are joined in the same way, however deep they stand. */
function flat(rule: Spoken, yes: boolean, isAll: boolean): Part[] {
  if (factOf(rule)) return [{ rule, yes }]
  if ('not' in rule) return flat(rule.not, !yes, isAll)
  const isSame = ('all' in rule && yes === isAll) || ('any' in rule && yes !== isAll)
  const said = 'all' in rule ? saidOfAll(rule.all) : 'any' in rule ? saidOfAny(rule.any) : []
  return isSame || said.length === 1 ? said.flatMap(each => flat(each, yes, isAll)) : [{ rule, yes }]
}

/** Whether its text would be misread inside an “and” (`isAll`) or an “or”. */
function isJoined({ rule, yes }: Part, isAll: boolean): boolean {
  if (factOf(rule)) return false
  if ('did' in rule && rule.noneSince) return true
  if ('did' in rule) return isAll && yes && Array.isArray(rule.did) && rule.did.length > 1
  if ('of' in rule || 'all' in rule || 'any' in rule) return true
  const inside = insideOf(rule)
  return inside !== undefined && isBranch(inside) && !factOf(inside)
}

function insideOf(rule: Spoken): Criteria | undefined {
  if ('company' in rule) return rule.company
  if ('people' in rule) return rule.people
  return 'hereOrAtWork' in rule ? rule.hereOrAtWork : undefined
}

export const joined = ({ locale }: Words, texts: string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(texts)

/** What a rule names, after a “yes” or after a “no”, where Spanish says “ni”. */
export function named(words: Words, texts: string[], yes: boolean): string {
  if (yes || texts.length < 2) return joined(words, texts, 'disjunction')
  return [texts.slice(0, -1).join(', '), texts.at(-1)].join(words.say('criteria.deed.nor'))
}

function atLeastOf(words: Words, least: number, rules: Criteria[], yes: boolean): string {
  return words.say(`criteria.atLeastOf.${key(yes)}`, {
    least,
    count: rules.length,
    rules: rules.map(rule => clause(words, rule, true)).join('; '),
  })
}

type Linked = { company: Criteria } | { people: Criteria; atLeast?: number } | { hereOrAtWork: Criteria }

function linkedClause(words: Words, rule: Linked, yes: boolean): string {
  if ('company' in rule)
    return words.say(`criteria.company.${key(yes)}`, { rule: predicate(words, rule.company) })
  if ('hereOrAtWork' in rule)
    return words.say(`criteria.hereOrAtWork.${key(yes)}`, { rule: predicate(words, rule.hereOrAtWork) })
  const count = rule.atLeast ?? 1
  const text = count === 1 ? predicate(words, rule.people) : clause(words, rule.people, true)
  return words.say(`criteria.people.${key(yes)}`, { rule: text, count })
}

/** What can be said of whoever is named before it: a clause with a subject of its own is introduced. */
function predicate(words: Words, rule: Criteria): string {
  const text = clause(words, rule, true)
  const isOwn = clausesOf(words, rule, true).some(each => hasSubject(words, each))
  return isOwn ? words.say('criteria.meets', { rule: text }) : text
}

function clausesOf(words: Words, rule: Spoken, yes: boolean): string[] {
  if ('not' in rule) return clausesOf(words, rule.not, !yes)
  const isJoint = ('all' in rule || 'any' in rule) && !factOf(rule)
  const parts = isJoint ? flat(rule, yes, 'all' in rule === yes) : []
  if (parts.length === 0) return [clause(words, rule, yes)]
  return parts.flatMap(part => (part.rule === rule ? [] : clausesOf(words, part.rule, part.yes)))
}

const hasSubject = ({ say }: Words, text: string) =>
  text.includes(': ') ||
  say('criteria.ownSubject')
    .split('|')
    .some(start => text.startsWith(start))

function isClause(words: Words, rule: IsRule, yes: boolean): string {
  const { is, anyOf, funnel, from } = rule
  if (is === 'stage' && anyOf.includes('none')) return withoutStage(words, rule, yes)
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
  return say(`criteria.fit.${anyOf.includes('enough') === yes ? 'enough' : 'short'}`)
}

function withoutStage(words: Words, rule: IsRule, yes: boolean): string {
  const none = ofFunnel(words, words.say(`criteria.is.${key(yes)}.noStage`), rule.funnel)
  const anyOf = rule.anyOf.filter(each => each !== 'none')
  if (anyOf.length === 0) return none
  const others = isClause(words, { ...rule, anyOf }, yes)
  return joined(words, [none, others], yes ? 'disjunction' : 'conjunction')
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
