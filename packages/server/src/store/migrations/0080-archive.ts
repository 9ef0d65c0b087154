/** Where the archive of everything is kept, how often, and how that stands. */
export const ARCHIVE = `
create table archive (
  id int primary key check (id = 1),
  -- Null: nowhere, as after its connection was removed.
  connection_id uuid references connection (id) on delete set null,
  branch text not null,
  folder text not null,
  often text not null check (often in ('off', 'daily', 'published')),
  -- Who said that it may be kept there although it is not known who sees that, and which place that was.
  confirmed jsonb,
  changed_at timestamptz not null default now(),
  state text not null default 'none' check (state in ('none', 'waiting', 'running', 'kept', 'failed')),
  -- Why it is not kept, and what somebody did with it there.
  sentence text,
  notice text,
  -- The newest commit of ours, the sum of its files, and what is in it.
  version text,
  sum text,
  counts jsonb,
  tried_at timestamptz,
  kept_at timestamptz,
  made_at timestamptz
);
create index archive_connection on archive (connection_id);
grant select, insert, update, delete on archive to blamefree_app;
`
