import { isZone } from '@blamefree/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { checkPassword } from '../people/passwords.ts'
import { SSO_CALLBACK } from '../people/sign-in.ts'
import { countFailure, forgetFailures, refuseWhileWaiting } from '../people/throttle.ts'
import { recordDeed } from '../store/audit.ts'
import { takeInvitation } from '../store/invitations.ts'
import { changeMember, findMember, admitMember } from '../store/members.ts'
import { announce } from '../store/outbox.ts'
import { closeSessions } from '../store/sessions.ts'
import { MemberView } from './member-routes.ts'
import { Refusal } from './refusal.ts'
import { NOBODY, route } from './route.ts'
import { webHeaders } from './web-headers.ts'

const Email = z.email().max(320)
const Password = z.string().min(1).max(1000)
const Me = z.object({ member: MemberView, via: z.string(), scopes: z.array(z.string()) }).meta({ id: 'Me' })
const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })

/** Signing in and out, accepting an invitation, and who one is. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
  signInRoutes(app, house)
  ownRoutes(app, house)
  singleSignOn(app, house)
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
        if (invitation === null)
          throw new Refusal(404, 'no-invitation', {
            message: 'This invitation is not open.',
            hint: 'It was used, taken back, or is older than 7 days. Ask for a new one.',
          })
        const email = invitation.email === '' ? body.email : invitation.email
        if (email === undefined)
          throw new Refusal(400, 'invalid', { message: 'email is missing.', hint: 'The first administrator names their own e-mail address.' })
        checkPassword(body.password, email)
        const added = await admitMember(tx, { name: body.name, email, role: invitation.role, zone: body.zone ?? null })
        await recordDeed(
          tx,
          { ...NOBODY, memberId: added.id, name: added.name },
          { action: 'member.join', subject: added.id, after: { role: added.role }, address: request.ip },
        )
        await house.signIn.addLogin(tx, { memberId: added.id, name: added.name, email: added.email, password: body.password })
        return added
      })
      await openSession(house, { email: member.email, password: body.password }, { request, reply })
      return member
    },
  })
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
      await refuseWhileWaiting(house.db, keys)
      if (!(await openSession(house, body, { request, reply }))) {
        await countFailure(house.db, keys)
        await recordDeed(house.db.sql, NOBODY, { action: 'session.refuse', after: { email: body.email.toLowerCase() }, address: request.ip })
        throw new Refusal(401, 'wrong-password', {
          message: 'The e-mail address or the password is wrong.',
          hint: 'Try again, or ask an administrator for a new link.',
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
      if (member !== null && session !== null) await house.db.tx((tx) => closeSessions(tx, { only: session }, { by, member, address: request.ip }))
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
      200: z.object({ singleSignOn: z.string().nullable().describe('What its button says; null where there is none.') }).meta({ id: 'WaysToSignIn' }),
    },
    answer: async () => ({ singleSignOn: house.settings.oidc?.name ?? null }),
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
      return { member, via: person.via, scopes: person.scopes }
    },
  })
}

function singleSignOn(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/session/sso',
    id: 'startSingleSignOn',
    summary: 'Go to the identity provider',
    tag: 'People',
    policy: 'public',
    rate: 60,
    answers: { 302: z.null() },
    async answer({ request, reply }) {
      const start = await house.signIn.ssoStart(webHeaders(request))
      if (start === null) throw new Refusal(404, 'no-sso', { message: 'Single sign-on is not set up.', hint: 'Administrators: set OIDC_ISSUER.' })
      passCookies(start.headers, reply)
      return reply.redirect(start.url, 302)
    },
  })
  app.get(SSO_CALLBACK, { schema: { hide: true } }, async (request, reply) => {
    const answer = await house.signIn.ssoFinish(new Request(new URL(request.url, house.publicUrl), { headers: webHeaders(request) }))
    passCookies(answer.headers, reply)
    const place = answer.headers.get('location')
    return place === null ? reply.redirect(`${house.publicUrl}/sign-in?error=sso`, 302) : reply.redirect(place, 302)
  })
}

/** Opens a session and passes its cookie on; false when the password is wrong or the member may not sign in. */
async function openSession(
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
  if (headers === null || member === undefined || member.disabled_at !== null) return false
  passCookies(headers, reply)
  await recordDeed(house.db.sql, { ...NOBODY, via: 'session', memberId: member.id, name: member.name }, { action: 'session.open', address: request.ip })
  return true
}

function passCookies(from: Headers, reply: FastifyReply): void {
  for (const cookie of from.getSetCookie()) reply.header('set-cookie', cookie)
}
