import { rebuild } from '../../src/app/rebuild.ts'
import type { Place } from './place.ts'
import { type Row, timed, timeRow } from './report.ts'

/** Working out where everybody stands: by one hand-written statement, for the first time through the program, and again. */
export async function placing(place: Place, contacts: number): Promise<Row[]> {
  const bare = await bareStandings(place)
  const first = await timed(() => rebuild(place.ctx))
  await place.client.query('vacuum analyze standings, moves')
  const again = await timed(() => rebuild(place.ctx))
  return [
    timeRow('place everybody for the first time, with moves and receipts', first.seconds, bare, contacts),
    timeRow('rebuild all standings', again.seconds, bare, contacts, 3),
  ]
}

export async function bareStandings({ client, ctx }: Place): Promise<number> {
  await client.query('create table standings_bare (like standings including all)')
  const { seconds } = await timed(() => client.query(bareStatement, [ctx.workspaceId]))
  await client.query('drop table standings_bare')
  return seconds
}

// The ready-made B2B definitions by hand: same events, rules, day caps, fading, fit, stages and columns, in one statement without
// receipts, versions, moves or timers for each criterion.
const bareStatement = `
  insert into standings_bare (workspace_id, funnel_id, contact_id, stage, since, lifecycle_version, score_version, fit, sums,
      engagement, total, temperature, counted_at, fades_at, turns_cold_at, recheck_at, last_signal_at)
  with rules (name, points, cap, half_life) as (values
      ('page_viewed', 1, 5, 30), ('key_page_viewed', 5, 10, 30), ('video_watched', 4, null, 30), ('file_downloaded', 8, null, 30),
      ('subscribed', 8, null, 30), ('form_submitted', 10, null, 30), ('email_link_clicked', 6, 12, 30), ('unsubscribed', -20, null, 30),
      ('event_registered', 6, null, 60), ('event_attended', 12, null, 60), ('email_replied', 15, null, 60), ('call', 15, null, 60),
      ('meeting', 20, null, 60), ('demo_requested', 25, null, 60), ('proposal_requested', 30, null, 60)),
  days as (
    select e.contact_id, r.name, r.half_life, (e.at at time zone 'Europe/Madrid')::date as day, min(e.at) as first_at,
      least(r.cap, r.points * count(*)) as points
    from events e join rules r on r.name = e.name
    where e.workspace_id = $1 and e.withdrawn_at is null and not e.by_robot and e.at <= now()
    group by e.contact_id, r.name, r.half_life, r.cap, r.points, day),
  sums as (
    select contact_id,
      sum(points * power(2::float8, (date_part('epoch', first_at) - 1767225600) / 2592000)) filter (where half_life = 30) as web,
      sum(points * power(2::float8, (date_part('epoch', first_at) - 1767225600) / 5184000)) filter (where half_life = 60) as talk
    from days group by contact_id),
  deeds as (
    select contact_id, max(at) filter (where direction in ('in', 'two')) as last_signal_at,
      max(at) filter (where name <> all (array['page_viewed', 'email_opened', 'email_sent']) and direction in ('in', 'two')) as interested_at,
      max(at) filter (where direction = 'two' or name = 'email_link_clicked') as talked_at,
      max(at) filter (where name in ('proposal_requested', 'proposal_sent')) as proposal_at,
      count(*) filter (where name = 'purchase') - count(*) filter (where name = 'refund') as purchases,
      count(*) filter (where name = 'list_added') as lists
    from events where workspace_id = $1 and withdrawn_at is null and not by_robot and at <= now() group by contact_id),
  facts as (
    select c.id, least(100, greatest(0,
        case when exists (select from employments m join contacts o on o.workspace_id = m.workspace_id and o.id = m.organization_id
            where m.workspace_id = $1 and m.person_id = c.id and o.employees between 10 and 500) then 20 else 0 end
        + case when exists (select from employments m join contacts o on o.workspace_id = m.workspace_id and o.id = m.organization_id
            where m.workspace_id = $1 and m.person_id = c.id and o.annual_revenue >= 1000000) then 15 else 0 end
        + case c.decision_role when 'decides' then 20 when 'influences' then 10 else 0 end
        + case when c.need is not null then 10 else 0 end
        + case when exists (select from identities i where i.workspace_id = $1 and i.contact_id = c.id and i.kind = 'email'
            and split_part(i.value, '@', 2) <> all (array['gmail.com', 'hotmail.com', 'yahoo.com', 'outlook.com'])) then 5 else 0 end
        + case when c.occupation ilike '%student%' then -20 else 0 end
        + case when 'competitor' = any (c.roles) then -20 else 0 end))::smallint as fit,
      c.roles && array['competitor', 'supplier', 'partner', 'employee'] as outside
    from contacts c where c.workspace_id = $1 and c.deleted_at is null),
  numbers as (
    select f.id, f.fit, f.outside, d.*, coalesce(s.web, 0) as web, coalesce(s.talk, 0) as talk,
      least(100, greatest(0, round(coalesce(s.web, 0) * power(2::float8, -(extract(epoch from now()) - 1767225600) / 2592000)
        + coalesce(s.talk, 0) * power(2::float8, -(extract(epoch from now()) - 1767225600) / 5184000))))::smallint as engagement
    from facts f left join sums s on s.contact_id = f.id left join deeds d on d.contact_id = f.id)
  select $1, '01900000-0000-7000-8000-000000000000', id,
    case when outside then null when purchases > 0 then 'customer' when proposal_at > now() - interval '90 days' then 'potential_customer'
      when talked_at > now() - interval '180 days' then 'prospect'
      when interested_at > now() - interval '365 days' or (fit >= 50 and lists > 0) then 'lead' else 'contact' end,
    now(), 1, 1, fit, array[web, talk, 0], engagement, (fit + engagement + 1) / 2,
    case when fit + engagement >= 140 then 'hot' when fit + engagement >= 80 then 'warm' else 'cold' end, now(),
    now() + interval '1 day', case when fit + engagement >= 80 then now() + interval '30 days' end,
    least(talked_at + interval '180 days', interested_at + interval '365 days', proposal_at + interval '90 days'), last_signal_at
  from numbers`
