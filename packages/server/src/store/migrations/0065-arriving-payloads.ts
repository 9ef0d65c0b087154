/** Payloads are kept while they arrive, under a name of chance; it becomes their hash when they are there whole. */
export const ARRIVING_PAYLOADS = `
alter table raw add column arriving_since timestamptz;
create index raw_arriving on raw (arriving_since) where arriving_since is not null;
`
