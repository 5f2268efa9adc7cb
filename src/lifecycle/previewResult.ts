import type { Ctx } from '../platform/ctx.ts'
import type { Temperature } from '../scoring/model.ts'
import { type DeadRule, deadRules } from './deadRules.ts'
import { type Alike, alikeIn } from './previewCounts.ts'
import type { Previewed } from './previewing.ts'
import { type Load, loadOf } from './previewLoad.ts'
import { type Judged, judgedIn } from './previewVerdicts.ts'

type Before<T> = { before: T; after: T }

/** What a draft would do, added up over the whole base. */
export type PreviewResult = {
  /** All in the funnel; those who would change their stage; those whose score would be another. */
  contacts: number
  moved: number
  rescored: number
  flows: { from: string | null; to: string | null; people: number; organizations: number }[]
  stages: ({ stage: string | null } & Before<number>)[]
  temperatures: ({ temperature: Temperature } & Before<number>)[]
  /** How many have a total from `from` on, in steps of five; the last one takes in 100. */
  totals: ({ from: number } & Before<number>)[]
  /** How many contacts each owner has in the stages that these look after; without an owner: nobody's yet. */
  load: (Load & Before<number>)[]
  /** Rules that change nothing for any of so many contacts taken at random. */
  dead: DeadRule[]
  sampled: number
  /** How many have each verdict and would have each; absent where the framework stays. */
  verdicts?: Judged[]
}

export async function resultOf(ctx: Ctx, previewed: Previewed): Promise<PreviewResult> {
  const [alike, { dead, sampled }] = await Promise.all([alikeIn(ctx, previewed), deadRules(ctx, previewed)])
  const flows = flowsOf(alike.stages)
  return {
    contacts: sumOf(alike.is, 'after'),
    moved: flows.reduce((sum, flow) => sum + flow.people + flow.organizations, 0),
    rescored: sumOf(alike.is, 'rescored'),
    ...{ flows, stages: stagesOf(previewed, alike.stages), ...spreadsOf(alike) },
    ...{ load: await loadOf(ctx, previewed, alike.load), dead, sampled },
    verdicts: await judgedIn(ctx, previewed),
  }
}

const sumOf = (rows: Alike[], what: 'before' | 'after' | 'rescored', which = (_: Alike) => true) =>
  rows.reduce((sum, row) => (which(row) ? sum + row[what] : sum), 0)

function flowsOf(alike: Alike[]): PreviewResult['flows'] {
  const moving = alike.filter(row => row.was !== row.is)
  return [...Map.groupBy(moving, row => `${row.was} ${row.is}`).values()].map(rows => ({
    ...{ from: rows[0]?.was ?? null, to: rows[0]?.is ?? null },
    people: sumOf(rows, 'after', row => row.kind === 'person'),
    organizations: sumOf(rows, 'after', row => row.kind === 'organization'),
  }))
}

/** The stages of both definitions, from the lowest to the highest as the draft has them; those that it drops come last but one. */
function stagesOf({ inForce, supposed }: Previewed, alike: Alike[]): PreviewResult['stages'] {
  const keys = [...supposed.lifecycle.stages, ...inForce.lifecycle.stages].map(({ key }) => key)
  return [...new Set<string | null>([...keys, null])].map(stage => ({
    stage,
    before: sumOf(alike, 'before', row => row.was === stage),
    after: sumOf(alike, 'after', row => row.is === stage),
  }))
}

/** Scores and temperatures, before and after. */
function spreadsOf({ was, is }: Awaited<ReturnType<typeof alikeIn>>) {
  const both = (mine: (row: Alike) => boolean) => ({
    before: sumOf(was, 'before', mine),
    after: sumOf(is, 'after', mine),
  })
  const temperatures: Temperature[] = ['cold', 'warm', 'hot']
  return {
    totals: Array.from({ length: 20 }, (_, step) => ({ from: step * 5, ...both(row => row.step === step) })),
    temperatures: temperatures.map(temperature => ({
      temperature,
      ...both(row => row.temperature === temperature),
    })),
  }
}
