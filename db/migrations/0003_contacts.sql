create table contacts (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'person' check (kind in ('person', 'organization')),
  -- Kept by the program from the names, or from the first identity when there is no name.
  display_name text not null default '',
  -- Normalised, first surname first: the order of lists, and how an organisation is found by its name.
  sort_name text collate "C" not null default '',
  -- An organisation's name, or a person's whole name where its parts are not known.
  name text,
  given_name text,
  surname text,
  second_surname text,
  job_title text,
  department text,
  -- What the person does in a purchase.
  decision_role text check (decision_role in ('decides', 'influences', 'uses', 'none')),
  occupation text,
  sector text,
  employees integer check (employees >= 0),
  annual_revenue numeric check (annual_revenue >= 0),
  website text,
  street text,
  city text,
  region text,
  postal_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  language text,
  source text,
  need text,
  about text,
  custom jsonb not null default '{}',
  roles text[] not null default '{}',
  tags text[] not null default '{}',
  owner_id uuid,
  is_demo boolean not null default false,
  -- Normalised names, addresses, numbers and organisations, kept by the program for search.
  search_text text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

-- Search by any part, tolerant of typing errors.
create index contacts_search on contacts using gin (workspace_id, search_text gin_trgm_ops) where deleted_at is null;

-- Lists by name, names that begin with a text, and organisations by their whole name.
create index contacts_by_name on contacts (workspace_id, sort_name, id) where deleted_at is null;

create index contacts_by_created on contacts (workspace_id, created_at, id) where deleted_at is null;

create index contacts_by_owner on contacts (workspace_id, owner_id) where deleted_at is null and owner_id is not null;

create index contacts_by_tag on contacts using gin (workspace_id, tags) where deleted_at is null and tags <> '{}';

-- The bin, emptied after 30 days.
create index contacts_in_bin on contacts (workspace_id, deleted_at) where deleted_at is not null;

-- What finds a contact again: one owner for each value, but a shared telephone (identifying = false) may stand with several.
create table identities (
  workspace_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'external', 'linkedin', 'tax_id', 'domain')),
  -- Normalised: lower-case address, E.164, 'system:id', canonical profile address, id without punctuation, registrable domain.
  value text not null,
  -- As it was given.
  raw text not null default '',
  label text not null default '',
  identifying boolean not null default true,
  is_primary boolean not null default false,
  status text not null default 'ok' check (status in ('ok', 'invalid', 'bouncing')),
  created_at timestamptz not null,
  primary key (workspace_id, contact_id, kind, value),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create unique index identities_identify on identities (workspace_id, kind, value) where identifying;

-- Who else has a shared telephone.
create index identities_shared on identities (workspace_id, kind, value) where not identifying;

-- Persons at organisations.
create table employments (
  workspace_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  job_title text,
  is_primary boolean not null default true,
  created_at timestamptz not null,
  primary key (workspace_id, person_id, organization_id),
  foreign key (workspace_id, person_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references contacts (workspace_id, id) on delete cascade
);

create index employments_of_organization on employments (workspace_id, organization_id);

create table notes (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  body text not null,
  author_id uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- The import or merge that brought it: undone together.
  change_set_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index notes_of_contact on notes (workspace_id, contact_id, created_at desc);

-- Append-only: the newest row of a contact, channel and purpose is in force.
create table consents (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  channel text not null check (channel in ('email', 'phone', 'whatsapp', 'sms', 'post', 'any')),
  purpose text not null default 'marketing',
  state text not null check (state in ('granted', 'objected', 'withdrawn')),
  basis text,
  wording text,
  evidence jsonb not null default '{}',
  source text not null,
  at timestamptz not null,
  recorded_by uuid,
  change_set_id uuid,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index consents_of_contact on consents (workspace_id, contact_id, channel, purpose, at desc);

-- Fields that the workspace added to the catalogue; their values stand in contacts.custom under `key`.
create table custom_fields (
  workspace_id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  type text not null check (type in ('text', 'long_text', 'number', 'money', 'date', 'boolean', 'choice', 'choices', 'url')),
  label_es text not null,
  label_en text not null,
  choices text[] not null default '{}',
  applies_to text[] not null default '{person,organization}',
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, key)
);

-- One act that changed contacts: an edit, a bulk edit, an import, a merge. It can be undone whole.
create table change_sets (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('create', 'edit', 'bulk', 'import', 'merge', 'delete', 'restore', 'undo', 'demo', 'api')),
  -- The set that this one undoes.
  undoes uuid,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null default '',
  summary jsonb not null default '{}',
  at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id)
);

create index change_sets_newest on change_sets (workspace_id, at desc, id);

-- What it did to each contact: only the keys that changed, before and after. `before` is null for a new contact, `after` for a removed one.
create table contact_changes (
  workspace_id uuid not null,
  change_set_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  before jsonb,
  after jsonb,
  primary key (workspace_id, change_set_id, contact_id),
  foreign key (workspace_id, change_set_id) references change_sets (workspace_id, id) on delete cascade
);

-- Who set this fact, when, from where.
create index contact_changes_of_contact on contact_changes (workspace_id, contact_id, at desc);

create table saved_views (
  workspace_id uuid not null,
  id uuid not null,
  screen text not null,
  name text not null,
  -- Null: shared with everyone in the workspace.
  owner_id uuid,
  created_by uuid,
  params jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Contacts whose standing must be worked out again. Appended, never updated, so that storing events does not wait for the worker.
create table changed_contacts (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  primary key (workspace_id, id)
);
