/**
 * Documents are compressed with LZ4 from now on, where the server was built with it: a post-mortem and its first version are written with less than half of the work. PostgreSQL reads the
 * ones that are there as before; the embedded server has no LZ4, and goes on as it did.
 */
export const QUICK_COMPRESSION = `
do $$ begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)) then
    alter table post_mortem alter column document set compression lz4;
    alter table post_mortem_version alter column document set compression lz4;
  end if;
end $$;
`
