create table workspaces (
  id uuid primary key,
  name text not null,
  locale text not null default 'es' check (locale in ('es', 'en')),
  time_zone text not null default 'Europe/Madrid',
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  -- What the company sells to: chooses the ready-made definitions.
  market text not null default 'b2b' check (market in ('b2b', 'b2c')),
  -- The two questions of set-up: what makes a prospect, and whether "contact" includes customers.
  prospect_needs text not null default 'click' check (prospect_needs in ('click', 'conversation')),
  contact_means text not null default 'everyone' check (contact_means in ('everyone', 'not_customers')),
  created_at timestamptz not null default now()
);

-- Under the program's role a statement sees its own workspace only, like those of every tenant table.
alter table workspaces enable row level security;

create policy workspace_only on workspaces using (id = current_workspace());

-- People who sign in. They may belong to several workspaces.
create table users (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  locale text not null default 'es' check (locale in ('es', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- Where the person works at the moment; their first workspace when null.
  active_workspace_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index sessions_of_user on sessions (user_id);

-- How a person proves who they are: a password's hash, or an account with a provider.
create table accounts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);

create index accounts_of_user on accounts (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index verifications_by_identifier on verifications (identifier);

create table members (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  -- As in users, kept equal by the program: the program's role reads no table of people.
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'marketing', 'sales', 'reader')),
  created_at timestamptz not null,
  primary key (workspace_id, user_id)
);

create index members_by_user on members (user_id, created_at);

create table invitations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'manager', 'marketing', 'sales', 'reader')),
  secret_hash text not null,
  invited_by uuid,
  invited_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash)
);

create table api_keys (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  secret_hash text not null,
  -- The end of the secret, to tell keys apart.
  ending text not null,
  scopes text[] not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash)
);

-- How often something was tried in a window of time: sign-ins by address and by account.
create table rate_limits (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);

-- What the program keeps to itself, such as the key that signs cookies when none was configured.
create table program_secrets (
  name text primary key,
  value text not null
);

-- Who did what; only ever appended.
create table audit_entries (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'key', 'system')),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_id text,
  subject_name text not null default '',
  details jsonb not null default '{}',
  primary key (workspace_id, id)
);

-- Newest first, whole or of one action.
create index audit_entries_by_action on audit_entries (workspace_id, action, id desc);

create policy never_updated on audit_entries as restrictive for update using (false);

create policy never_deleted on audit_entries as restrictive for delete using (false);

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

create index idempotency_keys_by_end on idempotency_keys (workspace_id, expires_at);
