-- By which contact one that was merged is alive: for events that come with its old id, also when it has left the bin for good.
create index merges_by_taken on change_sets (workspace_id, (summary ->> 'from')) where kind = 'merge';
