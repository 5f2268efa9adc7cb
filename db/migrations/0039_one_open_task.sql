-- What the program promises: a contact has one open at a time of each kind. The newest of those that came at once stays.
update tasks t set removed_at = now()
where t.done_at is null and t.removed_at is null and exists (
  select from tasks other
  where other.workspace_id = t.workspace_id and other.contact_id = t.contact_id and other.kind = t.kind
    and other.done_at is null and other.removed_at is null and other.id > t.id);

create unique index tasks_one_open on tasks (workspace_id, contact_id, kind) where done_at is null and removed_at is null;

-- For the undo of an act.
create index tasks_of_change_set on tasks (workspace_id, change_set_id);

create index tasks_done_by on tasks (workspace_id, done_change_set_id) where done_change_set_id is not null;
