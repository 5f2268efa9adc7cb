-- Which framework the draft has the funnel qualify by, and the version in force that it was written from; null: it stays as it is.
alter table definition_drafts
  add column framework jsonb,
  add column framework_version integer,
  add check ((framework is null) = (framework_version is null));

alter table previews
  add column framework jsonb,
  add column framework_version integer,
  add check ((framework is null) = (framework_version is null));

-- Those whose verdict would be another under the draft. No foreign keys, as in preview_standings.
create table preview_verdicts (
  workspace_id uuid not null,
  preview_id uuid not null,
  contact_id uuid not null,
  was_verdict text not null,
  verdict text not null,
  primary key (workspace_id, preview_id, contact_id)
);
