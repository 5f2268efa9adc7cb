-- What a draft would do to everybody, worked out by the worker; the newest of each funnel is kept.
create table previews (
  workspace_id uuid not null,
  funnel_id uuid not null,
  id uuid not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  lifecycle jsonb not null,
  score jsonb not null,
  -- The versions in force that it is compared with.
  lifecycle_version integer not null,
  score_version integer not null,
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, funnel_id)
);

-- Those whose standing would be another under the draft, and what it would be. No foreign keys: a preview of a new score writes a
-- row for nearly everybody, and each would be looked up twice.
create table preview_standings (
  workspace_id uuid not null,
  preview_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  was_stage text,
  stage text,
  fit smallint not null,
  engagement smallint not null,
  was_total smallint not null,
  total smallint not null,
  was_temperature text not null,
  temperature text not null,
  primary key (workspace_id, preview_id, contact_id)
);

-- Those who would move from one stage to another, the most promising first.
create index preview_moves on preview_standings (workspace_id, preview_id, was_stage, stage, total desc, contact_id)
  where was_stage is distinct from stage;
