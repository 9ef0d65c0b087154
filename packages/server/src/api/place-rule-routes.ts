import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { announce } from '../store/outbox.ts'
import { listPlaceRules, setPlaceRules } from '../store/place-rules.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'
import { words } from './text.ts'

const Names = z.array(words(200)).max(100).default([])
const PlaceRuleView = z
  .object({
    connection: z.uuid(),
    severities: Names.describe('None: any.'),
    types: Names.describe('None: any.'),
    services: Names.describe('One of them is enough; none: any.'),
  })
  .meta({ id: 'PlaceRule' })
const Rules = z.object({ items: z.array(PlaceRuleView).max(200) })

/** Where post-mortems go by themselves when they are published. */
export function placeRuleRoutes(app: FastifyInstance, house: House): void {
  const read = async (): Promise<z.input<typeof Rules>> => ({
    items: (await listPlaceRules(house.db.sql)).map(({ connection, severities, types, services }) => ({
      connection,
      severities: [...severities],
      types: [...types],
      services: [...services],
    })),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/place-rules',
    id: 'listPlaceRules',
    summary: 'Where post-mortems go when they are published',
    description: 'The first rule that fits decides. Without one that fits, a post-mortem is published here only.',
    tag: 'Pages',
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: Rules },
    answer: read,
  })
  route(app, house, {
    method: 'PUT',
    url: '/v1/place-rules',
    id: 'setPlaceRules',
    summary: 'Say where post-mortems go when they are published',
    description: 'In the place of the rules before. For post-mortems that are published from now on.',
    tag: 'Pages',
    policy: { verb: 'administer', on: 'workspace' },
    body: Rules,
    answers: { 200: Rules },
    async answer({ person, body, request }) {
      await house.db.tx(async (tx) => {
        const before = await listPlaceRules(tx)
        if (!(await setPlaceRules(tx, body.items)))
          throw new Refusal(422, 'no-connection', { message: 'A rule names a connection that there is not.', hint: 'GET /v1/connections lists them.' })
        await recordDeed(tx, person, { action: 'connection.rules', before, after: body.items, address: request.ip })
        await announce(tx, { kind: 'connection.changed', data: {} })
      })
      return await read()
    },
  })
}
