import { sql } from 'kysely'
import { fieldsOf } from '../contacts/contacts.ts'
import type { Field } from '../contacts/fields.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Candidate } from './candidates.ts'
import type { Observed } from './observing.ts'
import type { Member } from './population.ts'
import { aucOf, fitted } from './regression.ts'

/**
 * Why a fact or a signal would tell the answer instead of foretelling it. `after`: filled in at or after the outcome, of `share` of
 * those who have it. `alone`: ranks contacts too well by itself (`auc`). The others are told by what it is called: what a seller
 * judges, a score of another system, the newest of something that goes on after the sale, or the sale itself.
 */
export type Leak = { about: string } & (
  | { why: 'after'; share: number }
  | { why: 'alone'; auc: number }
  | { why: 'judgement' | 'otherScore' | 'goesOn' | 'sale' }
)

/** Every fact and signal that leaks, once, with the surest reason. */
export async function leaksIn(
  ctx: Ctx,
  { candidates, members, observed }: { candidates: Candidate[]; members: Member[]; observed: Observed[] },
): Promise<Leak[]> {
  const about = new Set(candidates.map(candidate => candidate.about))
  const found = [
    ...(await filledInAfter(ctx, members)),
    ...(await calledSo(ctx)),
    ...(await tooGoodAlone(candidates, observed)),
  ].filter(leak => about.has(leak.about))
  return [...new Map(found.toReversed().map(leak => [leak.about, leak])).values()].reverse()
}

const fewestAfter = 5
const shareAfter = 0.1

/** Facts that were written at or after the outcome, by the history of changes; what came with the contact itself is not held against it. */
async function filledInAfter(ctx: Ctx, members: Member[]): Promise<Leak[]> {
  const winners = members.filter(member => member.wonAt)
  if (winners.length === 0) return []
  const { rows } = await sql<{ about: string; after: number }>`
    select case when key like 'tag:%' then 'tags' else key end as about, count(distinct contact_id) as after
    from unnest(${winners.map(each => each.id)}::uuid[], ${winners.map(each => each.wonAt)}::timestamptz[]) as w (id, won_at)
    join contact_changes ch on ch.workspace_id = ${ctx.workspaceId} and ch.contact_id = w.id and ch.at >= w.won_at and ch.before is not null
    cross join lateral json_object_keys(ch.after) key
    where ch.before -> key is distinct from (ch.after -> key)::jsonb
    group by 1`.execute(ctx.db)
  return rows
    .map(({ about, after }) => ({ about, why: 'after' as const, share: after / winners.length, after }))
    .filter(({ share, after }) => after >= fewestAfter && share >= shareAfter)
    .map(({ after: _, ...leak }) => leak)
}

/** What facts are called that sellers, sales and other systems' scores fill in. */
const names: [Exclude<Leak['why'], 'after' | 'alone'>, RegExp][] = [
  ['otherScore', /\b(score|scoring|grade|index|puntuacion|puntaje|indice|rating)\b/],
  ['goesOn', /\b(last|latest|ultim[oa]|mas reciente)\b/],
  [
    'sale',
    /\b(convert(ed|ido)|won|lost|ganad[oa]|perdid[oa]|clos(ed?|ing) date|fecha de cierre|deal|churn)\b/,
  ],
  [
    'judgement',
    /\b(tags?|etiquetas?|(lead|prospect|contact) (quality|profile|status|stage)|(calidad|perfil|estado|etapa|fase) del? (lead|prospecto|contacto)|disposition|outcome|resultado)\b/,
  ],
]

async function calledSo(ctx: Ctx): Promise<Leak[]> {
  const found = (await fieldsOf(ctx)).flatMap(field => {
    const called = names.find(([, pattern]) => namesOf(field).some(name => pattern.test(name)))
    return called ? [{ about: field.key, why: called[0] }] : []
  })
  // Our own tags are put on with intent, by rules that people know; a column of that name is something else.
  return found.filter(leak => leak.about !== 'tags')
}

const namesOf = ({ key, label }: Field) =>
  [key.replace(/^custom\./, ''), label?.es ?? '', label?.en ?? ''].map(name =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase(),
  )

const tooGood = { fact: 0.85, signal: 0.95 }

/** No honest fact ranks people so well by itself; what people do may tell more than what they are. */
async function tooGoodAlone(candidates: Candidate[], observed: Observed[]): Promise<Leak[]> {
  const found: Leak[] = []
  for (const [about, conditions] of Map.groupBy(candidates.keys(), place => candidates[place]?.about ?? '')) {
    const area = aucOf(await fitted(observed, conditions), observed)
    const most = isSignal(candidates[conditions[0] ?? 0]) ? tooGood.signal : tooGood.fact
    if (area && area.value >= most) found.push({ about, why: 'alone', auc: area.value })
  }
  return found
}

const isSignal = (candidate?: Candidate) => candidate !== undefined && 'did' in candidate.when
