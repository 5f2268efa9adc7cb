-- Figures of the whole base read all standings; these are the few contacts that they leave out or count apart.
create index contacts_demo on contacts (workspace_id, id) where is_demo;
create index contacts_organizations on contacts (workspace_id, id) where kind = 'organization';
