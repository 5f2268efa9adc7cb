import { sql } from 'kysely'
import { markChanged, survivorsOf } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Issue } from '../platform/errors.ts'
import { idFromName, newId } from '../platform/ids.ts'
import { publish } from '../platform/live.ts'
import { addEventTypes, customEventTypes } from './customTypes.ts'
import { issueOf, problem } from './eventIssues.ts'
import { type Direction, eventTypes, isEventName } from './events.ts'

export type NewEvent = {
  /** The sender's own id: an event that comes again with it is not stored again. */
  messageId?: string
  contactId: string
  name: string
  /** Now by default. */
  at?: Date
  /** That of its type by default. */
  direction?: Direction
  properties?: Record<string, unknown>
  /** Who sent it: `api` by default. */
  source?: string
  byRobot?: boolean
  changeSetId?: string
}

/** `contactId`: whose it is, which is another's where a merge took the contact in. */
export type Recorded = {
  outcome: 'stored' | 'duplicate' | 'refused'
  id?: string
  contactId?: string
  issue?: Issue
}

export type RecordOptions = {
  /** What to do with a name that is in no catalogue: refuse the event, or add the name to the workspace's own types. */
  unknownNames?: 'refuse' | 'add'
}

type Item = Recorded & { event: NewEvent; at: Date; properties: string; direction: Direction }

/** Clocks of senders go wrong; up to here an event of the future is taken as one of now. */
const clockTolerance = 5 * 60_000
const batchSize = 1_000

/**
 * Stores events once each (by message id) and marks their contacts as changed. What follows is in app/reactions.ts. Answers each in
 * its place. An event of the past counts from its date; one up to a year ahead is kept and counts when its time comes; one that was
 * withdrawn with another act is restored when a new act brings it again. One of a contact that was merged into another is that
 * one's; one of a contact in the bin is refused.
 */
export function recordEvents(ctx: Ctx, events: NewEvent[], options: RecordOptions = {}): Promise<Recorded[]> {
  return atomically(ctx, async ctx => {
    const items = await checked(ctx, events, options)
    const sound = firstOfEach(items)
    for (let start = 0; start < sound.length; start += batchSize)
      await store(ctx, sound.slice(start, start + batchSize))
    const stored = items.filter(item => item.outcome === 'stored')
    await markChanged(
      ctx,
      stored.map(item => item.event.contactId),
    )
    await tell(ctx, stored)
    return items.map(({ outcome, id, issue, event }) => ({ outcome, id, issue, contactId: event.contactId }))
  })
}

/** What would keep each of these events from being stored, as far as it shows before their contacts exist. Writes nothing. */
export async function checkEvents(
  ctx: Ctx,
  events: Omit<NewEvent, 'contactId'>[],
): Promise<(Issue | undefined)[]> {
  const items = await checked(
    ctx,
    events.map(event => ({ ...event, contactId: newId() })),
    {},
  )
  return items.map(item => item.issue)
}

/** Imports and the demo tell of themselves as they go. */
async function tell(ctx: Ctx, stored: Item[]) {
  const single = stored.filter(({ event }) => !event.changeSetId)
  const ids = [...new Set(single.map(({ event }) => event.contactId))]
  if (ids.length) await publish(ctx, { topic: 'event', ids })
}

async function checked(
  ctx: Ctx,
  events: NewEvent[],
  { unknownNames = 'refuse' }: RecordOptions,
): Promise<Item[]> {
  const own = await ownTypes(ctx, events, unknownNames)
  const now = ctx.clock()
  return events.map(event => {
    const at = event.at ?? now
    const type = isEventName(event.name) ? eventTypes[event.name] : own.get(event.name)
    const properties = JSON.stringify(event.properties ?? {})
    const issue = type
      ? issueOf(event, at, properties, now)
      : problem('name', 'activity.unknown_event', { name: event.name })
    return {
      event,
      properties,
      direction: event.direction ?? type?.direction ?? 'none',
      at: at > now && at.getTime() - now.getTime() <= clockTolerance ? now : at,
      outcome: issue ? 'refused' : 'stored',
      id: issue
        ? undefined
        : event.messageId === undefined
          ? newId()
          : idFromName(ctx.workspaceId, event.messageId),
      issue,
    }
  })
}

async function ownTypes(ctx: Ctx, events: NewEvent[], unknownNames: 'refuse' | 'add') {
  const foreign = [...new Set(events.map(event => event.name).filter(name => !isEventName(name)))]
  if (foreign.length === 0) return new Map<string, { direction: Direction }>()
  if (unknownNames === 'add') await addEventTypes(ctx, foreign)
  return new Map((await customEventTypes(ctx)).map(type => [type.name, type]))
}

/** Of events with one id the first; the others are its duplicates. In order of id, so that two batches never wait for each other. */
function firstOfEach(items: Item[]): Item[] {
  const first = new Map<string, Item>()
  for (const item of items) {
    if (item.outcome === 'refused' || !item.id) continue
    if (first.has(item.id)) item.outcome = 'duplicate'
    else first.set(item.id, item)
  }
  return [...first.values()].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
}

async function store(ctx: Ctx, items: Item[]) {
  const stored = await insertNew(ctx, items)
  const left = items.filter(item => !stored.has(item.id ?? ''))
  if (left.length === 0) return
  const binned = await existing(ctx, left)
  const gone = left.map(item => item.event.contactId).filter(id => binned.get(id) !== false)
  const survivors = gone.length > 0 ? await survivorsOf(ctx, gone) : new Map<string, string>()
  const moved: Item[] = []
  for (const item of left) {
    const { contactId } = item.event
    const survivor = survivors.get(contactId)
    if (survivor) moved.push(Object.assign(item, { event: { ...item.event, contactId: survivor } }))
    else if (binned.get(contactId) === false) item.outcome = 'duplicate'
    else refuse(item, binned.has(contactId) ? 'activity.binned_contact' : 'activity.unknown_contact')
  }
  if (moved.length > 0) await store(ctx, moved)
}

const refuse = (item: Item, code: string) =>
  Object.assign(item, { outcome: 'refused', id: undefined, issue: problem('contactId', code) })

async function insertNew(ctx: Ctx, items: Item[]): Promise<Set<string>> {
  const actorId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  const column = <T>(value: (item: Item) => T) => items.map(value)
  const { rows } = await sql<{ id: string }>`
    insert into events (workspace_id, received_at, actor_id, id, contact_id, name, direction, at, by_robot, source, change_set_id, properties)
    select ${ctx.workspaceId}, ${ctx.clock()}, ${actorId}, new.*
    from unnest(${column(item => item.id)}::uuid[], ${column(item => item.event.contactId)}::uuid[],
      ${column(item => item.event.name)}::text[], ${column(item => item.direction)}::text[], ${column(item => item.at)}::timestamptz[],
      ${column(item => item.event.byRobot ?? false)}::boolean[], ${column(item => item.event.source ?? 'api')}::text[],
      ${column(item => item.event.changeSetId ?? null)}::uuid[], ${column(item => item.properties)}::jsonb[]
    ) as new (id, contact_id, name, direction, at, by_robot, source, change_set_id, properties)
    where exists (select from contacts c where c.workspace_id = ${ctx.workspaceId} and c.id = new.contact_id and c.deleted_at is null)
    on conflict (workspace_id, id) do update set withdrawn_at = null, change_set_id = excluded.change_set_id
      where events.withdrawn_at is not null and excluded.change_set_id <> events.change_set_id
    returning id`.execute(ctx.db)
  return new Set(rows.map(row => row.id))
}

/** Which of the contacts exist, and whether they are in the bin. */
async function existing(ctx: Ctx, items: Item[]): Promise<Map<string, boolean>> {
  const rows = await ctx.db
    .selectFrom('contacts')
    .select(['id', 'deletedAt'])
    .where('workspaceId', '=', ctx.workspaceId)
    .where(
      'id',
      'in',
      items.map(item => item.event.contactId),
    )
    .execute()
  return new Map(rows.map(row => [row.id, row.deletedAt !== null]))
}
