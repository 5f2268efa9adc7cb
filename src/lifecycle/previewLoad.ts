import type { Ctx } from '../platform/ctx.ts'
import type { Funnel } from './definitions.ts'
import type { Stage } from './model.ts'
import type { Alike } from './previewCounts.ts'
import type { Previewed } from './previewing.ts'

type Attended = Exclude<Stage['responsible'], 'nobody'>

/** How many contacts an owner has in the stages that these look after; without an owner: nobody's yet. */
export type Load = { responsible: Attended; ownerId: string | null; name: string | null }
type Loaded = Load & { before: number; after: number }

const most = 600

export async function loadOf(ctx: Ctx, { inForce, supposed }: Previewed, alike: Alike[]): Promise<Loaded[]> {
  const names = await namesOf(ctx, alike)
  const found = new Map<string, Loaded>()
  const add = (
    responsible: Attended | undefined,
    ownerId: string | null,
    side: 'before' | 'after',
    count: number,
  ) => {
    if (!responsible || !count) return
    const key = `${responsible} ${ownerId}`
    const name = (ownerId && names.get(ownerId)) ?? null
    const load = found.get(key) ?? { responsible, ownerId, name, before: 0, after: 0 }
    found.set(key, { ...load, [side]: load[side] + count })
  }
  for (const { was, is, ownerId, before, after } of alike) {
    add(attends(inForce, was), ownerId, 'before', before)
    add(attends(supposed, is), ownerId, 'after', after)
  }
  return [...found.values()].sort(byTeamAndSize).slice(0, most)
}

async function namesOf(ctx: Ctx, alike: Alike[]): Promise<Map<string, string>> {
  const ids = [...new Set(alike.flatMap(({ ownerId }) => ownerId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('userId', 'in', ids)
    .select(['userId', 'name'])
    .execute()
  return new Map(rows.map(({ userId, name }) => [userId, name]))
}

/** Who looks after those who stand there; undefined where nobody does. */
function attends({ lifecycle }: Funnel, stage: string | null): Attended | undefined {
  const responsible = lifecycle.stages.find(({ key }) => key === stage)?.responsible
  return responsible === 'nobody' ? undefined : responsible
}

/** By who looks after them, nobody's last, the largest first. */
const byTeamAndSize = (one: Loaded, other: Loaded) =>
  compared(one.responsible, other.responsible) ||
  Number(one.ownerId === null) - Number(other.ownerId === null) ||
  Math.max(other.before, other.after) - Math.max(one.before, one.after) ||
  compared(one.name ?? '', other.name ?? '')

const compared = (one: string, other: string) => (one < other ? -1 : Number(one > other))
