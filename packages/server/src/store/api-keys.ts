import type { Instant } from '@blamefree/core'
import type { Transaction } from 'kysely'
import { now } from '../now.ts'
import type { Principal, Scope } from '../people/principal.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** A key that a program signs in with, with the rights of its member, narrowed by its scopes. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** The beginning of the token, to tell keys apart. */
  readonly prefix: string
  readonly scopes: readonly Scope[]
  readonly member: string
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
}

const COLUMNS = ['id', 'name', 'prefix', 'scopes', 'member_id', 'created_at', 'expires_at', 'last_used_at'] as const

/** Keys that are not revoked, newest first: a member's own, or everybody's. */
export async function listApiKeys({ sql }: Database, member: string | null): Promise<ApiKey[]> {
  const rows = await sql
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('revoked_at', 'is', null)
    .$if(member !== null, (query) => query.where('member_id', '=', member ?? ''))
    .orderBy('id', 'desc')
    .execute()
  return rows.map(keyOf)
}

export async function insertApiKey(
  tx: Transaction<Tables>,
  {
    member,
    hash,
    prefix,
    name,
    scopes,
    expiresAt,
  }: Pick<ApiKey, 'member' | 'name' | 'prefix' | 'scopes'> & { readonly hash: Buffer; readonly expiresAt: string | null },
): Promise<ApiKey> {
  const row = await tx
    .insertInto('api_key')
    .values({ id: newId(), name, prefix, token_hash: hash, scopes: [...scopes], member_id: member, expires_at: expiresAt })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return keyOf(row)
}

/** Revokes a key: one's own, or for an administrator anybody's. Null when there is none such. */
export async function revokeApiKey(tx: Transaction<Tables>, person: Principal, id: string): Promise<ApiKey | null> {
  const row = await tx
    .updateTable('api_key')
    .set({ revoked_at: now() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .$if(person.role !== 'administrator' || !person.scopes.includes('admin'), (query) => query.where('member_id', '=', person.memberId ?? ''))
    .returning(COLUMNS)
    .executeTakeFirst()
  return row === undefined ? null : keyOf(row)
}

interface Row {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: string[]
  readonly member_id: string
  readonly created_at: Instant
  readonly expires_at: Instant | null
  readonly last_used_at: Instant | null
}

const keyOf = ({ id, name, prefix, scopes, member_id, created_at, expires_at, last_used_at }: Row): ApiKey => ({
  id,
  name,
  prefix,
  scopes: scopes as Scope[],
  member: member_id,
  createdAt: created_at,
  expiresAt: expires_at,
  lastUsedAt: last_used_at,
})
