import { isZone } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../house.ts'
import { checkPassword } from '../people/passwords.ts'
import { atTheDoor } from '../people/principal.ts'
import { countFailure, forgetFailures, refuseWhileWaiting } from '../people/throttle.ts'
import { recordDeed } from '../store/audit.ts'
import { takeInvitation, type Invitation } from '../store/invitations.ts'
import { changeMember, findMember, admitMember, type Member } from '../store/members.ts'
import { announce } from '../store/outbox.ts'
import { closeSessions } from '../store/sessions.ts'
import type { Tables } from '../store/tables.ts'
import { MemberView } from './member-routes.ts'
import { noteRefused } from './note-refused.ts'
import { Refusal } from './refusal.ts'
import { openSession, passCookies } from './open-session.ts'
import { NOBODY, route } from './route.ts'
import { webHeaders } from './web-headers.ts'

const Email = z.email().max(320)
const Password = z.string().min(1).max(1000)
const Me = z
  .object({
    member: MemberView,
    via: z.string(),
    scopes: z.array(z.string()),
    hasPassword: z.boolean().describe('Whether they sign in with a password; false for those who come by the identity provider only.'),
  })
  .meta({ id: 'Me' })
const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })

/** Signing in and out, accepting an invitation, and who one is. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
  signInRoutes(app, house)
  ownRoutes(app, house)
  route(app, house, {
    method: 'POST',
    url: '/v1/invitations/accept',
    id: 'acceptInvitation',
    summary: 'Become a member by the link of an invitation, and sign in',
    description:
      'The first administrator, whose link the server prints when it starts, gives an e-mail address too; for everybody else it is the one that was invited.',
    tag: 'People',
    policy: 'public',
    rate: 30,
    body: z.object({
      token: z.string().min(10).max(200),
      name: z.string().trim().min(1).max(200),
      email: Email.optional(),
      password: Password,
      zone: z.string().max(80).nullish(),
    }),
    answers: { 200: MemberView },
    async answer({ body, request, reply }) {
      const member = await house.db.tx(async (tx) => {
        const invitation = await takeInvitation(tx, body.token)
        return invitation === null ? null : await join(house, tx, { invitation, body, address: request.ip })
      })
      if (member === null) {
        await noteRefused(house, request, { email: null, why: 'wrong-link', by: 'invitation' })
        throw new Refusal(404, 'no-invitation', {
          message: 'This invitation is not open.',
          hint: 'It was used, taken back, or is older than 7 days. Ask for a new one.',
        })
      }
      await openSession(house, { email: member.email, password: body.password }, { request, reply })
      return member
    },
  })
}

/** What somebody says who accepts an invitation. */
interface Joining {
  readonly invitation: Invitation
  readonly body: { readonly name: string; readonly email?: string | undefined; readonly password: string; readonly zone?: string | null | undefined }
  readonly address: string
}

async function join({ signIn }: House, tx: Transaction<Tables>, { invitation, body, address }: Joining): Promise<Member> {
  const email = invitation.email === '' ? body.email : invitation.email
  if (email === undefined) throw new Refusal(400, 'invalid', { message: 'The e-mail address is missing.', hint: 'The first administrator gives their own.' })
  checkPassword(body.password, email)
  const added = await admitMember(tx, { name: body.name, email, role: invitation.role, zone: body.zone ?? null })
  await recordDeed(tx, atTheDoor(added), { action: 'member.join', subject: added.id, after: { role: added.role, by: 'invitation' }, address })
  await signIn.addLogin(tx, { memberId: added.id, name: added.name, email: added.email, password: body.password })
  return added
}

function signInRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/session',
    id: 'signIn',
    summary: 'Sign in with a password',
    description: 'The answer sets the session’s cookie.',
    tag: 'People',
    policy: 'public',
    rate: 60,
    body: z.object({ email: Email, password: Password }),
    answers: { 200: Done },
    async answer({ body, request, reply }) {
      const keys = [`email:${body.email.toLowerCase()}`, `address:${request.ip}`]
      await refuseWhileWaiting(house.db, keys).catch(async (error: unknown) => {
        if (error instanceof Refusal) await noteRefused(house, request, { email: body.email.toLowerCase(), why: error.code, by: 'password' })
        throw error
      })
      if (!(await openSession(house, body, { request, reply }))) {
        await countFailure(house.db, keys)
        throw new Refusal(401, 'wrong-password', {
          message: 'The e-mail address or the password is wrong.',
          hint: 'Try again, or set a new password: “Forgot your password?”.',
        })
      }
      await forgetFailures(house.db, keys.slice(0, 1))
      return { done: true }
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/session',
    id: 'signOut',
    summary: 'Sign out',
    description: 'Texts and streams of events that are open with this session end at once.',
    tag: 'People',
    policy: 'public',
    answers: { 200: Done },
    async answer({ request, reply }) {
      const headers = webHeaders(request)
      const [by, session] = [request.principal ?? NOBODY, await house.signIn.sessionId(headers)]
      const member = by.memberId
      if (member !== null && session !== null)
        await house.db.tx((tx) => closeSessions(tx, { only: session }, { by, member, why: 'signed-out', address: request.ip }))
      passCookies(await house.signIn.out(headers), reply)
      return { done: true }
    },
  })
}

/** Who one is here, and what one says of oneself. */
function ownRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/session/ways',
    id: 'waysToSignIn',
    summary: 'How one can sign in here',
    tag: 'People',
    policy: 'public',
    rate: 120,
    answers: {
      200: z
        .object({
          singleSignOn: z.string().nullable().describe('What its button says; null where there is none.'),
          mail: z.boolean().describe('Whether a link for a new password can be sent by mail.'),
        })
        .meta({ id: 'WaysToSignIn' }),
    },
    answer: async () => ({ singleSignOn: house.settings.oidc?.name ?? null, mail: house.mail.works }),
  })
  route(app, house, {
    method: 'PATCH',
    url: '/v1/me',
    id: 'changeMe',
    summary: 'Change your own name and time zone',
    tag: 'People',
    policy: { verb: 'comment', on: 'workspace' },
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      zone: z.string().max(80).refine(isZone, 'is no time zone: name one like Europe/London').nullable().optional(),
    }),
    answers: { 200: MemberView },
    async answer({ person, body, request }) {
      const id = person.memberId
      if (id === null) throw new Refusal(401, 'signed-out', { message: 'Nobody is signed in.' })
      return await house.db.tx(async (tx) => {
        const done = await changeMember(tx, id, body)
        if (done === null) throw new Refusal(409, 'last-administrator', { message: 'This is the last administrator.' })
        await recordDeed(tx, person, { action: 'member.change', subject: id, before: done.before, after: done.after, address: request.ip })
        await announce(tx, { kind: 'member.changed', data: { member: id } })
        return done.after
      })
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/me',
    id: 'whoAmI',
    summary: 'Who the request is from',
    tag: 'People',
    policy: 'signed-in',
    answers: { 200: Me },
    async answer({ person }) {
      const member = person.memberId === null ? null : await findMember(house.db, person.memberId)
      if (member === null) throw new Refusal(401, 'signed-out', { message: 'Nobody is signed in.' })
      return { member, via: person.via, scopes: person.scopes, hasPassword: await house.signIn.hasPassword(member.id) }
    },
  })
}
