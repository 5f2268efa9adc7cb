import { type Criteria, isBranch } from '../../../criteria/criteria.ts'
import { alike } from '../../../platform/alike.ts'
import { topTitles } from '../../../scoring/defaults.ts'
import { type Aspect, amounts, comparedIn, criterionOf, type Wanted, wantedIn } from './aspects.ts'
import { nextKey, type Profile } from './ideal.ts'

export type Proposed = { when: Criteria; points: number }

const aspectOfField: Record<string, Aspect> = {
  ...{ occupation: 'audience', department: 'audience', sector: 'sector', employees: 'size' },
  ...{ annualRevenue: 'revenue', country: 'place', region: 'area', city: 'area', need: 'problem' },
  ...{ budget: 'spending', 'custom.budget': 'spending', tag: 'project' },
  ...{ jobTitle: 'decides', decisionRole: 'decides' },
}
/** Those that the form asks of the organisation too. */
const atWorkToo: readonly Aspect[] = ['sector', 'size', 'revenue', 'place', 'area']

const ofWords = ['is', 'isAnyOf', 'contains']

type Place = { aspect: Aspect; wanted: Wanted }

/** The aspect that a criterion belongs to by the field it asks about, and what it wants of it; undefined where it fits none. */
export function aspectIn(when: Criteria): Place | undefined {
  const leaf = 'company' in when ? when.company : when
  if (isBranch(leaf) || 'company' in leaf || 'people' in leaf) return undefined
  const [{ field = '', op = '', value } = {}] = comparedIn(leaf)
  const aspect = aspectOfField[field]
  if (!aspect || (leaf !== when && !atWorkToo.includes(aspect))) return undefined
  if (amounts.includes(aspect)) {
    const end = op === 'atLeast' ? 'from' : op === 'atMost' ? 'to' : undefined
    return end && typeof value === 'number' ? { aspect, wanted: { [end]: value } } : undefined
  }
  if (!ofWords.includes(op)) return undefined
  const words = [value].flat().map(String)
  if (field !== 'decisionRole') return { aspect, wanted: { words } }
  // The form takes whoever is known to decide along with any words.
  return words.join() === 'decides' ? { aspect, wanted: { words: [] } } : undefined
}

/** The aspect of the form that it goes into; one whose rule was written by hand is left alone. */
export function placeOf({ byHand }: Pick<Profile, 'byHand'>, when: Criteria): Place | undefined {
  const found = aspectIn(when)
  return found && !byHand.includes(found.aspect) ? found : undefined
}

export function isTaken(profile: Profile, when: Criteria): boolean {
  const place = placeOf(profile, when)
  if (!place) return profile.traits.some(trait => alike(trait.when, when))
  const before = wantedOf(profile, place.aspect)
  return before !== undefined && alike(joined(before, place.wanted), before)
}

const wantedOf = ({ traits }: Profile, aspect: Aspect): Wanted | undefined => {
  const trait = traits.find(({ key }) => key === aspect)
  return trait && wantedIn(aspect, trait.when)
}

/** One more word, or the limit in place of the one before; a limit on the other side that it contradicts goes. */
function joined(before: Wanted, { words, ...ends }: Wanted): Wanted {
  if (words) return { words: words.reduce(withWord, before.words ?? []) }
  const { from, to } = { ...before, ...ends }
  return from !== undefined && to !== undefined && from > to ? ends : { ...before, ...ends }
}

const withWord = (words: string[], word: string): string[] =>
  words.some(each => each.localeCompare(word, undefined, { sensitivity: 'base' }) === 0)
    ? words
    : [...words, word]

/** The profile with what is proposed in the aspect that it belongs to; what fits none is a line of its own. */
export function withProposed(profile: Profile, { when, points }: Proposed): Profile {
  if (isTaken(profile, when)) return profile
  const place = placeOf(profile, when)
  const key = place?.aspect ?? nextKey(profile)
  const before = profile.traits.find(trait => trait.key === key) ?? { key, points, isMust: false }
  const written = place && writtenOf(place, wantedOf(profile, place.aspect) ?? {})
  const others = profile.traits.filter(trait => trait.key !== key)
  return { ...profile, traits: [...others, { ...before, when: written ?? when }] }
}

const writtenOf = ({ aspect, wanted }: Place, before: Wanted) =>
  criterionOf(aspect, joined(before, wanted)) ?? criterionOf(aspect, { words: topTitles })
