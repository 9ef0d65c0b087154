import { blankDocument } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { NO_TEMPLATE } from '../documents/parsed-template.ts'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { deleteLook, listLooks, readLook, writeLook } from '../store/looks.ts'
import { bytesOf, withBytes } from './bytes-in.ts'
import { answerFile } from './file-answer.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { words } from './text.ts'

const LARGEST = 64 * 1024 ** 2
const Look = z.object({ destination: z.enum(['docx', 'pdf', 'html']) })

/** The company's own look of Word files, PDFs and pages. */
export function lookRoutes(app: FastifyInstance, house: House): void {
  withBytes(app, LARGEST, (scope) => writeRoute(scope, house))
  readRoutes(app, house)
  route(app, house, {
    method: 'DELETE',
    url: '/v1/looks/:destination',
    id: 'deleteLook',
    summary: 'Go back to our own look of a format',
    tag: 'Exports',
    policy: { verb: 'administer', on: 'workspace' },
    params: Look,
    answers: { 204: z.null() },
    async answer({ person, params: { destination }, request, reply }) {
      const done = await house.db.tx(async (tx) => {
        const gone = await deleteLook(tx, destination)
        if (gone) await recordDeed(tx, person, { action: 'look.delete', subject: destination, address: request.ip })
        return gone
      })
      if (!done) throw absent('look')
      return reply.code(204).send(null)
    },
  })
}

function writeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/looks/:destination',
    id: 'writeLook',
    summary: 'Set the company’s look of a format: a .docx or .dotx, a .typ, a style sheet, as the body',
    description: 'It is tried at once, and refused in a sentence where it cannot be used.',
    tag: 'Exports',
    policy: { verb: 'administer', on: 'workspace' },
    params: Look,
    query: z.object({ name: words(200).describe('The file’s name.') }),
    bodyLimit: LARGEST,
    consumes: ['application/octet-stream'],
    answers: { 200: z.object({ destination: z.string(), name: z.string(), problems: z.array(z.string()) }) },
    async answer({ person, params: { destination: id }, query: { name }, body, request }) {
      const bytes = bytesOf(body)
      const destination = destinationOf(id)
      if (destination === null) throw absent('file format')
      if (id === 'html' && !isText(bytes))
        throw new Refusal(422, 'not-css', { message: `Cannot use ${name}: it is not a style sheet in UTF-8.`, hint: 'Give a .css file.' })
      const sample = { ...blankDocument(NO_TEMPLATE, await currentConfiguration(house.db.sql)), title: 'Sample' }
      const { problems } = await destination.render(sample, { reference: { name, bytes } })
      await house.db.tx(async (tx) => {
        await writeLook(tx, id, { name, bytes, by: person.memberId })
        await recordDeed(tx, person, { action: 'look.write', subject: id, after: { name, size: bytes.byteLength }, address: request.ip })
      })
      return { destination: id, name, problems: problems.map(({ message }) => message) }
    },
  })
}

function isText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000')
  } catch {
    return false
  }
}

function readRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/looks',
    id: 'listLooks',
    summary: 'Which formats have the company’s own look',
    tag: 'Exports',
    policy: { verb: 'read', on: 'workspace' },
    answers: {
      200: z.object({
        items: z.array(z.object({ destination: z.string(), name: z.string(), size: z.int(), updatedAt: z.string(), updatedBy: z.string().nullable() })),
      }),
    },
    answer: async () => ({ items: await listLooks(house.db.sql) }),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/looks/:destination',
    id: 'downloadLook',
    summary: 'The file of a look',
    tag: 'Exports',
    policy: { verb: 'administer', on: 'workspace' },
    params: Look,
    produces: 'application/octet-stream',
    answers: { 200: z.string().describe('The file.') },
    async answer({ params: { destination }, reply }) {
      const look = await readLook(house.db.sql, destination)
      if (look === null) throw absent('look')
      return answerFile(reply, { ...look, mediaType: 'application/octet-stream' })
    },
  })
}
