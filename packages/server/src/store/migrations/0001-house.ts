/**
 * The tables. Ids are UUIDs of version 7 made by the app; instants are timestamptz; what is nested is jsonb in the shapes of `core`. Everything of an
 * incident has the incident's id first in its key, so that a cluster can be distributed by it.
 */
export const HOUSE = `
create text search configuration prose (copy = english);

-- People -----------------------------------------------------------------------------------------------------------------------------------------
create table member (
  id text primary key,
  name text not null,
  email text not null,
  role text not null check (role in ('administrator', 'member', 'viewer')),
  zone text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index member_email on member (lower(email));

create table invitation (
  id uuid primary key,
  email text not null,
  role text not null check (role in ('administrator', 'member', 'viewer')),
  token_hash bytea not null unique,
  invited_by text references member (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);

create table api_key (
  id uuid primary key,
  name text not null,
  prefix text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  member_id text not null references member (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- What the team sets -------------------------------------------------------------------------------------------------------------------------------
create table configuration (
  id int primary key check (id = 1),
  revision int not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by text
);

create table secret (
  name text primary key,
  sealed bytea not null,
  updated_at timestamptz not null default now(),
  updated_by text
);

-- Incidents ----------------------------------------------------------------------------------------------------------------------------------------
create table raw (
  hash bytea primary key,
  size bigint not null,
  compression text not null,
  created_at timestamptz not null default now()
);
create table raw_chunk (
  hash bytea not null references raw (hash) on delete cascade,
  seq int not null,
  bytes bytea not null,
  primary key (hash, seq)
);
alter table raw_chunk alter column bytes set storage external;

create table incident (
  id uuid primary key,
  slug text not null unique,
  revision int not null default 1,
  title text not null,
  type text,
  severity text,
  status text,
  services text[] not null default '{}',
  impact_started_at timestamptz,
  reported_at timestamptz,
  identified_at timestamptz,
  fixed_at timestamptz,
  closed_at timestamptz,
  happened_at timestamptz not null,
  private boolean not null default false,
  lead text references member (id),
  facts jsonb not null,
  problems jsonb not null default '[]',
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  search tsvector generated always as (
    setweight(to_tsvector('prose', title), 'A') ||
    setweight(to_tsvector('prose', coalesce(type, '') || ' ' || coalesce(severity, '')), 'B') ||
    setweight(to_tsvector('prose', coalesce(facts -> 'summary' ->> 'value', '')), 'C')
  ) stored
);
create index incident_by_time on incident (happened_at desc, id desc) where deleted_at is null;
create index incident_by_severity on incident (severity, happened_at desc, id desc) where deleted_at is null;
create index incident_by_type on incident (type, happened_at desc, id desc) where deleted_at is null;
create index incident_by_status on incident (status, happened_at desc, id desc) where deleted_at is null;
create index incident_services on incident using gin (services);
create index incident_search on incident using gin (search);

create table incident_access (
  incident_id uuid not null references incident (id) on delete cascade,
  member_id text not null references member (id) on delete cascade,
  granted_by text,
  granted_at timestamptz not null default now(),
  primary key (incident_id, member_id)
);
create index incident_access_member on incident_access (member_id, incident_id);

create table incident_raw (
  incident_id uuid not null references incident (id) on delete cascade,
  id uuid not null,
  hash bytea not null references raw (hash),
  position int not null,
  name text not null,
  path text,
  source text not null,
  options jsonb not null default '{}',
  reading jsonb,
  reader text not null,
  received_at timestamptz not null default now(),
  received_by text,
  primary key (incident_id, id)
);
create index incident_raw_hash on incident_raw (hash);

create table event (
  incident_id uuid not null references incident (id) on delete cascade,
  id text not null,
  at timestamptz not null,
  position bigint not null,
  kind text not null,
  text text not null,
  actor text,
  thread text,
  level text not null check (level in ('key', 'detail')),
  rule text,
  value jsonb not null,
  original jsonb,
  edited_by text,
  edited_at timestamptz,
  search tsvector generated always as (to_tsvector('prose', text)) stored,
  primary key (incident_id, id)
);
create index event_by_time on event (incident_id, at, position);
create index event_key on event (incident_id, at, position) where level = 'key';
create index event_search on event using gin (search);

create table correction (
  incident_id uuid not null references incident (id) on delete cascade,
  id uuid not null,
  path text not null,
  value jsonb,
  before jsonb,
  made_by text not null,
  made_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  primary key (incident_id, id)
);

create table incident_person (
  incident_id uuid not null references incident (id) on delete cascade,
  id text not null,
  name text not null,
  handle text,
  email text,
  bot boolean not null,
  member_id text references member (id),
  value jsonb not null,
  primary key (incident_id, id)
);
create index incident_person_name on incident_person (lower(name));
create index incident_person_member on incident_person (member_id);

create table follow_up (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  ref text not null,
  revision int not null default 1,
  text text not null,
  owner_id text references member (id),
  owner_name text,
  due date,
  priority text,
  outcome text not null check (outcome in ('open', 'done', 'wont-do')),
  reason text,
  ticket jsonb,
  basis text not null,
  key boolean not null default true,
  origin jsonb not null,
  touched_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  search tsvector generated always as (to_tsvector('prose', text)) stored,
  unique (incident_id, ref),
  check (outcome <> 'wont-do' or reason is not null)
);
create index follow_up_open on follow_up (due, id) where outcome = 'open' and removed_at is null;
create index follow_up_owner on follow_up (owner_id, due) where removed_at is null;
create index follow_up_search on follow_up using gin (search);

-- Templates and post-mortems -----------------------------------------------------------------------------------------------------------------------
create table template (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  built_in boolean not null default false,
  conditions jsonb not null default '{}',
  position int not null default 0,
  current_version int not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);
create table template_version (
  template_id uuid not null references template (id) on delete cascade,
  version int not null,
  text text not null,
  note text,
  made_by text,
  made_at timestamptz not null default now(),
  primary key (template_id, version)
);

create table post_mortem (
  id uuid primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  template_id uuid references template (id),
  template_version int,
  revision int not null default 1,
  title text not null,
  status text not null check (status in ('draft', 'in-review', 'published')),
  document jsonb not null,
  plain text not null,
  author text references member (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  published_by text,
  deleted_at timestamptz,
  search tsvector generated always as (setweight(to_tsvector('prose', title), 'A') || to_tsvector('prose', left(plain, 200000))) stored
);
create index post_mortem_incident on post_mortem (incident_id) where deleted_at is null;
create index post_mortem_list on post_mortem (updated_at desc, id desc) where deleted_at is null;
create index post_mortem_search on post_mortem using gin (search);

create table post_mortem_version (
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  version int not null,
  status text not null,
  title text not null,
  document jsonb not null,
  note text,
  made_by text,
  made_at timestamptz not null default now(),
  primary key (post_mortem_id, version)
);

create table review (
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  member_id text not null references member (id),
  state text not null check (state in ('requested', 'approved', 'changes-requested')),
  note text,
  requested_by text,
  requested_at timestamptz not null default now(),
  answered_at timestamptz,
  primary key (post_mortem_id, member_id)
);

create table finding (
  incident_id uuid not null references incident (id) on delete cascade,
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  position int not null,
  kind text not null check (kind in ('contributor', 'mitigator', 'learning', 'risk')),
  category text,
  text text not null,
  search tsvector generated always as (to_tsvector('prose', text)) stored,
  primary key (incident_id, post_mortem_id, position)
);
create index finding_search on finding using gin (search);
create index finding_kind on finding (kind);

create table comment_thread (
  id uuid primary key,
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  anchor jsonb,
  quote text,
  section text,
  created_by text not null,
  created_at timestamptz not null default now(),
  resolved_by text,
  resolved_at timestamptz
);
create index comment_thread_post_mortem on comment_thread (post_mortem_id, created_at);
create table comment (
  id uuid primary key,
  thread_id uuid not null references comment_thread (id) on delete cascade,
  text text not null,
  mentions text[] not null default '{}',
  made_by text not null,
  made_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz
);
create index comment_thread_comments on comment (thread_id, made_at);

create table share_link (
  id uuid primary key,
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  token_hash bytea not null unique,
  audience text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

create table artifact (
  id uuid primary key,
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  version int,
  destination text not null,
  options jsonb not null,
  state text not null check (state in ('waiting', 'making', 'done', 'failed')),
  name text,
  media_type text,
  bytes bytea,
  losses jsonb not null default '[]',
  problems jsonb not null default '[]',
  error text,
  made_by text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

create table asset (
  incident_id uuid not null references incident (id) on delete cascade,
  id uuid not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  made_by text,
  created_at timestamptz not null default now(),
  primary key (incident_id, id)
);

create table page (
  id uuid primary key,
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  destination text not null,
  place jsonb not null,
  ref jsonb,
  written jsonb,
  state text not null,
  updated_at timestamptz not null default now()
);

-- Live editing: the write-ahead log and its compacted state ------------------------------------------------------------------------------------------
create table room_update (
  seq bigint generated always as identity primary key,
  post_mortem_id uuid not null,
  data bytea not null,
  actor text,
  at timestamptz not null default now()
);
create index room_update_post_mortem on room_update (post_mortem_id, seq);
create table room_state (
  post_mortem_id uuid primary key references post_mortem (id) on delete cascade,
  schema_version int not null,
  state bytea not null,
  updated_at timestamptz not null default now()
);

-- What happened, for people and for other systems ------------------------------------------------------------------------------------------------------
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text,
  actor_name text,
  via text not null,
  action text not null,
  incident_id uuid,
  subject text,
  before jsonb,
  after jsonb,
  address text
);
create index audit_by_time on audit (at desc, id desc);
create index audit_incident on audit (incident_id, id desc);

create table outbox (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null,
  incident_id uuid,
  post_mortem_id uuid,
  data jsonb not null default '{}',
  xmin_at bigint not null default (pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
);
create index outbox_at on outbox (at);

create table webhook (
  id uuid primary key,
  name text not null,
  url text not null,
  kinds text[] not null,
  sealed_secret bytea not null,
  enabled boolean not null default true,
  includes_private boolean not null default false,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id) on delete cascade,
  outbox_id bigint not null,
  kind text not null,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  last_status int,
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index webhook_delivery_list on webhook_delivery (webhook_id, created_at desc);

create table inbound_address (
  id uuid primary key,
  source text not null,
  name text not null,
  token_hash bytea not null unique,
  sealed_secret bytea,
  private boolean not null default false,
  created_by text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_received_at timestamptz
);

create table idempotency (
  member_id text not null,
  key text not null,
  request_hash bytea not null,
  status int,
  body jsonb,
  headers jsonb,
  created_at timestamptz not null default now(),
  primary key (member_id, key)
);
create index idempotency_at on idempotency (created_at);

create table intake (
  id uuid primary key,
  state text not null check (state in ('waiting', 'reading', 'done', 'failed')),
  incident_id uuid,
  request jsonb not null,
  progress jsonb not null default '{}',
  result jsonb,
  error jsonb,
  made_by text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

-- What the app may do: everything with rows, and with the audit log only to add to it ------------------------------------------------------------------
grant usage on schema public to blamefree_app;
grant select, insert, update, delete on all tables in schema public to blamefree_app;
grant usage on all sequences in schema public to blamefree_app;
revoke update, delete on audit from blamefree_app;
revoke insert, update, delete on migration from blamefree_app;
alter default privileges in schema public grant select, insert, update, delete on tables to blamefree_app;
alter default privileges in schema public grant usage on sequences to blamefree_app;
`
