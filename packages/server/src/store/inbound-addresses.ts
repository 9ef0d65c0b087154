import type { Instant } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import { now } from '../now.ts'
import type { Principal } from '../people/principal.ts'
import { hashToken } from '../secrets.ts'
import type { Tables } from './tables.ts'

/** An address of ours that one other system hands its records to. */
export interface InboundAddress {
  readonly id: string
  /** The id of the source, or `any`. */
  readonly source: string
  readonly name: string
  /** Whether deliveries are checked against a secret. */
  readonly hasSecret: boolean
  /** Whether incidents that begin with it are private to whoever made the address. */
  readonly private: boolean
  /** The incident that everything belongs to; null: the one it is known to be of, else a new one. */
  readonly incident: string | null
  readonly createdBy: string
  readonly createdAt: Instant
  readonly lastReceivedAt: Instant | null
}

const COLUMNS = ['id', 'source', 'name', 'sealed_secret', 'private', 'incident_id', 'created_by', 'created_at', 'last_received_at'] as const

/** Addresses that are not revoked, newest first, but for those of private incidents that are hidden from the person. */
export async function listInboundAddresses(store: Kysely<Tables>, person: Principal): Promise<InboundAddress[]> {
  const rows = await store
    .selectFrom('inbound_address')
    .select(COLUMNS)
    .where('revoked_at', 'is', null)
    .where(
      sql<boolean>`(incident_id is null or exists (select from incident i where i.id = incident_id and i.deleted_at is null and (not i.private
        or exists (select from incident_access a where a.incident_id = i.id and a.member_id = ${person.memberId ?? ''}))))`,
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(addressOf)
}

export async function insertInboundAddress(
  tx: Transaction<Tables>,
  address: Pick<InboundAddress, 'id' | 'source' | 'name' | 'private' | 'incident' | 'createdBy'> & { readonly hash: Buffer; readonly sealed: Buffer | null },
): Promise<InboundAddress> {
  const row = await tx
    .insertInto('inbound_address')
    .values({
      id: address.id,
      source: address.source,
      name: address.name,
      private: address.private,
      incident_id: address.incident,
      created_by: address.createdBy,
      token_hash: address.hash,
      sealed_secret: address.sealed,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return addressOf(row)
}

/** Sets the secret of an address. Null when there is none such. */
export async function setInboundSecret(tx: Transaction<Tables>, id: string, sealed: Buffer): Promise<InboundAddress | null> {
  const row = await tx
    .updateTable('inbound_address')
    .set({ sealed_secret: sealed })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row === undefined ? null : addressOf(row)
}

export async function revokeInboundAddress(tx: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inbound_address')
    .set({ revoked_at: now() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The address of a token, with its sealed secret; null for a token that is wrong or revoked, or whose maker or incident is gone. */
export async function findInboundAddress(store: Kysely<Tables>, token: string): Promise<(InboundAddress & { readonly sealed: Buffer | null }) | null> {
  const row = await store
    .selectFrom('inbound_address')
    .select(COLUMNS)
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(incident_id is null or exists (select from incident i where i.id = incident_id and i.deleted_at is null))`)
    .executeTakeFirst()
  return row === undefined ? null : { ...addressOf(row), sealed: row.sealed_secret }
}

/** Notes that something came, to the minute. */
export async function noteReceived(store: Kysely<Tables>, { id, lastReceivedAt }: InboundAddress): Promise<void> {
  const moment = now()
  if (lastReceivedAt !== null && Date.parse(moment) - Date.parse(lastReceivedAt) < 60_000) return
  await store.updateTable('inbound_address').set({ last_received_at: moment }).where('id', '=', id).execute()
}

interface Row {
  readonly id: string
  readonly source: string
  readonly name: string
  readonly sealed_secret: Buffer | null
  readonly private: boolean
  readonly incident_id: string | null
  readonly created_by: string
  readonly created_at: Instant
  readonly last_received_at: Instant | null
}

const addressOf = (row: Row): InboundAddress => ({
  id: row.id,
  source: row.source,
  name: row.name,
  hasSecret: row.sealed_secret !== null,
  private: row.private,
  incident: row.incident_id,
  createdBy: row.created_by,
  createdAt: row.created_at,
  lastReceivedAt: row.last_received_at,
})
