-- A move on evidence that was withdrawn since, and the one that took it back: they stay in the history and count in no report.
alter table moves add taken_back boolean not null default false;

-- Home counts the moves of a period from the index alone.
drop index moves_by_time;

create index moves_by_time on moves (workspace_id, funnel_id, at) include (contact_id, from_stage, to_stage, cause, taken_back);
