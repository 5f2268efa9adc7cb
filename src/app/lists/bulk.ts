import { sql } from 'kysely'
import { audit } from '../../audit/audit.ts'
import {
  binContacts,
  type ContactPatch,
  openChangeSet,
  retrying,
  updateContacts,
} from '../../contacts/contacts.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { publish } from '../../platform/live.ts'
import { translate } from '../translate.ts'
import type { BulkAct } from './contract.ts'
import { idsOfContacts, type Which } from './lists.ts'

/** Contacts by their ids, or all that a list shows; with `alike` also where it shows who only looks like the text. */
export type Whom = { ids: string[] } | (Pick<Which, 'kind' | 'where' | 'text'> & { alike?: boolean })

type Work = { change: ContactPatch } | { bin: true }

/** So many have their turn in one transaction: few enough that nobody waits for it, and as many as a request does by itself. */
const atOnce = 500

/** The same change to many contacts, as one act: undone whole, whatever the number of its transactions. */
export const changeMany = (ctx: Ctx, whom: Whom, change: ContactPatch) => begin(ctx, whom, { change })

/** Puts many contacts into the bin, as one act. */
export const binMany = (ctx: Ctx, whom: Whom) => begin(ctx, whom, { bin: true })

/** Does the act for few contacts; for more the worker does, and says how far it is. */
async function begin(ctx: Ctx, whom: Whom, work: Work): Promise<BulkAct> {
  const id = newId()
  const contactIds =
    'ids' in whom ? [...new Set(whom.ids)] : await idsOfContacts(ctx, { ...whom, asWritten: !whom.alike })
  await retrying(ctx, async ctx => {
    await openChangeSet(ctx, { kind: kindOf(work), changeSetId: id })
    await insert(ctx, id, contactIds, work)
    if (contactIds.length <= atOnce) await step(ctx, id)
    else await enqueue(ctx, 'bulk', { id, actor: ctx.actor })
  })
  return bulkAct(ctx, id)
}

const kindOf = (work: Work) => ('bin' in work ? 'delete' : 'bulk')

const insert = (ctx: Ctx, id: string, contactIds: string[], work: Work) =>
  ctx.db
    .insertInto('bulkActs')
    .values({
      ...{ workspaceId: ctx.workspaceId, id, contactIds, total: contactIds.length, createdAt: ctx.clock() },
      work: JSON.stringify(work),
      actorId: 'id' in ctx.actor ? ctx.actor.id : null,
    })
    .execute()

type Job = { id: string; actor: Ctx['actor'] }

/** What the worker does, for the person who asked. Cut short, it goes on where it was; what it cannot do ends it, and it says so. */
export async function goOnWithBulk(worker: Ctx, payload: unknown): Promise<void> {
  const { id, actor } = payload as Job
  const ctx = { ...worker, actor, inBulk: true }
  try {
    while (await retrying(ctx, ctx => step(ctx, id)));
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('busy', 'lists.bulk_failed')
    await atomically(ctx, ctx => giveUp(ctx, id, refusal))
    if (error !== refusal) throw error
  }
}

type Act = {
  id: string
  state: string
  work: Work
  ids: string[]
  total: number
  done: number
  changed: number
  undoneAt: Date | null
}

/** Gives the next contacts their turn; false when there are no more or the act is over. */
async function step(ctx: Ctx, id: string): Promise<boolean> {
  const act = await lockAct(ctx, id)
  if (act?.state !== 'running') return false
  if (act.undoneAt) return end(ctx, act, 'stopped')
  const { changed, refused } = await workOn(ctx, act)
  const done = act.done + act.ids.length
  await sql`update bulk_acts set done = ${done}, changed = changed + ${changed}, refused = refused + ${refused}
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  if (done >= act.total) return end(ctx, { ...act, changed: act.changed + changed }, 'done')
  await publish(ctx, { topic: 'bulk' })
  return true
}

/** The change set is locked too: whoever undoes it waits for this step, and the next one sees that it was undone. */
async function lockAct(ctx: Ctx, id: string): Promise<Act | undefined> {
  const { rows } = await sql<Act>`
    select b.id, b.state, b.work, b.total, b.done, b.changed, s.undone_at,
      b.contact_ids[b.done + 1 : b.done + ${atOnce}::integer] as ids
    from bulk_acts b join change_sets s on s.workspace_id = b.workspace_id and s.id = b.id
    where b.workspace_id = ${ctx.workspaceId} and b.id = ${id}
    for update of b for share of s`.execute(ctx.db)
  return rows[0]
}

async function workOn(ctx: Ctx, { id, work, ids }: Act): Promise<{ changed: number; refused: number }> {
  if ('bin' in work) {
    const { contacts } = await binContacts(ctx, ids, { kind: 'delete', changeSetId: id })
    return { changed: contacts, refused: ids.length - contacts }
  }
  const patches = ids.map(contactId => ({ id: contactId, ...work.change }))
  const { items } = await updateContacts(ctx, patches, { kind: 'bulk', changeSetId: id })
  const those = (outcome: string) => items.filter(item => item.outcome === outcome).length
  return { changed: those('update'), refused: those('refused') }
}

async function giveUp(ctx: Ctx, id: string, refusal: Refusal) {
  const act = await lockAct(ctx, id)
  if (act?.state === 'running') await end(ctx, act, 'failed', refusal)
}

async function end(
  ctx: Ctx,
  act: Act,
  state: 'done' | 'failed' | 'stopped',
  refusal?: Refusal,
): Promise<false> {
  const error = refusal ? JSON.stringify({ code: refusal.code, params: refusal.params }) : null
  await sql`update bulk_acts set state = ${state}, error = ${error}, contact_ids = '{}'
    where workspace_id = ${ctx.workspaceId} and id = ${act.id}`.execute(ctx.db)
  const action = 'bin' in act.work ? 'contacts.deleted' : 'contacts.bulk_changed'
  const unfinished = state === 'done' ? {} : { of: act.total }
  await audit(ctx, action, { id: act.id }, { contacts: act.changed, ...unfinished })
  await publish(ctx, { topic: 'bulk' })
  return false
}

/** How far an act is, or what became of it. */
export async function bulkAct(ctx: Ctx, id: string): Promise<BulkAct> {
  const act = await acts(ctx).where('id', '=', id).executeTakeFirst()
  if (!act) throw new Refusal('missing', 'contacts.unknown_change')
  return shown(ctx, act)
}

/** The acts that the worker has in hand, whoever asked for them. */
export async function runningBulkActs(ctx: Ctx): Promise<BulkAct[]> {
  const found = await acts(ctx).where('state', '=', 'running').orderBy('createdAt').execute()
  return found.map(act => shown(ctx, act))
}

const acts = (ctx: Ctx) =>
  ctx.db
    .selectFrom('bulkActs')
    .where('workspaceId', '=', ctx.workspaceId)
    .select(['id', 'state', 'total', 'done', 'changed', 'refused', 'error', 'actorId'])
    .select(sql<boolean>`work ? 'bin'`.as('isBin'))

type Found = Awaited<ReturnType<ReturnType<typeof acts>['executeTakeFirstOrThrow']>>

function shown(
  ctx: Ctx,
  { id, state, total, done, changed, refused, error, actorId, isBin }: Found,
): BulkAct {
  const failure = error as { code: string; params: Record<string, unknown> } | null
  return {
    ...{ changeSetId: id, total, done, contacts: changed, refused, isBin },
    state: state as BulkAct['state'],
    isMine: 'id' in ctx.actor && actorId === ctx.actor.id,
    ...(failure && { failure: translate(ctx.locale, `errors.${failure.code}`, failure.params) }),
  }
}
