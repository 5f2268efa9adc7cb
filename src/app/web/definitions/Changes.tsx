import { useTranslation } from 'react-i18next'
import type { DefinitionChange } from '../../../lifecycle/definitionChanges.ts'
import classes from './definitions.module.css'
import { useChangeText } from './useChangeText.ts'

/** What differs, each difference a sentence. */
export function Changes({ changes }: { changes: DefinitionChange[] }) {
  const { t } = useTranslation()
  const text = useChangeText()
  if (changes.length === 0) return <p className={classes.version}>{t('draft.noDifference')}</p>
  return (
    <ul className={classes.changes}>
      {changes.map((change, place) => (
        <li key={place}>{text(change)}</li>
      ))}
    </ul>
  )
}
