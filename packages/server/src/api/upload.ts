import { BlamefreeError } from '@blamefree/core'
import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FileTaking } from '../intake/file-taking.ts'
import { gatherPayloads, type IntakeOptions, type Payload } from '../intake/payload.ts'
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

/** Reads a form into `taking`: files, the field `text` (pasted, any number), and the field `options`. */
export async function readForm(request: FastifyRequest, taking: FileTaking, limit: number): Promise<Upload> {
  let options: UploadOptions = {}
  let refused: unknown = null
  try {
    for await (const part of request.parts()) {
      try {
        if (refused === null) options = (await readPart(part, taking, limit)) ?? options
      } catch (error) {
        refused = part.type === 'file' && part.file.errored !== null ? formFault(error) : error
      }
      // Who is refused in the middle sends the rest before they read the answer.
      if (part.type === 'file' && !part.file.readableEnded) for await (const _ of part.file);
    }
  } catch (error) {
    throw refused ?? formFault(error)
  }
  if (refused !== null) throw refused
  return { payloads: gatherPayloads(taking.files), options, bytes: taking.bytes }
}

/** Takes one part of a form; gives the options where it is those. */
async function readPart(part: Multipart, taking: FileTaking, limit: number): Promise<UploadOptions | null> {
  if (part.type === 'file') {
    await taking.take(part.filename ?? 'upload', part.file.iterator({ destroyOnReturn: false }))
    if (part.file.truncated) throw tooLarge(limit)
    return null
  }
  if (part.fieldname === 'options') return parseOptions(String(part.value))
  if (part.fieldname !== 'text')
    throw new Refusal(400, 'invalid', {
      message: `The form has no field ${JSON.stringify(part.fieldname)}.`,
      hint: 'Its fields are options and text; files may have any name.',
    })
  if (part.valueTruncated) throw tooLarge(limit)
  const bytes = Buffer.from(String(part.value))
  if (bytes.byteLength > 0) await taking.take(pastedName(taking.files.length), [bytes])
  return null
}

/** The name of what somebody pasted. */
export const pastedName = (count: number): string => (count === 0 ? 'pasted text' : `pasted text ${count + 1}`)

/** The refusal of an upload above a limit of bytes. */
export const tooLarge = (limit: number): Refusal =>
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
