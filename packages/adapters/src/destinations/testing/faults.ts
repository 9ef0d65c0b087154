import { BlamefreeError, type Reply } from '@blamefree/core'

/**
 * What goes wrong with one request. `status`: the place answers so and does nothing. `hang`: nothing arrives and nothing is done. `lost`: it is done, and the answer
 * breaks off. `killed`: our process ends before the request goes out; `killed-after`: after it was done. `meanwhile`: somebody does something first.
 */
export type Fault = { readonly status: Reply } | { readonly meanwhile: () => void | Promise<void> } | 'hang' | 'lost' | 'killed' | 'killed-after'

/** Faults by the number of the request, from 1; or one for every request. */
export type Faults = Readonly<Record<number, Fault>> | { readonly every: Fault }

/** What ends a run in which our process was killed. Nothing may be learned from it. */
export class Killed extends Error {
  constructor() {
    super('The process was killed.')
  }
}

/** The fault of a request, if it has one. */
export function faultOf(faults: Faults, number: number): Fault | null {
  return 'every' in faults ? faults.every : (faults[number] ?? null)
}

/** An answer of JSON, text or nothing. */
export function replyOf(status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Reply {
  const text = typeof body === 'string' || body instanceof Uint8Array
  const type = { 'content-type': text ? 'text/plain' : 'application/json' }
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
  return { status, headers: { ...type, ...headers }, body: bytes }
}

/** Too many requests: `after` seconds, or nothing said. */
export const tooMany = (after?: number): Fault => ({
  status: replyOf(429, { message: 'Too many requests' }, after === undefined ? {} : { 'retry-after': String(after) }),
})

/** Overloaded, as Notion says it. */
export const OVERLOADED: Fault = { status: replyOf(529, { message: 'Overloaded' }) }

/** A proxy's own page. */
export const HTML_503: Fault = {
  status: replyOf(503, '<!doctype html><html><body><h1>Service Unavailable</h1></body></html>', { 'content-type': 'text/html' }),
}

/** Too large. */
export const TOO_LARGE: Fault = { status: replyOf(413, { message: 'Payload too large' }) }

/** Somebody else was quicker. */
export const CONFLICT: Fault = { status: replyOf(409, { message: 'Conflict' }) }

/** The token is wrong, or was withdrawn. */
export const UNAUTHORISED: Fault = { status: replyOf(401, { message: 'Unauthorized' }) }

/** What the outbound door throws when nothing answers, or the answer breaks off. */
export function unreachable(url: string): BlamefreeError {
  return new BlamefreeError(
    'outbound/unreachable',
    `Cannot reach ${new URL(url).host}: it does not answer in time.`,
    'Check the address, and that this server may reach it.',
  )
}
