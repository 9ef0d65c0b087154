import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { House } from '../house.ts'
import type { Principal } from '../people/principal.ts'
import { claimKey, releaseClaim, RENEW_EVERY, renewClaim, storeAnswer, underClaim, type Claim, type StoredAnswer } from '../store/idempotency.ts'
import { Refusal } from './refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The claim that the answer to this request is to be kept under. */
    claim?: Claim
  }
}

/** How long a second sender waits for the first one's answer, in milliseconds. */
const PATIENCE = 10_000
const STEP = 50
/** Headers that belong to an answer and are given again with it. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const

/** Keeps the answers to requests that came with an `Idempotency-Key`, before they are sent; what was refused may be sent again. */
export function keepAnswers(app: FastifyInstance, house: House): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { claim } = request
    if (claim === undefined) return
    const text = payload === undefined || payload === null ? null : typeof payload === 'string' ? payload : undefined
    if (reply.statusCode < 200 || reply.statusCode >= 300 || text === undefined) return await releaseClaim(house.db, claim)
    const headers = KEPT_HEADERS.flatMap((name): [string, string][] => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : []))
    const body = house.secrets.seal(sealedAs(claim), JSON.stringify(text))
    await storeAnswer(house.db, claim, { status: reply.statusCode, headers: Object.fromEntries(headers), body })
  })
}

/**
 * Carries a request out once, however often it is sent with the same `Idempotency-Key` (of the same person, within a day, over all processes): whoever comes again
 * gets the stored answer; with another body, 422; while the first is at work, a wait and then 409. A request that was refused may be sent again.
 */
export async function once(
  house: House,
  { person, request, reply }: { readonly person: Principal; readonly request: FastifyRequest; readonly reply: FastifyReply },
  carryOut: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (key === undefined || person.memberId === null) return await carryOut()
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal(400, 'invalid', { message: 'Idempotency-Key must be 1 to 200 visible ASCII characters.', hint: 'A UUID will do.' })
  const member = person.memberId
  const found = await take(house, member, { key, hash: hashOf(request) })
  if ('status' in found) return await replay(reply, found, house.secrets.unseal(sealedAs({ member, key }), found.body))
  request.claim = found
  const renewing = setInterval(() => void renewClaim(house.db, found).catch(() => undefined), RENEW_EVERY)
  try {
    return await underClaim(found, carryOut)
  } finally {
    clearInterval(renewing)
  }
}

/** The claim, or the answer that was given under it. Waits while somebody is at it. */
async function take(house: House, member: string, { key, hash }: { readonly key: string; readonly hash: Buffer }): Promise<Claim | StoredAnswer> {
  for (let waited = 0; ; waited += STEP) {
    const found = await claimKey(house.db, member, { key, hash })
    if (found.state === 'ours') return found.claim
    if (found.state === 'answered') return found.answer
    if (found.state !== 'busy' || waited >= PATIENCE) throw refusal(found.state)
    await new Promise((resume) => setTimeout(resume, STEP))
  }
}

async function replay(reply: FastifyReply, { status, headers }: StoredAnswer, body: string): Promise<FastifyReply> {
  const text = JSON.parse(body) as string | null
  return await reply
    .code(status)
    .headers({ ...headers, 'idempotency-replayed': 'true' })
    .send(text ?? undefined)
}

const sealedAs = ({ member, key }: Pick<Claim, 'member' | 'key'>): string => `idempotency ${member} ${key}`

/** What makes two requests the same. A body that is not read into memory counts by its length. */
function hashOf(request: FastifyRequest): Buffer {
  const body = Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? request.headers['content-length'] ?? '')
  return createHash('sha256').update(`${request.method} ${request.url}\n`).update(body).digest()
}

function refusal(state: 'busy' | 'lost' | 'other-request'): Refusal {
  if (state === 'other-request')
    return new Refusal(422, 'key-used', { message: 'This Idempotency-Key came with another request before.', hint: 'Take a new key for each request.' })
  if (state === 'busy')
    return new Refusal(409, 'in-progress', { message: 'The request with this Idempotency-Key is still being carried out.', hint: 'Send it again in a moment.' })
  return new Refusal(409, 'answer-lost', {
    message: 'The request with this Idempotency-Key was carried out, but its answer was lost.',
    hint: 'Look at what is there before you send it with a new key.',
  })
}
