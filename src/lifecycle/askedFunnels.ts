import { asksStanding, type Criteria, leavesOf, partsOf } from '../criteria/criteria.ts'
import { whole } from '../criteria/expanded.ts'
import type { Definitions } from './definitionChanges.ts'
import type { AskedSegment } from './segmentsAsked.ts'

/** A funnel that definitions ask for, and which stage or rule does. Of linked contacts any may be asked: they are others. */
export type AskedFunnel = { funnel: string; about: string }

/** The other funnels that must have been placed before this one, also through segments, which mean the main one. */
export function funnelsAsked(
  own: string,
  definitions: Definitions,
  main: string,
  segments: AskedSegment[],
): AskedFunnel[] {
  return rulesOf(definitions).flatMap(([about, rule]) =>
    namedIn(rule, own, main, segments)
      .filter(key => key !== own)
      .map(funnel => ({ funnel, about })),
  )
}

/** Which stage or rule names the funnel, also of linked contacts; undefined when none does. */
export const whoNames = (funnel: string, definitions: Definitions): string | undefined =>
  rulesOf(definitions).find(([, rule]) => names(funnel, rule))?.[0]

/** Whether a rule names the funnel, also of linked contacts. */
export const names = (funnel: string, rule: Criteria): boolean =>
  leavesOf(rule).some(leaf => asksStanding(leaf) && leaf.funnel === funnel)

/** Every criterion of definitions, with what it decides. */
export function rulesOf({ lifecycle, score }: Definitions): [about: string, rule: Criteria][] {
  const rules: [string, Criteria | undefined][] = [
    ['outside', lifecycle.outside],
    ...lifecycle.stages.flatMap(({ key, entry, organizationEntry }): [string, Criteria | undefined][] => [
      [key, entry],
      [key, organizationEntry],
    ]),
    ...[...score.fit, ...score.engagementFacts].map(({ key, when }): [string, Criteria] => [key, when]),
  ]
  return rules.flatMap(([about, rule]) => (rule ? [[about, rule] as [string, Criteria]] : []))
}

/** The funnels whose stages or scores a rule asks for; `home` is the one that it means when it names none. */
export function namedIn(rule: Criteria, home: string, main: string, segments: AskedSegment[]): string[] {
  if ('is' in rule && rule.is === 'segment')
    return segments
      .filter(({ id }) => rule.anyOf.includes(id))
      .flatMap(each => namedIn(whole(each, segments), main, main, segments))
  if (asksStanding(rule)) return [rule.funnel ?? home]
  return partsOf(rule).flatMap(part => namedIn(part, home, main, segments))
}

/** The funnel asked for through which one comes back to `own`, and what asks for it there; undefined when none does. */
export function wayBack(
  own: string,
  asked: string,
  asksOf: (funnel: string) => AskedFunnel[],
): { funnel: string; about: string } | undefined {
  const seen = new Set<string>()
  const open = [asked]
  for (let funnel = open.pop(); funnel !== undefined; funnel = open.pop()) {
    if (seen.has(funnel)) continue
    seen.add(funnel)
    const asks = asksOf(funnel)
    const back = asks.find(each => each.funnel === own)
    if (back) return { funnel, about: back.about }
    open.push(...asks.map(each => each.funnel))
  }
  return undefined
}

/** Those that others ask for come first, else as they are; publishing refuses circles. */
export function inOrderOfAsking<T extends Definitions & { key: string; isMain: boolean }>(
  funnels: T[],
  segments: AskedSegment[],
): T[] {
  if (funnels.length < 2) return funnels
  const main = funnels.find(({ isMain }) => isMain)?.key ?? ''
  const ordered: T[] = []
  const begun = new Set<string>()
  const take = (funnel: T) => {
    if (begun.has(funnel.key)) return
    begun.add(funnel.key)
    for (const { funnel: asked } of funnelsAsked(funnel.key, funnel, main, segments))
      for (const each of funnels) if (each.key === asked) take(each)
    ordered.push(funnel)
  }
  for (const funnel of funnels) take(funnel)
  return ordered
}
