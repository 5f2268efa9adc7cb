-- A published version never changes, so what a program derived from it may be kept under its id.
alter table definitions add column id uuid not null default gen_random_uuid();

alter table definitions alter column id drop default;
