import { useQuery } from '@tanstack/react-query'
import { asField, type CustomField, type Field, systemFields } from '../../contacts/fields.ts'
import { answerFact, questionOf } from '../../contacts/questions.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Target } from '../mapping.ts'
import { api, type ImportNow, type MadeNow, type RowNow } from './api.ts'
import { useAskedName } from './askedName.ts'

type Fact = MadeNow['facts'][number]

/** A fact that a row brings in the reader's words, and whether it is left out because it cannot be understood. */
export function useMadeFacts({ mapping }: ImportNow) {
  const { label, value } = useFieldTexts()
  const own = useQuery(api.imports.fields.queryOptions()).data ?? []
  const asked = useQuery(api.imports.questions.queryOptions()).data ?? []
  const questionName = useAskedName(asked)
  const added = mapping.columns.flatMap(({ target }) =>
    target.as === 'newField' ? [custom(target.key, target.type, target.label, target.label)] : [],
  )
  const kept = own.flatMap(({ key, type, label }) =>
    label ? [custom(key.replace('custom.', ''), type as CustomField['type'], label.es, label.en)] : [],
  )
  const fields = [...systemFields, ...kept, ...added]
  const fieldOf = (key?: string) => fields.find(each => each.key === key)

  return (fact: Fact, { reasons }: RowNow) => {
    const question = questionIn(fact.key)
    const field =
      typeof fact.value === 'boolean' && question
        ? yesNo
        : fieldOf(question ? questionOf(question).field : fact.key)
    const said = field ? value(field, fact.value) : String(fact.value)
    const name = question ? questionName(question) : field && label(field)
    const isLeftOut = reasons.some(
      ({ column = -1 }) => mapping.columns[column] && keyOf(mapping.columns[column].target) === fact.key,
    )
    return { text: `${name ?? fact.label ?? plain(fact.key)}: ${said}`, isLeftOut }
  }
}

const custom = (key: string, type: CustomField['type'], labelEs: string, labelEn: string): Field =>
  asField({ key, type, labelEs, labelEn, choices: [], appliesTo: ['person', 'organization'] })

const yesNo = custom('yes_no', 'boolean', '', '')

const questionIn = (key: string): string | undefined =>
  key.startsWith(answerFact('')) ? key.slice(answerFact('').length) : undefined

/** Until the names of the workspace's own fields have come. */
const plain = (key: string) => key.replace('custom.', '').replaceAll('_', ' ')

function keyOf(target: Target): string | undefined {
  if (target.as === 'field' || target.as === 'organization') return target.field
  if (target.as === 'answer') return answerFact(target.question)
  return target.as === 'newField' ? `custom.${target.key}` : undefined
}

/** What is wrong with a value that is kept all the same. */
const keptAsItIs = new Set(['contacts.not_phone', 'contacts.not_tax_id'])

/** Texts of contacts say what is wrong with a value; those of imports also say that it is left out. */
export const isLeftOut = (code: string): boolean => code.startsWith('contacts.') && !keptAsItIs.has(code)
