import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/Page.tsx'
import { AddRule, RuleRow, Rules } from '../definitions/ScoreRules.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import { AddSignals } from './AddSignals.tsx'
import { MisleadingSignals } from './Cautions.tsx'
import { type Strength, strengthOf, strengths, unusedOf } from './signals.ts'
import { useSignals } from './useSignals.ts'

/** What shows interest: the signals by how much they say, with their points, and those that nothing counts yet. */
export function InterestStep() {
  const { t } = useTranslation()
  return (
    <Section title={t('scoreSetUp.interest.title')} about={t('scoreSetUp.interest.about')}>
      {strengths.map(strength => (
        <OfStrength key={strength} strength={strength} />
      ))}
      <Undated />
      <MisleadingSignals />
    </Section>
  )
}

function OfStrength({ strength }: { strength: Strength }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const signals = useSignals()
  const { engagement, groups } = shown.score
  const rules = engagement.filter(rule => rule.points >= 0 && strengthOf(rule, signals) === strength)
  return (
    <Rules
      title={t(`scoreSetUp.interest.${strength}`)}
      about={t(`scoreSetUp.interest.${strength}About`)}
      add={
        <Stack gap="xs" align="flex-start">
          <AddSignals signals={unusedOf(strength, shown.score, signals)} />
          {strength === 'firm' && (
            <AddRule list="engagement" group={groups[0]?.key} label={t('scoreSetUp.interest.own')} />
          )}
        </Stack>
      }
    >
      {rules.map(rule => (
        <RuleRow key={rule.key} rule={rule} list="engagement" edit={edit} />
      ))}
    </Rules>
  )
}

/** Facts that stand for signals whose dates nobody kept. */
function Undated() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const rules = shown.score.engagementFacts.filter(({ points }) => points >= 0)
  const group = shown.score.groups.find(({ halfLifeDays }) => halfLifeDays === null)
  if (rules.length === 0 || !group) return null
  return (
    <Rules
      title={t('scoreSetUp.interest.undated')}
      about={t('scoreSetUp.interest.undatedAbout')}
      add={<AddRule list="engagementFacts" group={group.key} label={t('draft.addRule')} />}
    >
      {rules.map(rule => (
        <RuleRow key={rule.key} rule={rule} list="engagementFacts" edit={edit} />
      ))}
    </Rules>
  )
}
