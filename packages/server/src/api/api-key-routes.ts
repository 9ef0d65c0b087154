import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { SCOPES, type Principal } from '../people/principal.ts'
import { newToken } from '../secrets.ts'
import { insertApiKey, listApiKeys, revokeApiKey } from '../store/api-keys.ts'
import { recordDeed } from '../store/audit.ts'
import { announce } from '../store/outbox.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { Moment, words } from './text.ts'

const ApiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().describe('The beginning of the key, to tell keys apart.'),
    scopes: z.array(z.enum(SCOPES)),
    member: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().describe('To the minute.'),
  })
  .meta({ id: 'ApiKey' })

const Scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .max(SCOPES.length)
  .describe('`read`, `write` (and comment, publish, delete), `intake` (hand records in, nothing else), `admin` (all that the member may).')

/** Keys that programs sign in with. */
export function apiKeyRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/api-keys',
    id: 'listApiKeys',
    summary: 'Your API keys; for administrators, everybody’s',
    tag: 'API keys',
    policy: 'signed-in',
    answers: { 200: z.object({ items: z.array(ApiKeyView) }) },
    answer: async ({ person }) => ({
      items: await listApiKeys(house.db, person.role === 'administrator' && person.scopes.includes('admin') ? null : (person.memberId ?? '')),
    }),
  })
  creationRoute(app, house)
  revocationRoute(app, house)
}

function creationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/api-keys',
    id: 'createApiKey',
    summary: 'Make an API key of your own',
    description: 'The key is not shown again. It can do what you can, narrowed by its scopes. An API key makes keys only with the scope `admin`.',
    tag: 'API keys',
    policy: 'signed-in',
    body: z.object({ name: words(200), scopes: Scopes, expiresAt: Moment.nullable().default(null) }),
    answers: { 201: z.object({ apiKey: ApiKeyView, key: z.string() }) },
    async answer({ person, body: { name, scopes, expiresAt }, request, reply }) {
      needAdminScope(person)
      if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
        throw new Refusal(400, 'invalid', { message: 'expiresAt lies in the past.', hint: 'Leave it out for a key that stays.' })
      const { token, hash } = newToken('bf_key_')
      const apiKey = await house.db.tx(async (tx) => {
        const made = await insertApiKey(tx, { member: person.memberId ?? '', name, scopes: [...new Set(scopes)], expiresAt, hash, prefix: token.slice(0, 12) })
        await recordDeed(tx, person, { action: 'api-key.make', subject: made.id, after: { name, scopes, expiresAt }, address: request.ip })
        await announce(tx, { kind: 'api-key.created', member: made.member, data: { apiKey: made.id } })
        return made
      })
      return await reply.code(201).send({ apiKey, key: token })
    },
  })
}

function revocationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/api-keys/:apiKey',
    id: 'revokeApiKey',
    summary: 'Revoke an API key: yours, or for administrators anybody’s',
    description: 'It is nobody’s from this moment on; streams that were opened with it end.',
    tag: 'API keys',
    policy: 'signed-in',
    params: z.object({ apiKey: z.uuid() }),
    answers: { 204: z.null() },
    async answer({ person, params, request, reply }) {
      needAdminScope(person)
      await house.db.tx(async (tx) => {
        const revoked = await revokeApiKey(tx, person, params.apiKey)
        if (revoked === null) throw absent('API key')
        await recordDeed(tx, person, {
          action: 'api-key.revoke',
          subject: revoked.id,
          before: { name: revoked.name, member: revoked.member },
          address: request.ip,
        })
        await announce(tx, { kind: 'api-key.revoked', member: revoked.member, data: { apiKey: revoked.id } })
      })
      return await reply.code(204).send(null)
    },
  })
}

/** A key with a narrower scope neither makes keys, which would outlive it, nor takes them away. */
function needAdminScope({ scopes }: Principal): void {
  if (scopes.includes('admin')) return
  throw new Refusal(403, 'narrow-scope', {
    message: 'An API key needs the scope admin to make or revoke keys.',
    hint: 'Sign in with a browser, or use a key with that scope.',
  })
}
