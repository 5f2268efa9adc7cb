import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { isKnownQuestion } from '../contacts/questions.ts'
import { type Framework, frameworkSchema, isReadyMade, type Named } from '../lifecycle/frameworks.ts'
import { draftFramework, draftOf, funnelsOf, mustBeSoundFramework } from '../lifecycle/lifecycle.ts'
import { alike } from '../platform/alike.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { publish } from '../platform/live.ts'

export type OwnFramework = { framework: Framework; revision: number; authorName: string; savedAt: Date }
/** How a funnel qualifies, and how it would by its draft, of that revision (0: there is none). */
type Use = {
  funnel: string
  name: string
  framework: Framework
  version: number
  drafted?: Framework
  /** The version that what is drafted was written from. */
  draftedFrom?: number
  revision: number
}

/** The frameworks that the workspace wrote, by name, and what each funnel uses. */
export async function libraryOf(ctx: Ctx): Promise<{ own: OwnFramework[]; uses: Use[] }> {
  const { rows: own } = await sql<OwnFramework>`
    select framework, revision, author_name, saved_at from frameworks
    where workspace_id = ${ctx.workspaceId} order by lower(framework -> 'name' ->> 'es'), key`.execute(ctx.db)
  const uses: Use[] = []
  for (const { key, name, framework, frameworkVersion: version } of await funnelsOf(ctx)) {
    const draft = await draftOf(ctx, key)
    const { framework: drafted, frameworkVersion: draftedFrom, revision = 0 } = draft ?? {}
    uses.push({ funnel: key, name: name[ctx.locale], framework, version, drafted, draftedFrom, revision })
  }
  return { own, uses }
}

/** What the draft of that revision (0: none) has a funnel qualify by, or is to, and the version that this was written from. */
type DraftedIn = { funnel: string; framework: Framework; frameworkVersion?: number; revision: number }

/**
 * Writes a framework of the workspace's own over that `revision` (0: it is new), and puts it into the draft of each funnel that
 * uses it, in force or in its draft; nobody is judged by it before that is published. Answered is what those drafts said before:
 * given as `drafts`, that is put into them instead.
 */
export function keepFramework(
  ctx: Ctx,
  { framework, basedOn, drafts }: { framework: Framework; basedOn: number; drafts?: DraftedIn[] },
) {
  return atomically(ctx, async ctx => {
    const { revision } = await writeFramework(ctx, { framework, basedOn })
    const { uses } = await libraryOf(ctx)
    const wanted = drafts ?? inUsersOf(framework, uses)
    const before: DraftedIn[] = []
    for (const each of wanted) {
      const draft = await draftFramework(ctx, each)
      const use = uses.find(({ funnel }) => funnel === each.funnel)
      if (use)
        before.push({
          funnel: use.funnel,
          framework: use.drafted ?? use.framework,
          frameworkVersion: use.draftedFrom ?? use.version,
          revision: draft?.revision ?? 0,
        })
    }
    return { revision, funnels: wanted.map(({ funnel }) => funnel), before }
  })
}

const inUsersOf = (framework: Framework, uses: Use[]): DraftedIn[] =>
  uses
    .filter(
      ({ framework: inForce, drafted = inForce }) =>
        drafted.key === framework.key && !alike(drafted, framework),
    )
    .map(({ funnel, revision }) => ({ funnel, framework, revision }))

/** Writes it over that `revision` alone: funnels that use it go on with the wording that they have. */
export function writeFramework(
  ctx: Ctx,
  { framework, basedOn }: { framework: Framework; basedOn: number },
): Promise<{ revision: number }> {
  return atomically(ctx, async ctx => {
    if (isReadyMade(framework.key)) throw new Refusal('bad', 'qualification.ready_made')
    if (!framework.name) throw new Refusal('bad', 'qualification.unnamed')
    mustBeSoundFramework(framework)
    const revision = await write(ctx, framework, basedOn)
    await audit(ctx, 'frameworks.saved', subjectOf(ctx, framework), { revision })
    await publish(ctx, { topic: 'definition' })
    return { revision }
  })
}

const subjectOf = ({ locale }: Ctx, { key, name }: Framework) => ({ id: key, name: name?.[locale] })

async function write(ctx: Ctx, framework: Framework, basedOn: number): Promise<number> {
  const body = JSON.stringify(frameworkSchema.parse(framework))
  const { rows } = await sql<{ revision: number }>`
    insert into frameworks as f (workspace_id, key, framework, revision, author_name, saved_at)
    select ${ctx.workspaceId}::uuid, ${framework.key}, ${body}::jsonb, ${basedOn + 1}::int, ${ctx.actor.name}, ${ctx.clock()}::timestamptz
    where ${basedOn === 0} or exists (
      select from frameworks where workspace_id = ${ctx.workspaceId} and key = ${framework.key})
    on conflict (workspace_id, key) do update set framework = excluded.framework, revision = excluded.revision,
      author_name = excluded.author_name, saved_at = excluded.saved_at
      where f.revision = excluded.revision - 1
    returning revision`.execute(ctx.db)
  if (!rows[0]) throw new Refusal('conflict', 'qualification.saved_meanwhile')
  return rows[0].revision
}

/**
 * Takes a framework of the workspace's own away, and gives it back so that it can be written again. One in use stays, and one
 * that was written since `basedOn`, where that is said.
 */
export function forgetFramework(ctx: Ctx, key: string, basedOn?: number): Promise<{ framework: Framework }> {
  return atomically(ctx, async ctx => {
    const { rows } = await sql<{ framework: Framework; revision: number }>`
      delete from frameworks where workspace_id = ${ctx.workspaceId} and key = ${key} returning framework, revision`.execute(
      ctx.db,
    )
    if (!rows[0]) throw new Refusal('missing', 'qualification.unknown_framework')
    if (basedOn !== undefined && basedOn !== rows[0].revision)
      throw new Refusal('conflict', 'qualification.saved_meanwhile')
    const { uses } = await libraryOf(ctx)
    const isUsed = uses.some(({ framework, drafted }) => framework.key === key || drafted?.key === key)
    if (isUsed) throw new Refusal('conflict', 'qualification.in_use')
    await audit(ctx, 'frameworks.removed', subjectOf(ctx, rows[0].framework))
    await publish(ctx, { topic: 'definition' })
    return rows[0]
  })
}

/** The questions that the workspace wrote, in whatever framework asks, asked or is drafted to ask them, as they were named last. */
export async function ownQuestions(ctx: Ctx): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select distinct on (key) item ->> 'question' as key, item -> 'name' as name, item -> 'ask' as ask
    from (
      select framework, saved_at as at from frameworks where workspace_id = ${ctx.workspaceId}
      union all
      select framework, published_at from qualifications where workspace_id = ${ctx.workspaceId}
      union all
      select framework, touched_at from definition_drafts
      where workspace_id = ${ctx.workspaceId} and framework is not null) written,
      jsonb_array_elements(framework -> 'items') item, lateral (select item ->> 'question' as key) asked
    where item ? 'name'
    order by key, at desc`.execute(ctx.db)
  return rows.filter(({ key }) => !isKnownQuestion(key))
}
