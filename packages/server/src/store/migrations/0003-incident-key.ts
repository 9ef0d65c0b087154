/** What makes a second delivery of the same incident the same incident: an alert that still burns, an upload with the same bytes. */
export const INCIDENT_KEY = `
create table incident_key (
  key text primary key,
  incident_id uuid not null references incident (id) on delete cascade,
  made_at timestamptz not null default now()
);
create index incident_key_incident on incident_key (incident_id);
`
