import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { openFileTaking } from '../intake/file-taking.ts'
import type { Delivery } from '../intake/intake.ts'
import { payloadOf } from '../intake/payload.ts'
import { queueDelivery, READ_LATER } from '../intake/queued-intake.ts'
import { readIntake } from '../store/intake-rows.ts'
import { etagOf } from './etag.ts'
import { IncidentParams } from './incident-params.ts'
import { IntakeView, receiptView, ReceiptView } from './incident-view.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { text } from './text.ts'
import { intakeOptions, pastedName, readForm, tooLarge, UploadOptions, type Upload } from './upload.ts'

/** Pasted words, and how to read them. */
export const Pasted = UploadOptions.extend({
  text: z.string().max(900_000).optional().describe('A pasted record: a conversation, a webhook’s body, an incident file.'),
})

const NewIncident = Pasted.extend({ summary: text(20_000).optional() }).meta({ id: 'NewIncident' })

export const FORM = `As \`multipart/form-data\`: files of any number and name (those in one folder are one record), pasted records in the field \`text\`, and the field \`options\` as JSON.`

/** Handing records in. */
export function receivingRoutes(app: FastifyInstance, house: House): void {
  intakeRoute(app, house)
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents',
    id: 'createIncident',
    summary: 'Make an incident of the records that it left behind',
    description: `${FORM} As JSON: one pasted \`text\`, or only a \`title\` for an incident without a record. Large deliveries, and those sent with \`Prefer: respond-async\`, are answered with 202 and read beside the requests: \`/v1/intakes/{id}\` says how far they are. The same records, or an alert of an incident that is still open, give the incident that is there already.`,
    tag: 'Incidents',
    etag: 'answered',
    policy: { verb: 'create', on: 'workspace' },
    consumes: ['application/json', 'multipart/form-data'],
    body: NewIncident.nullish(),
    answers: { 200: ReceiptView, 201: ReceiptView, 202: IntakeView },
    async answer({ person, body, request, reply }) {
      return await withUpload(house, { request, body }, async (upload) => {
        const said = [...fact('title', upload.options.title), ...fact('summary', body?.summary)]
        if (upload.payloads.length === 0 && said.length === 0)
          throw new Refusal(400, 'nothing', { message: 'There is nothing in this request to make an incident of.', hint: 'Send files, text, or a title.' })
        const delivery = {
          person,
          payloads: upload.payloads,
          options: intakeOptions(upload.options),
          private: upload.options.private === true,
          said,
          address: request.ip,
        }
        return await takeIn(house, { delivery, upload, request, reply })
      })
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/records',
    id: 'addRecords',
    summary: 'Add records to an incident',
    description: `${FORM} As JSON: one pasted \`text\`. Everything is understood anew; what people said stays.`,
    tag: 'Incidents',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    consumes: ['application/json', 'multipart/form-data'],
    body: Pasted.nullish(),
    answers: { 200: ReceiptView, 202: IntakeView },
    async answer({ person, body, incident, request, reply }) {
      return await withUpload(house, { request, body }, async (upload) => {
        if (upload.payloads.length === 0) throw new Refusal(400, 'nothing', { message: 'There is no record in this request.', hint: 'Send files or text.' })
        const delivery = { person, payloads: upload.payloads, options: intakeOptions(upload.options), into: incident, address: request.ip }
        return await takeIn(house, { delivery, upload, request, reply })
      })
    },
  })
}

interface Taking {
  readonly delivery: Delivery
  readonly upload: Upload
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Reads a delivery while its sender waits, or, when it is large or the sender would rather not wait, beside the requests. */
async function takeIn(house: House, { delivery, upload, request, reply }: Taking): Promise<unknown> {
  if (upload.bytes > READ_LATER || /\brespond-async\b/.test(String(request.headers['prefer'] ?? ''))) {
    house.intake.check(delivery.options ?? {})
    const id = await queueDelivery(house, delivery)
    const waiting: z.infer<typeof IntakeView> = { id, state: 'waiting', progress: {}, result: null, error: null }
    return await reply.code(202).header('location', `/v1/intakes/${id}`).send(waiting)
  }
  const receipt = await house.intake.receive(delivery)
  return await reply
    .code(receipt.outcome === 'created' ? 201 : 200)
    .header('etag', etagOf(receipt.incident.revision))
    .header('location', `/v1/incidents/${receipt.incident.id}`)
    .send(receiptView(receipt))
}

function intakeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/intakes/:intake',
    id: 'getIntake',
    summary: 'How far the reading of a large delivery of yours has come',
    tag: 'Incidents',
    policy: 'signed-in',
    params: z.object({ intake: z.uuid() }),
    answers: { 200: IntakeView },
    async answer({ person, params }) {
      const row = await readIntake(house.db, person, params.intake)
      if (row === null) throw absent('intake')
      return row
    },
  })
}

/** Does what is done with what was handed in, as a form or as JSON; what was kept of it meanwhile and has not become part of a delivery is removed, however it ends. */
export async function withUpload<Value>(
  { db, settings: { uploadLimit: limit } }: House,
  { request, body }: { readonly request: FastifyRequest; readonly body: z.infer<typeof Pasted> | null | undefined },
  work: (upload: Upload) => Promise<Value>,
): Promise<Value> {
  if (!request.isMultipart()) return await work(pasted(body ?? {}))
  // What says that it is too large is not taken first. A little more is for what stands between the files.
  if (Number(request.headers['content-length'] ?? 0) > limit + 1024 ** 2) throw tooLarge(limit)
  const taking = openFileTaking(db, { limit, tooLarge: () => tooLarge(limit) })
  try {
    return await work(await readForm(request, taking, limit))
  } finally {
    await taking.close()
  }
}

function pasted({ text: words = '', ...options }: z.infer<typeof Pasted>): Upload {
  const bytes = Buffer.from(words)
  return { payloads: words.trim() === '' ? [] : [payloadOf(pastedName(0), bytes)], options, bytes: bytes.byteLength }
}

const fact = (path: string, value: string | undefined) => (value === undefined || value === '' ? [] : [{ path, value }])
