import { recordEvents } from '../../src/activity/activity.ts'
import { preview } from '../../src/app/previewing.ts'
import { type Framework, readyMadeFrameworks } from '../../src/lifecycle/frameworks.ts'
import { askPreview, draftOf, funnelOf, saveDraft } from '../../src/lifecycle/lifecycle.ts'
import type { Lifecycle } from '../../src/lifecycle/model.ts'
import { prove } from '../../src/proof/proving.ts'
import type { ScoreModel } from '../../src/scoring/model.ts'
import { createSegment, fillSegment, refreshSegments, removeSegment } from '../../src/segments/segments.ts'
import type { Place } from './place.ts'
import { bareStandings } from './placing.ts'
import { type Row, timed, timeRow, whole } from './report.ts'

const longer = 170

/** What owners of definitions wait for: previews of changes on the whole base and segments after a burst. Everybody stands somewhere already. */
export async function defining(place: Place, contacts: number): Promise<Row[]> {
  // The worker would make each preview, and fill the segments, a second time.
  await place.run('web')
  const rows = [...(await previews(place, contacts)), await segmentsAfterBurst(place, contacts)]
  await place.client.query('delete from previews')
  await place.run('all')
  return rows
}

async function previews(place: Place, contacts: number): Promise<Row[]> {
  const oneRule = await previewed(place, ({ stages, ...lifecycle }, score) => [
    { ...lifecycle, stages: stages.map(stage => (stage.key === 'prospect' ? withWindow(stage) : stage)) },
    score,
  ])
  const ruleBare = await timed(() => place.client.query(bareRule, [place.ctx.workspaceId, longer]))
  const newScore = await previewed(place, (lifecycle, score) => [lifecycle, anotherScore(score)])
  const framework = await previewed(place, (lifecycle, score) => [lifecycle, score, { ...bant, least: 1 }])
  const verdictsBare = await timed(() => place.client.query(bareVerdicts, [place.ctx.workspaceId]))
  return [
    timeRow('preview of one changed rule', oneRule, ruleBare.seconds, contacts, 2),
    timeRow('preview of a new score', newScore, await bareStandings(place), contacts, 2),
    timeRow('preview of a changed framework', framework, verdictsBare.seconds, contacts),
  ]
}

export async function proof({ ctx }: Place): Promise<Row> {
  const { value, seconds } = await timed(() => prove(ctx, lastYear()))
  return {
    what: `proof of the score, with a card learnt, of ${whole(value.people)} contacts`,
    measured: `${seconds.toFixed(1)} s`,
  }
}

const [bant] = readyMadeFrameworks as [Framework]

type Change = (lifecycle: Lifecycle, score: ScoreModel) => [Lifecycle, ScoreModel, Framework?]

async function previewed({ ctx }: Place, change: Change): Promise<number> {
  const { key, ...funnel } = await funnelOf(ctx)
  const [lifecycle, score, framework] = change(funnel.lifecycle, funnel.score)
  const revision = (await draftOf(ctx))?.revision
  await saveDraft(ctx, { lifecycle, score, framework, basedOn: funnel, revision })
  const { id } = await askPreview(ctx)
  return (await timed(() => preview(ctx, { id, funnel: key }))).seconds
}

/** The same stage with a shorter memory: each window of 180 days becomes one of 170. */
const withWindow = (stage: Lifecycle['stages'][number]): Lifecycle['stages'][number] =>
  JSON.parse(JSON.stringify(stage).replaceAll('"withinDays":180', `"withinDays":${longer}`))

/** Nothing of it can be read from the standings: other points for every fact and event, and other half-lives. */
const anotherScore = (score: ScoreModel): ScoreModel => ({
  ...score,
  fit: score.fit.map(withMore),
  engagement: score.engagement.map(withMore),
  engagementFacts: score.engagementFacts.map(withMore),
  groups: score.groups.map(group => ({
    ...group,
    halfLifeDays: group.halfLifeDays && group.halfLifeDays + 15,
  })),
})

const withMore = <T extends { points: number }>(rule: T): T => ({ ...rule, points: rule.points + 1 })

// The changed rule by hand, for what a preview answers: who would move from where to where, also those who fall back to what the
// stages below ask, with whose they are and their scores.
const bareRule = `
  select s.stage as was, case
      when s.stage is null or s.stage in ('potential_customer', 'customer') then s.stage
      when t.talked then 'prospect'
      when t.interested or (s.fit >= 50 and t.listens) then 'lead' else 'contact' end as "is",
    c.owner_id, c.kind, s.temperature, s.total / 5 as step, count(*)
  from standings s
  join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id and c.deleted_at is null
  left join (
    select contact_id,
      bool_or(at > now() - $2 * interval '1 day' and (direction = 'two' or name = 'email_link_clicked')) as talked,
      bool_or(at > now() - interval '365 days' and direction in ('in', 'two')
        and name <> all (array['page_viewed', 'email_opened', 'email_sent'])) as interested,
      bool_or(name in ('list_added', 'linkedin_connected')) as listens
    from events
    where workspace_id = $1 and withdrawn_at is null and not by_robot and at <= now()
      and (at > now() - interval '365 days' or name in ('list_added', 'linkedin_connected'))
    group by contact_id) t on t.contact_id = s.contact_id
  where s.workspace_id = $1 group by 1, 2, 3, 4, 5, 6`

// BANT with one answer enough, by hand: who has one verdict and would have which, without keeping whose.
const bareVerdicts = `
  select coalesce(v.verdict, 'research') as was, case
      when c.disqualified is not null and coalesce((c.disqualified ->> 'until')::timestamptz > now(), true) then 'disqualified'
      when known.yes and not known.powerless then 'qualified' when known.yes or known.no then 'not_yet' else 'research' end as "is",
    count(*)
  from contacts c
  left join verdicts v on v.workspace_id = c.workspace_id and v.contact_id = c.id
  cross join lateral (
    select coalesce(bool_or(state = 'confirmed'), false) as yes, coalesce(bool_or(state = 'negative'), false) as no,
      coalesce(bool_or(state = 'negative' and question = 'authority'), false) as powerless
    from (values
      ('budget', coalesce(c.answers #>> '{budget,state}', case when c.custom ->> 'budget' <> '' then 'confirmed' end)),
      ('authority', coalesce(c.answers #>> '{authority,state}',
        case when c.decision_role in ('decides', 'influences') then 'confirmed' when c.decision_role <> '' then 'negative' end)),
      ('need', coalesce(c.answers #>> '{need,state}', case when c.need <> '' then 'confirmed' end)),
      ('timing', coalesce(c.answers #>> '{timing,state}', case when c.custom ->> 'purchase_timing' <> '' then 'confirmed' end))
    ) answered (question, state)) known
  where c.workspace_id = $1 and c.deleted_at is null group by 1, 2`

const burst = 1000

async function segmentsAfterBurst({ ctx }: Place, contacts: number): Promise<Row> {
  const names = ['page_viewed', 'key_page_viewed', 'call', 'meeting', 'subscribed']
  const made: string[] = []
  for (let number = 0; number < 50; number++) {
    const id = await createSegment(ctx, {
      ...{ name: `Segment ${number}`, description: '' },
      about: 'person',
      criteria: {
        all: [
          { did: [names[number % names.length] ?? 'call'], withinDays: 30 + number },
          { score: 'total', atLeast: number },
        ],
      },
    })
    await fillSegment(ctx, id)
    made.push(id)
  }
  const ids = Array.from({ length: burst }, (_, turn) => idOf(1 + ((turn * 104_729) % contacts)))
  await recordEvents(
    ctx,
    ids.map(contactId => ({ contactId, name: 'call' })),
  )
  const { seconds } = await timed(() => refreshSegments(ctx, ids))
  // Nothing else that is measured has so many.
  for (const id of made) await removeSegment(ctx, id)
  return {
    what: '50 segments refreshed after a burst of 1,000 changed contacts',
    measured: `${whole(seconds * 1000)} ms`,
    wanted: '< 1,000 ms',
    kept: seconds < 1,
  }
}

const idOf = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const lastYear = () => {
  const to = new Date()
  const from = new Date(to.getTime() - 365 * 86_400_000)
  return { outcome: { event: 'purchase' }, kind: 'person' as const, from, to }
}
