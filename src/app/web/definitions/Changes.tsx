import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DefinitionChange } from '../../../lifecycle/definitionChanges.ts'
import classes from './definitions.module.css'
import { useChangeText } from './useChangeText.ts'

/** What differs, each difference a sentence; by what they concern, where that is more than one thing. */
export function Changes({ changes }: { changes: DefinitionChange[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className={classes.version}>{t('draft.noDifference')}</p>
  const bySubject = Map.groupBy(changes, subjectOf)
  if (bySubject.size === 1) return <Sentences changes={changes} />
  const concerned = subjects.filter(subject => bySubject.has(subject))
  return concerned.map(subject => (
    <section key={subject}>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {t(subject)}
      </Text>
      <Sentences changes={bySubject.get(subject) ?? []} />
    </section>
  ))
}

function Sentences({ changes }: { changes: DefinitionChange[] }) {
  const text = useChangeText()
  return (
    <ul className={classes.changes}>
      {changes.map((change, place) => (
        <li key={place}>{text(change)}</li>
      ))}
    </ul>
  )
}

/** The headings of the page of the definitions, in its order. */
const subjects = [
  'definitions.stages',
  'definitions.score',
  'definitions.fit',
  'definitions.engagement',
  'frameworks.open',
  'ownWords.title',
] as const

function subjectOf(change: DefinitionChange): (typeof subjects)[number] {
  if (change.what.startsWith('framework')) return 'frameworks.open'
  if (change.what === 'word') return 'ownWords.title'
  if ('rule' in change)
    return 'when' in change.rule && !('group' in change.rule) ? 'definitions.fit' : 'definitions.engagement'
  if ('group' in change) return 'definitions.engagement'
  return change.what in ofTheScore ? 'definitions.score' : 'definitions.stages'
}

const ofTheScore = { fit_share: 1, warm_from: 1, hot_from: 1, contact_from: 1 }
