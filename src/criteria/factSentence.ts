import { traitsOf } from '../contacts/traits.ts'
import { durationText } from '../platform/durations.ts'
import { dateText, joined, lowered, named, quoted, type Words } from './sentence.ts'
import { type Fact, isAmount } from './spoken.ts'
import { criteriaTexts } from './texts.ts'

/** What is asked of a fact, or its opposite, as a clause: “tiene entre 10 y 500 empleados”. */
export function factSentence(words: Words, fact: Fact, yes: boolean): string {
  if (fact.op === 'isUnknown') return factSentence(words, { ...fact, op: 'isKnown' }, !yes)
  const { form, text } = textOf(fact, yes ? 'yes' : 'no')
  return words.say(text, {
    field: fieldName(words, fact.field),
    value: valueText(words, fact, form, yes),
  })
}

const numeric = ['times', 'duration', 'amount']
const dated = ['before', 'after', 'olderThanDays', 'withinDays']

/** The forms in which a question may be said; the fact's own texts are tried in this order, the last is the general one. */
function formsOf({ op, values }: Fact): string[] {
  if (isAmount({ op })) return numeric
  if (dated.includes(op)) return ['when']
  if (op === 'is' || op === 'isAnyOf') return typeof values[0] === 'number' ? [...numeric, 'is'] : ['is']
  return op === 'isNoneOf' ? ['isNot'] : [op]
}

/** The fact's own text for it; else that of every fact, which for one of the workspace takes its label as it is. */
function textOf(fact: Fact, answer: 'yes' | 'no'): { form: string; text: string } {
  const forms = formsOf(fact)
  const own = forms.find(form => form in traitsOf(fact.field))
  if (own) return { form: own, text: `contacts.traits.${fact.field}.${own}.${answer}` }
  const form = forms.at(-1) ?? ''
  const isOfMail = form === 'isFreeMail' || form === 'isCorporateMail'
  const general = isCustom(fact.field) && !isOfMail ? 'label' : 'fact'
  return { form, text: `criteria.${general}.${answer}.${form}` }
}

const isCustom = (field: string) => field.startsWith('custom.')

function fieldName({ say, names }: Words, field: string): string {
  const own = names.field?.(field)
  if (own) return lowered(own)
  if (isCustom(field)) return field.slice('custom.'.length).replaceAll('_', ' ')
  const key = field in criteriaTexts.es.criteria.fields ? 'criteria.fields' : 'contacts.fields'
  return lowered(say(`${key}.${field}`))
}

function valueText(words: Words, fact: Fact, form: string, yes: boolean): string {
  const alternatives = fact.of ?? (numeric.includes(form) ? valuesApart(fact) : [])
  if (alternatives.length > 1)
    return joined(
      words,
      alternatives.map(each => valueText(words, each, form, yes)),
      'disjunction',
    )
  if (numeric.includes(form)) return amountText(words, fact, form)
  if (form === 'when') return whenText(words, fact)
  const values = fact.values.map(each => oneValue(words, fact.field, form, each, yes))
  if (form === 'isNot') return joined(words, values, yes && isOutside(fact) ? 'conjunction' : 'disjunction')
  return named(words, values, yes)
}

const valuesApart = (fact: Fact) =>
  fact.op === 'between' ? [] : fact.values.map(value => ({ ...fact, values: [value] }))

/** “Outside Spain and Portugal”, while “is not Spain or Portugal”. */
const isOutside = ({ field }: Fact) => 'isNot' in traitsOf(field)

function amountText(words: Words, { field, op, values }: Fact, form: string): string {
  const [value, to] = values.map(each =>
    form === 'duration' ? durationText(words.locale, Number(each), 'long') : plainValue(words, field, each),
  )
  const asked = op === 'isAnyOf' ? 'is' : op
  const count = Number(values[0])
  return words.say(`criteria.${form === 'times' ? 'times' : 'amount'}.${asked}`, { value, to, count })
}

function whenText(words: Words, { op, values }: Fact): string {
  const [value = ''] = values
  return words.say(`criteria.when.${op}`, { value: dateText(words, String(value)), count: Number(value) })
}

type Scalar = Fact['values'][number]

function oneValue(words: Words, field: string, form: string, value: Scalar, yes: boolean): string {
  if (['contains', 'hasWord', 'startsWith'].includes(form)) return quoted(words, String(value))
  const isChoice = field === 'decisionRole' || field === 'kind'
  if (!isChoice) return plainValue(words, field, value)
  return form === 'is'
    ? words.say(`contacts.optionTraits.${yes ? 'yes' : 'no'}.${value}`)
    : lowered(words.say(`contacts.options.${value}`))
}

function plainValue({ say, names, locale }: Words, field: string, value: Scalar): string {
  if (typeof value === 'boolean') return say(`criteria.truth.${value}`)
  const own = names.value?.(field, value)
  if (own) return own
  return typeof value === 'number' ? value.toLocaleString(locale) : value
}
