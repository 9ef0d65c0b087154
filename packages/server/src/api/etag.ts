import type { FastifyReply, FastifyRequest } from 'fastify'
import { changedMeanwhile, Refusal } from './refusal.ts'

/** The ETag of a thing's revision: `"7"`. */
export function etagOf(revision: number): string {
  return `"${revision}"`
}

/** The revision that a change was made from, by `If-Match`; null when the sender does not say, or says any (`*`). Throws 400 for what is no ETag of ours. */
export function revisionOf(request: Pick<FastifyRequest, 'headers'>): number | null {
  const text = request.headers['if-match']?.trim()
  if (text === undefined || text === '*') return null
  const [, number] = /^"(\d{1,9})"$/.exec(text) ?? []
  if (number === undefined)
    throw new Refusal(400, 'invalid', { message: 'If-Match must be the ETag that the thing was read with.', hint: 'Such as If-Match: "7".' })
  return Number(number)
}

/** As `revisionOf`, for changes that must say it: throws 428 where the header is missing. `*` is whatever there is, null. */
export function requireRevision(request: Pick<FastifyRequest, 'headers'>): number | null {
  if (request.headers['if-match'] === undefined) {
    throw new Refusal(428, 'revision-required', {
      message: 'This change has to say which version it was made from.',
      hint: 'Send the ETag that you read as If-Match, or * for whatever is there.',
    })
  }
  return revisionOf(request)
}

/** Throws 412, with how the thing stands, when a change was made from another revision than the one there is. */
export function mustMatch(
  wanted: number | null,
  { what, revision, current }: { readonly what: string; readonly revision: number; readonly current: object },
): void {
  if (wanted !== null && wanted !== revision) throw changedMeanwhile(what, { revision, ...current })
}

/** Sets the ETag, and says whether the asker has this version already (`If-None-Match`): then answer 304 and nothing more. */
export function isKnown(request: Pick<FastifyRequest, 'headers'>, reply: FastifyReply, revision: number): boolean {
  const tag = etagOf(revision)
  void reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const known = request.headers['if-none-match']
  if (known === undefined) return false
  const tags = new Set(known.split(',').map((one) => one.trim().replace(/^W\//, '')))
  if (!tags.has(tag) && !tags.has('*')) return false
  void reply.code(304)
  return true
}
