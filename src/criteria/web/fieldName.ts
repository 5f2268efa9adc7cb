import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import type { Catalogue } from './FilterBar.tsx'

/** What a field is called, also once it was deleted. */
export function useFieldName({ fields, removed = [] }: Pick<Catalogue, 'fields' | 'removed'>) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  return (key: string): string => {
    const field = fields.find(each => each.key === key)
    if (field) return label(field)
    const gone = removed.find(each => each.key === key)
    return gone ? t('filter.deleted', { name: label(gone) }) : key.replace(/^custom\./, '')
  }
}
