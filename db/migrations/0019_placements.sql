-- Somebody put a contact into a stage by hand, against what the criteria say, until a day or until it is taken back.
create table placements (
  workspace_id uuid not null,
  id uuid not null,
  funnel_id uuid not null,
  contact_id uuid not null,
  -- Null: into none.
  stage text,
  reason text not null check (reason <> ''),
  until timestamptz,
  placed_by uuid,
  placed_by_name text not null,
  placed_at timestamptz not null,
  -- Taken back, or another took its place; kept, so that a past day can be told.
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- Whoever is placed again is looked up here; few are placed by hand at all.
create index placements_of_contact on placements (workspace_id, contact_id);
