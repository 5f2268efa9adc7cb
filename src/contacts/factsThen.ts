import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { snake } from '../platform/snake.ts'
import { factColumns } from './facts.ts'

export type Then = { workspaceId: string; ids: string[]; instant: Date }

/**
 * Steps for the head of a statement, after `with`, by which the rest of it reads `contacts`, `identities` and `employments` as these
 * contacts and those linked to them were at the instant; whoever else is read is as today. What a contact came with it always had,
 * what was undone it never had. Of an organisation, those who joined it since were not there; those who have left are not found again.
 */
export const factsThen = (then: Then): RawBuilder<unknown> => sql`
  own_facts_back as materialized (${factsBack(then, sql`unnest(${then.ids}::uuid[])`)}),
  linked as materialized (${linkedThen(then)}),
  facts_back as materialized (
    select * from own_facts_back union all
    select * from (${factsBack(then, sql`(select id from linked where id <> all(${then.ids}::uuid[]))`)}) others
  ),
  columns_back as materialized (${columnsBack}),
  identities_back as materialized (${identitiesBack}),
  employments_back as materialized (${employmentsBack}),
  joined_since as materialized (${joinedSince(then, sql`unnest(${then.ids}::uuid[])`)}),
  contacts as not materialized (${contactsThen}),
  identities as not materialized (${identitiesThen}),
  employments as not materialized (${employmentsThen})`

/** Each fact that was another at the instant, with what it was: JSON's null where there was none. */
const factsBack = ({ workspaceId, instant }: Then, whose: RawBuilder<unknown>) => sql`
  select distinct on (ch.contact_id, fact.key) ch.workspace_id, ch.contact_id, fact.key, fact.value
  from ${whose} as whose (id)
  join contact_changes ch on ch.workspace_id = ${workspaceId} and ch.contact_id = whose.id and ch.at > ${instant}
  join change_sets s on s.workspace_id = ${workspaceId} and s.id = ch.change_set_id
  cross join lateral jsonb_each(ch.before) fact
  where ${isNoUndoing}
  order by ch.contact_id, fact.key, ch.at, ch.change_set_id`

// Passing over what took a change back leaves what it brought back: before and after the change alike.
const isNoUndoing = sql`(s.undoes is null or s.undone_at is not null)`

const linkedThen = ({ workspaceId, ids }: Then) => sql`
  select organization_id as id from employments where workspace_id = ${workspaceId} and person_id = any(${ids}::uuid[])
  union select person_id from employments where workspace_id = ${workspaceId} and organization_id = any(${ids}::uuid[])
  union select substr(key, 14)::uuid from own_facts_back where starts_with(key, 'organization:')`

// In the bin, of the demo, a person or an organisation: that is as today, as everywhere in what is told of the past.
const ofToday = new Set<string>(['kind', 'createdAt', 'isDemo', 'deletedAt'])
const columns = factColumns.filter(each => !ofToday.has(each))

const under = (prefix: string) => sql`
  coalesce(jsonb_object_agg(substr(key, ${sql.lit(prefix.length + 1)}), value) filter (where starts_with(key, ${prefix})), '{}')`

const columnsBack = sql`
  select contact_id, ${under('custom.')} as custom, ${under('answer:')} as answers, ${under('role:')} as roles, ${under('tag:')} as tags,
    coalesce(jsonb_object_agg(known.name, value) filter (where known.name is not null), '{}') as named
  from facts_back left join unnest(${columns}::text[], ${columns.map(snake)}::text[]) as known (fact, name) on known.fact = key
  group by contact_id`

const listed = (list: string) => sql`to_jsonb(array(
  select each from unnest(c.${sql.ref(list)}) each where not b.${sql.ref(list)} ? each
  union all select key from jsonb_each(b.${sql.ref(list)}) where value = 'true'))`

const document = (name: string) => sql`jsonb_strip_nulls(c.${sql.ref(name)} || b.${sql.ref(name)})`

const contactsThen = sql`
  select c.workspace_id, c.id, c.kind, c.created_at, c.is_demo, c.deleted_at, c.display_name, c.sort_name, c.search_text, c.updated_at,
    was.custom, was.answers, was.roles, was.tags, ${sql.join(columns.map(each => sql.ref(`was.${snake(each)}`)))}
  from contacts c
  left join columns_back b on b.contact_id = c.id
  cross join lateral jsonb_populate_record(c, coalesce(b.named || jsonb_build_object('custom', ${document('custom')},
    'answers', ${document('answers')}, 'roles', ${listed('roles')}, 'tags', ${listed('tags')}), '{}')) was`

// Steps of their own and short: each contact looks through them.
const keysBack = (prefix: string) =>
  sql`select contact_id, key from facts_back where starts_with(key, ${prefix})`

const identitiesBack = sql`
  select workspace_id, contact_id, split_part(key, ':', 2) as kind, substr(key, 11 + length(split_part(key, ':', 2))) as value
  from facts_back where starts_with(key, 'identity:') and value <> 'null'`

const identitiesThen = sql`
  select i.workspace_id, i.contact_id, i.kind, i.value from identities i
  where (i.contact_id, 'identity:' || i.kind || ':' || i.value) not in (${keysBack('identity:')})
  union all select * from identities_back`

const employmentsBack = sql`
  select workspace_id, contact_id as person_id, substr(key, 14)::uuid as organization_id
  from facts_back where starts_with(key, 'organization:') and value <> 'null'`

const employmentsThen = sql`
  select e.workspace_id, e.person_id, e.organization_id from employments e
  where (e.person_id, 'organization:' || e.organization_id) not in (${keysBack('organization:')})
    and (e.person_id, e.organization_id) not in (select person_id, organization_id from joined_since)
  union all select * from employments_back`

/**
 * Those at these organisations who came with the link, so that it is no change of theirs, and came later than it. For a day after
 * an organisation was written down its people may still be coming with it: a base is imported in pieces.
 */
const joinedSince = ({ workspaceId, instant }: Omit<Then, 'ids'>, whose: RawBuilder<unknown>) => sql`
  select e.person_id, e.organization_id from ${whose} as whose (id)
  join employments e on e.workspace_id = ${workspaceId} and e.organization_id = whose.id and e.created_at > ${instant}
  where e.created_at > (
    select min(ch.at) + interval '1 day' from contact_changes ch
    where ch.workspace_id = ${workspaceId} and ch.contact_id = whose.id and ch.before is null)`

/** Which of these contacts were otherwise at the instant, themselves or somebody linked to them. */
export async function changedSince(ctx: Ctx, ids: string[], instant: Date): Promise<Set<string>> {
  const { workspaceId } = ctx
  const changed = (id: string) => sql`exists (
    select from contact_changes ch
    where ch.workspace_id = ${workspaceId} and ch.contact_id = ${sql.ref(id)} and ch.at > ${instant} and ch.before is not null)`
  const { rows } = await sql<{ id: string }>`
    select m.id from unnest(${ids}::uuid[]) as m (id)
    where ${changed('m.id')}
      or exists (select from employments e where e.workspace_id = ${workspaceId} and e.person_id = m.id and ${changed('e.organization_id')})
      or exists (select from employments e where e.workspace_id = ${workspaceId} and e.organization_id = m.id and ${changed('e.person_id')})
      or exists (${joinedSince({ workspaceId, instant }, sql`(select m.id)`)})`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
