-- An identity by its value, as before, and now also by how it begins, whatever the database's collation: a search as one types.
drop index identities_identify;

create unique index identities_identify on identities (workspace_id, kind, value text_pattern_ops) where identifying;

drop index identities_shared;

create index identities_shared on identities (workspace_id, kind, value text_pattern_ops) where not identifying;
