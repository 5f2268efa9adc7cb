-- Made by npm run schema from db/migrations; not edited by hand.

extension btree_gin
extension pg_trgm
extension unaccent
CREATE OR REPLACE FUNCTION public.current_workspace()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION public.engagement_at(sums double precision[], half_lives double precision[], caps double precision[], t double precision)
 RETURNS smallint
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  points double precision := 0;
begin
  for i in 1 .. cardinality(sums) loop
    points := points + least(caps[i], sums[i] * power(2::float8, least(600, greatest(-600, -t / half_lives[i]))));
  end loop;
  return floor(least(100, greatest(0, points)) + 0.5);
end
$function$

CREATE OR REPLACE FUNCTION public.engagement_leaves(sums double precision[], half_lives double precision[], caps double precision[], since double precision, low integer, high integer)
 RETURNS double precision
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
$function$

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, job_key text, run_at timestamp with time zone, attempts integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => attempts, job_key => job_key) AS add_job;
END

CREATE OR REPLACE FUNCTION public.normalised(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value))

CREATE OR REPLACE FUNCTION public.refresh_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  analyze (skip_locked) contacts, identities, employments, events, standings;
end $function$


table accounts
  id uuid not null
  user_id uuid not null
  account_id text not null
  provider_id text not null
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  password text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  accounts_pkey PRIMARY KEY (id)
  accounts_provider_id_account_id_key UNIQUE (provider_id, account_id)
  accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
  CREATE INDEX accounts_of_user ON public.accounts USING btree (user_id)

table api_keys (row-level security)
  workspace_id uuid not null
  id uuid not null
  name text not null
  secret_hash text not null
  ending text not null
  scopes text[] not null
  created_by uuid
  created_by_name text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  api_keys_pkey PRIMARY KEY (workspace_id, id)
  api_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  api_keys_workspace_id_secret_hash_key UNIQUE (workspace_id, secret_hash)
  policy workspace_only using (workspace_id = current_workspace())

table audit_entries (row-level security)
  workspace_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  actor_kind text not null
  actor_id uuid
  actor_name text not null
  action text not null
  subject_id text
  subject_name text not null default ''::text
  details jsonb not null default '{}'::jsonb
  audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'key'::text, 'system'::text])))
  audit_entries_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX audit_entries_by_action ON public.audit_entries USING btree (workspace_id, action, id DESC)
  policy never_deleted using false
  policy never_updated using false
  policy workspace_only using (workspace_id = current_workspace())

table bulk_acts (row-level security)
  workspace_id uuid not null
  id uuid not null
  state text not null default 'running'::text
  work jsonb not null
  contact_ids uuid[] not null
  total integer not null
  done integer not null default 0
  changed integer not null default 0
  refused integer not null default 0
  error jsonb
  actor_id uuid
  created_at timestamp with time zone not null
  bulk_acts_pkey PRIMARY KEY (workspace_id, id)
  bulk_acts_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
  CREATE INDEX bulk_acts_running ON public.bulk_acts USING btree (workspace_id, created_at) WHERE (state = 'running'::text)
  policy workspace_only using (workspace_id = current_workspace())

table change_sets (row-level security)
  workspace_id uuid not null
  id uuid not null
  kind text not null
  undoes uuid
  actor_kind text not null
  actor_id uuid
  actor_name text not null default ''::text
  summary jsonb not null default '{}'::jsonb
  at timestamp with time zone not null
  undone_at timestamp with time zone
  change_sets_kind_check CHECK ((kind = ANY (ARRAY['create'::text, 'edit'::text, 'bulk'::text, 'import'::text, 'merge'::text, 'consent'::text, 'task'::text, 'delete'::text, 'restore'::text, 'undo'::text, 'demo'::text, 'api'::text])))
  change_sets_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX change_sets_newest ON public.change_sets USING btree (workspace_id, at DESC, id)
  CREATE INDEX merges_by_taken ON public.change_sets USING btree (workspace_id, ((summary ->> 'from'::text))) WHERE (kind = 'merge'::text)
  policy workspace_only using (workspace_id = current_workspace())

table changed_contacts (row-level security)
  workspace_id uuid not null
  id uuid not null
  contact_id uuid not null
  can_wait boolean not null default false
  changed_contacts_pkey PRIMARY KEY (workspace_id, can_wait, id)
  policy workspace_only using (workspace_id = current_workspace())

table consents (row-level security)
  workspace_id uuid not null
  id uuid not null
  contact_id uuid not null
  channel text not null
  purpose text not null default 'marketing'::text
  state text not null
  basis text
  wording text
  evidence jsonb not null default '{}'::jsonb
  source text not null
  at timestamp with time zone not null
  recorded_by uuid
  change_set_id uuid
  withdrawn_at timestamp with time zone
  consents_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'whatsapp'::text, 'sms'::text, 'post'::text, 'any'::text])))
  consents_pkey PRIMARY KEY (workspace_id, id)
  consents_state_check CHECK ((state = ANY (ARRAY['granted'::text, 'objected'::text, 'withdrawn'::text])))
  consents_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX consents_of_contact ON public.consents USING btree (workspace_id, contact_id, channel, purpose, at DESC)
  policy workspace_only using (workspace_id = current_workspace())

table contact_changes (row-level security)
  workspace_id uuid not null
  change_set_id uuid not null
  contact_id uuid not null
  at timestamp with time zone not null
  before jsonb
  after json
  contact_changes_pkey PRIMARY KEY (workspace_id, change_set_id, contact_id)
  CREATE INDEX contact_changes_of_contact ON public.contact_changes USING btree (workspace_id, contact_id, at DESC)
  policy workspace_only using (workspace_id = current_workspace())

table contacts (row-level security)
  workspace_id uuid not null
  id uuid not null
  kind text not null default 'person'::text
  display_name text not null default ''::text
  sort_name text not null default ''::text
  name text
  given_name text
  surname text
  second_surname text
  job_title text
  department text
  decision_role text
  occupation text
  sector text
  employees integer
  annual_revenue numeric
  website text
  street text
  city text
  region text
  postal_code text
  country text
  language text
  source text
  need text
  about text
  custom jsonb not null default '{}'::jsonb
  roles text[] not null default '{}'::text[]
  tags text[] not null default '{}'::text[]
  owner_id uuid
  is_demo boolean not null default false
  search_text text not null default ''::text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  deleted_at timestamp with time zone
  answers jsonb not null default '{}'::jsonb
  disqualified jsonb
  contacts_annual_revenue_check CHECK ((annual_revenue >= (0)::numeric))
  contacts_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  contacts_decision_role_check CHECK ((decision_role = ANY (ARRAY['decides'::text, 'influences'::text, 'uses'::text, 'none'::text])))
  contacts_employees_check CHECK ((employees >= 0))
  contacts_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text])))
  contacts_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX contacts_by_created ON public.contacts USING btree (workspace_id, created_at, id) WHERE (deleted_at IS NULL)
  CREATE INDEX contacts_by_name ON public.contacts USING btree (workspace_id, sort_name, id) WHERE (deleted_at IS NULL)
  CREATE INDEX contacts_by_owner ON public.contacts USING btree (workspace_id, owner_id) WHERE ((deleted_at IS NULL) AND (owner_id IS NOT NULL))
  CREATE INDEX contacts_by_tag ON public.contacts USING gin (workspace_id, tags) WHERE ((deleted_at IS NULL) AND (tags <> '{}'::text[]))
  CREATE INDEX contacts_by_updated ON public.contacts USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL)
  CREATE INDEX contacts_demo ON public.contacts USING btree (workspace_id, id) WHERE is_demo
  CREATE INDEX contacts_disqualified ON public.contacts USING btree (workspace_id, ((disqualified ->> 'at'::text))) WHERE (disqualified IS NOT NULL)
  CREATE INDEX contacts_in_bin ON public.contacts USING btree (workspace_id, deleted_at) WHERE (deleted_at IS NOT NULL)
  CREATE INDEX contacts_organizations ON public.contacts USING btree (workspace_id, id) WHERE (kind = 'organization'::text)
  CREATE INDEX contacts_search ON public.contacts USING gin (workspace_id, search_text gin_trgm_ops) WHERE (deleted_at IS NULL)
  policy workspace_only using (workspace_id = current_workspace())

table custom_event_types (row-level security)
  workspace_id uuid not null
  name text not null
  channel text not null
  direction text not null
  weight smallint not null default 0
  label_es text not null
  label_en text not null
  created_at timestamp with time zone not null
  custom_event_types_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'two'::text, 'none'::text])))
  custom_event_types_name_check CHECK ((name ~ '^[a-z][a-z0-9_]{0,62}$'::text))
  custom_event_types_pkey PRIMARY KEY (workspace_id, name)
  custom_event_types_weight_check CHECK (((weight >= '-3'::integer) AND (weight <= 3)))
  policy workspace_only using (workspace_id = current_workspace())

table custom_fields (row-level security)
  workspace_id uuid not null
  key text not null
  type text not null
  label_es text not null
  label_en text not null
  choices text[] not null default '{}'::text[]
  applies_to text[] not null default '{person,organization}'::text[]
  created_at timestamp with time zone not null
  deleted_at timestamp with time zone
  custom_fields_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,62}$'::text))
  custom_fields_pkey PRIMARY KEY (workspace_id, key)
  custom_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'long_text'::text, 'number'::text, 'money'::text, 'date'::text, 'boolean'::text, 'choice'::text, 'choices'::text, 'url'::text])))
  policy workspace_only using (workspace_id = current_workspace())

table definition_drafts (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  lifecycle jsonb not null
  score jsonb not null
  lifecycle_version integer not null
  score_version integer not null
  revision integer not null default 1
  touched_by uuid
  touched_by_name text not null
  touched_at timestamp with time zone not null
  framework jsonb
  framework_version integer
  definition_drafts_check CHECK (((framework IS NULL) = (framework_version IS NULL)))
  definition_drafts_pkey PRIMARY KEY (workspace_id, funnel_id)
  definition_drafts_workspace_id_funnel_id_fkey FOREIGN KEY (workspace_id, funnel_id) REFERENCES funnels(workspace_id, id) ON DELETE CASCADE
  policy workspace_only using (workspace_id = current_workspace())

table definitions (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  kind text not null
  version integer not null
  body jsonb not null
  note text not null default ''::text
  author_id uuid
  published_at timestamp with time zone not null
  id uuid not null
  definitions_kind_check CHECK ((kind = ANY (ARRAY['lifecycle'::text, 'score'::text])))
  definitions_pkey PRIMARY KEY (workspace_id, funnel_id, kind, version)
  definitions_workspace_id_funnel_id_fkey FOREIGN KEY (workspace_id, funnel_id) REFERENCES funnels(workspace_id, id) ON DELETE CASCADE
  policy workspace_only using (workspace_id = current_workspace())

table employments (row-level security)
  workspace_id uuid not null
  person_id uuid not null
  organization_id uuid not null
  job_title text
  is_primary boolean not null default true
  created_at timestamp with time zone not null
  employments_pkey PRIMARY KEY (workspace_id, person_id, organization_id)
  employments_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  employments_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX employments_of_organization ON public.employments USING btree (workspace_id, organization_id)
  policy workspace_only using (workspace_id = current_workspace())

table events (row-level security)
  workspace_id uuid not null
  id uuid not null
  contact_id uuid not null
  name text not null
  direction text not null
  at timestamp with time zone not null
  two_way_at timestamp with time zone
  received_at timestamp with time zone not null
  by_robot boolean not null default false
  source text not null
  change_set_id uuid
  actor_id uuid
  properties jsonb not null default '{}'::jsonb
  withdrawn_at timestamp with time zone
  events_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'two'::text, 'none'::text])))
  events_pkey PRIMARY KEY (workspace_id, id)
  events_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX events_of_change_set ON public.events USING btree (workspace_id, change_set_id) WHERE (change_set_id IS NOT NULL)
  CREATE INDEX events_of_contact ON public.events USING btree (workspace_id, contact_id, at DESC)
  CREATE INDEX messages_of_contact ON public.events USING btree (workspace_id, contact_id, at) WHERE (name = ANY (ARRAY['linkedin_message_sent'::text, 'linkedin_replied'::text, 'email_sent'::text, 'email_received'::text, 'email_replied'::text, 'whatsapp_sent'::text, 'whatsapp_received'::text, 'chat'::text]))
  policy workspace_only using (workspace_id = current_workspace())

table frameworks (row-level security)
  workspace_id uuid not null
  key text not null
  framework jsonb not null
  revision integer not null
  author_name text not null
  saved_at timestamp with time zone not null
  frameworks_pkey PRIMARY KEY (workspace_id, key)
  policy workspace_only using (workspace_id = current_workspace())

table funnels (row-level security)
  workspace_id uuid not null
  id uuid not null
  key text not null
  name_es text not null
  position integer not null default 0
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  name_en text not null default ''::text
  draft_revision integer not null default 0
  funnels_pkey PRIMARY KEY (workspace_id, id)
  funnels_workspace_id_key_key UNIQUE (workspace_id, key)
  policy workspace_only using (workspace_id = current_workspace())

table idempotency_keys (row-level security)
  workspace_id uuid not null
  endpoint text not null
  key text not null
  input_hash text not null
  answer text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  idempotency_keys_pkey PRIMARY KEY (workspace_id, endpoint, key)
  CREATE INDEX idempotency_keys_by_end ON public.idempotency_keys USING btree (workspace_id, expires_at)
  policy workspace_only using (workspace_id = current_workspace())

table identities (row-level security)
  workspace_id uuid not null
  contact_id uuid not null
  kind text not null
  value text not null
  raw text not null default ''::text
  label text not null default ''::text
  identifying boolean not null default true
  is_primary boolean not null default false
  status text not null default 'ok'::text
  created_at timestamp with time zone not null
  identities_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'external'::text, 'linkedin'::text, 'tax_id'::text, 'domain'::text])))
  identities_pkey PRIMARY KEY (workspace_id, contact_id, kind, value)
  identities_status_check CHECK ((status = ANY (ARRAY['ok'::text, 'invalid'::text, 'bouncing'::text])))
  CREATE INDEX identities_shared ON public.identities USING btree (workspace_id, kind, value text_pattern_ops) WHERE (NOT identifying)
  CREATE UNIQUE INDEX identities_identify ON public.identities USING btree (workspace_id, kind, value text_pattern_ops) WHERE identifying
  policy workspace_only using (workspace_id = current_workspace())

table import_parts (row-level security)
  workspace_id uuid not null
  import_id uuid not null
  part integer not null
  bytes bytea not null
  import_parts_pkey PRIMARY KEY (workspace_id, import_id, part)
  import_parts_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id) ON DELETE CASCADE
  policy workspace_only using (workspace_id = current_workspace())

table import_rows (row-level security)
  workspace_id uuid not null
  import_id uuid not null
  line integer not null
  outcome text not null
  contact_id uuid
  flaw text
  reasons jsonb not null default '[]'::jsonb
  cells text[] not null default '{}'::text[]
  import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'update'::text, 'duplicate'::text, 'refused'::text])))
  import_rows_pkey PRIMARY KEY (workspace_id, import_id, line)
  CREATE INDEX import_rows_by_outcome ON public.import_rows USING btree (workspace_id, import_id, outcome, line)
  CREATE INDEX import_rows_of_contact ON public.import_rows USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL)
  policy workspace_only using (workspace_id = current_workspace())

table imports (row-level security)
  workspace_id uuid not null
  id uuid not null
  state text not null default 'uploading'::text
  file_name text not null
  bytes bigint not null
  format jsonb not null default '{}'::jsonb
  columns jsonb not null default '[]'::jsonb
  mapping jsonb not null default '{}'::jsonb
  attempt uuid
  rows_total integer
  rows_done integer not null default 0
  cursor integer not null default 0
  counts jsonb not null default '{}'::jsonb
  new_fields text[] not null default '{}'::text[]
  error jsonb
  change_set_id uuid
  created_by uuid
  created_by_name text not null default ''::text
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  imports_pkey PRIMARY KEY (workspace_id, id)
  imports_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'mapped'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
  CREATE INDEX imports_newest ON public.imports USING btree (workspace_id, created_at DESC, id)
  policy workspace_only using (workspace_id = current_workspace())

table invitations (row-level security)
  workspace_id uuid not null
  id uuid not null
  email text not null
  role text not null
  secret_hash text not null
  invited_by uuid
  invited_by_name text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  accepted_at timestamp with time zone
  revoked_at timestamp with time zone
  invitations_email_check CHECK ((email = lower(email)))
  invitations_pkey PRIMARY KEY (workspace_id, id)
  invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'marketing'::text, 'sales'::text, 'reader'::text])))
  invitations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  invitations_workspace_id_secret_hash_key UNIQUE (workspace_id, secret_hash)
  policy workspace_only using (workspace_id = current_workspace())

table members (row-level security)
  workspace_id uuid not null
  user_id uuid not null
  name text not null
  email text not null
  role text not null
  created_at timestamp with time zone not null
  members_pkey PRIMARY KEY (workspace_id, user_id)
  members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'marketing'::text, 'sales'::text, 'reader'::text])))
  members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
  members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CREATE INDEX members_by_user ON public.members USING btree (user_id, created_at)
  policy workspace_only using (workspace_id = current_workspace())

table migrations
  name text not null
  hash text not null
  run_at timestamp with time zone not null default now()
  migrations_pkey PRIMARY KEY (name)

table moves (row-level security)
  workspace_id uuid not null
  id uuid not null
  funnel_id uuid not null
  contact_id uuid not null
  from_stage text
  to_stage text
  at timestamp with time zone not null
  noticed_at timestamp with time zone not null
  lifecycle_version integer not null
  cause text not null
  receipt jsonb not null
  taken_back boolean not null default false
  moves_pkey PRIMARY KEY (workspace_id, id)
  moves_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX moves_by_publication ON public.moves USING btree (workspace_id, funnel_id, at) WHERE (cause = 'definition'::text)
  CREATE INDEX moves_by_time ON public.moves USING btree (workspace_id, funnel_id, at) INCLUDE (contact_id, from_stage, to_stage, cause, taken_back)
  CREATE INDEX moves_made ON public.moves USING btree (workspace_id, funnel_id, at DESC, id DESC) WHERE (cause <> 'definition'::text)
  CREATE INDEX moves_of_contact ON public.moves USING btree (workspace_id, contact_id, at DESC)
  policy workspace_only using (workspace_id = current_workspace())

table notes (row-level security)
  workspace_id uuid not null
  id uuid not null
  contact_id uuid not null
  body text not null
  author_id uuid
  created_at timestamp with time zone not null
  edited_at timestamp with time zone
  deleted_at timestamp with time zone
  change_set_id uuid
  notes_pkey PRIMARY KEY (workspace_id, id)
  notes_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX notes_of_contact ON public.notes USING btree (workspace_id, contact_id, created_at DESC)
  policy workspace_only using (workspace_id = current_workspace())

table past_placings (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  state text not null default 'running'::text
  lifecycle_version integer not null
  score_version integer not null
  done integer not null default 0
  total integer not null default 0
  result jsonb
  asked_at timestamp with time zone not null
  finished_at timestamp with time zone
  past_placings_pkey PRIMARY KEY (workspace_id, funnel_id)
  past_placings_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
  policy workspace_only using (workspace_id = current_workspace())

table past_standings (row-level security)
  workspace_id uuid not null
  placing_id uuid not null
  contact_id uuid not null
  kind text not null
  stood text
  stage text
  fit smallint not null
  engagement smallint not null
  total smallint not null
  temperature text not null
  past_standings_pkey PRIMARY KEY (workspace_id, placing_id, contact_id)
  CREATE INDEX past_standings_elsewhere ON public.past_standings USING btree (workspace_id, placing_id, total DESC, contact_id) WHERE (stood IS DISTINCT FROM stage)
  policy workspace_only using (workspace_id = current_workspace())

table placements (row-level security)
  workspace_id uuid not null
  id uuid not null
  funnel_id uuid not null
  contact_id uuid not null
  stage text
  reason text not null
  until timestamp with time zone
  placed_by uuid
  placed_by_name text not null
  placed_at timestamp with time zone not null
  removed_at timestamp with time zone
  placements_pkey PRIMARY KEY (workspace_id, id)
  placements_reason_check CHECK ((reason <> ''::text))
  placements_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX placements_of_contact ON public.placements USING btree (workspace_id, contact_id)
  policy workspace_only using (workspace_id = current_workspace())

table preview_standings (row-level security)
  workspace_id uuid not null
  preview_id uuid not null
  contact_id uuid not null
  kind text not null
  was_stage text
  stage text
  fit smallint not null
  engagement smallint not null
  was_total smallint not null
  total smallint not null
  was_temperature text not null
  temperature text not null
  preview_standings_pkey PRIMARY KEY (workspace_id, preview_id, contact_id)
  CREATE INDEX preview_moves ON public.preview_standings USING btree (workspace_id, preview_id, was_stage, stage, total DESC, contact_id) WHERE (was_stage IS DISTINCT FROM stage)
  policy workspace_only using (workspace_id = current_workspace())

table preview_verdicts (row-level security)
  workspace_id uuid not null
  preview_id uuid not null
  contact_id uuid not null
  was_verdict text not null
  verdict text not null
  total smallint not null default 0
  preview_verdicts_pkey PRIMARY KEY (workspace_id, preview_id, contact_id)
  CREATE INDEX preview_rejudged ON public.preview_verdicts USING btree (workspace_id, preview_id, was_verdict, verdict, total DESC, contact_id)
  policy workspace_only using (workspace_id = current_workspace())

table previews (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  id uuid not null
  state text not null default 'running'::text
  lifecycle jsonb not null
  score jsonb not null
  lifecycle_version integer not null
  score_version integer not null
  done integer not null default 0
  total integer not null default 0
  result jsonb
  asked_at timestamp with time zone not null
  finished_at timestamp with time zone
  framework jsonb
  framework_version integer
  previews_check CHECK (((framework IS NULL) = (framework_version IS NULL)))
  previews_pkey PRIMARY KEY (workspace_id, funnel_id)
  previews_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
  policy workspace_only using (workspace_id = current_workspace())

table program_secrets
  name text not null
  value text not null
  program_secrets_pkey PRIMARY KEY (name)

table proofs (row-level security)
  workspace_id uuid not null
  id uuid not null
  state text not null default 'running'::text
  question jsonb not null
  done integer not null default 0
  total integer not null default 0
  result jsonb
  error jsonb
  asked_by_name text not null default ''::text
  asked_at timestamp with time zone not null
  finished_at timestamp with time zone
  step text not null default 'choosing'::text
  proofs_pkey PRIMARY KEY (workspace_id, id)
  proofs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
  proofs_step_check CHECK ((step = ANY (ARRAY['choosing'::text, 'looking'::text, 'learning'::text])))
  policy workspace_only using (workspace_id = current_workspace())

table qualifications (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  version integer not null
  framework jsonb not null
  note text not null default ''::text
  author_name text not null
  published_at timestamp with time zone not null
  qualifications_pkey PRIMARY KEY (workspace_id, funnel_id, version)
  qualifications_workspace_id_funnel_id_fkey FOREIGN KEY (workspace_id, funnel_id) REFERENCES funnels(workspace_id, id) ON DELETE CASCADE
  policy workspace_only using (workspace_id = current_workspace())

table rate_limits
  key text not null
  count integer not null
  ends_at timestamp with time zone not null
  rate_limits_pkey PRIMARY KEY (key)

table saved_views (row-level security)
  workspace_id uuid not null
  id uuid not null
  screen text not null
  name text not null
  owner_id uuid
  created_by uuid
  params jsonb not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  saved_views_pkey PRIMARY KEY (workspace_id, id)
  policy workspace_only using (workspace_id = current_workspace())

table segment_members (row-level security)
  workspace_id uuid not null
  segment_id uuid not null
  contact_id uuid not null
  since timestamp with time zone not null
  until timestamp with time zone
  since_defined boolean not null default false
  until_defined boolean not null default false
  segment_members_pkey PRIMARY KEY (workspace_id, segment_id, contact_id, since)
  segment_members_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  segment_members_workspace_id_segment_id_fkey FOREIGN KEY (workspace_id, segment_id) REFERENCES segments(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX segment_entries ON public.segment_members USING btree (workspace_id, segment_id, since DESC, contact_id)
  CREATE INDEX segment_exits ON public.segment_members USING btree (workspace_id, segment_id, until DESC, contact_id) WHERE (until IS NOT NULL)
  CREATE INDEX segment_members_now ON public.segment_members USING btree (workspace_id, contact_id, segment_id) WHERE (until IS NULL)
  CREATE INDEX segment_members_of_contact ON public.segment_members USING btree (workspace_id, contact_id)
  policy workspace_only using (workspace_id = current_workspace())

table segment_rechecks (row-level security)
  workspace_id uuid not null
  contact_id uuid not null
  recheck_at timestamp with time zone not null
  segment_rechecks_pkey PRIMARY KEY (workspace_id, contact_id)
  segment_rechecks_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX segment_rechecks_due ON public.segment_rechecks USING btree (workspace_id, recheck_at)
  policy workspace_only using (workspace_id = current_workspace())

table segments (row-level security)
  workspace_id uuid not null
  id uuid not null
  name text not null
  description text not null default ''::text
  about text not null
  criteria jsonb not null
  owner_id uuid
  created_at timestamp with time zone not null
  defined_at timestamp with time zone not null
  filled_at timestamp with time zone
  deleted_at timestamp with time zone
  segments_about_check CHECK ((about = ANY (ARRAY['person'::text, 'organization'::text, 'contact'::text])))
  segments_name_check CHECK ((name <> ''::text))
  segments_pkey PRIMARY KEY (workspace_id, id)
  CREATE UNIQUE INDEX segments_by_name ON public.segments USING btree (workspace_id, lower(name)) WHERE (deleted_at IS NULL)
  policy workspace_only using (workspace_id = current_workspace())

table sessions
  id uuid not null
  user_id uuid not null
  token text not null
  expires_at timestamp with time zone not null
  ip_address text
  user_agent text
  active_workspace_id uuid
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  sessions_pkey PRIMARY KEY (id)
  sessions_token_key UNIQUE (token)
  sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
  CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id)

table standings (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  contact_id uuid not null
  stage text
  since timestamp with time zone
  lifecycle_version integer not null
  score_version integer not null
  fit smallint not null default 0
  sums double precision[] not null default '{}'::double precision[]
  engagement smallint not null default 0
  total smallint not null default 0
  temperature text not null default 'cold'::text
  counted_at timestamp with time zone not null
  fades_at timestamp with time zone
  turns_cold_at timestamp with time zone
  recheck_at timestamp with time zone
  last_signal_at timestamp with time zone
  standings_pkey PRIMARY KEY (workspace_id, funnel_id, contact_id)
  standings_temperature_check CHECK ((temperature = ANY (ARRAY['cold'::text, 'warm'::text, 'hot'::text])))
  standings_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  standings_workspace_id_funnel_id_fkey FOREIGN KEY (workspace_id, funnel_id) REFERENCES funnels(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX standings_by_signal ON public.standings USING btree (workspace_id, funnel_id, COALESCE(last_signal_at, '-infinity'::timestamp with time zone), contact_id)
  CREATE INDEX standings_by_since ON public.standings USING btree (workspace_id, funnel_id, COALESCE(since, '-infinity'::timestamp with time zone), contact_id)
  CREATE INDEX standings_by_stage ON public.standings USING btree (workspace_id, funnel_id, stage, total DESC, COALESCE(last_signal_at, '-infinity'::timestamp with time zone) DESC, contact_id)
  CREATE INDEX standings_by_total ON public.standings USING btree (workspace_id, funnel_id, total DESC, COALESCE(last_signal_at, '-infinity'::timestamp with time zone) DESC, contact_id)
  CREATE INDEX standings_of_contact ON public.standings USING btree (workspace_id, contact_id)
  CREATE INDEX standings_to_fade ON public.standings USING btree (workspace_id, fades_at) WHERE (fades_at IS NOT NULL)
  CREATE INDEX standings_to_recheck ON public.standings USING btree (workspace_id, recheck_at) WHERE (recheck_at IS NOT NULL)
  policy workspace_only using (workspace_id = current_workspace())

table tasks (row-level security)
  workspace_id uuid not null
  id uuid not null
  contact_id uuid not null
  kind text not null
  due_at timestamp with time zone not null
  assignee_id uuid
  made_by uuid
  made_by_name text not null
  made_at timestamp with time zone not null
  change_set_id uuid not null
  done_at timestamp with time zone
  done_change_set_id uuid
  removed_at timestamp with time zone
  tasks_kind_check CHECK ((kind = 'find_decider'::text))
  tasks_pkey PRIMARY KEY (workspace_id, id)
  tasks_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX tasks_done_by ON public.tasks USING btree (workspace_id, done_change_set_id) WHERE (done_change_set_id IS NOT NULL)
  CREATE INDEX tasks_of_change_set ON public.tasks USING btree (workspace_id, change_set_id)
  CREATE INDEX tasks_of_contact ON public.tasks USING btree (workspace_id, contact_id)
  CREATE INDEX tasks_open ON public.tasks USING btree (workspace_id, due_at) WHERE ((done_at IS NULL) AND (removed_at IS NULL))
  CREATE UNIQUE INDEX tasks_one_open ON public.tasks USING btree (workspace_id, contact_id, kind) WHERE ((done_at IS NULL) AND (removed_at IS NULL))
  policy workspace_only using (workspace_id = current_workspace())

table users
  id uuid not null
  name text not null
  email text not null
  email_verified boolean not null default false
  image text
  locale text not null default 'es'::text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  users_email_check CHECK ((email = lower(email)))
  users_email_key UNIQUE (email)
  users_locale_check CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])))
  users_pkey PRIMARY KEY (id)

table verdicts (row-level security)
  workspace_id uuid not null
  funnel_id uuid not null
  contact_id uuid not null
  verdict text not null
  recheck_at timestamp with time zone
  verdicts_pkey PRIMARY KEY (workspace_id, funnel_id, contact_id)
  verdicts_verdict_check CHECK ((verdict = ANY (ARRAY['qualified'::text, 'not_yet'::text, 'research'::text, 'disqualified'::text])))
  verdicts_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX verdicts_by_verdict ON public.verdicts USING btree (workspace_id, funnel_id, verdict, contact_id)
  CREATE INDEX verdicts_to_recheck ON public.verdicts USING btree (workspace_id, recheck_at) WHERE (recheck_at IS NOT NULL)
  policy workspace_only using (workspace_id = current_workspace())

table verifications
  id uuid not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  verifications_pkey PRIMARY KEY (id)
  CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier)

table workspaces (row-level security)
  id uuid not null
  name text not null
  locale text not null default 'es'::text
  time_zone text not null default 'Europe/Madrid'::text
  currency text not null default 'EUR'::text
  market text not null default 'b2b'::text
  prospect_needs text not null default 'click'::text
  contact_means text not null default 'everyone'::text
  created_at timestamp with time zone not null default now()
  workspaces_contact_means_check CHECK ((contact_means = ANY (ARRAY['everyone'::text, 'not_customers'::text])))
  workspaces_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  workspaces_locale_check CHECK ((locale = ANY (ARRAY['es'::text, 'en'::text])))
  workspaces_market_check CHECK ((market = ANY (ARRAY['b2b'::text, 'b2c'::text])))
  workspaces_pkey PRIMARY KEY (id)
  workspaces_prospect_needs_check CHECK ((prospect_needs = ANY (ARRAY['click'::text, 'conversation'::text])))
  policy workspace_only using (id = current_workspace())
