-- Signals that the workspace added to the catalogue of events.
create table custom_event_types (
  workspace_id uuid not null,
  name text not null check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  channel text not null,
  direction text not null check (direction in ('in', 'out', 'two', 'none')),
  weight smallint not null default 0 check (weight between -3 and 3),
  label_es text not null,
  label_en text not null,
  created_at timestamptz not null,
  primary key (workspace_id, name)
);

-- Everything that happened. The id is made from the sender's message id, so the primary key stores each once.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  name text not null,
  -- From the contact, from us, a conversation, or none.
  direction text not null check (direction in ('in', 'out', 'two', 'none')),
  at timestamptz not null,
  -- A message becomes a conversation at this instant: when one side has answered the other. Kept by pairMessages.
  two_way_at timestamptz,
  received_at timestamptz not null,
  by_robot boolean not null default false,
  source text not null,
  -- The import, demo or person's act that brought it: undone together.
  change_set_id uuid,
  actor_id uuid,
  properties jsonb not null default '{}',
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- A contact's timeline; all that scoring and criteria read.
create index events_of_contact on events (workspace_id, contact_id, at desc);

create index events_of_change_set on events (workspace_id, change_set_id) where change_set_id is not null;
