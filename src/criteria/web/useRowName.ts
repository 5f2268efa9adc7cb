import { useTranslation } from 'react-i18next'
import { useEditing } from './editing.ts'
import { useFieldName } from './fieldName.ts'
import type { Row } from './rows.ts'

/** What a row is called in short: the fact, the question or the group. */
export function useRowName() {
  const { t } = useTranslation()
  const fieldName = useFieldName(useEditing().catalogue)
  return (row: Row): string => {
    if ('linked' in row) return t(`criteriaEditor.choices.${row.linked}`)
    if ('rows' in row) return t('criteriaEditor.group')
    const { leaf } = row
    if ('is' in leaf) return t(`filter.asks.${leaf.is}`)
    if ('did' in leaf) return t('filter.asks.did')
    if ('score' in leaf) return t('filter.asks.score')
    if ('answered' in leaf) return t('filter.asks.answered')
    return fieldName(leaf.field)
  }
}
