import { type RawBuilder, sql } from 'kysely'
import { counts, type These, whoItIsOf } from '../contacts/contacts.ts'
import type { WhoItIs } from '../contacts/contract.ts'
import { alike } from '../platform/alike.ts'
import type { Ctx } from '../platform/ctx.ts'
import { pageOf } from '../platform/cursor.ts'
import { Refusal } from '../platform/errors.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import type { Verdict } from './frameworks.ts'
import type { Kind } from './model.ts'
import type { Previewed } from './previewing.ts'
import { below, places } from './previewPages.ts'

/** A select of contact_id and verdict of these contacts by the framework of the funnel, without those of whom nothing is known. */
export type Judging = (given: { funnel: Funnel; kind: Kind; contactIds: These }) => RawBuilder<unknown>

/** How many have one verdict and would have the other, or the same. */
export type Judged = { from: Verdict; to: Verdict; count: number }

export const isRejudged = ({ inForce, supposed }: Pick<Previewed, 'inForce' | 'supposed'>) =>
  !alike(inForce.framework, supposed.framework)

/** Keeps which of these contacts' verdicts would be others, beside the verdicts; nothing where the framework stays. */
export async function judgeSome(
  ctx: Ctx,
  previewed: Previewed,
  kind: Kind,
  contactIds: These,
  judging: Judging,
): Promise<void> {
  if (!isRejudged(previewed)) return
  const { workspaceId } = ctx
  const { previewId, inForce, supposed } = previewed
  await sql`
    insert into preview_verdicts (workspace_id, preview_id, contact_id, was_verdict, verdict, total)
    select ${workspaceId}, ${previewId}, would.contact_id, coalesce(v.verdict, 'research'), would.verdict, coalesce(s.total, 0)
    from (${judging({ funnel: supposed, kind, contactIds })}) would
    left join verdicts v on v.workspace_id = ${workspaceId} and v.funnel_id = ${inForce.id} and v.contact_id = would.contact_id
    left join standings s on s.workspace_id = ${workspaceId} and s.funnel_id = ${inForce.id} and s.contact_id = would.contact_id
    where would.verdict <> coalesce(v.verdict, 'research')
    on conflict do nothing`.execute(ctx.db)
}

/** The head of a statement that reads the verdicts as the preview has them: those that would be others in their place. */
export const withVerdicts = (
  workspaceId: string,
  previewId: string,
  funnelId: string,
) => sql`with verdicts as not materialized (
  select v.workspace_id, v.funnel_id, v.contact_id, v.verdict from verdicts v
  where v.workspace_id = ${workspaceId} and (v.funnel_id <> ${funnelId} or not exists (
    select from preview_verdicts p
    where p.workspace_id = ${workspaceId} and p.preview_id = ${previewId} and p.contact_id = v.contact_id))
  union all
  select p.workspace_id, ${funnelId}::uuid, p.contact_id, p.verdict from preview_verdicts p
  where p.workspace_id = ${workspaceId} and p.preview_id = ${previewId}
)`

/** Those of previews that are no more. */
export async function forgetSupposedVerdicts(ctx: Ctx): Promise<void> {
  await sql`
    delete from preview_verdicts where workspace_id = ${ctx.workspaceId} and preview_id not in (
      select id from previews where workspace_id = ${ctx.workspaceId})`.execute(ctx.db)
}

/** All contacts that lists show, by the verdict that they have and the one that they would have; undefined where the framework stays. */
export async function judgedIn(ctx: Ctx, previewed: Previewed): Promise<Judged[] | undefined> {
  if (!isRejudged(previewed)) return undefined
  const { workspaceId } = ctx
  const { rows } = await sql<Judged>`
    select coalesce(p.was_verdict, v.verdict, 'research') as "from", coalesce(p.verdict, v.verdict, 'research') as "to", count(*)
    from contacts c
    left join verdicts v on v.workspace_id = ${workspaceId} and v.funnel_id = ${previewed.inForce.id} and v.contact_id = c.id
    left join preview_verdicts p on p.workspace_id = ${workspaceId} and p.preview_id = ${previewed.previewId} and p.contact_id = c.id
    where c.workspace_id = ${workspaceId} and ${counts(ctx, 'c')}
    group by 1, 2 order by count(*) desc, 1, 2`.execute(ctx.db)
  return rows
}

/** The id of the funnel's preview, however far it is. */
export async function newestPreview(ctx: Ctx, funnelId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from previews where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(
    ctx.db,
  )
  return rows[0]?.id
}

export type WouldBeJudged = WhoItIs & { contactId: string; name: string; kind: Kind; total: number }

type Wanted = { funnel?: string; from: Verdict; to: Verdict; after?: string; limit: number }

/** A page of those whose verdict would go from one to another, the most promising first. */
export async function wouldBeJudged(ctx: Ctx, { funnel, from, to, after, limit }: Wanted) {
  const preview = await newestPreview(ctx, (await funnelOf(ctx, funnel)).id)
  if (!preview) throw new Refusal('missing', 'lifecycle.no_preview')
  const { rows } = await sql<WouldBeJudged & { id: string; place: string }>`
    select p.contact_id, c.display_name as name, c.kind, p.total, ${whoItIsOf(ctx.workspaceId, 'c')},
      p.contact_id as id, p.total::text as place
    from preview_verdicts p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id and ${counts(ctx, 'c')}
    where p.workspace_id = ${ctx.workspaceId} and p.preview_id = ${preview}
      and p.was_verdict = ${from} and p.verdict = ${to} and ${below(after)}
    order by p.total desc, p.contact_id limit ${limit + 1}`.execute(ctx.db)
  const page = pageOf(rows, limit, places)
  return { contacts: page.rows.map(({ id: _, ...each }): WouldBeJudged => each), next: page.next }
}
