import { sql } from 'kysely'
import { fieldsOf } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { eventsOfEach } from '../criteria/did.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Candidate, ofField, tells } from './candidates.ts'
import { type Leak, leaksIn } from './leaks.ts'
import type { Observed } from './observing.ts'
import type { Asked } from './population.ts'

/** Facts of where people work: the conditions on them, what of that leaks the answer, and for whom which hold. */
export type AtWork = { candidates: Candidate[]; leaks: Leak[]; holds: Map<string, number[]> }

/** About fewer organisations a condition says nothing sure. */
const fewest = 10
/** Whether a fact alone ranks people too well is seen in so many. */
const mostPeople = 20_000

/** Of organisations nothing is put back as it was: their facts are those of today, but for what was filled in since the outcome. */
export async function atWork(ctx: Ctx, asked: Asked, people: Observed[]): Promise<AtWork> {
  const links = asked.kind === 'person' ? await employments(ctx, people) : []
  const byEmployer = Map.groupBy(links, ({ organizationId }) => organizationId)
  const ids = [...byEmployer.keys()]
  if (ids.length === 0) return { candidates: [], leaks: [], holds: new Map() }
  const candidates = await candidatesAbout(ctx, ids)
  const held = await holdsOf(ctx, ids, candidates)
  const holds = new Map(
    [...Map.groupBy(links, ({ personId }) => personId)].map(([id, theirs]) => {
      const places = theirs.flatMap(({ organizationId }) => held.get(organizationId) ?? [])
      return [id, [...new Set(places)]]
    }),
  )
  const byId = new Map(people.map(each => [each.id, each]))
  const members = ids.flatMap(id => {
    const theirs = (byEmployer.get(id) ?? []).flatMap(({ personId }) => byId.get(personId) ?? [])
    const [first] = theirs.filter(({ won }) => won).sort((a, b) => Number(a.wonAt) - Number(b.wonAt))
    return first ? [{ ...first, id }] : []
  })
  const observed = people.slice(0, mostPeople).map(each => ({ ...each, holds: holds.get(each.id) ?? [] }))
  return {
    candidates: candidates.map(({ about, when }) => ({ about, when: { company: when } })),
    leaks: await leaksIn(ctx, { candidates, members, observed }),
    holds,
  }
}

async function employments({ db, workspaceId }: Ctx, people: Observed[]) {
  const { rows } = await sql<{ personId: string; organizationId: string }>`
    select m.person_id, m.organization_id from employments m
    join contacts o on o.workspace_id = m.workspace_id and o.id = m.organization_id and o.deleted_at is null
    where m.workspace_id = ${workspaceId} and m.person_id = any(${people.map(({ id }) => id)}::uuid[])`.execute(
    db,
  )
  return rows
}

async function candidatesAbout(ctx: Ctx, ids: string[]): Promise<Candidate[]> {
  const fields = (await fieldsOf(ctx)).filter(field => tells(field, { kind: 'organization' }))
  const found: Candidate[] = []
  for (const field of fields) found.push(...(await ofField(ctx, field, ids, fewest)))
  return found
}

async function holdsOf(ctx: Ctx, ids: string[], candidates: Candidate[]): Promise<Map<string, number[]>> {
  const { workspaceId } = ctx
  const scope = { workspaceId, now: ctx.clock(), contact: 'c', did: eventsOfEach }
  const bit = (when: Criteria) => sql`(${matches(scope, when)})::int`
  const { rows } = await sql<{ id: string; held: number[] }>`
    select c.id, array[${sql.join(candidates.map(({ when }) => bit(when)))}]::int[] as held
    from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, held }) => [id, held.flatMap((bit, place) => (bit ? [place] : []))]))
}
