import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { languageName, regionName } from '../platform/displayNames.ts'
import type { Issue } from '../platform/errors.ts'
import type { Catalogue } from './drafts.ts'
import { type Facts, identitiesIn, namesIn } from './facts.ts'
import type { Field, FieldValue } from './fields.ts'

/** What fields were when whoever changes them read them, by their key. */
export type Seen = Record<string, FieldValue>

/** Why a contact that is to be `after` is not as it was seen: each field, by whom it was changed, and to what. */
export async function changedMeanwhile(
  ctx: Ctx,
  { id, seen, before, after }: { id: string; seen: Seen; before: Facts; after: Facts },
  { fields }: Catalogue,
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const [key, was] of Object.entries(seen)) {
    const field = fields.get(key)
    const path = ['seen', key]
    if (!field) issues.push({ path, code: 'contacts.unknown_field', params: { field: key } })
    if (
      !field ||
      (await isAs(ctx, before, field, was)) ||
      alike(valueIn(before, field), valueIn(after, field))
    )
      continue
    const now = await shownIn(ctx, before, field)
    const name = await lastChanger(ctx, id, field)
    const code = now === '' ? 'contacts.emptied_meanwhile' : 'contacts.changed_meanwhile'
    issues.push({ path, code, params: { name, value: now } })
  }
  return issues
}

async function isAs(ctx: Ctx, facts: Facts, field: Field, was: FieldValue): Promise<boolean> {
  if ('organization' in field.reach) return alike(await shownIn(ctx, facts, field), was)
  const isRaw = 'identity' in field.reach && identityIn(facts, field)?.raw === was
  return isRaw || alike(valueIn(facts, field), was)
}

const identityIn = (facts: Facts, { reach }: Field) =>
  identitiesIn(facts).find(({ kind }) => 'identity' in reach && kind === reach.identity)

const employerIn = (facts: Facts) =>
  namesIn(facts, 'organization:').find(
    id => (facts[`organization:${id}`] as { isPrimary: boolean }).isPrimary,
  )

function valueIn(facts: Facts, field: Field): FieldValue {
  const { reach, key } = field
  if ('array' in reach) return namesIn(facts, `${reach.array.slice(0, -1)}:`)
  if ('identity' in reach) return identityIn(facts, field)?.value ?? null
  if ('organization' in reach) return employerIn(facts) ?? null
  return (facts[key] as FieldValue | undefined) ?? null
}

/** As people read it; empty where nothing is known. */
async function shownIn(ctx: Ctx, facts: Facts, field: Field): Promise<string> {
  const value = valueIn(facts, field)
  const text = [value ?? []].flat().join(', ')
  if (text === '') return ''
  if (field.type === 'country') return regionName(ctx.locale, text)
  if (field.type === 'language') return languageName(ctx.locale, text)
  if ('identity' in field.reach) return identityIn(facts, field)?.raw ?? text
  const isName = 'organization' in field.reach || field.type === 'user'
  return isName ? nameOf(ctx, text) : text
}

async function nameOf(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from contacts where workspace_id = ${ctx.workspaceId} and id = ${id}
    union all select name from members where workspace_id = ${ctx.workspaceId} and user_id = ${id}`.execute(
    ctx.db,
  )
  return rows[0]?.name ?? id
}

const normal = (value: FieldValue): string => {
  const all = [value ?? []].flat().map(String)
  return JSON.stringify(all.filter(each => each !== '').sort())
}

const alike = (a: FieldValue, b: FieldValue) => normal(a) === normal(b)

async function lastChanger(ctx: Ctx, id: string, { key, reach }: Field): Promise<string> {
  const prefix =
    'array' in reach
      ? `${reach.array.slice(0, -1)}:`
      : 'identity' in reach
        ? `identity:${reach.identity}:`
        : 'organization:'
  const isOne = 'column' in reach || 'custom' in reach
  const isIt = isOne ? sql`fact = ${key}` : sql`starts_with(fact, ${prefix})`
  const { rows } = await sql<{ name: string }>`
    select s.actor_name as name from contact_changes cc
    join change_sets s on s.workspace_id = cc.workspace_id and s.id = cc.change_set_id
    where cc.workspace_id = ${ctx.workspaceId} and cc.contact_id = ${id} and exists (
      select from jsonb_object_keys(coalesce(cc.before, '{}') || coalesce(cc.after::jsonb, '{}')) fact where ${isIt})
    order by cc.at desc, cc.change_set_id desc limit 1`.execute(ctx.db)
  return rows[0]?.name ?? ''
}
