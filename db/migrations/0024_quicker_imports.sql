-- Identities are written in the transaction that has just written and locked their contact's row; a look at it for each
-- of a million says nothing new. Who removes a contact for good removes these with it.
alter table identities drop constraint identities_workspace_id_contact_id_fkey;

-- Two that store much at once must not wait for each other's statistics.
create or replace function refresh_statistics() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) contacts, identities, employments, events, standings;
end $$;
