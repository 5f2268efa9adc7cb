-- Frameworks that the workspace wrote: funnels use them as they use the ready-made ones, each publication a copy.
create table frameworks (
  workspace_id uuid not null,
  key text not null,
  framework jsonb not null,
  -- How often it was written: two people do not overwrite each other.
  revision integer not null,
  author_name text not null,
  saved_at timestamptz not null,
  primary key (workspace_id, key)
);
