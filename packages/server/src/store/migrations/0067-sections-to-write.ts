/** How many sections are still to write, kept with the document, so that a list need not look into documents. Null: written down by a version before this; it is counted when somebody asks, and hourly. */
export const SECTIONS_TO_WRITE = `
alter table post_mortem add column to_write int;
create index post_mortem_uncounted on post_mortem (id) where to_write is null;
`
