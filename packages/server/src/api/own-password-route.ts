import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { passwordNotice } from '../people/password-notice.ts'
import { checkPassword } from '../people/passwords.ts'
import { countFailure, forgetFailures, refuseWhileWaiting } from '../people/throttle.ts'
import { recordDeed } from '../store/audit.ts'
import { findMember, type Member } from '../store/members.ts'
import { dropPasswordResets } from '../store/password-resets.ts'
import { closeSessions } from '../store/sessions.ts'
import { Refusal } from './refusal.ts'
import { route, type Call } from './route.ts'
import { webHeaders } from './web-headers.ts'

const NewPassword = z.object({ current: z.string().min(1).max(1000), password: z.string().min(1).max(1000) }).meta({ id: 'NewPassword' })

/** A new password for oneself, by the one that one has. */
export function ownPasswordRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/me/password',
    id: 'changeMyPassword',
    summary: 'Change your password',
    description:
      'In a browser only, and with the one that you have. Every other session of yours ends, and what was open there; links for a new password are good no longer. API keys stay.',
    tag: 'People',
    policy: 'signed-in',
    rate: 30,
    body: NewPassword,
    answers: { 200: z.object({ ended: z.number().int().describe('How many other sessions ended.') }) },
    async answer({ person, body, request }) {
      const member = person.via === 'session' && person.memberId !== null ? await findMember(house.db, person.memberId) : null
      if (member === null)
        throw new Refusal(403, 'browser-only', {
          message: 'A password is changed by its owner, in a browser.',
          hint: 'Sign in with a browser, and change it there.',
        })
      await mustBeTheirs(house, member, { person, current: body.current, request })
      checkPassword(body.password, member.email)
      const ended = await change(house, member, { person, password: body.password, request })
      // Not waited for: it is changed, whether or not a letter can be sent.
      void house.mail.send(passwordNotice(member, { publicUrl: house.publicUrl, address: request.ip }))
      return { ended }
    },
  })
}

type Asked = Pick<Call<unknown, unknown, unknown>, 'person' | 'request'>

/** Throws unless the password that was said is the one they have. Whoever guesses has to wait, as at the door. */
async function mustBeTheirs(house: House, member: Member, { person, current, request }: Asked & { readonly current: string }): Promise<void> {
  const refusedDeed = async (why: string): Promise<void> =>
    await recordDeed(house.db.sql, person, { action: 'password.refuse', subject: member.id, after: { why }, address: request.ip })
  if (!(await house.signIn.hasPassword(member.id)))
    throw new Refusal(409, 'no-password', {
      message: `You come in by ${house.settings.oidc?.name ?? 'single sign-on'}, and have no password here.`,
      hint: 'Where you need one, ask an administrator for a link to set it.',
    })
  const keys = [`password:${member.id}`]
  await refuseWhileWaiting(house.db, keys).catch(async (error: unknown) => {
    if (error instanceof Refusal) await refusedDeed(error.code)
    throw error
  })
  if (await house.signIn.isPassword(member.id, current)) return await forgetFailures(house.db, keys)
  await countFailure(house.db, keys)
  await refusedDeed('wrong-password')
  throw new Refusal(422, 'wrong-password', {
    message: 'The current password is wrong.',
    hint: 'Try again, or set a new one by a link: “Forgot your password?” at the door.',
  })
}

async function change({ db, signIn }: House, { id }: Member, { person, password, request }: Asked & { readonly password: string }): Promise<number> {
  const current = await signIn.sessionId(webHeaders(request))
  return await db.tx(async (tx) => {
    await signIn.setPassword(tx, id, password)
    await dropPasswordResets(tx, id)
    await recordDeed(tx, person, { action: 'password.change', subject: id, address: request.ip })
    return await closeSessions(tx, { allBut: current }, { by: person, member: id, why: 'new-password', address: request.ip })
  })
}
