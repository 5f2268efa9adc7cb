-- What was published in one act is of one instant. Until now its parts were so some milliseconds apart; two versions of one kind,
-- or parts with other notes, were never one act.
with published as (
  select workspace_id, funnel_id, kind, version, note, published_at from definitions
  union all
  select workspace_id, funnel_id, 'framework', version, note, published_at from qualifications
), begun as (
  select *, coalesce(published_at - lag(published_at) over one_after_another > interval '1 second'
    or note <> lag(note) over one_after_another or kind = lag(kind) over one_after_another, true) as is_first
  from published
  window one_after_another as (partition by workspace_id, funnel_id order by published_at, kind <> 'lifecycle', kind <> 'score', version)
), acts as (
  select *, count(*) filter (where is_first) over (
    partition by workspace_id, funnel_id order by published_at, kind <> 'lifecycle', kind <> 'score', version) as act
  from begun
), instants as (
  select workspace_id, funnel_id, kind, version, min(published_at) over (partition by workspace_id, funnel_id, act) as at from acts
), of_definitions as (
  update definitions d set published_at = i.at from instants i
  where d.workspace_id = i.workspace_id and d.funnel_id = i.funnel_id and d.kind = i.kind and d.version = i.version
    and d.published_at <> i.at
)
update qualifications q set published_at = i.at from instants i
where q.workspace_id = i.workspace_id and q.funnel_id = i.funnel_id and i.kind = 'framework' and q.version = i.version
  and q.published_at <> i.at;
