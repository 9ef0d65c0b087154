/** What templates, post-mortems and what is made of them need beyond the first tables. */
export const DOCUMENTS = `
alter table template add column description text not null default '';
-- The revision of the incident that the live blocks show.
alter table post_mortem add column facts_revision int not null default 0;
create index post_mortem_status on post_mortem (status, updated_at desc, id desc) where deleted_at is null;
-- The revision that a reviewer looked at.
alter table review add column revision int;
create index review_member on review (member_id) where state = 'requested';
create index artifact_post_mortem on artifact (post_mortem_id, created_at desc);
create index share_link_post_mortem on share_link (post_mortem_id, created_at desc);

-- The company's own look of a format: a Word template, a .typ, a style sheet.
create table look (
  destination text primary key,
  name text not null,
  bytes bytea not null,
  updated_at timestamptz not null default now(),
  updated_by text
);

-- Who has been reminded of what is overdue, so that nobody is twice in a day.
create table reminder (
  member_id text not null references member (id) on delete cascade,
  day date not null,
  sent_at timestamptz not null default now(),
  primary key (member_id, day)
);
`
