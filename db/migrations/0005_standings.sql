create table funnels (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  position integer not null default 0,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);

-- Lifecycle and score model, in numbered versions; a published version is never edited.
create table definitions (
  workspace_id uuid not null,
  funnel_id uuid not null,
  kind text not null check (kind in ('lifecycle', 'score')),
  version integer not null,
  body jsonb not null,
  note text not null default '',
  author_id uuid,
  published_at timestamptz not null,
  primary key (workspace_id, funnel_id, kind, version),
  foreign key (workspace_id, funnel_id) references funnels (workspace_id, id) on delete cascade
);

-- Where each contact stands in each funnel that it has entered: a function of facts, events, definitions and the instant.
create table standings (
  workspace_id uuid not null,
  funnel_id uuid not null,
  contact_id uuid not null,
  -- Null: in the base, but in no stage (a supplier, an employee).
  stage text,
  since timestamptz,
  lifecycle_version integer not null,
  score_version integer not null,
  fit smallint not null default 0,
  -- One number for each group of engagement rules, S = sum of points * 2^((t - landmark) / half-life); a group that never fades holds plain points.
  sums jsonb not null default '{}',
  -- Whole points at `counted_at`; right until `fades_at`, when a shown number changes by itself.
  engagement smallint not null default 0,
  total smallint not null default 0,
  temperature text not null default 'cold' check (temperature in ('cold', 'warm', 'hot')),
  counted_at timestamptz not null,
  fades_at timestamptz,
  -- When the total will fall under the warm threshold if nothing happens.
  turns_cold_at timestamptz,
  -- When a criterion may change its answer because time passes.
  recheck_at timestamptz,
  last_signal_at timestamptz,
  primary key (workspace_id, funnel_id, contact_id),
  foreign key (workspace_id, funnel_id) references funnels (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index standings_of_contact on standings (workspace_id, contact_id);

-- The list, most promising first, all or one stage.
create index standings_by_total on standings (workspace_id, funnel_id, total desc, contact_id);

create index standings_by_stage on standings (workspace_id, funnel_id, stage, total desc, contact_id);

-- The worker's two timers.
create index standings_to_fade on standings (workspace_id, fades_at) where fades_at is not null;

create index standings_to_recheck on standings (workspace_id, recheck_at) where recheck_at is not null;

-- Every move between stages, with its receipt.
create table moves (
  workspace_id uuid not null,
  id uuid not null,
  funnel_id uuid not null,
  contact_id uuid not null,
  from_stage text,
  to_stage text,
  at timestamptz not null,
  lifecycle_version integer not null,
  -- What set it off: an event, a fact, time, a definition, an import, an undo.
  cause text not null,
  -- The explained criterion: each leaf with its truth, and the facts and events that made it so.
  receipt jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create index moves_of_contact on moves (workspace_id, contact_id, at desc);

-- Entries and exits of each stage in a period.
create index moves_by_time on moves (workspace_id, funnel_id, at);
