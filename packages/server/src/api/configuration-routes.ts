import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { keptConfiguration, lockConfiguration, writeConfiguration, type KeptConfiguration } from '../store/configuration.ts'
import { announce } from '../store/outbox.ts'
import { ConfigurationView } from './configuration-view.ts'
import { etagOf, isKnown, mustMatch, requireRevision } from './etag.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'

const KeptView = z
  .object({
    revision: z.int().describe('0 while nothing is set.'),
    configuration: ConfigurationView.describe('What holds: what is set, over the defaults.'),
    own: z.array(z.string()).describe('The settings that are your own; every other holds by default.'),
    updatedAt: z.string().nullable(),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'KeptConfiguration' })

/** What the team sets: severities, types, roles, timestamps, metrics, fields, precedence, rules. */
export function configurationRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/configuration',
    id: 'readConfiguration',
    summary: 'What the team has set',
    tag: 'Configuration',
    etag: 'asked',
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: KeptView, 304: z.null() },
    async answer({ request, reply }) {
      const kept = await keptConfiguration(house.db.sql)
      if (isKnown(request, reply, kept.revision)) return await reply.send()
      return viewOf(kept)
    },
  })
  route(app, house, {
    method: 'PUT',
    url: '/v1/configuration',
    id: 'writeConfiguration',
    summary: 'Set the configuration',
    description:
      'The keys are those of a configuration file (docs/configuration.md), and are read in the same way. A setting that is left out holds by default. Anything wrong in it is said, all of it at once, and nothing is set.',
    tag: 'Configuration',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'administer', on: 'workspace' },
    body: z.record(z.string().max(80), z.unknown()),
    answers: { 200: KeptView },
    async answer({ person, body, request, reply }) {
      const wanted = requireRevision(request)
      const own = ownSettings(body)
      const kept = await house.db.tx(async (tx) => {
        const before = await lockConfiguration(tx)
        mustMatch(wanted, { what: 'configuration', revision: before.revision, current: viewOf(before) })
        const after = await writeConfiguration(tx, own, person.memberId)
        await recordDeed(tx, person, { action: 'configuration.change', ...changed(before.own, own), address: request.ip })
        await announce(tx, { kind: 'configuration.changed', data: { revision: after.revision } })
        return after
      })
      return await reply.header('etag', etagOf(kept.revision)).send(viewOf(kept))
    },
  })
}

function viewOf({ own, ...kept }: KeptConfiguration): z.infer<typeof KeptView> {
  return { ...kept, configuration: { ...DEFAULT_CONFIGURATION, ...own } as z.infer<typeof ConfigurationView>, own: Object.keys(own).toSorted() }
}

/** The settings in a body, read as a configuration file is. Throws 422 with every problem. */
function ownSettings(body: Readonly<Record<string, unknown>>): Partial<Configuration> {
  const { configuration, problems } = readConfiguration(JSON.stringify(body, null, 1), 'configuration')
  if (problems.length > 0) {
    const errors = problems.map(({ code, message, hint, place }) => ({ path: placeIn(body, place?.line), code, message, hint }))
    const [first] = problems
    throw new Refusal(422, first?.code ?? 'configuration/wrong', { message: first?.message ?? '', hint: first?.hint ?? '', errors })
  }
  return Object.fromEntries(Object.keys(body).map((key) => [key, configuration[key as keyof Configuration]]))
}

/** The setting that a line of the body's text is in: in that text, a line that is indented by one begins a setting. */
function placeIn(body: Readonly<Record<string, unknown>>, line: number | undefined): string {
  const lines = JSON.stringify(body, null, 1).split('\n')
  for (let at = (line ?? 0) - 1; at >= 0; at--) {
    const [, key] = /^ "((?:[^"\\]|\\.)*)":/.exec(lines[at] ?? '') ?? []
    if (key !== undefined) return key
  }
  return ''
}

function changed(before: Partial<Configuration>, after: Partial<Configuration>): { before: object; after: object } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Configuration)[]
  const differ = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (of: Partial<Configuration>): object => Object.fromEntries(differ.map((key) => [key, of[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
