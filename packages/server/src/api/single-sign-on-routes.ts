import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { Arrival } from '../people/arrivals.ts'
import { atTheDoor } from '../people/principal.ts'
import { SSO_CALLBACK } from '../people/sign-in.ts'
import { recordDeed } from '../store/audit.ts'
import { findMember } from '../store/members.ts'
import { noteRefused } from './note-refused.ts'
import { passCookies } from './open-session.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'
import { webHeaders } from './web-headers.ts'

/** Signing in by the identity provider: the way there, and the way back. */
export function singleSignOnRoutes(app: FastifyInstance, house: House): void {
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
  app.get(SSO_CALLBACK, { schema: { hide: true }, config: { rateLimit: { max: 60 } } }, async (request, reply) => {
    const { headers, place, arrival } = await house.signIn.ssoFinish(new Request(new URL(request.url, house.publicUrl), { headers: webHeaders(request) }))
    await noteArrival(house, request, arrival)
    passCookies(headers, reply)
    return reply.redirect(place, 302)
  })
}

/** Before the cookie is passed on: nobody comes in of whom the log has nothing. */
async function noteArrival(house: House, request: FastifyRequest, { email, member, linked, joined, refused }: Arrival): Promise<void> {
  const by = 'single sign-on'
  const found = member === null ? null : await findMember(house.db, member)
  if (found === null) return await noteRefused(house, request, { email, why: refused ?? 'sso', by })
  const says = { subject: found.id, address: request.ip }
  // Until now they came in with a password only.
  if (linked && !joined) await recordDeed(house.db.sql, atTheDoor(found), { action: 'member.link-sign-on', after: { email }, ...says })
  await recordDeed(house.db.sql, atTheDoor(found), { action: 'session.open', after: { by }, ...says })
}
