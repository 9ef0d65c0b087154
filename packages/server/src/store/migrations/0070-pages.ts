/** Places of other systems that post-mortems are published to, which of them is the default for what, and what a page needs to be kept true. */
export const PAGES = `
create table connection (
  id uuid primary key,
  destination text not null,
  name text not null,
  -- Without the secrets, which are among the secrets.
  settings jsonb not null default '{}',
  -- Whom the copies that go there are made for.
  audience text not null default 'internal' check (audience in ('internal', 'company', 'customer')),
  -- As it was last checked: whether it worked, where pages go, and who sees them.
  works boolean,
  place text,
  seen_by jsonb,
  checked_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index connection_name on connection (lower(name));

-- The first that fits a post-mortem says where it goes when it is published. Without a severity, type or service: everything.
create table place_rule (
  position int primary key,
  connection_id uuid not null references connection (id) on delete cascade,
  severities text[] not null default '{}',
  types text[] not null default '{}',
  services text[] not null default '{}'
);
create index place_rule_connection on place_rule (connection_id);

delete from page;
alter table page drop column place, drop column ref;
alter table page
  add column connection_id uuid not null references connection (id),
  -- What the page over there carries, so that one that was made and not recorded is found again.
  add column marker text not null,
  -- The text that was about to be written, until it is known how that ended.
  add column intended text,
  -- Why it is not current, in a sentence for people.
  add column sentence text,
  -- The sections that were changed over there, and what one may decide: nothing that is not on the page.
  add column found jsonb not null default '{}',
  -- What somebody has decided for the publishing that waits.
  add column choice jsonb,
  -- The revisions of the post-mortem and of its facts that the page shows.
  add column revision int,
  add column facts_revision int,
  add column published_by text,
  add column published_at timestamptz,
  add column looked_at timestamptz,
  -- Who said that it may go there although more people see that place, and what was known of it then.
  add column confirmed jsonb,
  add column created_at timestamptz not null default now();
create unique index page_place on page (post_mortem_id, connection_id);
create index page_connection on page (connection_id);
create index page_looked on page (looked_at);
grant select, insert, update, delete on connection, place_rule to blamefree_app;
`
