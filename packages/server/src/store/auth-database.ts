import { BlamefreeError } from '@blamefree/core'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { now } from '../now.ts'
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
  /** Whom an identity provider vouches for becomes a member by their invitation, and not otherwise. Gives the user as it is to be kept. */
  admit<User extends { readonly id?: string; readonly email: string; readonly name: string; readonly emailVerified: boolean }>(
    user: User,
  ): Promise<User & { id: string }>
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
    async admit(user) {
      const email = user.email.toLowerCase()
      const { rows } = await db.pool.query<{ id: string }>(
        `with invited as (
           update invitation set accepted_at = now()
           where id = (select id from invitation where lower(email) = $1 and accepted_at is null and revoked_at is null and expires_at > now() order by created_at desc limit 1)
           returning role
         )
         insert into member (id, name, email, role) select $2, $3, $1, role from invited
         -- Who came with an import, and has no way in yet.
         on conflict (lower(email)) do update set role = excluded.role where not exists (select from auth_user where auth_user.id = member.id)
         returning id`,
        [user.emailVerified ? email : '', newId(), user.name],
      )
      const [row] = rows
      if (row === undefined)
        throw new BlamefreeError(
          'people/not-invited',
          'Cannot sign you in: nobody has invited you.',
          'Ask an administrator of Blamefree for an invitation to this e-mail address.',
        )
      return { ...user, id: row.id, email }
    },
    close: () => pool.end(),
  }
}
