import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { rereadIncident } from '../intake/reread.ts'
import { streamRaw } from '../store/raw-store.ts'
import { findRecord, listRecords, removePayload } from '../store/records.ts'
import { changeIncident } from './change-incident.ts'
import { etagOf } from './etag.ts'
import { IncidentParams } from './incident-params.ts'
import { DataProblemView } from './fact-view.ts'
import { IncidentView, PartView } from './incident-view.ts'
import { readView } from './read-incident-view.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'
import { intakeOptions, ReadingOptions } from './upload.ts'

const RecordView = z
  .object({
    id: z.string(),
    name: z.string().describe('Of the payload: a file, or the folder that it was in.'),
    path: z.string(),
    source: z.string(),
    size: z.int().describe('Bytes.'),
    hash: z.string().describe('SHA-256, in hex.'),
    receivedAt: z.string(),
    receivedBy: z.string().nullable(),
    reader: z.string().describe('The version that read it.'),
    read: z
      .object({
        events: z.int(),
        people: z.int(),
        parts: z.array(PartView).readonly().describe('Conversations that can be chosen with `channels`.'),
        problems: z.array(DataProblemView).readonly(),
        options: z.unknown().describe('How it was read.'),
      })
      .nullable()
      .describe('What was read, at the first file of what was handed in together; null at its others.'),
  })
  .meta({ id: 'Record' })

const RecordParams = IncidentParams.extend({ record: z.uuid() })

/** The raw record: what was handed in, as it came, and reading it again. */
export function recordRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/records',
    id: 'listRecords',
    summary: 'The files that an incident is made of',
    tag: 'Records',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    answers: { 200: z.object({ items: z.array(RecordView) }) },
    answer: async ({ incident }) => ({ items: await listRecords(house.db.sql, incident) }),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/records/:record/raw',
    id: 'downloadRecord',
    summary: 'A file as it came, byte for byte',
    tag: 'Records',
    policy: { verb: 'read', on: 'incident' },
    params: RecordParams,
    produces: 'application/octet-stream',
    answers: { 200: z.unknown().describe('The bytes, as application/octet-stream.') },
    async answer({ incident, params, reply }) {
      const { hash, path } = await found(house, incident, params.record)
      const name = path.split('/').at(-1) ?? 'record'
      return await reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="record"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Readable.from(streamRaw(house.db, hash), { objectMode: false }))
    },
  })
  readAgainRoutes(app, house)
  removeRoute(app, house)
}

async function found(house: House, incident: string, record: string): Promise<NonNullable<Awaited<ReturnType<typeof findRecord>>>> {
  const row = await findRecord(house.db.sql, incident, record)
  if (row === null) throw absent('record')
  return row
}

function readAgainRoutes(app: FastifyInstance, house: House): void {
  const { db, intake } = house
  route(app, house, {
    method: 'PATCH',
    url: '/v1/incidents/:incident/records/:record',
    id: 'readRecordWith',
    summary: 'Read a record again with other options: other channels, another day, another source',
    tag: 'Records',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: RecordParams,
    body: ReadingOptions,
    answers: { 200: IncidentView },
    async answer({ person, incident, params, body, request, reply }) {
      const { position } = await found(house, incident, params.record)
      const options = intakeOptions(body)
      intake.check(options)
      await rereadIncident({ db, reader: intake.reader, person, address: request.ip, change: { position, options } }, incident)
      const view = await readView(house, incident)
      return reply.header('etag', etagOf(view.revision)).send(view)
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/reread',
    id: 'rereadIncident',
    summary: 'Read everything again with the sources as they are now; what people said stays',
    tag: 'Records',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    answers: { 200: IncidentView },
    async answer({ person, incident, request, reply }) {
      await rereadIncident({ db, reader: intake.reader, person, address: request.ip }, incident)
      const view = await readView(house, incident)
      return reply.header('etag', etagOf(view.revision)).send(view)
    },
  })
}

function removeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/incidents/:incident/records/:record',
    id: 'removeRecord',
    summary: 'Take a record out of an incident, with the other files of its folder',
    tag: 'Records',
    policy: { verb: 'edit', on: 'incident' },
    params: RecordParams,
    answers: { 204: z.null() },
    async answer({ person, incident, params, request, reply }) {
      const { position, name } = await found(house, incident, params.record)
      await changeIncident(house, { incident, person, request, revision: null, action: 'record.remove', effect: 'anew' }, async (tx) => {
        await removePayload(tx, incident, position)
        return { result: null, subject: params.record, before: { name } }
      })
      return reply.code(204).send(null)
    },
  })
}
