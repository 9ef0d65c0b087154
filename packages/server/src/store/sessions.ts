import type { Instant } from '@blamefree/core'
import type { Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { recordDeed } from './audit.ts'
import type { Database } from './database.ts'
import { announce } from './outbox.ts'
import type { Tables } from './tables.ts'

/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string
  readonly createdAt: Instant
  /** When it was last asked for anything, to five minutes. */
  readonly seenAt: Instant
  readonly address: string | null
  /** What the browser says of itself. */
  readonly browser: string | null
}

/** Where a member is signed in, newest first. */
export async function listSessions({ sql }: Pick<Database, 'sql'>, member: string, at: Instant): Promise<Session[]> {
  const rows = await sql
    .selectFrom('auth_session')
    .select(['id', 'createdAt', 'updatedAt as seenAt', 'ipAddress as address', 'userAgent as browser'])
    .where('userId', '=', member)
    .where('expiresAt', '>', at)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows
}

/** Which sessions of a member to end. */
export type WhichSessions = { readonly only: string } | { readonly allBut: string | null }

/** Who ends sessions of whom, why, and from where. */
export interface SessionClosing {
  readonly by: Principal
  readonly member: string
  /** `signed-out`: there, by themselves. `ended`: from elsewhere. `new-password`: it was set or changed. */
  readonly why: 'signed-out' | 'ended' | 'new-password'
  readonly address: string
}

/**
 * Ends sessions of a member and announces it, so that in every process the rooms and streams that were opened with them end at once. Gives how many there were.
 * Like every announcement, the last thing in a transaction.
 */
export async function closeSessions(tx: Transaction<Tables>, which: WhichSessions, { by, member, why, address }: SessionClosing): Promise<number> {
  const these = tx.deleteFrom('auth_session').where('userId', '=', member)
  const chosen = 'only' in which ? these.where('id', '=', which.only) : which.allBut === null ? these : these.where('id', '<>', which.allBut)
  const gone = await chosen.returning('id').execute()
  if (gone.length === 0) return 0
  await recordDeed(tx, by, { action: 'session.close', subject: member, after: { sessions: gone.length, why }, address })
  await announce(tx, { kind: 'session.closed', member })
  return gone.length
}
