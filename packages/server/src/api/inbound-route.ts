import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { senderCheck } from '../inbound/sender-check.ts'
import { payloadOf } from '../intake/payload.ts'
import type { Principal } from '../people/principal.ts'
import { findInboundAddress, noteReceived, type InboundAddress } from '../store/inbound-addresses.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'

/** The largest delivery. GitHub's cap is 25 MB; the others send far less. */
const LARGEST = 25 * 1024 ** 2
const Taken = z
  .object({ outcome: z.enum(['received', 'nothing']).describe('`nothing`: there was nothing in it that belongs on a timeline.') })
  .meta({ id: 'Taken' })

/** Where other systems hand in their records. */
export function inboundRoute(app: FastifyInstance, house: House): void {
  // A scope of its own, because signatures are over the bytes as they came.
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, parsed) => parsed(null, body))
    route(scope, house, {
      method: 'POST',
      url: '/in/:token',
      id: 'receive',
      summary: 'Hand in a record, as another system, at the address that it was given',
      description: 'The body is whatever that system sends. When it is answered with a 2xx, it is kept. The answer says nothing of incidents.',
      tag: TAG,
      policy: 'public',
      // Alertmanager gives a notification up when it is answered with 429.
      rate: false,
      bodyLimit: LARGEST,
      consumes: ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream'],
      params: z.object({ token: z.string().max(100) }),
      answers: { 200: Taken },
      async answer({ params, request }) {
        const address = /^bf_in_[\w-]{43}$/.test(params.token) ? await findInboundAddress(house.db.sql, params.token) : null
        if (address === null) throw absent('address')
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        mustBeGenuine(house, address, { headers: request.headers, bytes })
        await noteReceived(house.db.sql, address)
        return { outcome: isGreeting(request, bytes) ? 'nothing' : await take(house, address, { bytes: recordIn(request, bytes), ip: request.ip }) }
      },
    })
    done()
  })
}

const TAG = 'Inbound addresses'

function mustBeGenuine(
  { secrets, log }: House,
  { id, source, sealed }: InboundAddress & { readonly sealed: Buffer | null },
  delivery: Parameters<ReturnType<typeof senderCheck>['isGenuine']>[1],
): void {
  const check = senderCheck(source)
  if (sealed === null && !check.always) return
  if (sealed !== null && check.isGenuine(secrets.unseal(`inbound ${id}`, sealed), delivery)) return
  log.warn({ inboundAddress: id, source, hasSecret: sealed !== null }, 'a delivery was refused: it is not signed with the secret of its address')
  throw new Refusal(401, 'not-genuine', {
    message: sealed === null ? 'This address has no secret yet, and takes nothing without one.' : 'This delivery is not signed with the secret of its address.',
    hint: 'Compare the secret over there with the one of this address.',
  })
}

/** What systems send only to try the way. */
function isGreeting({ headers }: FastifyRequest, bytes: Buffer): boolean {
  if (headers['x-github-event'] === 'ping') return true
  return bytes.byteLength < 4096 && /"event_type"\s*:\s*"pagey\.ping"/.test(bytes.toString('utf8'))
}

/** The record in a delivery: GitHub may send it as a form. */
function recordIn({ headers }: FastifyRequest, bytes: Buffer): Buffer {
  if (!String(headers['content-type']).startsWith('application/x-www-form-urlencoded')) return bytes
  return Buffer.from(new URLSearchParams(bytes.toString('utf8')).get('payload') ?? bytes.toString('utf8'))
}

async function take(
  { intake }: House,
  address: InboundAddress,
  { bytes, ip }: { readonly bytes: Buffer; readonly ip: string },
): Promise<'received' | 'nothing'> {
  const options = address.source === 'any' ? {} : { source: address.source }
  const payload = payloadOf(`${address.source}.json`, bytes)
  const person: Principal = { via: 'inbound', memberId: null, name: address.name, role: 'member', scopes: ['intake'] }
  const reading = await intake.reader.read(payload, options, { who: `inbound ${address.id}` })
  if (reading.events.length === 0 && reading.title === null) return 'nothing'
  await intake.receive({
    person,
    payloads: [payload],
    readings: [reading],
    options,
    private: address.private,
    named: [address.createdBy],
    address: ip,
    ...(address.incident === null ? {} : { into: address.incident }),
  })
  return 'received'
}
