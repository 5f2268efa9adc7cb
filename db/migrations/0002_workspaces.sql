create table workspaces (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  logo text,
  metadata text,
  locale text not null default 'es' check (locale in ('es', 'en')),
  time_zone text not null default 'Europe/Madrid',
  currency text not null default 'EUR',
  -- What the company sells to: chooses the ready-made definitions.
  market text not null default 'b2b' check (market in ('b2b', 'b2c')),
  created_at timestamptz not null default now()
);

-- Each statement under the program's role sees its own workspace only, like every other tenant table.
alter table workspaces enable row level security;

create policy workspace_only on workspaces using (id = current_workspace());

-- Answers of writes sent with an Idempotency-Key, kept for repetition.
create table idempotency_keys (
  workspace_id uuid not null,
  endpoint text not null,
  key text not null,
  input_hash text not null,
  -- The answer as JSON text, so that it is repeated to the letter; null when there was none.
  answer text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, endpoint, key)
);
