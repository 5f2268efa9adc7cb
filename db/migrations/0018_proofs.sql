-- A check of the score against what came, worked out by the worker; the newest of each question asked are kept.
create table proofs (
  workspace_id uuid not null,
  id uuid not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  question jsonb not null,
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  error jsonb,
  asked_by_name text not null default '',
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
