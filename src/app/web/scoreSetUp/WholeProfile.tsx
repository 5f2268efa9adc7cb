import { NumberInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WhoMatches } from '../../../criteria/web/parts.tsx'
import { PointsInput } from '../definitions/ScoreFields.tsx'
import { useCatalogue } from '../lists/source.ts'
import { enoughOf, mayBeLacking, type Profile, profileCriterion, type Side } from './ideal.ts'
import classes from './scoreSetUp.module.css'
import type { ChangeProfile } from './useProfile.ts'

type Props = { side: Side; profile: Profile; change: ChangeProfile }

/** The profile as a whole: how many of its lines are enough, what that gives or takes besides, and who is of it today. */
export function WholeProfile({ side, profile, change }: Props) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const criterion = profileCriterion(side, profile)
  if (!criterion) return null
  return (
    <>
      <div className={classes.line}>
        <Text size="sm" fw={600}>
          {t(`scoreSetUp.profile.whole.${side}`)}
        </Text>
        <Enough side={side} profile={profile} change={change} />
      </div>
      <div className={classes.line}>
        <Text size="sm">{t('scoreSetUp.profile.bonus')}</Text>
        <PointsInput
          label={t('scoreSetUp.profile.bonus')}
          value={profile.bonus}
          onChange={bonus => change(before => ({ ...before, bonus }))}
        />
      </div>
      <MustPoints profile={profile} change={change} />
      <section className={classes.who} aria-label={t('scoreSetUp.profile.who')}>
        <WhoMatches whose="contact" where={criterion} catalogue={catalogue} />
      </section>
    </>
  )
}

function Enough({ side, profile, change }: Props) {
  const { t } = useTranslation()
  const { musts, of, least, enough } = enoughOf(side, profile)
  return (
    <>
      {musts > 0 && (
        <Text size="sm">{t(`scoreSetUp.profile.${of > 0 ? 'mustsAnd' : 'musts'}`, { count: musts })}</Text>
      )}
      {of > 0 && (
        <NumberInput
          size="xs"
          w={195}
          aria-label={t('scoreSetUp.profile.atLeast', { count: of })}
          prefix={t('scoreSetUp.profile.prefix')}
          suffix={t(`scoreSetUp.profile.${musts > 0 ? 'suffixRest' : 'suffix'}`, { count: of })}
          min={least}
          max={of}
          allowDecimal={false}
          clampBehavior="strict"
          value={enough}
          onChange={next =>
            typeof next === 'number' &&
            next !== enough &&
            change(before => ({ ...before, enough: Math.max(least, next) }))
          }
        />
      )}
    </>
  )
}

function MustPoints({ profile, change }: Omit<Props, 'side'>) {
  const { t } = useTranslation()
  if (!profile.traits.some(trait => trait.isMust && mayBeLacking(trait))) return null
  return (
    <div className={classes.line}>
      <div>
        <Text size="sm">{t('scoreSetUp.profile.lacking')}</Text>
        <Text size="xs" c="dimmed">
          {t('scoreSetUp.profile.lackingAbout')}
        </Text>
      </div>
      <PointsInput
        label={t('scoreSetUp.profile.lacking')}
        value={profile.mustPoints}
        onChange={mustPoints => change(before => ({ ...before, mustPoints }))}
      />
    </div>
  )
}
