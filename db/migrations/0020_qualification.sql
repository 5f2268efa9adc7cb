-- Answers to questions of qualification, by the question's key, and why somebody is not worth a seller's time: facts like any other.
alter table contacts add column answers jsonb not null default '{}';
alter table contacts add column disqualified jsonb;

-- The report of reasons.
create index contacts_disqualified on contacts (workspace_id, (disqualified ->> 'at')) where disqualified is not null;

-- How each funnel qualifies, in numbered versions; a published version is never edited.
create table qualifications (
  workspace_id uuid not null,
  funnel_id uuid not null,
  version integer not null,
  framework jsonb not null,
  note text not null default '',
  author_name text not null,
  published_at timestamptz not null,
  primary key (workspace_id, funnel_id, version),
  foreign key (workspace_id, funnel_id) references funnels (workspace_id, id) on delete cascade
);

-- What the answers of those who have any come to: a function of facts, events, framework and the instant. No row: nothing is known.
create table verdicts (
  workspace_id uuid not null,
  funnel_id uuid not null,
  contact_id uuid not null,
  verdict text not null check (verdict in ('qualified', 'not_yet', 'research', 'disqualified')),
  -- When time alone may change it: an answer expires, somebody disqualified wakes up.
  recheck_at timestamptz,
  primary key (workspace_id, funnel_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index verdicts_to_recheck on verdicts (workspace_id, recheck_at) where recheck_at is not null;

-- The list of those who are qualified, or disqualified.
create index verdicts_by_verdict on verdicts (workspace_id, funnel_id, verdict, contact_id);
