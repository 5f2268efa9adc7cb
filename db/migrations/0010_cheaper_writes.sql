-- Numbers of a standing are written over and over: with room left on its page a new one touches fewer indexes.
alter table standings set (fillfactor = 80);

-- A row of an import and a change are written in the transaction that made or locked what they belong to; a look at it
-- for each of a million rows says nothing new. Who removes an import or the demo's acts removes these with them.
alter table import_rows drop constraint import_rows_workspace_id_import_id_fkey;

alter table contact_changes drop constraint contact_changes_workspace_id_change_set_id_fkey;
