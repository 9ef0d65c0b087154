import { SOURCES } from '@blamefree/adapters'
import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { House } from '../house.ts'
import { senderCheck } from '../inbound/sender-check.ts'
import { may } from '../people/policy.ts'
import { newToken } from '../secrets.ts'
import { recordDeed } from '../store/audit.ts'
import { newId } from '../store/identity.ts'
import { insertInboundAddress, listInboundAddresses, revokeInboundAddress, setInboundSecret } from '../store/inbound-addresses.ts'
import { announce } from '../store/outbox.ts'
import { findThing } from '../store/things.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { words } from './text.ts'

const InboundAddressView = z
  .object({
    id: z.string(),
    source: z.string().describe('The id of the source, or `any`.'),
    name: z.string(),
    hasSecret: z.boolean().describe('Whether deliveries are checked against a secret.'),
    private: z.boolean().describe('Whether incidents that begin with it are private to whoever made it.'),
    incident: z.string().nullable().describe('The incident that everything belongs to; null: the one it is known to be of, else a new one.'),
    createdBy: z.string(),
    createdAt: z.string(),
    lastReceivedAt: z.string().nullable(),
  })
  .meta({ id: 'InboundAddress' })

const NewAddress = z.object({
  source: z.string().max(60).describe('The id of a source, or `any` to recognise what comes.'),
  name: words(200),
  private: z.boolean().default(false),
  incident: z.string().max(120).optional().describe('The id or slug of the incident that everything belongs to.'),
  secret: z.string().min(8).max(400).optional().describe('What deliveries are checked with, where you have it already.'),
  check: z.boolean().default(false).describe('Make a secret for a source that need not send one (a bearer token or password).'),
})

const ADMINISTER = { verb: 'administer', on: 'workspace' } as const
const TAG = 'Inbound addresses'
const AddressParams = z.object({ address: z.uuid() })
const sealedAs = (id: string): string => `inbound ${id}`

/** Addresses that other systems hand their records to. */
export function inboundAddressRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/inbound-addresses',
    id: 'listInboundAddresses',
    summary: 'The addresses that other systems hand records to',
    tag: TAG,
    policy: ADMINISTER,
    answers: { 200: z.object({ items: z.array(InboundAddressView) }) },
    answer: async ({ person }) => ({ items: await listInboundAddresses(house.db.sql, person) }),
  })
  creationRoute(app, house)
  secretRoute(app, house)
  revocationRoute(app, house)
}

function creationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/inbound-addresses',
    id: 'createInboundAddress',
    summary: 'Make an address for another system',
    description:
      'With the address and, where we make it, the secret: both are not shown again. GitHub’s deliveries are always checked with its signature, and PagerDuty’s with the secret that PagerDuty shows when it is told the address: set it afterwards. Others send a bearer token or a password where `check` asks for it.',
    tag: TAG,
    policy: ADMINISTER,
    body: NewAddress,
    answers: { 201: z.object({ inboundAddress: InboundAddressView, url: z.string(), secret: z.string().nullable() }) },
    async answer({ person, body, request, reply }) {
      const known = [...SOURCES.map(({ id }) => id), 'any']
      if (!known.includes(body.source))
        throw new Refusal(422, 'unknown-source', { message: `There is no source ${JSON.stringify(body.source)}.`, hint: `There are ${known.join(', ')}.` })
      const found = body.incident === undefined ? null : await findThing(house.db, person, 'incident', body.incident)
      if (body.incident !== undefined && (found === null || may(person, 'edit', found.thing) !== 'yes')) throw absent('incident')
      const check = senderCheck(body.source)
      const made = body.secret === undefined && check.madeBy === 'us' && (check.always || body.check) ? randomBytes(24).toString('base64url') : null
      const secret = body.secret ?? made
      const { token, hash } = newToken('bf_in_')
      const id = newId()
      const inboundAddress = await house.db.tx(async (tx) => {
        const sealed = secret === null ? null : house.secrets.seal(sealedAs(id), secret)
        const { source, name, private: hidden } = body
        const address = await insertInboundAddress(tx, {
          id,
          source,
          name,
          private: hidden,
          incident: found?.incident ?? null,
          createdBy: person.memberId ?? '',
          hash,
          sealed,
        })
        const about = found === null ? {} : { incident: found.incident }
        await recordDeed(tx, person, { action: 'inbound-address.make', subject: id, ...about, after: { source, name, private: hidden }, address: request.ip })
        await announce(tx, { kind: 'inbound-address.created', ...about, data: { inboundAddress: id } })
        return address
      })
      return await reply.code(201).send({ inboundAddress, url: `${house.publicUrl}/in/${token}`, secret: made })
    },
  })
}

function secretRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/inbound-addresses/:address/secret',
    id: 'setInboundSecret',
    summary: 'Set what deliveries are checked with',
    tag: TAG,
    policy: ADMINISTER,
    params: AddressParams,
    body: z.object({ secret: z.string().min(8).max(400) }),
    answers: { 200: InboundAddressView },
    async answer({ person, params, body, request }) {
      await mustSee(house, person, params.address)
      return await house.db.tx(async (tx) => {
        const address = await setInboundSecret(tx, params.address, house.secrets.seal(sealedAs(params.address), body.secret))
        if (address === null) throw absent('inbound address')
        const about = address.incident === null ? {} : { incident: address.incident }
        await recordDeed(tx, person, { action: 'inbound-address.set-secret', subject: address.id, ...about, address: request.ip })
        return address
      })
    },
  })
}

function revocationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/inbound-addresses/:address',
    id: 'revokeInboundAddress',
    summary: 'Take an address away; what came stays',
    tag: TAG,
    policy: ADMINISTER,
    params: AddressParams,
    answers: { 204: z.null() },
    async answer({ person, params, request, reply }) {
      const { incident } = await mustSee(house, person, params.address)
      const about = incident === null ? {} : { incident }
      await house.db.tx(async (tx) => {
        if (!(await revokeInboundAddress(tx, params.address))) throw absent('inbound address')
        await recordDeed(tx, person, { action: 'inbound-address.revoke', subject: params.address, ...about, address: request.ip })
        await announce(tx, { kind: 'inbound-address.revoked', ...about, data: { inboundAddress: params.address } })
      })
      return await reply.code(204).send(null)
    },
  })
}

async function mustSee(
  { db }: House,
  person: Parameters<typeof listInboundAddresses>[1],
  id: string,
): Promise<Awaited<ReturnType<typeof listInboundAddresses>>[number]> {
  const address = (await listInboundAddresses(db.sql, person)).find((one) => one.id === id)
  if (address === undefined) throw absent('inbound address')
  return address
}
