import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { now } from '../now.ts'
import type { Principal } from '../people/principal.ts'
import { closeSessions, listSessions, type WhichSessions } from '../store/sessions.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { webHeaders } from './web-headers.ts'

const SessionView = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    seenAt: z.string().describe('When it was last asked for anything, to five minutes.'),
    address: z.string().nullable(),
    browser: z.string().nullable().describe('What the browser says of itself.'),
    current: z.boolean().describe('Whether this request came with it.'),
  })
  .meta({ id: 'Session' })

/** Where one is signed in, and signing out there. */
export function ownSessionRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/me/sessions',
    id: 'listMySessions',
    summary: 'The browsers in which you are signed in, newest first',
    tag: 'People',
    policy: 'signed-in',
    answers: { 200: z.object({ items: z.array(SessionView) }) },
    async answer({ person, request }) {
      const current = await house.signIn.sessionId(webHeaders(request))
      const sessions = await listSessions(house.db, memberOf(person), now())
      return { items: sessions.map((session) => ({ ...session, current: session.id === current })) }
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/me/sessions/:session',
    id: 'endMySession',
    summary: 'Sign out in one browser',
    description: 'What was open there, texts and streams of events, ends at once.',
    tag: 'People',
    policy: 'signed-in',
    params: z.object({ session: z.string().max(100) }),
    answers: { 204: z.null() },
    async answer({ person, params, request, reply }) {
      if ((await end(house, person, { which: { only: params.session }, request })) === 0) throw absent('session')
      return await reply.code(204).send(null)
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/me/sessions',
    id: 'endMyOtherSessions',
    summary: 'Sign out everywhere but here',
    tag: 'People',
    policy: 'signed-in',
    answers: { 200: z.object({ ended: z.number().int() }) },
    async answer({ person, request }) {
      return { ended: await end(house, person, { which: { allBut: await house.signIn.sessionId(webHeaders(request)) }, request }) }
    },
  })
}

async function end({ db }: House, by: Principal, { which, request }: { readonly which: WhichSessions; readonly request: FastifyRequest }): Promise<number> {
  if (!by.scopes.includes('admin'))
    throw new Refusal(403, 'narrow-scope', {
      message: 'An API key needs the scope admin to end sessions.',
      hint: 'Sign in with a browser, or use a key with that scope.',
    })
  return await db.tx((tx) => closeSessions(tx, which, { by, member: memberOf(by), why: 'ended', address: request.ip }))
}

function memberOf({ memberId }: Principal): string {
  if (memberId === null) throw new Refusal(401, 'signed-out', { message: 'Nobody is signed in.' })
  return memberId
}
