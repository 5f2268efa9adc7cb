import { NumberInput, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PointsInput } from '../definitions/ScoreFields.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import {
  type Aspect,
  aspects,
  criterionOf,
  mayBeMust,
  type Profile,
  profileOf,
  type Side,
  type Trait,
  usualAntiPoints,
  usualMostPoints,
  usualPoints,
  type Wanted,
  withProfile,
} from './ideal.ts'
import classes from './scoreSetUp.module.css'
import { WantedInput } from './WantedInput.tsx'

/** A profile aspect by aspect: what is wanted, how much it weighs, and whether it is a must. What is filled in is a rule of fit of the draft. */
export function ProfileForm({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const profile = profileOf(shown.score, side)
  const change = (how: (profile: Profile) => Profile) =>
    edit(({ lifecycle, score }) => ({
      lifecycle,
      score: withProfile(score, side, how(profileOf(score, side))),
    }))
  return (
    <div className={classes.profile}>
      {aspects
        .filter(aspect => !profile.byHand.includes(aspect))
        .map(aspect => (
          <TraitRow key={aspect} aspect={aspect} side={side} profile={profile} change={change} />
        ))}
      {side === 'ideal' && (
        <Text size="xs" c="dimmed" className={classes.bonus}>
          {t('scoreSetUp.profile.mustAbout')}
        </Text>
      )}
      <Most side={side} profile={profile} change={change} />
      <MustPoints side={side} profile={profile} change={change} />
    </div>
  )
}

type PartProps = { side: Side; profile: Profile; change: (how: (profile: Profile) => Profile) => void }

function TraitRow({ aspect, side, profile, change }: PartProps & { aspect: Aspect }) {
  const { t } = useTranslation()
  const trait = profile.traits.find(each => each.aspect === aspect)
  const name = t(`scoreSetUp.aspects.${aspect}`)
  const set = (part: Partial<Trait>) => change(profile => withTrait(profile, side, aspect, part))
  return (
    <fieldset className={classes.trait} aria-label={name}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <div>
        <WantedInput
          side={side}
          aspect={aspect}
          wanted={trait?.wanted ?? {}}
          onChange={wanted => set({ wanted })}
        />
      </div>
      {trait ? (
        <PointsInput
          label={t('draft.pointsOf', { rule: name })}
          value={trait.points}
          onChange={points => set({ points })}
        />
      ) : (
        <span />
      )}
      {trait && side === 'ideal' && mayBeMust(aspect) ? (
        <Switch
          size="xs"
          label={t('scoreSetUp.profile.must')}
          checked={trait.isMust}
          onChange={event => set({ isMust: event.currentTarget.checked })}
        />
      ) : (
        <span />
      )}
    </fieldset>
  )
}

/** Nothing wanted of an aspect any more: it is no trait. */
function withTrait(profile: Profile, side: Side, aspect: Aspect, part: Partial<Trait>): Profile {
  const points = side === 'anti' ? usualAntiPoints : usualPoints[aspect]
  const before = profile.traits.find(each => each.aspect === aspect) ?? {
    ...{ aspect, wanted: {} as Wanted, points, isMust: false },
  }
  const after = { ...before, ...part }
  const others = profile.traits.filter(each => each.aspect !== aspect)
  return { ...profile, traits: criterionOf(aspect, after.wanted) ? [...others, after] : others }
}

/** Points for having most of the traits: at least so many of those filled in. */
function Most({ side, profile, change }: PartProps) {
  const { t } = useTranslation()
  const { traits, most } = profile
  const isPossible = traits.length >= 2
  const begin = {
    atLeast: Math.ceil(traits.length * 0.6),
    points: side === 'anti' ? usualAntiPoints : usualMostPoints,
  }
  return (
    <div className={classes.bonus}>
      <Switch
        label={t(`scoreSetUp.profile.most.${side}`)}
        description={isPossible ? undefined : t('scoreSetUp.profile.mostNeeds')}
        disabled={!isPossible && !most}
        checked={most !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          change(before => ({ ...before, most: checked ? begin : undefined }))
        }
      />
      {most && (
        <>
          <NumberInput
            size="xs"
            w={150}
            aria-label={t('scoreSetUp.profile.atLeast', { count: traits.length })}
            prefix={t('scoreSetUp.profile.prefix')}
            suffix={t('scoreSetUp.profile.suffix', { count: traits.length })}
            min={1}
            max={traits.length}
            allowDecimal={false}
            clampBehavior="strict"
            value={most.atLeast}
            onChange={atLeast =>
              typeof atLeast === 'number' &&
              change(before => ({ ...before, most: { ...most, atLeast: Math.max(1, atLeast) } }))
            }
          />
          <PointsInput
            label={t('scoreSetUp.profile.mostPoints')}
            value={most.points}
            onChange={points => change(before => ({ ...before, most: { ...most, points } }))}
          />
        </>
      )}
    </div>
  )
}

/** What is lost without a must; who is not known to lack it loses nothing. */
function MustPoints({ profile, change }: PartProps) {
  const { t } = useTranslation()
  if (!profile.traits.some(({ isMust }) => isMust)) return null
  return (
    <div className={classes.bonus}>
      <Text size="sm">{t('scoreSetUp.profile.lacking')}</Text>
      <PointsInput
        label={t('scoreSetUp.profile.lacking')}
        value={profile.mustPoints}
        onChange={mustPoints => change(before => ({ ...before, mustPoints }))}
      />
    </div>
  )
}
