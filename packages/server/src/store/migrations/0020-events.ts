/** Who reads the outbox, and how far each has come; and events that concern one member only. */
export const EVENTS = `
create table outbox_reader (
  name text primary key,
  position bigint not null,
  updated_at timestamptz not null default now()
);
alter table outbox add column member_id text;
grant select, insert, update, delete on outbox_reader to blamefree_app;
`
