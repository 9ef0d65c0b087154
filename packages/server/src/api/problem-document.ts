import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** An error as every route answers it: RFC 9457, `application/problem+json`. */
export const ProblemDocument = z
  .looseObject({
    type: z.string().describe('urn:blamefree:problem:<code>'),
    title: z.string().describe('The same for every problem of this code.'),
    status: z.int(),
    detail: z.string().describe('What is wrong, in a sentence.'),
    code: z.string(),
    hint: z.string().optional().describe('What to do about it.'),
    request: z.string().optional().describe('The id that the log has this request under.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Where the input is wrong.'),
  })
  .meta({ id: 'Problem' })

export type ProblemDocument = z.infer<typeof ProblemDocument>

/** Any thrown thing → the problem document that a client may see. What we did not expect says nothing of itself. */
export function problemDocument(error: unknown, request: string): ProblemDocument {
  if (error instanceof Refusal) {
    return { ...base(error.code, error.status, error.message), ...(error.hint === '' ? {} : { hint: error.hint }), request, ...error.more }
  }
  if (error instanceof BlamefreeError) return { ...base(error.code, 422, error.message), hint: error.hint, request }
  const { statusCode, code, validation, message } = error as FastifyFault
  if (validation !== undefined) {
    const errors = validation.map(({ instancePath, message }) => ({ path: instancePath ?? '', message: message ?? 'is wrong' }))
    const [first] = errors
    return {
      ...base(
        'invalid',
        400,
        `The request is not of the form that this route takes: ${first?.path === '' ? '' : `${first?.path ?? ''} `}${first?.message ?? ''}.`,
      ),
      request,
      errors,
    }
  }
  const known =
    KNOWN[code ?? ''] ??
    (/^Connection terminated|^connect ENOENT|not queryable|^Client was closed|timeout exceeded when trying to connect/.test(message ?? '') ? AWAY : undefined)
  if (known !== undefined) return { ...base(known[1], known[0], known[2]), request }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { ...base('refused', statusCode, message ?? 'The request was refused.'), request }
  return { ...base('fault', 500, 'Something that should not happen did.'), hint: `This is a fault of ours. The log has it under ${request}.`, request }
}

interface FastifyFault {
  readonly statusCode?: number
  readonly code?: string
  readonly message?: string
  readonly validation?: readonly { readonly instancePath?: string; readonly message?: string }[]
}

/** The database does not answer. What a request changed was kept whole or not at all; the answer to it is lost. */
const AWAY = [503, 'database-away', 'The database does not answer. Try again in a moment.'] as const

const KNOWN: Readonly<Record<string, readonly [number, string, string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'not-json', 'The body is not JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'empty', 'The body is empty, and its content type says JSON.'],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', 'The body is larger than this route takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'media-type', 'This route does not take that content type.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'length', 'The body is not as long as its header says.'],
  ECONNREFUSED: AWAY,
  ECONNRESET: AWAY,
  EPIPE: AWAY,
  '57P01': AWAY,
  '57P02': AWAY,
  '57P03': AWAY,
  '53300': AWAY,
  '53100': [507, 'disk-full', 'The disk of the database is full. Nothing was changed.'],
  '58030': [507, 'disk-full', 'The disk of the database cannot be written to. Nothing was changed.'],
  '22021': [400, 'invalid', 'The request holds a character that no text may hold.'],
  '22P05': [400, 'invalid', 'The request holds a character that no text may hold.'],
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'Sign in first',
  403: 'Not for you to do',
  404: 'No such thing',
  409: 'In conflict with what is there',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not that kind of content',
  422: 'Cannot be done',
  428: 'Say which version you changed',
  429: 'Too many requests',
  500: 'A fault of ours',
  503: 'Not now',
  507: 'No room',
}

function base(code: string, status: number, detail: string): ProblemDocument {
  return { type: `urn:blamefree:problem:${code}`, title: TITLES[status] ?? 'The request was refused', status, detail, code }
}
