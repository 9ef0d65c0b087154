import type { Destination } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { exportPostMortem, ExportOptions } from '../documents/export-post-mortem.ts'
import type { House } from '../house.ts'
import { artifactFile, insertArtifact, readArtifact } from '../store/artifacts.ts'
import { recordDeed } from '../store/audit.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { answerFile } from './file-answer.ts'
import { InPath } from './post-mortem-routes.ts'
import { absent } from './refusal.ts'
import { route, type Call } from './route.ts'
import { DataProblemView } from './fact-view.ts'

/** A text that has more words than this is made into a file beside the request. Characters. */
const LARGE = 400_000

const LossView = z.object({ construct: z.string(), what: z.enum(['simplified', 'dropped']), count: z.int(), message: z.string() })
const ArtifactView = z
  .object({
    id: z.string(),
    destination: z.string(),
    options: z.unknown(),
    state: z.enum(['waiting', 'making', 'done', 'failed']),
    name: z.string().nullable(),
    mediaType: z.string().nullable(),
    losses: z.array(LossView),
    problems: z.array(DataProblemView),
    error: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Artifact' })

const Asked = ExportOptions.extend({
  destination: z.string().max(40).describe('docx, pdf, html, markdown or json.'),
  later: z.boolean().default(false).describe('Answer at once, and make the file beside the request, however small it is.'),
})

const ArtifactInPath = InPath.extend({ artifact: z.uuid() })
const File = z.string().describe('The file.')

/** Copies of a post-mortem as files, for an audience. */
export function exportRoutes(app: FastifyInstance, house: House): void {
  makeRoute(app, house)
  directRoute(app, house)
  previewRoute(app, house)
  artifactRoutes(app, house)
}

function makeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/exports',
    id: 'exportPostMortem',
    summary: 'Make a file of it',
    description: 'Answers with the file; with 202 and where to look where it is large, or `later` is asked for. Every export is in the log.',
    tag: 'Exports',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    body: Asked,
    produces: '*/*',
    answers: { 200: File, 202: ArtifactView },
    async answer(call) {
      const { person, postMortem, incident, body, reply } = call
      const { destination: name, later, ...options } = body
      const destination = theDestination(name)
      const stored = await thePostMortem(house, postMortem)
      if (!later && JSON.stringify(stored.document.tree).length <= LARGE * 4)
        return answerFile(reply, await madeNow(house, call, { stored, destination, options }))
      const id = await house.db.tx(async (tx) => {
        const made = await insertArtifact(tx, { postMortem, destination: destination.id, options, by: person.memberId })
        await logExport(tx, call, { destination, options })
        await house.jobs.enqueue(tx, 'export', { artifact: made }, { by: person.memberId, incident })
        return made
      })
      return reply
        .code(202)
        .header('location', `/v1/post-mortems/${postMortem}/exports/${id}`)
        .send(await theArtifact(house, id, postMortem))
    },
  })
}

function directRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/export.:format',
    id: 'downloadPostMortem',
    summary: 'It as a file, by a link',
    tag: 'Exports',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath.extend({ format: z.string().max(20).describe('docx, pdf, html, md or json.') }),
    query: ExportOptions,
    produces: '*/*',
    answers: { 200: File },
    async answer(call) {
      const stored = await thePostMortem(house, call.postMortem)
      const destination = theDestination(call.params.format)
      return answerFile(call.reply, await madeNow(house, call, { stored, destination, options: call.query }))
    },
  })
}

interface Wanted {
  readonly destination: Destination
  readonly options: z.infer<typeof ExportOptions>
}

type Asker = Pick<Call<unknown, unknown, unknown>, 'person' | 'postMortem' | 'incident' | 'request'>

async function madeNow(house: House, call: Asker, { stored, ...wanted }: Wanted & { readonly stored: StoredPostMortem }) {
  const artifact = await exportPostMortem(house.db, stored, wanted)
  await logExport(house.db.sql, call, wanted)
  return artifact
}

async function logExport(
  sql: Parameters<typeof recordDeed>[0],
  { person, postMortem, incident, request }: Asker,
  { destination, options }: Wanted,
): Promise<void> {
  await recordDeed(sql, person, {
    action: 'post-mortem.export',
    incident,
    subject: postMortem,
    after: { destination: destination.id, audience: options.audience },
    address: request.ip,
  })
}

function previewRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/exports/preview',
    id: 'previewExport',
    summary: 'What an export would leave out: what redaction takes, and what the format loses',
    tag: 'Exports',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    body: Asked,
    answers: {
      200: z.object({
        name: z.string(),
        size: z.int(),
        taken: z.array(z.object({ kind: z.string(), count: z.int(), places: z.array(z.string()) })),
        losses: z.array(LossView),
        problems: z.array(DataProblemView),
      }),
    },
    async answer({ postMortem, body }) {
      const { destination, later: _later, ...options } = body
      const made = await exportPostMortem(house.db, await thePostMortem(house, postMortem), { destination: theDestination(destination), options })
      const taken = made.taken.map((one) => ({ ...one, places: [...one.places] }))
      return { name: made.name, size: made.bytes.byteLength, taken, losses: [...made.losses], problems: [...made.problems] }
    },
  })
}

function artifactRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/exports/:artifact',
    id: 'readExport',
    summary: 'How far a file is, and what it lost',
    tag: 'Exports',
    policy: { verb: 'read', on: 'post-mortem' },
    params: ArtifactInPath,
    answers: { 200: ArtifactView },
    answer: async ({ params, postMortem }) => await theArtifact(house, params.artifact, postMortem),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/exports/:artifact/file',
    id: 'downloadExport',
    summary: 'The file, once it is made',
    tag: 'Exports',
    policy: { verb: 'read', on: 'post-mortem' },
    params: ArtifactInPath,
    produces: '*/*',
    answers: { 200: File },
    async answer({ params, postMortem, reply }) {
      const file = await artifactFile(house.db.sql, params.artifact, postMortem)
      if (file === null) throw absent('file, or it is not made yet')
      return answerFile(reply, file)
    },
  })
}

async function theArtifact({ db }: House, id: string, postMortem: string) {
  const artifact = await readArtifact(db.sql, id, postMortem)
  if (artifact === null) throw absent('export')
  return { ...artifact, losses: [...artifact.losses], problems: [...artifact.problems] }
}

function theDestination(name: string): Destination {
  const destination = destinationOf(name)
  if (destination === null) throw absent('file format')
  return destination
}
