/** Live editing: which compacted state a process has seen, and which person an editor's client id belongs to. */
export const ROOMS = `
alter table room_state add column generation int not null default 1;
create table room_client (
  post_mortem_id uuid not null references post_mortem (id) on delete cascade,
  client bigint not null,
  member_id text not null references member (id) on delete cascade,
  at timestamptz not null default now(),
  primary key (post_mortem_id, client)
);
grant select, insert, update, delete on room_client to blamefree_app;
`
