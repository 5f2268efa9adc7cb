import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { snake } from '../platform/snake.ts'
import { catalogueOf } from './catalogue.ts'
import { isListed } from './counting.ts'
import type { Field } from './fields.ts'

/** Looked at from each end of the base: what a large one has is found in its first and in its last contacts. */
const looked = 10_000
const most = 300
const longest = 100

/** The texts that contacts have for a field, the commonest first; none of a field of another type. */
export async function commonValues(ctx: Ctx, key: string): Promise<string[]> {
  const field = (await catalogueOf(ctx)).fields.get(key)
  if (!field) throw new Refusal('missing', 'contacts.unknown_field', { field: key })
  const value = field.type === 'text' && readFrom(field)
  if (!value) return []
  const { rows } = await sql<{ value: string }>`
    select value from (${first(ctx, value, sql`asc`)} union ${first(ctx, value, sql`desc`)}) looked
    where value <> '' and length(value) <= ${longest}
    group by value order by count(*) desc, value limit ${most}`.execute(ctx.db)
  return rows.map(each => each.value)
}

function readFrom({ reach }: Field): RawBuilder<string> | undefined {
  if ('column' in reach) return sql`${sql.ref(`c.${snake(reach.column)}`)}`
  if ('custom' in reach) return sql`c.custom ->> ${reach.custom}`
}

const first = (ctx: Ctx, value: RawBuilder<string>, direction: RawBuilder<unknown>) => sql`(
  select c.id, ${value} as value from contacts c
  where c.workspace_id = ${ctx.workspaceId} and ${isListed(ctx, 'c')}
  order by c.id ${direction} limit ${looked})`
