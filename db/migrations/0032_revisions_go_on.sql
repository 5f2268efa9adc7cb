-- The revision of the funnel's last draft. The next one goes on from there: who still writes in one that was thrown away is told.
alter table funnels add column draft_revision integer not null default 0;

update funnels f set draft_revision = d.revision
from definition_drafts d where d.workspace_id = f.workspace_id and d.funnel_id = f.id;
