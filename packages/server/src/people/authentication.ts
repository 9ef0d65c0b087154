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

async function ofKey(db: Database, token: string): Promise<Principal | null> {
  const row = await db.sql
    .selectFrom('api_key')
    .innerJoin('member', 'member.id', 'api_key.member_id')
    .select(['api_key.id', 'api_key.scopes', 'api_key.expires_at', 'api_key.last_used_at', 'member.id as member', 'member.name', 'member.role'])
    .where('token_hash', '=', hashToken(token))
    .where('api_key.revoked_at', 'is', null)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst()
  const moment = now()
  if (row === undefined || (row.expires_at !== null && row.expires_at < moment)) return null
  if (row.last_used_at === null || Date.parse(moment) - Date.parse(row.last_used_at) > 60_000) {
    await db.sql.updateTable('api_key').set({ last_used_at: moment }).where('id', '=', row.id).execute()
  }
  return { via: 'api-key', memberId: row.member, name: row.name, role: row.role as MemberRole, scopes: row.scopes as Scope[] }
}
