-- The list of one stage by score, in the order that standings_by_total has.
drop index standings_by_stage;

create index standings_by_stage
  on standings (workspace_id, funnel_id, stage, total desc, coalesce(last_signal_at, '-infinity'::timestamptz) desc, contact_id);
