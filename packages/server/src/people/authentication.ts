import type { Instant } from '@blamefree/core'
import { now } from '../now.ts'
import type { Database } from '../store/database.ts'
import { hashToken } from '../secrets.ts'
import type { MemberRole, Principal, Renew, Scope } from './principal.ts'

/** The one door through which requests become people. */
export interface Authentication {
  /** Who asks, from the request's headers; null when nobody says. Throws nothing: a wrong or revoked token is nobody. With `renew`, a session in use is prolonged, and the browser is to be handed these cookies. */
  principal(headers: Headers, renew?: Renew): Promise<Principal | null>
}

/** API keys: `Authorization: Bearer bf_key_…`. */
export function openAuthentication(db: Database, sessions: (headers: Headers, renew?: Renew) => Promise<Principal | null>): Authentication {
  return {
    async principal(headers, renew) {
      const token = /^Bearer (bf_key_[\w-]{20,})$/.exec(headers.get('authorization') ?? '')?.[1]
      return token === undefined ? await sessions(headers, renew) : await ofKey(db, token)
    },
  }
}

interface KeyRow {
  readonly id: string
  readonly scopes: readonly Scope[]
  readonly expires_at: Instant | null
  readonly last_used_at: Instant | null
  readonly member: string
  readonly name: string
  readonly role: MemberRole
}

async function ofKey(db: Database, token: string): Promise<Principal | null> {
  // Asked at every request, so it is not put together anew each time.
  const { rows } = await db.pool.query<KeyRow>({
    name: 'member-of-key',
    text: `select k.id, k.scopes, k.expires_at, k.last_used_at, m.id as member, m.name, m.role from api_key k join member m on m.id = k.member_id
      where k.token_hash = $1 and k.revoked_at is null and m.disabled_at is null`,
    values: [hashToken(token)],
  })
  const [row] = rows
  const moment = now()
  if (row === undefined || (row.expires_at !== null && row.expires_at < moment)) return null
  if (row.last_used_at === null || Date.parse(moment) - Date.parse(row.last_used_at) > 60_000) {
    await db.sql.updateTable('api_key').set({ last_used_at: moment }).where('id', '=', row.id).execute()
  }
  return { via: 'api-key', memberId: row.member, name: row.name, role: row.role, scopes: row.scopes }
}
