import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { enqueue } from '../platform/jobs.ts'
import { type Channel, type Direction, isEventName } from './events.ts'

/** A signal that the workspace added to the catalogue. */
export type CustomEventType = {
  name: string
  channel: Channel
  direction: Direction
  weight: number
  labelEs: string
  labelEn: string
}

export async function customEventTypes(ctx: Ctx): Promise<CustomEventType[]> {
  const rows = await ctx.db
    .selectFrom('customEventTypes')
    .select(['name', 'channel', 'direction', 'weight', 'labelEs', 'labelEn'])
    .where('workspaceId', '=', ctx.workspaceId)
    .orderBy('name')
    .execute()
  return rows as CustomEventType[]
}

/** Adds a signal or changes it: what it weighs then holds for past events as well. */
export async function putEventType(ctx: Ctx, type: CustomEventType): Promise<void> {
  if (isEventName(type.name))
    throw new Refusal('conflict', 'activity.duplicate_event_type', { name: type.name })
  const { name, ...rest } = type
  const before = (await customEventTypes(ctx)).find(each => each.name === name)
  await ctx.db
    .insertInto('customEventTypes')
    .values({ ...type, workspaceId: ctx.workspaceId, createdAt: ctx.clock() })
    .onConflict(conflict => conflict.columns(['workspaceId', 'name']).doUpdateSet(rest))
    .execute()
  // Criteria ask for signals of a weight, so where contacts stand may change with it.
  if (before && before.weight !== type.weight) await enqueue(ctx, 'rebuild', {}, { key: 'event types' })
  await audit(ctx, 'signals.changed', { name }, { weight: type.weight, direction: type.direction })
}

/** Takes a signal out of the catalogue; one that ever happened stays, because its events would have no name. */
export async function removeEventType(ctx: Ctx, name: string): Promise<void> {
  const used = await ctx.db
    .selectFrom('events')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('name', '=', name)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (used) throw new Refusal('conflict', 'activity.event_type_in_use', { name })
  const removed = await ctx.db
    .deleteFrom('customEventTypes')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst()
  if (!removed) throw new Refusal('missing', 'activity.unknown_event_type', { name })
  await audit(ctx, 'signals.changed', { name }, { removed: true })
}

/** As many names as one call may add: a catalogue is for people to read, and a sender's mistake must not fill it. */
const mostNewNames = 20

/**
 * Adds names that no catalogue has, as signals that say nothing yet: no direction, no weight. Names that cannot be one are left out.
 * @throws Refusal when they are more than 20
 */
export async function addEventTypes(ctx: Ctx, names: readonly string[]): Promise<void> {
  const known = new Set((await customEventTypes(ctx)).map(type => type.name))
  const possible = names.filter(name => eventNamePattern.test(name) && !isEventName(name) && !known.has(name))
  if (possible.length > mostNewNames)
    throw new Refusal('bad', 'activity.too_many_new_names', { count: possible.length, most: mostNewNames })
  await sql`
    insert into custom_event_types (workspace_id, name, channel, direction, weight, label_es, label_en, created_at)
    select ${ctx.workspaceId}, name, 'web', 'none', 0, label, label, ${ctx.clock()}
    from unnest(${possible}::text[], ${possible.map(labelOf)}::text[]) as new (name, label)
    on conflict do nothing`.execute(ctx.db)
}

export const eventNamePattern = /^[a-z][a-z0-9_]{0,62}$/

const labelOf = (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ')

/** The name under which a signal with such a text is kept: `Email Opened` → `email_opened`; undefined when nothing is left. */
export function eventNameOf(text: string): string | undefined {
  const name = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 63)
  return eventNamePattern.test(name) ? name : undefined
}
