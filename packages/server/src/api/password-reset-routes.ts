import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { passwordNotice } from '../people/password-notice.ts'
import { checkPassword } from '../people/passwords.ts'
import { atTheDoor } from '../people/principal.ts'
import { forgetFailures } from '../people/throttle.ts'
import { newToken } from '../secrets.ts'
import { recordDeed } from '../store/audit.ts'
import { findMember } from '../store/members.ts'
import { hasLogin, insertPasswordReset, takePasswordReset, whoMayReset, type ResetMember } from '../store/password-resets.ts'
import { closeSessions } from '../store/sessions.ts'
import { openSession } from './open-session.ts'
import { absent, Refusal } from './refusal.ts'
import { noteRefused } from './note-refused.ts'
import { NOBODY, route } from './route.ts'

const Asked = z.object({ asked: z.literal(true) })

/** A new password for whoever forgot theirs: by mail, or by a link that an administrator passes on. */
export function passwordResetRoutes(app: FastifyInstance, house: House): void {
  askRoute(app, house)
  passOnRoute(app, house)
  useRoute(app, house)
}

function askRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/password-resets',
    id: 'askForPasswordReset',
    summary: 'Have a link to set a new password sent by mail',
    description: 'The answer is the same whether or not somebody has this address. Where mail is not set up, an administrator makes the link instead.',
    tag: 'People',
    policy: 'public',
    rate: 10,
    body: z.object({ email: z.email().max(320) }),
    answers: { 202: Asked },
    async answer({ body, request, reply }) {
      if (!house.mail.works)
        throw new Refusal(409, 'no-mail', { message: 'No mail is sent from here.', hint: 'Ask an administrator for a link: they find it with the members.' })
      // Not waited for: how long it takes would say whether somebody has this address.
      void sendTo(house, { email: body.email, address: request.ip }).catch((error: unknown) =>
        house.log.error({ error: error instanceof Error ? error : null }, 'a link for a new password could not be made'),
      )
      return await reply.code(202).send({ asked: true })
    },
  })
}

async function sendTo(house: House, { email, address }: { readonly email: string; readonly address: string }): Promise<void> {
  const member = await whoMayReset(house.db, email)
  if (member === null) return
  const link = await newLink(house, member, { by: NOBODY, address })
  await house.mail.send(letterTo(member, link, 'Somebody, hopefully you, asked for a new password for you in Blamefree.'))
}

function passOnRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/members/:member/password-reset',
    id: 'makePasswordReset',
    summary: 'Make a link by which a member sets a new password',
    description: 'It is sent to them by mail. Where mail is not set up, the answer has it, to be passed on; it is not shown again, and is good for an hour.',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    params: z.object({ member: z.string() }),
    answers: { 201: z.object({ sent: z.boolean(), link: z.string().nullable() }) },
    async answer({ person, params, request, reply }) {
      const member = await findMember(house.db, params.member)
      if (member === null) throw absent('member')
      if (!(await hasLogin(house.db, member.id)))
        throw new Refusal(409, 'no-login', {
          message: `${member.name} ${member.disabled ? 'is disabled' : 'has no way in yet'}.`,
          hint: member.disabled ? 'Enable them first.' : 'Invite them instead.',
        })
      const link = await newLink(house, member, { by: person, address: request.ip })
      const sent = await house.mail.send(letterTo(member, link, `${person.name} has made a link for you to set a new password in Blamefree.`))
      return await reply.code(201).send({ sent, link: sent ? null : link })
    },
  })
}

async function newLink(
  { db, publicUrl }: House,
  member: ResetMember,
  { by, address }: { readonly by: Parameters<typeof recordDeed>[1]; readonly address: string },
): Promise<string> {
  const { token, hash } = newToken('bf_reset_')
  await db.tx(async (tx) => {
    await insertPasswordReset(tx, { member: member.id, hash, by: by.memberId })
    await recordDeed(tx, by, { action: 'password.reset-link', subject: member.id, address })
  })
  return `${publicUrl}/new-password#${token}`
}

const letterTo = ({ email }: ResetMember, link: string, why: string) => ({
  to: email,
  subject: 'A new password for Blamefree',
  text: `${why}\n\nSet it within an hour:\n${link}\n\nWhen you did not want this, do nothing: your password stays as it is.\n`,
})

function useRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/password-resets/accept',
    id: 'setNewPassword',
    summary: 'Set a new password by a link, and sign in',
    description: 'Every session that was open ends; API keys stay.',
    tag: 'People',
    policy: 'public',
    rate: 30,
    body: z.object({ token: z.string().min(10).max(200), password: z.string().min(1).max(1000) }),
    answers: { 200: z.object({ done: z.literal(true) }) },
    async answer({ body, request, reply }) {
      const member = await house.db.tx(async (tx) => {
        const found = await takePasswordReset(tx, body.token)
        if (found === null) return null
        checkPassword(body.password, found.email)
        const by = atTheDoor(found)
        await house.signIn.setPassword(tx, found.id, body.password)
        await recordDeed(tx, by, { action: 'password.set', subject: found.id, address: request.ip })
        await closeSessions(tx, { allBut: null }, { by, member: found.id, why: 'new-password', address: request.ip })
        return found
      })
      if (member === null) {
        await noteRefused(house, request, { email: null, why: 'wrong-link', by: 'password link' })
        throw new Refusal(404, 'no-reset', {
          message: 'This link is not good any more.',
          hint: 'It was used, replaced by a newer one, or is older than an hour. Ask for another.',
        })
      }
      // Whoever was passed the link may be somebody else.
      void house.mail.send(passwordNotice(member, { publicUrl: house.publicUrl, address: request.ip }))
      await forgetFailures(house.db, [`email:${member.email.toLowerCase()}`])
      await openSession(house, { email: member.email, password: body.password }, { request, reply })
      return { done: true }
    },
  })
}
