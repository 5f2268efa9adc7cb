create table imports (
  workspace_id uuid not null,
  id uuid not null,
  state text not null default 'uploading' check (state in ('uploading', 'mapped', 'checking', 'checked', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
  file_name text not null,
  bytes bigint not null,
  -- Encoding, separator, header line, date and decimal style: detected, then as corrected.
  format jsonb not null default '{}',
  -- What each column holds, judged from the first rows.
  columns jsonb not null default '[]',
  -- What each column becomes.
  mapping jsonb not null default '{}',
  -- The check or run in hand; one that was overtaken by another sees that it is no longer this one, and ends.
  attempt uuid,
  rows_total integer,
  rows_done integer not null default 0,
  -- The last row that the run has stored, in the same transaction as what came of it.
  cursor integer not null default 0,
  counts jsonb not null default '{}',
  -- Custom fields that the run added to the catalogue.
  new_fields text[] not null default '{}',
  error jsonb,
  change_set_id uuid,
  created_by uuid,
  created_by_name text not null default '',
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

create index imports_newest on imports (workspace_id, created_at desc, id);

-- The file as it came, in parts of at most 1 MiB, so that any process can go on with it.
create table import_parts (
  workspace_id uuid not null,
  import_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- What became of each row; its cells stay as evidence. `line` is the row number that a spreadsheet shows.
create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null check (outcome in ('new', 'update', 'duplicate', 'refused')),
  contact_id uuid,
  -- What is odd about its shape (rows.ts).
  flaw text,
  reasons jsonb not null default '[]',
  cells text[] not null default '{}',
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

create index import_rows_of_contact on import_rows (workspace_id, contact_id) where contact_id is not null;

-- The rows of one outcome, in the order of the file.
create index import_rows_by_outcome on import_rows (workspace_id, import_id, outcome, line);
