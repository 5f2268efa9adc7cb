-- Saved criteria with a name of their own.
create table segments (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  description text not null default '',
  about text not null check (about in ('person', 'organization', 'contact')),
  criteria jsonb not null,
  owner_id uuid,
  created_at timestamptz not null,
  -- When the criterion was last written.
  defined_at timestamptz not null,
  -- Null while contacts are still being looked at under that criterion.
  filled_at timestamptz,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create unique index segments_by_name on segments (workspace_id, lower(name)) where deleted_at is null;

-- Who is in a segment (no `until`) or was, each stay a row.
create table segment_members (
  workspace_id uuid not null,
  segment_id uuid not null,
  contact_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  -- Entered or left because the criterion was written, not because of anything that happened.
  since_defined boolean not null default false,
  until_defined boolean not null default false,
  primary key (workspace_id, segment_id, contact_id, since),
  foreign key (workspace_id, segment_id) references segments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- What a contact is in: its criteria's leaf, and each reaction.
create index segment_members_now on segment_members (workspace_id, contact_id, segment_id) where until is null;
create index segment_members_of_contact on segment_members (workspace_id, contact_id);
-- The newest entries and exits of a segment.
create index segment_entries on segment_members (workspace_id, segment_id, since desc, contact_id);
create index segment_exits on segment_members (workspace_id, segment_id, until desc, contact_id) where until is not null;

-- When time alone may bring a contact into a segment or out of one; no row: never.
create table segment_rechecks (
  workspace_id uuid not null,
  contact_id uuid not null,
  recheck_at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index segment_rechecks_due on segment_rechecks (workspace_id, recheck_at);
