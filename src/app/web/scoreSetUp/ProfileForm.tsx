import { Switch, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PointsInput } from '../definitions/ScoreFields.tsx'
import { useShowsOrganizations } from '../organizations.ts'
import { type Aspect, aspects, aspectsOfCompanies, criterionOf, usualPoints, wantedIn } from './aspects.ts'
import { isOther, type Profile, type Side, type Trait, usualAntiPoints } from './ideal.ts'
import { AddOther, OtherCriterion } from './OtherCriterion.tsx'
import classes from './scoreSetUp.module.css'
import { type ChangeProfile, useProfile } from './useProfile.ts'
import { WantedInput } from './WantedInput.tsx'
import { WholeProfile } from './WholeProfile.tsx'

/** A profile aspect by aspect, and line by line what fits none: what is wanted, how much it weighs, and whether it is a must. What is filled in is a rule of fit of the draft. */
export function ProfileForm({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { profile, change } = useProfile(side)
  const usual = side === 'anti' ? usualAntiPoints : 10
  const ofCompanies = useShowsOrganizations()
  const isAsked = (aspect: Aspect) =>
    ofCompanies || !aspectsOfCompanies.includes(aspect) || profile.traits.some(({ key }) => key === aspect)
  return (
    <div className={classes.profile}>
      <div className={classes.heads} aria-hidden>
        <span />
        <span>{side === 'ideal' && t('scoreSetUp.profile.wanted')}</span>
        <span>{t('scoreSetUp.profile.points')}</span>
      </div>
      {aspects
        .filter(aspect => isAsked(aspect) && !profile.byHand.includes(aspect))
        .map(aspect => (
          <AspectRow key={aspect} aspect={aspect} side={side} profile={profile} change={change} />
        ))}
      {profile.traits
        .filter(({ key }) => isOther(key))
        .map(trait => (
          <TraitRow key={trait.key} name={t('scoreSetUp.other.name')} {...{ trait, side, change }}>
            <OtherCriterion trait={trait} change={change} />
          </TraitRow>
        ))}
      <div className={classes.line}>
        <AddOther points={usual} change={change} />
      </div>
      <WholeProfile side={side} profile={profile} change={change} />
    </div>
  )
}

type AspectProps = { aspect: Aspect; side: Side; profile: Profile; change: ChangeProfile }

function AspectRow({ aspect, side, profile, change }: AspectProps) {
  const { t } = useTranslation()
  const trait = profile.traits.find(({ key }) => key === aspect)
  return (
    <TraitRow name={t(`scoreSetUp.aspects.${aspect}`)} {...{ trait, side, change }}>
      <WantedInput
        side={side}
        aspect={aspect}
        wanted={(trait && wantedIn(aspect, trait.when)) ?? {}}
        onChange={wanted => change(before => withAspect(before, side, aspect, criterionOf(aspect, wanted)))}
      />
    </TraitRow>
  )
}

type RowProps = {
  name: string
  trait: Trait | undefined
  side: Side
  change: ChangeProfile
  children: ReactNode
}

function TraitRow({ name, trait, side, change, children }: RowProps) {
  const { t } = useTranslation()
  const set = (part: Partial<Trait>) =>
    change(before => ({
      ...before,
      traits: before.traits.map(each => (each.key === trait?.key ? { ...each, ...part } : each)),
    }))
  return (
    <fieldset className={classes.trait} aria-label={name}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <div>{children}</div>
      {trait ? (
        <PointsInput
          label={t('draft.pointsOf', { rule: name })}
          value={trait.points}
          onChange={points => set({ points })}
        />
      ) : (
        <span />
      )}
      {trait && side === 'ideal' ? (
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

/** Nothing wanted of an aspect any more: it is no line of the profile. */
function withAspect(profile: Profile, side: Side, key: Aspect, when: Trait['when'] | undefined): Profile {
  const points = side === 'anti' ? usualAntiPoints : usualPoints[key]
  const before = profile.traits.find(each => each.key === key) ?? { key, points, isMust: false }
  const others = profile.traits.filter(each => each.key !== key)
  return { ...profile, traits: when ? [...others, { ...before, when }] : others }
}
