/** Versions: why each was kept, its name, who wrote since the one before; and who has written since the newest. */
export const VERSION_AUTHORS = `
alter table post_mortem_version add column reason text not null default 'written'
  check (reason in ('made', 'written', 'refilled', 'restored', 'status', 'pause', 'named'));
alter table post_mortem_version add column name text;
alter table post_mortem_version add column authors text[] not null default '{}';
update post_mortem_version set authors = array[made_by] where made_by is not null;
update post_mortem_version set reason = 'made' where version = 1;
-- Who has written together since the newest version, and since when; null: nobody.
alter table post_mortem add column writers text[] not null default '{}';
alter table post_mortem add column writing_since timestamptz;
create index post_mortem_writing on post_mortem (updated_at) where writing_since is not null;
`
