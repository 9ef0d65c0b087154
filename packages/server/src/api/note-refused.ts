import type { FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { NOBODY } from './route.ts'

/** Somebody who was not let in. */
export interface RefusedEntry {
  /** Who they say that they are, in small letters; null when they did not come so far. */
  readonly email: string | null
  /** `wrong-password`, `too-many-tries`, `disabled`, `not-invited`, `wrong-link`, or the code of the identity provider. */
  readonly why: string
  readonly by: 'password' | 'single sign-on' | 'invitation' | 'password link'
}

/** Writes down that somebody was refused at the door: who they said they are and why, never what they said to prove it. Its subject is the member of that address, if any. */
export async function noteRefused({ db }: Pick<House, 'db'>, { ip }: Pick<FastifyRequest, 'ip'>, { email, why, by }: RefusedEntry): Promise<void> {
  const member =
    email === null
      ? undefined
      : await db.sql
          .selectFrom('member')
          .select('id')
          .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
          .executeTakeFirst()
  await recordDeed(db.sql, NOBODY, {
    action: 'session.refuse',
    ...(member === undefined ? {} : { subject: member.id }),
    after: { email, why, by },
    address: ip,
  })
}
