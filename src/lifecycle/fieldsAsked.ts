import { sql } from 'kysely'
import { questionOf } from '../contacts/questions.ts'
import { type Criteria, type Leaf, leavesOf } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelsOf } from './definitions.ts'
import { draftOf } from './drafting.ts'
import { holdSegments, segmentsThere } from './segmentsAsked.ts'

type Words = { es: string; en: string }

/** What asks for a field. Without a name of its own it is called by the dictionary's word for its key. */
export type AsksField =
  | { what: 'segment'; name: string }
  | { what: 'stage' | 'rule' | 'outside'; key: string; name?: Words; funnel?: Words; isDrafted: boolean }

/** Everything that asks for a field, in force or in a draft; none of it is written by others until the transaction ends. */
export async function askingFor(ctx: Ctx, field: string): Promise<AsksField[]> {
  await sql`select from funnels where workspace_id = ${ctx.workspaceId} order by id for update`.execute(
    ctx.db,
  )
  await holdSegments(ctx)
  const found: AsksField[] = []
  for (const { key, isMain, name, ...inForce } of await funnelsOf(ctx)) {
    const funnel = isMain ? undefined : name
    const asking = askingIn(inForce, field)
    const drafted = askingIn((await draftOf(ctx, key)) ?? inForce, field)
    const onlyDrafted = drafted.filter(
      each => !asking.some(({ what, key }) => what === each.what && key === each.key),
    )
    found.push(...asking.map(each => ({ ...each, funnel, isDrafted: false })))
    found.push(...onlyDrafted.map(each => ({ ...each, funnel, isDrafted: true })))
  }
  const segments = (await segmentsThere(ctx)).filter(({ criteria }) => asksFor(field, criteria))
  return [...found, ...segments.map(({ name }): AsksField => ({ what: 'segment', name }))]
}

function askingIn({ lifecycle, score }: Definitions, field: string) {
  const asks = (...rules: (Criteria | undefined)[]) => rules.some(rule => rule && asksFor(field, rule))
  const stages = lifecycle.stages.filter(({ entry, organizationEntry }) => asks(entry, organizationEntry))
  const rules = [...score.fit, ...score.engagementFacts].filter(({ when }) => asks(when))
  return [
    ...(asks(lifecycle.outside) ? [{ what: 'outside' as const, key: 'outside' }] : []),
    ...stages.map(({ key, name }) => ({ what: 'stage' as const, key, name })),
    ...rules.map(({ key, name }) => ({ what: 'rule' as const, key, name })),
  ]
}

const asksFor = (field: string, rule: Criteria): boolean =>
  leavesOf(rule).some(leaf => fieldIn(leaf) === field)

function fieldIn(leaf: Leaf): string | undefined {
  if ('field' in leaf) return leaf.field
  return 'answered' in leaf ? questionOf(leaf.answered).field : undefined
}
