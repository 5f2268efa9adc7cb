-- The draft of a funnel's definitions: one, which all who may change them see together, until it is published or discarded.
create table definition_drafts (
  workspace_id uuid not null,
  funnel_id uuid not null,
  lifecycle jsonb not null,
  score jsonb not null,
  -- The versions that it was written from: it is not published over others.
  lifecycle_version integer not null,
  score_version integer not null,
  -- One more with each change, so that two who change it at once notice.
  revision integer not null default 1,
  touched_by uuid,
  touched_by_name text not null,
  touched_at timestamptz not null,
  primary key (workspace_id, funnel_id),
  foreign key (workspace_id, funnel_id) references funnels (workspace_id, id) on delete cascade
);
