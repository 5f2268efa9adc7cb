-- The list by score: of those with the same one, who gave a signal last comes first.
drop index standings_by_total;

create index standings_by_total
  on standings (workspace_id, funnel_id, total desc, coalesce(last_signal_at, '-infinity'::timestamptz) desc, contact_id);
