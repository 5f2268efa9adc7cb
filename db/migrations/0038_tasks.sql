-- What somebody has still to do about a contact. Its kinds grow with what the program knows to ask for.
create table tasks (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('find_decider')),
  due_at timestamptz not null,
  -- Null: nobody's yet.
  assignee_id uuid,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  -- The act that made it and the one that did it: undone together.
  change_set_id uuid not null,
  done_at timestamptz,
  done_change_set_id uuid,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index tasks_of_contact on tasks (workspace_id, contact_id);

-- Work lists, and what a change may have answered.
create index tasks_open on tasks (workspace_id, due_at) where done_at is null and removed_at is null;

alter table change_sets drop constraint change_sets_kind_check;

alter table change_sets add constraint change_sets_kind_check
  check (kind in ('create', 'edit', 'bulk', 'import', 'merge', 'consent', 'task', 'delete', 'restore', 'undo', 'demo', 'api'));
