import { imageKind } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { deleteImage, imageAddress, insertImage, listImages, readImage } from '../store/images.ts'
import { bytesOf, withBytes } from './bytes-in.ts'
import { disposition } from './file-answer.ts'
import { IncidentParams } from './incident-params.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { words } from './text.ts'

const LARGEST = 16 * 1024 ** 2
const Image = IncidentParams.extend({ image: z.uuid() })

/** Images of an incident, which its post-mortems show by their address. */
export function imageRoutes(app: FastifyInstance, house: House): void {
  withBytes(app, LARGEST, (scope) => uploadRoute(scope, house))
  readRoutes(app, house)
  route(app, house, {
    method: 'DELETE',
    url: '/v1/incidents/:incident/images/:image',
    id: 'deleteImage',
    summary: 'Delete an image; documents then show its description',
    tag: 'Incidents',
    policy: { verb: 'edit', on: 'incident' },
    params: Image,
    answers: { 204: z.null() },
    async answer({ person, incident, params, request, reply }) {
      const done = await house.db.tx(async (tx) => {
        const gone = await deleteImage(tx, incident, params.image)
        if (gone) await recordDeed(tx, person, { action: 'image.delete', incident, subject: params.image, address: request.ip })
        return gone
      })
      if (!done) throw absent('image')
      return reply.code(204).send(null)
    },
  })
}

function uploadRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/images',
    id: 'addImage',
    summary: 'Add an image: the bytes of a PNG, JPEG, GIF, WebP, AVIF or SVG file as the body',
    description:
      'What it is says its content. Drawings (SVG) that could run something or reach outside are refused. Write `![what it shows](images/<id>)` where it belongs.',
    tag: 'Incidents',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    query: z.object({ name: words(200).default('image') }),
    bodyLimit: LARGEST,
    consumes: ['application/octet-stream', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml'],
    answers: { 201: z.object({ id: z.string(), address: z.string(), mediaType: z.string() }) },
    async answer({ person, incident, query, body, request, reply }) {
      const bytes = bytesOf(body)
      const mediaType = imageKind(bytes)
      if (mediaType === null)
        throw new Refusal(415, 'not-an-image', {
          message: 'This is no PNG, JPEG, GIF, WebP or AVIF image, and no SVG drawing without scripts, animations and addresses.',
          hint: 'Save it as PNG and send that.',
        })
      const id = await house.db.tx(async (tx) => {
        const made = await insertImage(tx, incident, { name: query.name, mediaType, bytes, by: person.memberId })
        await recordDeed(tx, person, { action: 'image.add', incident, subject: made, after: { mediaType, size: bytes.byteLength }, address: request.ip })
        return made
      })
      return reply.code(201).send({ id, address: imageAddress(id), mediaType })
    },
  })
}

function readRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/images',
    id: 'listImages',
    summary: 'The images of an incident, oldest first',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    answers: {
      200: z.object({
        items: z.array(
          z.object({ id: z.string(), address: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), by: z.string().nullable(), at: z.string() }),
        ),
      }),
    },
    answer: async ({ incident }) => ({ items: (await listImages(house.db.sql, incident)).map((image) => ({ ...image, address: imageAddress(image.id) })) }),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/images/:image',
    id: 'readImage',
    summary: 'An image',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'incident' },
    params: Image,
    produces: 'image/*',
    answers: { 200: z.string().describe('The image.') },
    async answer({ incident, params, reply }) {
      const image = await readImage(house.db.sql, incident, params.image)
      if (image === null) throw absent('image')
      return reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('content-disposition', disposition('inline', image.name))
        .header('cache-control', 'private, max-age=31536000, immutable')
        .type(image.mediaType)
        .send(Buffer.from(image.bytes))
    },
  })
}
