import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { configOf, entered, pageDestinationOf, secretsOf } from '../pages/connection-config.ts'
import { recordDeed } from '../store/audit.ts'
import {
  changeConnection,
  countPagesAt,
  deleteConnection,
  findConnection,
  insertConnection,
  isConnectionNamed,
  listConnections,
  recordCheck,
  secretNameOf,
  type Connection,
} from '../store/connections.ts'
import { newId } from '../store/identity.ts'
import { announce } from '../store/outbox.ts'
import { connectionView, ConnectionView } from './page-views.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { text, words } from './text.ts'

const Settings = z.record(z.string().max(80), z.union([text(20_000), z.boolean()]))
const Fields = z.object({
  name: words(120).describe('What people choose by.'),
  settings: Settings.describe('By key, as `/v1/destinations` lists them.'),
  audience: z.enum(['internal', 'company', 'customer']).describe('Whom the copies that go there are made for; what is taken out says docs/redaction.md.'),
})
const InPath = z.object({ connection: z.uuid() })
const ADMINISTER = { verb: 'administer', on: 'workspace' } as const
const TAG = 'Pages'

/** Places that post-mortems may be published to. */
export function connectionRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/connections',
    id: 'listConnections',
    summary: 'The connected places, by name',
    description: 'What was entered is shown to administrators only; secrets to nobody.',
    tag: TAG,
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: z.object({ items: z.array(ConnectionView) }) },
    answer: async ({ person }) => ({ items: (await listConnections(house.db.sql)).map((connection) => connectionView(house, connection, person)) }),
  })
  creationRoute(app, house)
  changeRoute(app, house)
  checkRoute(app, house)
  deletionRoute(app, house)
}

function creationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/connections',
    id: 'createConnection',
    summary: 'Connect a place',
    description: 'Nothing is asked of the place yet: try it with `/check`.',
    tag: TAG,
    policy: ADMINISTER,
    body: Fields.extend({ destination: z.string().max(40), audience: Fields.shape.audience.default('internal') }),
    answers: { 201: ConnectionView },
    async answer({ person, body, request, reply }) {
      const destination = pageDestinationOf(house, body.destination)
      const { settings, secrets } = entered(destination, body.settings)
      destination.configure({ ...settings, ...secrets })
      const id = newId()
      const { name, audience } = body
      const made = await house.db.tx(async (tx) => {
        const row = { id, destination: destination.id, name, audience, settings, createdBy: person.memberId ?? '' }
        await house.secretStore.set(tx, secretNameOf(id), JSON.stringify(secrets), person.memberId)
        const inserted = await insertConnection(tx, row)
        if (inserted === null) throw nameTaken(name)
        await recordDeed(tx, person, {
          action: 'connection.make',
          subject: id,
          after: { destination: destination.id, name, audience, settings, secrets: Object.keys(secrets) },
          address: request.ip,
        })
        await announce(tx, { kind: 'connection.created', data: { connection: id } })
        return inserted
      })
      return await reply
        .code(201)
        .header('location', `/v1/connections/${id}`)
        .send(connectionView(house, made, person))
    },
  })
}

function changeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/connections/:connection',
    id: 'changeConnection',
    summary: 'Change a connection',
    description: '`settings` takes the place of all that was entered; a secret that is left out, or empty, stays.',
    tag: TAG,
    policy: ADMINISTER,
    params: InPath,
    body: Fields.partial(),
    answers: { 200: ConnectionView },
    async answer({ person, params, body, request }) {
      const before = await theConnection(house, params.connection)
      const given = body.settings === undefined ? null : await settingsGiven(house, before, body.settings)
      const { name, audience } = body
      const after = await house.db.tx(async (tx) => {
        if (name !== undefined && (await isConnectionNamed(tx, name, before.id))) throw nameTaken(name)
        if (given !== null) await house.secretStore.set(tx, secretNameOf(before.id), JSON.stringify(given.secrets), person.memberId)
        const changed = await changeConnection(tx, before.id, {
          name,
          audience,
          ...(given === null ? {} : { settings: given.settings, secrets: true }),
        })
        if (changed === null) throw absent('connection')
        await recordDeed(tx, person, {
          action: 'connection.change',
          subject: before.id,
          before: { name: before.name, audience: before.audience, settings: before.settings },
          after: { name: changed.name, audience: changed.audience, settings: changed.settings, ...(given === null ? {} : { secrets: given.entered }) },
          address: request.ip,
        })
        await announce(tx, { kind: 'connection.changed', data: { connection: before.id } })
        return changed
      })
      return connectionView(house, after, person)
    },
  })
}

/** What was entered over what there was, tried; with the names of the secrets that are new. */
async function settingsGiven(house: House, before: Connection, given: z.infer<typeof Settings>) {
  const destination = pageDestinationOf(house, before.destination)
  const fresh = entered(destination, given)
  const kept = before.sealed ? await secretsOf(house, before) : {}
  const { settings, secrets } = entered(destination, given, { settings: {}, secrets: kept })
  destination.configure({ ...settings, ...secrets })
  return { settings, secrets, entered: Object.keys(fresh.secrets) }
}

const Check = z.object({
  works: z.boolean(),
  findings: z.array(z.object({ ok: z.boolean(), sentence: z.string() })).describe('What was tried, in order.'),
  connection: ConnectionView,
})

function checkRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/connections/:connection/check',
    id: 'checkConnection',
    summary: 'Try a connection: whether it works, what is missing, and who sees the place',
    description: 'Only reads over there.',
    tag: TAG,
    policy: ADMINISTER,
    params: InPath,
    answers: { 200: Check },
    async answer({ person, params, request }) {
      const connection = await theConnection(house, params.connection)
      const { destination, config } = await configOf(house, connection)
      const check = await destination.check(config, house.world())
      await house.db.tx(async (tx) => {
        await recordCheck(tx, connection, check)
        await recordDeed(tx, person, { action: 'connection.check', subject: connection.id, after: { works: check.works }, address: request.ip })
        await announce(tx, { kind: 'connection.changed', data: { connection: connection.id } })
      })
      const now = await theConnection(house, connection.id)
      return { works: check.works, findings: check.findings.map((finding) => ({ ...finding })), connection: connectionView(house, now, person) }
    },
  })
}

function deletionRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/connections/:connection',
    id: 'deleteConnection',
    summary: 'Remove a connection',
    description:
      'Its pages stay where they are. Where there are any they are forgotten here, which has to be said with `forget=true`: a new connection makes new ones.',
    tag: TAG,
    policy: ADMINISTER,
    params: InPath,
    query: z.object({ forget: z.enum(['true', 'false']).default('false') }),
    answers: { 204: z.null() },
    async answer({ person, params, query, request, reply }) {
      const { id, name } = await theConnection(house, params.connection)
      await house.db.tx(async (tx) => {
        const pages = await countPagesAt(tx, id)
        if (pages > 0 && query.forget !== 'true')
          throw new Refusal(409, 'has-pages', {
            message: `${pages === 1 ? 'One page is' : `${pages} pages are`} published there, and would not be kept true any more.`,
            hint: 'Change its settings instead; or remove it with forget=true, and its pages stay as they are over there.',
            pages,
          })
        await house.secretStore.remove(tx, secretNameOf(id))
        if (!(await deleteConnection(tx, id))) throw absent('connection')
        await recordDeed(tx, person, { action: 'connection.delete', subject: id, before: { name, pages }, address: request.ip })
        await announce(tx, { kind: 'connection.deleted', data: { connection: id } })
      })
      return await reply.code(204).send(null)
    },
  })
}

async function theConnection({ db }: House, id: string): Promise<Connection> {
  return (await findConnection(db.sql, id)) ?? Promise.reject(absent('connection'))
}

const nameTaken = (name: string): Refusal =>
  new Refusal(409, 'name-taken', { message: `There is a connection named “${name}” already.`, hint: 'Choose another name.' })
