import type { OpenApiAnswer } from './tidy-openapi.ts'

/** The headers of a route that are the same wherever they occur. */
export interface RouteHeaders {
  readonly ifMatch: 'required' | 'optional' | null
  readonly etag: 'answered' | 'asked' | null
  /** It takes an `Idempotency-Key`. */
  readonly idempotent: boolean
}

/** A header as a parameter of an operation. */
export interface HeaderParameter {
  readonly name: string
  readonly in: 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: { readonly type: 'string'; readonly pattern?: string }
}

/** What a route takes in headers. */
export function headerParameters({ ifMatch, etag, idempotent }: RouteHeaders): HeaderParameter[] {
  return [
    ...(ifMatch === null ? [] : [{ ...IF_MATCH, required: ifMatch === 'required' }]),
    ...(etag === 'asked' ? [IF_NONE_MATCH] : []),
    ...(idempotent ? [IDEMPOTENCY_KEY] : []),
  ]
}

/** A successful answer with its headers. */
export function withHeaders(answer: OpenApiAnswer, status: string, { etag }: RouteHeaders): OpenApiAnswer & { readonly headers?: object } {
  const tagged = etag !== null && /^(?:200|201|304)$/.test(status)
  return tagged ? { ...answer, headers: { ETag: { description: 'The version, to be said with a change of it.', schema: { type: 'string' } } } } : answer
}

const IF_MATCH: HeaderParameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands.',
  schema: { type: 'string' },
}

const IF_NONE_MATCH: HeaderParameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag that you have. When it is still the same: 304.',
  schema: { type: 'string' },
}

const IDEMPOTENCY_KEY: HeaderParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
}
