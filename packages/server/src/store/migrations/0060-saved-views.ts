/** Views of lists that people keep: a name for what the address of the list says. */
export const SAVED_VIEWS = `
create table saved_view (
  id uuid primary key,
  member_id text not null references member (id) on delete cascade,
  list text not null,
  name text not null,
  query text not null,
  created_at timestamptz not null default now(),
  unique (member_id, list, name)
);
grant select, insert, update, delete on saved_view to blamefree_app;
`
