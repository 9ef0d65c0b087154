import { now } from '../now.ts'
import type { Instant } from '@blamefree/core'
import type { Transaction } from 'kysely'
import type { MemberRole } from '../people/principal.ts'
import { hashToken } from '../secrets.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** A way in for somebody who is not a member yet. */
export interface Invitation {
  readonly id: string
  /** Empty for the first administrator's, who says it when accepting. */
  readonly email: string
  readonly role: MemberRole
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

const COLUMNS = ['id', 'email', 'role', 'created_at', 'expires_at'] as const
const DAYS = 7

/** Writes an invitation down; an older open one to the same address is taken back. */
export async function insertInvitation(
  tx: Transaction<Tables>,
  { email, role, hash, by }: { readonly email: string; readonly role: MemberRole; readonly hash: Buffer; readonly by: string | null },
): Promise<Invitation> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now() })
    .where('email', '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  const row = await tx
    .insertInto('invitation')
    .values({
      id: newId(),
      email: email.toLowerCase(),
      role,
      token_hash: hash,
      invited_by: by,
      expires_at: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return invitationOf(row)
}

/** The invitations that nobody has answered yet, newest first. */
export async function openInvitations({ sql }: Database): Promise<Invitation[]> {
  const rows = await sql
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .where('email', '<>', '')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(invitationOf)
}

/** The open invitation of a token, taken so that nobody else can use it; null for a token that is wrong, used, revoked or too old. */
export async function takeInvitation(tx: Transaction<Tables>, token: string): Promise<Invitation | null> {
  const row = await tx
    .updateTable('invitation')
    .set({ accepted_at: now() })
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .returning(COLUMNS)
    .executeTakeFirst()
  return row === undefined ? null : invitationOf(row)
}

/** True when there was one to revoke. */
export async function revokeInvitation(tx: Transaction<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ revoked_at: now() })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

interface Row {
  readonly id: string
  readonly email: string
  readonly role: string
  readonly created_at: Instant
  readonly expires_at: Instant
}

const invitationOf = ({ id, email, role, created_at, expires_at }: Row): Invitation => ({
  id,
  email,
  role: role as MemberRole,
  createdAt: created_at,
  expiresAt: expires_at,
})
