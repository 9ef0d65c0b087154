import { sql, type Transaction } from 'kysely'
import { hashToken } from '../secrets.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** How long a link is good, in minutes; and how long nobody gets another by asking at the door, so that nobody's letter box is filled. */
const GOOD = 60
const PAUSE = 2

/** Somebody with a way in, by their e-mail address: not disabled, and with a password of theirs (`by` an administrator: or without). */
export interface ResetMember {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Who may have a link because they ask for it at the door: null for an address that nobody has, who is disabled, signs in elsewhere only, or was sent one just now. */
export async function whoMayReset({ pool }: Pick<Database, 'pool'>, email: string): Promise<ResetMember | null> {
  const { rows } = await pool.query<ResetMember>(
    `select id, name, email from member m where lower(email) = lower($1) and disabled_at is null
      and exists (select from auth_account a where a."userId" = m.id and a."providerId" = 'credential')
      and not exists (select from password_reset r where r.member_id = m.id and r.used_at is null and r.created_at > now() - make_interval(mins => ${PAUSE}))`,
    [email],
  )
  return rows[0] ?? null
}

/** Whether a member has a way in, so that a new password is of use to them. */
export async function hasLogin({ pool }: Pick<Database, 'pool'>, member: string): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from auth_user join member using (id) where id = $1 and disabled_at is null', [member])
  return rowCount === 1
}

/** Writes a link down; one before it that nobody has used is good no longer. */
export async function insertPasswordReset(
  tx: Transaction<Tables>,
  { member, hash, by }: { readonly member: string; readonly hash: Buffer; readonly by: string | null },
): Promise<void> {
  await dropPasswordResets(tx, member)
  await sql`insert into password_reset (id, member_id, token_hash, made_by, expires_at)
    values (${newId()}, ${member}, ${hash}, ${by}, now() + make_interval(mins => ${GOOD}))`.execute(tx)
}

/** Links of a member that nobody has used are good no longer. */
export async function dropPasswordResets(tx: Transaction<Tables>, member: string): Promise<void> {
  await tx.deleteFrom('password_reset').where('member_id', '=', member).where('used_at', 'is', null).execute()
}

/** Uses a link up; null when it is not good, or no longer, or for nobody who may come in. */
export async function takePasswordReset(tx: Transaction<Tables>, token: string): Promise<ResetMember | null> {
  const { rows } = await sql<ResetMember>`
    update password_reset r set used_at = now() from member m
    where r.token_hash = ${hashToken(token)} and r.used_at is null and r.expires_at > now() and m.id = r.member_id and m.disabled_at is null
    returning m.id, m.name, m.email`.execute(tx)
  return rows[0] ?? null
}

/** Links that can be of no use any more. */
export async function removeOldPasswordResets({ sql: store }: Pick<Database, 'sql'>): Promise<void> {
  await sql`delete from password_reset where expires_at < now() - interval '1 day'`.execute(store)
}
