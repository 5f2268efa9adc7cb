import { useQuery } from '@tanstack/react-query'
import { asField, type CustomField, type Field, systemFields } from '../../contacts/fields.ts'
import { answerFact, questionOf } from '../../contacts/questions.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import { api, type ImportNow, type MadeNow, type RowNow } from './api.ts'
import { useAskedName } from './askedName.ts'
import { isFactLeftOut } from './leftOut.ts'

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

  return (fact: Fact, row: RowNow) => {
    const question = questionIn(fact.key)
    const field =
      typeof fact.value === 'boolean' && question
        ? yesNo
        : fieldOf(question ? questionOf(question).field : fact.key)
    const said = field ? value(field, fact.value) : String(fact.value)
    const name = question ? questionName(question) : field && label(field)
    return {
      text: `${name ?? fact.label ?? plain(fact.key)}: ${said}`,
      isLeftOut: isFactLeftOut(fact, row, mapping),
    }
  }
}

const custom = (key: string, type: CustomField['type'], labelEs: string, labelEn: string): Field =>
  asField({ key, type, labelEs, labelEn, choices: [], appliesTo: ['person', 'organization'] })

const yesNo = custom('yes_no', 'boolean', '', '')

const questionIn = (key: string): string | undefined =>
  key.startsWith(answerFact('')) ? key.slice(answerFact('').length) : undefined

/** Until the names of the workspace's own fields have come. */
const plain = (key: string) => key.replace('custom.', '').replaceAll('_', ' ')
