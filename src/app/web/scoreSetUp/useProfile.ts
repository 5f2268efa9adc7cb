import { useEditing } from '../definitions/useDraft.ts'
import { type Profile, profileOf, type Side, withProfile } from './ideal.ts'
import { followed } from './keepingOut.ts'

export type ChangeProfile = (how: (profile: Profile) => Profile) => void

/** A profile of the draft; what is changed in it is a rule of fit at once, and what the anti-profile keeps out of follows. */
export function useProfile(side: Side): { profile: Profile; change: ChangeProfile } {
  const { shown, edit } = useEditing()
  return {
    profile: profileOf(shown.score, side),
    change: how =>
      edit(now =>
        followed(now, { ...now, score: withProfile(now.score, side, how(profileOf(now.score, side))) }),
      ),
  }
}
