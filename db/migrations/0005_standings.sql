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
  -- One number for each group of engagement rules, in the order of the score model: S = sum of points * 2^((t - landmark) / half-life); a group that never fades holds plain points.
  sums double precision[] not null default '{}',
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
  -- The instant of the evidence that decided; never later than the instant at which the program noticed.
  at timestamptz not null,
  noticed_at timestamptz not null,
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

-- Engagement in whole points, 0 to 100, `t` seconds after the landmark: of each group its sum faded by t / half-life, at most its cap.
-- Half-lives are in seconds, 'Infinity' for a group that never fades; exponents are bounded because power() refuses to underflow.
create function engagement_at(sums double precision[], half_lives double precision[], caps double precision[], t double precision)
  returns smallint
  language plpgsql immutable parallel safe strict
as $$
declare
  points double precision := 0;
begin
  for i in 1 .. cardinality(sums) loop
    points := points + least(caps[i], sums[i] * power(2::float8, least(600, greatest(-600, -t / half_lives[i]))));
  end loop;
  return floor(least(100, greatest(0, points)) + 0.5);
end
$$;

-- The first whole second after `since` (seconds after the landmark) at which engagement_at is under `low` or over `high`; null when that is over 20 years away.
-- Steps are as long as the steepest possible change allows, so that none passes a crossing; between whole seconds the number shown does not change.
create function engagement_leaves(
  sums double precision[], half_lives double precision[], caps double precision[], since double precision, low integer, high integer
)
  returns double precision
  language plpgsql immutable parallel safe strict
as $$
declare
  t double precision := floor(since);
  points double precision;
  worth double precision;
  falling double precision;
  rising double precision;
  step double precision;
begin
  while t < since + 631152000 loop
    points := 0;
    falling := 0;
    rising := 0;
    step := 631152000;
    for i in 1 .. cardinality(sums) loop
      continue when sums[i] = 0;
      worth := sums[i] * power(2::float8, least(600, greatest(-600, -t / half_lives[i])));
      points := points + least(caps[i], worth);
      if worth > caps[i] then
        step := least(step, half_lives[i] * ln(worth / caps[i]) / ln(2::float8));
      elsif worth > 0 then
        falling := falling + worth * 0.6931471805599453 / half_lives[i];
      else
        rising := rising - worth * 0.6931471805599453 / half_lives[i];
      end if;
    end loop;
    if t > since and not floor(least(100, greatest(0, points)) + 0.5) between low and high then
      return t;
    end if;
    if low > 0 and falling > 0 then
      step := least(step, (points - low + 0.5) / falling);
    end if;
    if high < 100 and rising > 0 then
      step := least(step, (high + 0.5 - points) / rising);
    end if;
    if step >= 631152000 then
      return null;
    end if;
    t := greatest(t + 1, floor(t + step));
  end loop;
  return null;
end
$$;

-- After much was stored at once: without fresh statistics the planner takes full tables for empty ones until the next autovacuum.
-- A function, because only a table's owner may analyse it.
create function refresh_statistics() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze contacts, identities, employments, events, standings;
end $$;
