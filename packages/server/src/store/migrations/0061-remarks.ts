/** Updates of a room that are about the text and no part of it (marks of comments): whoever made them has not written in it. */
export const REMARKS = `
alter table room_update add column remark boolean not null default false;
`
