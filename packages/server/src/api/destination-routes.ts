import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { route } from './route.ts'

const SettingView = z
  .object({
    key: z.string(),
    label: z.string(),
    help: z.string().describe('Where one finds it, and an example.'),
    secret: z.boolean().describe('Sealed, and never shown again.'),
    optional: z.boolean(),
    kind: z.enum(['text', 'lines', 'switch', 'choice']),
    choices: z.array(z.string()).describe('For `choice`.'),
  })
  .meta({ id: 'PlaceSetting' })

const DestinationView = z
  .object({
    id: z.string(),
    title: z.string(),
    becomes: z.string().describe('What a post-mortem is over there.'),
    steps: z.array(z.string()).describe('What to do over there, in order, as Markdown.'),
    settings: z.array(SettingView),
    loses: z.array(z.object({ construct: z.string(), what: z.enum(['simplified', 'dropped']) })),
  })
  .meta({ id: 'PageDestination' })

/** Which kinds of places there are, and how one connects them. */
export function destinationRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/destinations',
    id: 'listDestinations',
    summary: 'The kinds of places that a post-mortem can be a page of, and how to connect each',
    tag: 'Pages',
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: z.object({ items: z.array(DestinationView) }) },
    answer: () =>
      Promise.resolve({
        items: house.pageDestinations.map(({ id, title, connect, loses }) => ({
          id,
          title,
          becomes: connect.becomes,
          steps: [...connect.steps],
          settings: connect.settings.map(({ key, label, help, secret = false, optional = false, kind = 'text' }) => ({
            key,
            label,
            help,
            secret,
            optional,
            kind: typeof kind === 'string' ? kind : 'choice',
            choices: typeof kind === 'string' ? [] : [...kind],
          })),
          loses: Object.entries(loses).map(([construct, what]) => ({ construct, what })),
        })),
      }),
  })
}
