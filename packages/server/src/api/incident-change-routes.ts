import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { now } from '../now.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { insertCorrections, undoCorrections } from '../store/corrections.ts'
import { namedMembers, setAccess } from '../store/incident-access.ts'
import { deleteIncident } from '../store/incident-change.ts'
import { memberNames } from '../store/members.ts'
import type { StoredFacts } from '../store/stored.ts'
import { changeIncident } from './change-incident.ts'
import { checkPath, correctionValue } from './correction-value.ts'
import { etagOf, requireRevision, revisionOf } from './etag.ts'
import { IncidentParams } from './incident-params.ts'
import { IncidentView } from './incident-view.ts'
import { readView } from './read-incident-view.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'

/** Changes to incidents: corrections, who may see them, deletion. */
export function incidentChangeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/incidents/:incident',
    id: 'correctIncident',
    summary: 'Say what holds of an incident, whatever the record says',
    description:
      'By path: `title`, `summary`, `type`, `severity`, `status`, `services`, `links`, `zone`, `roles.lead`, `timestamps.fixed`, `fields.<id>`. What a person says beats every source and stays when records are added or read again. `null`: there is none. `undo`: the record’s own value again. Needs `If-Match`.',
    tag: 'Incidents',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: z.object({
      set: z.record(z.string().max(200), z.unknown()).optional(),
      undo: z.array(z.string().max(200)).max(100).optional(),
    }),
    answers: { 200: IncidentView },
    async answer({ person, incident, body, request, reply }) {
      const revision = requireRevision(request)
      const configuration = await currentConfiguration(house.db.sql)
      const names = await memberNames(house.db.sql)
      const said = Object.entries(body.set ?? {}).map(([path, value]) => ({ path, value: named(path, correctionValue(path, value, configuration), names) }))
      const undo = body.undo ?? []
      for (const path of undo) checkPath(path, configuration)
      if (said.length === 0 && undo.length === 0) throw new Refusal(400, 'nothing', { message: 'Nothing is set and nothing is undone.' })
      const by = person.memberId ?? person.name
      await changeIncident(house, { incident, person, request, revision, action: 'incident.correct', effect: 'anew' }, async (tx, { facts }) => {
        await undoCorrections(tx, { incident, by, at: now() }, undo)
        await insertCorrections(
          tx,
          { incident, by },
          said.map(({ path, value }) => ({ path, value, before: valueOf(facts, path) })),
        )
        const before = Object.fromEntries([...said.map(({ path }) => path), ...undo].map((path) => [path, valueOf(facts, path)]))
        return { result: null, before, after: { ...Object.fromEntries(said.map(({ path, value }) => [path, value])), ...(undo.length === 0 ? {} : { undo }) } }
      })
      const view = await readView(house, incident)
      return reply.header('etag', etagOf(view.revision)).send(view)
    },
  })
  deletion(app, house)
  accessRoutes(app, house)
}

/** Members by their ids become their names, by which the record knows people. */
function named(path: string, value: unknown, names: ReadonlyMap<string, string>): unknown {
  return path.startsWith('roles.') && Array.isArray(value) ? value.map((one: string) => names.get(one) ?? one) : value
}

/** The value that holds at a path, without its origin; null where there is none. */
function valueOf(facts: StoredFacts, path: string): unknown {
  const [group = '', name] = path.split(/\.(.*)/s)
  const at = (facts as unknown as Readonly<Record<string, unknown>>)[group]
  const found: unknown = name === undefined ? at : (at as Readonly<Record<string, unknown>> | undefined)?.[name]
  const plain = (fact: unknown): unknown => (typeof fact === 'object' && fact !== null && 'value' in fact ? fact.value : null)
  return Array.isArray(found) ? found.map(plain) : plain(found)
}

function deletion(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/incidents/:incident',
    id: 'deleteIncident',
    summary: 'Delete an incident, with its post-mortems, for everybody',
    tag: 'Incidents',
    ifMatch: 'optional',
    policy: { verb: 'delete', on: 'incident' },
    params: IncidentParams,
    answers: { 204: z.null() },
    async answer({ person, incident, request, reply }) {
      await changeIncident(
        house,
        { incident, person, request, revision: revisionOf(request), action: 'incident.delete', effect: 'leave' },
        async (tx, { facts }) => {
          await deleteIncident(tx, incident, now())
          return { result: null, before: { title: facts.title?.value ?? null } }
        },
      )
      return reply.code(204).send(null)
    },
  })
}

const AccessView = z
  .object({ private: z.boolean(), members: z.array(z.object({ id: z.string(), name: z.string() })).describe('Who sees it when it is private.') })
  .meta({ id: 'Access' })

function accessRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/access',
    id: 'getAccess',
    summary: 'Who may see an incident',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    answers: { 200: AccessView },
    answer: async ({ incident }) => await accessOf(house, incident),
  })
  route(app, house, {
    method: 'PUT',
    url: '/v1/incidents/:incident/access',
    id: 'setAccess',
    summary: 'Make an incident private, or public again, and name who sees it',
    description:
      'To everybody who is not named, administrators included, a private incident does not exist. Whoever makes it private is named with the others.',
    tag: 'Incidents',
    ifMatch: 'optional',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: z.object({ private: z.boolean(), members: z.array(z.string().max(100)).max(500).default([]) }),
    answers: { 200: AccessView },
    async answer({ person, incident, body, request }) {
      const before = await accessOf(house, incident)
      const own = person.memberId === null || !body.private ? [] : [person.memberId]
      const members = [...new Set([...body.members, ...own])]
      await changeIncident(house, { incident, person, request, revision: revisionOf(request), action: 'incident.access', effect: 'count' }, async (tx) => {
        if (!(await setAccess(tx, { incident, by: person.memberId, private: body.private, members })))
          throw new Refusal(422, 'no-member', { message: 'One of these is no member, or is disabled.', hint: 'Members and their ids are at /v1/members.' })
        return { result: null, before: { private: before.private, members: before.members.map(({ id }) => id) }, after: { private: body.private, members } }
      })
      return await accessOf(house, incident)
    },
  })
}

async function accessOf(house: House, incident: string): Promise<z.infer<typeof AccessView>> {
  const [view, members] = await Promise.all([readView(house, incident), namedMembers(house.db.sql, incident)])
  return { private: view.private, members }
}
