import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { now } from '../now.ts'
import { atTheDoor } from '../people/principal.ts'
import { recordDeed } from './audit.ts'
import { surviveBrokenConnections } from './broken-connections.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** The sign-in library's own view of the database, and what we do in its tables ourselves. */
export interface AuthDatabase {
  // eslint-disable-next-line typescript/no-explicit-any -- the library names its tables itself
  readonly kysely: Kysely<any>
  /** In the transaction of whoever makes the member, so that there is no member who cannot sign in. */
  addLogin(
    tx: Kysely<Tables>,
    login: { readonly id: string; readonly name: string; readonly email: string; readonly account: string; readonly password: string },
  ): Promise<void>
  /** `account`: the id of the login that is made where there is none with a password yet. */
  setPassword(tx: Kysely<Tables>, login: { readonly memberId: string; readonly account: string; readonly password: string }): Promise<void>
  /** The hash of a member's password; null when they have none. */
  passwordOf(memberId: string): Promise<string | null>
  /** Whether a member is one still: who is disabled has no session. */
  mayComeIn(memberId: string): Promise<boolean>
  /** Whom an identity provider vouches for becomes a member by their invitation, and not otherwise (null). Gives the user as it is to be kept. `address`: where they come from. */
  admit<User extends { readonly id?: string; readonly email: string; readonly name: string; readonly emailVerified: boolean }>(
    user: User,
    address: string | null,
  ): Promise<(User & { id: string }) | null>
  close(): Promise<void>
}

/** A small pool of its own, because the library wants dates where we have instants. */
export function authDatabase(db: Database): AuthDatabase {
  const pool = surviveBrokenConnections(new pg.Pool({ ...db.app, max: 4, idleTimeoutMillis: 60_000 }))
  return {
    kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    async addLogin(tx, { id, name, email, account, password }) {
      await tx.insertInto('auth_user').values({ id, name, email, emailVerified: true }).execute()
      await tx.insertInto('auth_account').values({ id: account, accountId: id, providerId: 'credential', userId: id, password }).execute()
    },
    async setPassword(tx, { memberId, account, password }) {
      const { numUpdatedRows } = await tx
        .updateTable('auth_account')
        .set({ password, updatedAt: now() })
        .where('userId', '=', memberId)
        .where('providerId', '=', 'credential')
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n)
        await tx.insertInto('auth_account').values({ id: account, accountId: memberId, providerId: 'credential', userId: memberId, password }).execute()
    },
    async passwordOf(memberId) {
      const row = await db.sql
        .selectFrom('auth_account')
        .select('password')
        .where('userId', '=', memberId)
        .where('providerId', '=', 'credential')
        .executeTakeFirst()
      return row?.password ?? null
    },
    async mayComeIn(memberId) {
      const row = await db.sql.selectFrom('member').select('id').where('id', '=', memberId).where('disabled_at', 'is', null).executeTakeFirst()
      return row !== undefined
    },
    async admit(user, address) {
      const email = user.email.toLowerCase()
      // An address that nobody has proved is nobody's. And the first administrator's invitation has an empty one: it is for whoever has its link.
      if (!user.emailVerified || email === '') return null
      return await db.tx(async (tx) => {
        const member = await admitInvited(tx, { email, name: user.name })
        if (member === null) return null
        const by = atTheDoor({ id: member.id, name: user.name })
        await recordDeed(tx, by, {
          action: 'member.join',
          subject: member.id,
          after: { role: member.role, by: 'single sign-on' },
          ...(address === null ? {} : { address }),
        })
        return { ...user, id: member.id, email }
      })
    },
    close: () => pool.end(),
  }
}

/** Uses an invitation up and makes its member, or gives the one who came with an import and has no way in yet its role. Null where nobody invited them. */
async function admitInvited(
  tx: Kysely<Tables>,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<{ id: string; role: string } | null> {
  const { rows } = await sql<{ id: string; role: string }>`
    with invited as (
      update invitation set accepted_at = now()
      where id = (select id from invitation where lower(email) = ${email} and accepted_at is null and revoked_at is null and expires_at > now()
        order by created_at desc limit 1)
      returning role
    )
    insert into member (id, name, email, role) select ${newId()}, ${name}, ${email}, role from invited
    on conflict (lower(email)) do update set role = excluded.role where not exists (select from auth_user where auth_user.id = member.id)
    returning id, role`.execute(tx)
  return rows[0] ?? null
}
