import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import { useDraftStageName } from '../definitions/useChangeText.ts'
import { useEditing } from '../definitions/useDraft.ts'
import { profileOf } from './ideal.ts'
import { guardedStages, isKeptOut, keptOut } from './keepingOut.ts'

/** Whether the anti-profile only takes points away, or keeps whoever is of it from becoming a lead as well. */
export function KeepingOut() {
  const { t } = useTranslation()
  const format = useFormat()
  const { shown, edit } = useEditing()
  const name = useDraftStageName()
  const [first, ...others] = guardedStages(shown)
  if (!first || profileOf(shown.score, 'anti').traits.length === 0) return null
  const stages = format.list([first, ...others].map(stage => t('draft.quoted', { text: name(stage) })))
  return (
    <Switch
      label={t('scoreSetUp.against.keepOut', { stage: name(first) })}
      description={t('scoreSetUp.against.keepOutAbout', { stages })}
      checked={isKeptOut(shown)}
      onChange={({ currentTarget: { checked } }) => edit(now => keptOut(now, checked))}
    />
  )
}
