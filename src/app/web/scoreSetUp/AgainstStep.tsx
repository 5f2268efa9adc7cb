import { useTranslation } from 'react-i18next'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { AddRule, RuleRow, Rules } from '../definitions/ScoreRules.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import { AddSignals } from './AddSignals.tsx'
import { MisleadingPeople } from './Cautions.tsx'
import { isOfProfile } from './ideal.ts'
import { KeepingOut } from './KeepingOut.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { unusedSignals } from './signals.ts'
import { useSignals } from './useSignals.ts'

/** What speaks against: the anti-profile, every rule that takes points away, and people whose interest misleads. */
export function AgainstStep() {
  const { t } = useTranslation()
  return (
    <>
      <Section
        title={t('scoreSetUp.against.profile')}
        about={
          <>
            {t('scoreSetUp.against.profileAbout')} <GuideLink page="points" part="profile" />
          </>
        }
      >
        <ProfileForm side="anti" />
        <KeepingOut />
      </Section>
      <Section title={t('scoreSetUp.against.title')} about={t('scoreSetUp.against.about')}>
        <Losses />
        <MisleadingPeople />
      </Section>
    </>
  )
}

function Losses() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const signals = useSignals()
  const { score } = shown
  const loses = ({ points }: { points: number }) => points < 0
  const isOwn = (rule: (typeof score.fit)[number]) =>
    !isOfProfile('anti', score, rule) && !isOfProfile('ideal', score, rule)
  return (
    <>
      <Rules
        title={t('scoreSetUp.against.facts')}
        about={t('scoreSetUp.against.factsAbout')}
        add={<AddRule list="fit" points={-20} label={t('draft.addRule')} />}
      >
        {score.fit
          .filter(loses)
          .filter(isOwn)
          .map(rule => (
            <RuleRow key={rule.key} rule={rule} list="fit" edit={edit} />
          ))}
      </Rules>
      <Rules
        title={t('scoreSetUp.against.signals')}
        about={t('scoreSetUp.against.signalsAbout')}
        add={<AddSignals signals={unusedSignals(score, signals, true)} />}
      >
        {score.engagement.filter(loses).map(rule => (
          <RuleRow key={rule.key} rule={rule} list="engagement" edit={edit} />
        ))}
        {score.engagementFacts.filter(loses).map(rule => (
          <RuleRow key={rule.key} rule={rule} list="engagementFacts" edit={edit} />
        ))}
      </Rules>
    </>
  )
}
