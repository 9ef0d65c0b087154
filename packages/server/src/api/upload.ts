import { BlamefreeError } from '@blamefree/core'
import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { gatherPayloads, type IntakeOptions, type Payload, type PayloadFile } from '../intake/payload.ts'
import { Refusal } from './refusal.ts'
import { Day, instant, Moment, words } from './text.ts'

/** How records are to be read. */
export const ReadingOptions = z
  .object({
    source: words(80).optional().describe('The source that the records are of; left out, each is recognised by its content.'),
    sources: z.record(z.string().max(400), words(80)).optional().describe('The same for single records, by name.'),
    channels: z.array(words(200)).max(200).optional().describe('Conversations to read, by name or id.'),
    from: Moment.optional(),
    to: Moment.optional().describe('Events before this moment.'),
    zone: words(80).optional().describe('The IANA zone of times that carry none.'),
    date: Day.optional().describe('The day of times that carry none.'),
  })
  .meta({ id: 'ReadingOptions' })

/** What a form may say beside its files, in the field `options` as JSON. */
export const UploadOptions = ReadingOptions.extend({
  title: words(300).optional(),
  private: z.boolean().optional().describe('Only you can see the incident until you name others.'),
}).meta({ id: 'UploadOptions' })

export type UploadOptions = z.infer<typeof UploadOptions>

/** The form that `readForm` reads, as JSON Schema. A generated client takes a `FormData` (`x-form-data`). */
export const RECORD_FORM = {
  type: 'object',
  description: 'Records as a form.',
  properties: {
    options: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { $ref: '#/components/schemas/UploadOptionsInput' },
      description: 'UploadOptions as JSON; before the files.',
    },
    text: { type: 'array', items: { type: 'string' }, description: 'Pasted records.' },
  },
  additionalProperties: { type: 'string', format: 'binary', description: 'A file, under any name.' },
  'x-form-data': true,
}

/** Options as the intake takes them. */
export function intakeOptions({ source, sources, channels, from, to, zone, date }: z.infer<typeof ReadingOptions>): IntakeOptions {
  return {
    ...(source === undefined ? {} : { source }),
    ...(sources === undefined ? {} : { sources }),
    ...(channels === undefined ? {} : { channels }),
    ...(from === undefined ? {} : { from: instant(from) }),
    ...(to === undefined ? {} : { to: instant(to) }),
    ...(zone === undefined ? {} : { zone }),
    ...(date === undefined ? {} : { date }),
  }
}

/** What was handed in, by form or as JSON. */
export interface Upload {
  readonly payloads: readonly Payload[]
  readonly options: UploadOptions
  readonly bytes: number
}

/** Reads a form: files, the field `text` (pasted, any number), and the field `options`. Stops at the limit of bytes, all parts together. */
export async function readForm(request: FastifyRequest, limit: number): Promise<Upload> {
  const files: PayloadFile[] = []
  let options: UploadOptions = {}
  let left = limit
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await readFile(part, left, limit)
        left -= bytes.byteLength
        files.push({ path: part.filename ?? 'upload', bytes })
      } else if (part.fieldname === 'text') {
        const bytes = Buffer.from(String(part.value))
        left -= bytes.byteLength
        if (part.valueTruncated || left < 0) throw tooLarge(limit)
        if (bytes.byteLength > 0) files.push({ path: pastedName(files.length), bytes })
      } else if (part.fieldname === 'options') options = parseOptions(String(part.value))
      else
        throw new Refusal(400, 'invalid', {
          message: `The form has no field ${JSON.stringify(part.fieldname)}.`,
          hint: 'Its fields are options and text; files may have any name.',
        })
    }
  } catch (error) {
    throw formFault(error)
  }
  return { payloads: gatherPayloads(files), options, bytes: limit - left }
}

/** The name of what somebody pasted. */
export const pastedName = (count: number): string => (count === 0 ? 'pasted text' : `pasted text ${count + 1}`)

async function readFile({ file }: Extract<Multipart, { type: 'file' }>, left: number, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    size += part.byteLength
    if (size > left) throw tooLarge(limit)
    parts.push(part)
  }
  if (file.truncated) throw tooLarge(limit)
  return Buffer.concat(parts)
}

const tooLarge = (limit: number): Refusal =>
  new Refusal(413, 'too-large', {
    message: `The upload is larger than ${Math.round(limit / 1024 ** 2)} MB.`,
    hint: 'Export a shorter stretch of time, or raise UPLOAD_LIMIT_MB.',
  })

function parseOptions(said: string): UploadOptions {
  let value: unknown
  try {
    value = JSON.parse(said)
  } catch {
    throw new Refusal(400, 'not-json', { message: 'The field options is not JSON.' })
  }
  const parsed = UploadOptions.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: `/options/${path.join('/')}`, message }))
  throw new Refusal(400, 'invalid', { message: `The field options is not of its form: ${errors[0]?.path ?? ''} ${errors[0]?.message ?? ''}.`, errors })
}

/** What the form's parser throws, as an answer: a broken form is the sender's, not ours. */
function formFault(error: unknown): unknown {
  if (error instanceof BlamefreeError) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Refusal(413, 'too-large', { message: 'The form has more or larger parts than are taken.', hint: 'Zip the folder, or hand it in in pieces.' })
  if (statusCode !== undefined && statusCode < 500) return error
  return new Refusal(400, 'broken-form', { message: 'The form cannot be read: it ends too early, or it is not multipart/form-data.' })
}
