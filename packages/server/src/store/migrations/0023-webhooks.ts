/** A delivery is hidden with its incident, and says how it went and what came back. */
export const WEBHOOKS = `
alter table webhook_delivery add column incident_id uuid;
alter table webhook_delivery add column last_attempt_at timestamptz;
alter table webhook add column disabled_because text;
create index webhook_delivery_created on webhook_delivery (created_at);
`
