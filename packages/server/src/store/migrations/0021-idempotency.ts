/** Whose claim on an idempotency key it is, and whether what it stands for has been committed. Answers are kept sealed: some show a secret once. */
export const IDEMPOTENCY = `
alter table idempotency add column owner uuid;
alter table idempotency add column done boolean not null default false;
alter table idempotency add column claimed_at timestamptz not null default now();
alter table idempotency add column sealed_body bytea;
alter table idempotency drop column body;
`
