-- What a contact said about a channel is an act of its own, which can be undone.
alter table change_sets drop constraint change_sets_kind_check;

alter table change_sets add constraint change_sets_kind_check
  check (kind in ('create', 'edit', 'bulk', 'import', 'merge', 'consent', 'delete', 'restore', 'undo', 'demo', 'api'));
