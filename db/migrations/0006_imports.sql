create table imports (
  workspace_id uuid not null,
  id uuid not null,
  state text not null default 'uploaded' check (state in ('uploaded', 'mapped', 'checking', 'checked', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
  file_name text not null,
  bytes bigint not null,
  -- Encoding, separator, header line, date and decimal style: detected, then as corrected.
  format jsonb not null default '{}',
  -- What each column becomes.
  mapping jsonb not null default '{}',
  rows_total integer,
  rows_done integer not null default 0,
  counts jsonb not null default '{}',
  error jsonb,
  change_set_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

-- The file as it came, in parts of at most 1 MiB, so that any process can go on with it.
create table import_parts (
  workspace_id uuid not null,
  import_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- What became of each row; its cells stay as evidence.
create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null check (outcome in ('new', 'update', 'duplicate', 'refused')),
  contact_id uuid,
  reasons jsonb not null default '[]',
  cells text[] not null default '{}',
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

create index import_rows_of_contact on import_rows (workspace_id, contact_id) where contact_id is not null;
