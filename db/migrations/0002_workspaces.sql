create table workspaces (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  logo text,
  metadata text,
  locale text not null default 'es' check (locale in ('es', 'en')),
  time_zone text not null default 'Europe/Madrid',
  currency text not null default 'EUR',
  -- What the company sells to: chooses the ready-made definitions.
  market text not null default 'b2b' check (market in ('b2b', 'b2c')),
  created_at timestamptz not null default now()
);
