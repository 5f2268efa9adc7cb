import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { chainsOf } from './chains.ts'
import { type Facts, namesIn } from './facts.ts'

type Summary = { file?: unknown; source?: unknown; importId?: unknown; into?: unknown; from?: unknown }

/** Where an act came from besides its actor: the file, or the program that sent it. */
export function sourceIn({ file, source }: Summary): string | undefined {
  const found = file ?? source
  return typeof found === 'string' ? found : undefined
}

/** What was changed about a contact, newest first. */
export async function changesOf(ctx: Ctx, id: string, limit: number) {
  const found = await ctx.db
    .selectFrom('contactChanges as c')
    .innerJoin('changeSets as s', join =>
      join.onRef('s.workspaceId', '=', 'c.workspaceId').onRef('s.id', '=', 'c.changeSetId'),
    )
    .where('c.workspaceId', '=', ctx.workspaceId)
    .where('c.contactId', '=', id)
    .orderBy('c.at', 'desc')
    .orderBy('c.changeSetId', 'desc')
    .limit(limit)
    .select([
      's.id',
      's.kind',
      'c.at',
      's.undoneAt',
      's.undoes',
      's.actorKind',
      's.actorId',
      's.actorName',
      's.summary',
      'c.before',
      'c.after',
    ])
    .execute()
  const changes = found.map(({ summary, ...each }) => ({
    ...each,
    summary: summary as Summary,
    before: each.before as Facts | null,
    after: each.after as Facts | null,
  }))
  const names = await namesOf(ctx, changes.flatMap(contactsIn))
  const consents = await consentsIn(ctx, id, found)
  const tasks = await tasksIn(ctx, id, found)
  const corrections = await correctionsIn(ctx, found)
  return changes.map(({ summary, ...each }) => ({
    ...each,
    source: sourceIn(summary),
    importId: typeof summary.importId === 'string' ? summary.importId : undefined,
    consents: of(each.id, consents),
    tasks: of(each.id, tasks),
    corrections: of(each.id, corrections),
    names: Object.fromEntries(
      contactsIn({ ...each, summary }).flatMap(key => {
        const name = names.get(key)
        return name === undefined ? [] : [[key, name]]
      }),
    ),
  }))
}

const of = <T extends { act: string }>(id: string, those: T[]) =>
  those.filter(({ act }) => act === id).map(({ act, ...each }) => each)

const idsOf = (acts: { id: string }[]) => acts.map(({ id }) => id)

type ConsentIn = { act: string; channel: string; state: string; takenBack: boolean }

/** What these acts recorded that the contact said. To undo one takes back what it recorded, to undo that records it again. */
async function consentsIn(ctx: Ctx, contactId: string, acts: { id: string }[]): Promise<ConsentIn[]> {
  if (acts.length === 0) return []
  const { rows } = await sql<ConsentIn>`
    with recursive ${chainsOf(ctx, idsOf(acts))}
    select chain.act, c.channel, c.state, chain.taken_back from chain
    join consents c on c.workspace_id = ${ctx.workspaceId} and c.contact_id = ${contactId} and c.change_set_id = chain.id
    order by c.channel, c.id`.execute(ctx.db)
  return rows
}

type TaskIn = { act: string; kind: string; isDone: boolean; takenBack: boolean }

/** What these acts found to be done about the contact, or did. */
async function tasksIn(ctx: Ctx, contactId: string, acts: { id: string }[]): Promise<TaskIn[]> {
  if (acts.length === 0) return []
  const { rows } = await sql<TaskIn>`
    with recursive ${chainsOf(ctx, idsOf(acts))}
    select chain.act, t.kind, t.change_set_id <> chain.id as is_done, chain.taken_back from chain
    join tasks t on t.workspace_id = ${ctx.workspaceId} and t.contact_id = ${contactId}
      and chain.id in (t.change_set_id, t.done_change_set_id)
    order by t.id`.execute(ctx.db)
  return rows
}

type Happening = { name: string; at: Date; properties: Record<string, unknown> }
type CorrectionIn = { act: string; was: Happening; is: Happening }

/** The events that these acts put others in the place of; the other way round where they undid that. */
async function correctionsIn(ctx: Ctx, acts: { id: string }[]): Promise<CorrectionIn[]> {
  if (acts.length === 0) return []
  const { rows } = await sql<Record<'act' | 'was' | 'is', string>>`
    with recursive ${chainsOf(ctx, idsOf(acts))}
    select act, case when taken_back then n.id else o.id end as was, case when taken_back then o.id else n.id end as is
    from chain
    join change_sets s on s.workspace_id = ${ctx.workspaceId} and s.id = chain.id and s.kind <> 'undo' and s.summary ? 'tookBack'
    cross join lateral jsonb_array_elements_text(s.summary -> 'tookBack') old (id)
    join events o on o.workspace_id = ${ctx.workspaceId} and o.id = old.id::uuid
    join events n on n.workspace_id = ${ctx.workspaceId} and n.change_set_id = s.id`.execute(ctx.db)
  const told = await happeningsOf(
    ctx,
    rows.flatMap(({ was, is }) => [was, is]),
  )
  return rows.flatMap(({ act, ...ids }) => {
    const [was, is] = [told.get(ids.was), told.get(ids.is)]
    return was && is ? [{ act, was, is }] : []
  })
}

async function happeningsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Happening>> {
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('events')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .select(['id', 'name', 'at', 'properties'])
    .execute()
  return new Map(found.map(({ id, ...told }) => [id, told as Happening]))
}

/** The other contacts that a change speaks of: employers, and who was merged. */
function contactsIn({
  before,
  after,
  summary,
}: {
  before: Facts | null
  after: Facts | null
  summary: Summary
}) {
  const merged = [summary.into, summary.from].filter(each => typeof each === 'string')
  return [...namesIn({ ...before, ...after }, 'organization:'), ...merged]
}

async function namesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .select(['id', 'displayName'])
    .execute()
  return new Map(found.map(each => [each.id, each.displayName]))
}
