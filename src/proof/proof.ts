import { sql } from 'kysely'
import { distributionUnder, draftOf, funnelOf, saveDraft } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { mustTellOrder } from './orders.ts'
import { type Progress, type Proof, prove, type Question } from './proving.ts'

export type AskedProof = {
  id: string
  state: 'running' | 'done' | 'failed'
  question: Question
  step: Progress['step']
  done: number
  total: number
  result: Proof | null
  error: { code: string; params: Record<string, unknown> } | null
  askedByName: string
  askedAt: Date
  finishedAt: Date | null
}

const keptProofs = 10

/** Has the worker prove the score; what was asked before stays readable until it is done. */
export function askProof(ctx: Ctx, question: Question): Promise<{ id: string }> {
  return atomically(ctx, async ctx => {
    await mustBeAnswerable(ctx, question)
    const id = newId()
    await sql`
      insert into proofs (workspace_id, id, question, asked_by_name, asked_at)
      values (${ctx.workspaceId}, ${id}, ${JSON.stringify(question)}::jsonb, ${ctx.actor.name}, ${ctx.clock()})`.execute(
      ctx.db,
    )
    await sql`
      delete from proofs where workspace_id = ${ctx.workspaceId} and id not in (
        select id from proofs where workspace_id = ${ctx.workspaceId} order by id desc limit ${keptProofs})`.execute(
      ctx.db,
    )
    // Tried once more at most: who waits for it can ask again.
    await enqueue(ctx, 'prove', { id }, { key: 'proof', attempts: 2 })
    await publish(ctx, { topic: 'proof' })
    return { id }
  })
}

async function mustBeAnswerable(ctx: Ctx, { funnel, outcome, from, to, inOrderOf }: Question) {
  const { lifecycle } = await funnelOf(ctx, funnel)
  if (from >= to) throw refused('from', 'proof.no_period')
  if (from > ctx.clock()) throw refused('from', 'proof.period_to_come')
  if ('stage' in outcome && lifecycle.stages.every(({ key }) => key !== outcome.stage))
    throw refused('outcome', 'proof.no_stage', { stage: outcome.stage })
  await mustTellOrder(ctx, inOrderOf)
}

const refused = (place: string, code: string, params: Record<string, unknown> = {}) =>
  new Refusal('bad', code, params, [{ path: [place], code, params }])

/** What the worker does. A refusal is the answer; anything else is one too, and thrown for the log. */
export async function runProof(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const asked = await proofOf(ctx, id)
  if (asked?.state !== 'running') return
  try {
    const result = await prove(ctx, asked.question, progress => change(ctx, id, progress))
    await end(ctx, id, { state: 'done', result })
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('busy', 'proof.failed')
    await end(ctx, id, { state: 'failed', error: { code: refusal.code, params: refusal.params } })
    if (error !== refusal) throw error
  }
}

async function change(ctx: Ctx, id: string, { step, done, total }: Progress) {
  await sql`
    update proofs set step = ${step}, done = ${done}, total = ${total} where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(
    ctx.db,
  )
  await publish(ctx, { topic: 'proof' })
}

type Ending = { state: 'done'; result: Proof } | { state: 'failed'; error: NonNullable<AskedProof['error']> }

async function end(ctx: Ctx, id: string, ending: Ending) {
  const { result, error } = { result: null, error: null, ...ending }
  await sql`
    update proofs set state = ${ending.state}, finished_at = ${ctx.clock()},
      result = ${result && JSON.stringify(result)}::jsonb, error = ${error && JSON.stringify(error)}::jsonb
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  await publish(ctx, { topic: 'proof' })
}

type Row = Omit<AskedProof, 'question'> & {
  question: Omit<Question, 'from' | 'to'> & { from: string; to: string }
}

/** The proof of that id, or the newest one. */
export async function proofOf(ctx: Ctx, id?: string): Promise<AskedProof | undefined> {
  const { rows } = await sql<Row>`
    select id, state, question, step, done, total, result, error, asked_by_name, asked_at, finished_at from proofs
    where workspace_id = ${ctx.workspaceId} and id = coalesce(${id ?? null}::uuid, id)
    order by id desc limit 1`.execute(ctx.db)
  const [row] = rows
  if (!row) return undefined
  const { from, to, ...question } = row.question
  return { ...row, question: { ...question, from: new Date(from), to: new Date(to) } }
}

/** What a proof found, and in which funnel. */
async function finished(ctx: Ctx, id: string) {
  const proof = await proofOf(ctx, id)
  if (!proof?.result) throw new Refusal('missing', 'proof.nothing_learnt')
  return { result: proof.result, funnel: proof.question.funnel }
}

/** The card learnt becomes the score of the draft; the stages of the draft stay as they are. */
export function adopt(ctx: Ctx, id: string) {
  return atomically(ctx, async ctx => {
    const { result, funnel } = await finished(ctx, id)
    const { lifecycleVersion, scoreVersion, ...inForce } = await funnelOf(ctx, funnel)
    const draft = await draftOf(ctx, funnel)
    const { lifecycle, framework } = draft ?? inForce
    const { revision } = await saveDraft(ctx, {
      funnel,
      ...{ lifecycle, score: learntScore(result), framework },
      basedOn: draft ?? { lifecycleVersion, scoreVersion },
      revision: draft?.revision ?? 0,
    })
    return { revision }
  })
}

function learntScore({ learnt }: Proof): ScoreModel {
  if (!learnt) throw new Refusal('missing', 'proof.nothing_learnt')
  // Of an older proof: over two axes it would not rank as was proved.
  if (learnt.model.fitShare !== 100) throw new Refusal('conflict', 'proof.outdated')
  return learnt.model
}

/** How many contacts have each total from 0 to 100 today, and under the card: over everybody, or some of a large base. */
export async function adoptionOf(ctx: Ctx, id: string) {
  const { result, funnel } = await finished(ctx, id)
  const inForce = await funnelOf(ctx, funnel)
  const card = learntScore(result)
  const { contacts, sampled, before, after } = await distributionUnder(ctx, inForce, card)
  const thresholds = ({ warmFrom, hotFrom }: ScoreModel) => ({ warmFrom, hotFrom })
  return {
    ...{ contacts, sampled, contactFrom: inForce.score.contactFrom },
    today: { totals: before, ...thresholds(inForce.score) },
    card: { totals: after, ...thresholds(card) },
  }
}
