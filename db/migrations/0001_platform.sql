-- Statements are separated by a blank line; each is sent in a call of its own (Citus rule 4).
create extension if not exists pg_trgm;

create extension if not exists unaccent;

create extension if not exists btree_gin;

-- Text as search compares it: without accents or case. The dictionary is named, so the result cannot change with the search path.
create function normalised(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- The workspace of the running transaction; null, and so no rows at all, when none was set.
create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;
