-- How promising they were when the preview was made, so that its pages stay in one order while scores change.
alter table preview_verdicts add column total smallint not null default 0;

-- Those whose verdict would go one way, the most promising first.
create index preview_rejudged on preview_verdicts (workspace_id, preview_id, was_verdict, verdict, total desc, contact_id);
