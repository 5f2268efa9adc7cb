-- Everybody as of a past day under the definitions in force, worked out by the worker; the newest of each funnel is kept.
create table past_placings (
  workspace_id uuid not null,
  funnel_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  lifecycle_version integer not null,
  score_version integer not null,
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, funnel_id)
);

-- Where each stood that day by its moves, and where these definitions put it. No foreign keys, as in preview_standings.
create table past_standings (
  workspace_id uuid not null,
  placing_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  stood text,
  stage text,
  fit smallint not null,
  engagement smallint not null,
  total smallint not null,
  temperature text not null,
  primary key (workspace_id, placing_id, contact_id)
);

-- Those whom they put elsewhere, the most promising first.
create index past_standings_elsewhere on past_standings (workspace_id, placing_id, total desc, contact_id)
  where stood is distinct from stage;
