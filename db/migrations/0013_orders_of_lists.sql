-- Lists by the last signal, by how long in the stage, and by the last change: a page reads its own rows.
create index standings_by_signal on standings (workspace_id, funnel_id, coalesce(last_signal_at, '-infinity'::timestamptz), contact_id);

create index standings_by_since on standings (workspace_id, funnel_id, coalesce(since, '-infinity'::timestamptz), contact_id);

create index contacts_by_updated on contacts (workspace_id, updated_at, id) where deleted_at is null;
