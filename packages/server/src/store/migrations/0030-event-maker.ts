/** Who wrote a line of the timeline: they may remove it again. */
export const EVENT_MAKER = `
alter table event add column made_by text;
`
