import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import { atTheDoor } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import { noteRefused } from './note-refused.ts'
import { webHeaders } from './web-headers.ts'

/** Opens a session and passes its cookie on; false when the password is wrong or the member may not sign in. The log has either. */
export async function openSession(
  house: House,
  { email, password }: { email: string; password: string },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<boolean> {
  const member = await house.db.sql
    .selectFrom('member')
    .select(['id', 'name', 'disabled_at'])
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  const headers = await house.signIn.withPassword(email.toLowerCase(), password, webHeaders(request))
  if (headers === null || member === undefined || member.disabled_at !== null) {
    const why = member !== undefined && member.disabled_at !== null ? 'disabled' : 'wrong-password'
    await noteRefused(house, request, { email: email.toLowerCase(), why, by: 'password' })
    return false
  }
  await recordDeed(house.db.sql, atTheDoor(member), { action: 'session.open', subject: member.id, after: { by: 'password' }, address: request.ip })
  passCookies(headers, reply)
  return true
}

/** Cookies that the sign-in library sets go with our answer. */
export function passCookies(from: Headers, reply: FastifyReply): void {
  for (const cookie of from.getSetCookie()) reply.header('set-cookie', cookie)
}
