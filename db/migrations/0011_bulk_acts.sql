-- One change to many contacts, worked off in parts: what is done, to whom, and how far it has come. Its id is that of its change set.
create table bulk_acts (
  workspace_id uuid not null,
  id uuid not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'stopped')),
  -- {"change": …} or {"bin": true}.
  work jsonb not null,
  -- In the order of the work; those that matched when it was asked for. None once it has ended.
  contact_ids uuid[] not null,
  total integer not null,
  -- How many have had their turn, in the same transaction as what became of them.
  done integer not null default 0,
  changed integer not null default 0,
  refused integer not null default 0,
  error jsonb,
  actor_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create index bulk_acts_running on bulk_acts (workspace_id, created_at) where state = 'running';
