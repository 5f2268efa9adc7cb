import { useTranslation } from 'react-i18next'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { AddRule, RuleRow, Rules } from '../definitions/ScoreRules.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import { isOfProfile } from './ideal.ts'
import { ProfileForm } from './ProfileForm.tsx'
import { Proposed } from './Proposed.tsx'

/** Who is ideal: the profile by its aspects, and the other rules of fit that add points. */
export function IdealStep() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const others = shown.score.fit.filter(rule => rule.points >= 0 && !isOfProfile('ideal', shown.score, rule))
  return (
    <Section
      title={t('scoreSetUp.ideal.title')}
      about={
        <>
          {t('scoreSetUp.ideal.about')} <GuideLink page="points" part="profile" />
        </>
      }
    >
      <Proposed />
      <ProfileForm side="ideal" />
      <Rules
        title={t('scoreSetUp.ideal.others')}
        about={t('scoreSetUp.ideal.othersAbout')}
        add={<AddRule list="fit" label={t('draft.addFit')} />}
      >
        {others.map(rule => (
          <RuleRow key={rule.key} rule={rule} list="fit" edit={edit} />
        ))}
      </Rules>
    </Section>
  )
}
