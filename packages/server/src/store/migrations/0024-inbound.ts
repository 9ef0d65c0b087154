/** An address may hand everything to one incident. */
export const INBOUND = `
alter table inbound_address add column incident_id uuid references incident (id) on delete cascade;
`
