-- What follows from an import or a change of many waits for what follows from one act of a person.
alter table changed_contacts add can_wait boolean not null default false;

alter table changed_contacts drop constraint changed_contacts_pkey;

alter table changed_contacts add primary key (workspace_id, can_wait, id);
