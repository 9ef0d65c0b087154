import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** A request that is being carried out under a key that its sender chose, so that sending it again does nothing again. */
export interface Claim {
  readonly member: string
  readonly key: string
  /** Ours, while nobody has taken the claim over. */
  readonly owner: string
}

/** How a key stands when somebody comes with it. */
export type KeyState =
  /** Nobody has, or whoever did has ended without doing anything: carry it out. */
  | { readonly state: 'ours'; readonly claim: Claim }
  /** Somebody is at it. */
  | { readonly state: 'busy' }
  /** It was carried out; the answer was lost with the process that knew it. */
  | { readonly state: 'lost' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly answer: StoredAnswer }

/** An answer as it is kept, the body sealed. */
export interface StoredAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A claim that was not renewed for so many seconds belongs to a process that has ended. */
const STALE_SECONDS = 30
/** How often whoever carries it out renews the claim, in milliseconds. */
export const RENEW_EVERY = 10_000

/** Takes a key for a request, or says how it stands. */
export async function claimKey(db: Database, member: string, { key, hash }: { readonly key: string; readonly hash: Buffer }): Promise<KeyState> {
  const claim: Claim = { member, key, owner: newId() }
  const taken = await sql<{ owner: string }>`
    insert into idempotency (member_id, key, request_hash, owner) values (${member}, ${key}, ${hash}, ${claim.owner})
    on conflict (member_id, key) do update set owner = excluded.owner, claimed_at = now()
      where idempotency.status is null and not idempotency.done and idempotency.request_hash = excluded.request_hash
        and idempotency.claimed_at < now() - make_interval(secs => ${STALE_SECONDS})
    returning owner`.execute(db.sql)
  if (taken.rows.length > 0) return { state: 'ours', claim }
  const row = await db.sql
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'headers', 'sealed_body', 'done', 'claimed_at'])
    .where((where) => where.and({ member_id: member, key }))
    .executeTakeFirst()
  if (row === undefined) return { state: 'busy' }
  if (!row.request_hash.equals(hash)) return { state: 'other-request' }
  if (row.status !== null && row.sealed_body !== null)
    return { state: 'answered', answer: { status: row.status, headers: (row.headers ?? {}) as Record<string, string>, body: row.sealed_body } }
  const stale = Date.parse(row.claimed_at) < Date.now() - STALE_SECONDS * 1000
  return { state: row.done && stale ? 'lost' : 'busy' }
}

export async function renewClaim(db: Database, claim: Claim): Promise<void> {
  await db.sql
    .updateTable('idempotency')
    .set({ claimed_at: sql`now()` })
    .where((where) => where.and(rowOf(claim)))
    .execute()
}

/** Keeps the answer for whoever comes again. */
export async function storeAnswer(db: Database, claim: Claim, { status, headers, body }: StoredAnswer): Promise<void> {
  await db.sql
    .updateTable('idempotency')
    .set({ status, headers: JSON.stringify(headers), sealed_body: body, done: true })
    .where((where) => where.and(rowOf(claim)))
    .execute()
}

/** Gives the key back after a request that has changed nothing, so that it can be sent again. What has changed something stays done. */
export async function releaseClaim(db: Database, claim: Claim): Promise<void> {
  const mine = rowOf(claim)
  await db.sql
    .deleteFrom('idempotency')
    .where((where) => where.and({ ...mine, done: false }))
    .execute()
  await db.sql
    .updateTable('idempotency')
    .set({ claimed_at: LONG_AGO })
    .where((where) => where.and(mine))
    .execute()
}

const LONG_AGO = '2000-01-01T00:00:00Z'

/** Keys are remembered for a day. */
export async function removeOldKeys({ sql: store }: Pick<Database, 'sql'>): Promise<void> {
  await store
    .deleteFrom('idempotency')
    .where('created_at', '<', sql<Instant>`now() - interval '1 day'`)
    .execute()
}

const current = new AsyncLocalStorage<Claim>()

/** Runs what a claim stands for: every transaction inside commits only while the claim is held, and marks it. */
export async function underClaim<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
  return await current.run(claim, work)
}

/** Whether what runs stands under a claim, so that every change needs a transaction that marks it. */
export const isClaimed = (): boolean => current.getStore() !== undefined

/** Called in every transaction before it commits. Throws when another process has taken the claim over meanwhile, so that nothing is done twice. */
export async function markClaim(tx: Transaction<Tables>): Promise<void> {
  const claim = current.getStore()
  if (claim === undefined) return
  const { numUpdatedRows } = await tx
    .updateTable('idempotency')
    .set({ done: true })
    .where((where) => where.and(rowOf(claim)))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Error('Another process has taken this request over.')
}

const rowOf = ({ member, key, owner }: Claim): { member_id: string; key: string; owner: string } => ({ member_id: member, key, owner })
