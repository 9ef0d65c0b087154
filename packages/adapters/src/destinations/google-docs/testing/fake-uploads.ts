import { replyOf } from '../../testing/faults.ts'
import type { Reply, WorldRequest } from '@blamefree/core'

/** Uploads in pieces, as Drive takes them. */
export interface FakeUploads {
  /** Begins one, to a new file or (`id`) to one that is there: gives the address for the pieces. */
  start(request: WorldRequest, id: string): Reply
  /** Takes a piece, or says what has arrived. */
  piece(request: WorldRequest): Reply
}

interface Session {
  readonly metadata: unknown
  readonly id: string
  readonly total: number
  bytes: Buffer
  answer: Reply | null
}

/** `finish` does with a whole file what an upload in one request does. */
export function fakeUploads(
  rules: { readonly multiple: number; readonly takes: number; readonly over: number },
  finish: (metadata: unknown, media: Uint8Array, id: string) => Reply,
): FakeUploads {
  const sessions = new Map<string, Session>()
  const incomplete = ({ bytes }: Session): Reply => replyOf(308, '', bytes.byteLength === 0 ? {} : { range: `bytes=0-${bytes.byteLength - 1}` })
  return {
    start({ headers = {}, body }, id) {
      const total = Number(headers['x-upload-content-length'])
      if (!(total > 0) || !headers['x-upload-content-type'] || typeof body !== 'string') return replyOf(400, {})
      const name = `s${sessions.size + 1}`
      sessions.set(name, { metadata: JSON.parse(body) as unknown, id, total, bytes: Buffer.alloc(0), answer: null })
      return replyOf(200, '', { location: `https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&upload_id=${name}` })
    },
    piece({ method, url, headers = {}, body = '' }) {
      const name = new URL(url).searchParams.get('upload_id') ?? ''
      const session = sessions.get(name)
      if (method !== 'PUT' || headers['authorization'] !== undefined) return replyOf(400, {})
      if (session === undefined || Number(name.slice(1)) <= rules.over) return replyOf(404, {})
      if (session.answer !== null) return session.answer
      const [, from, to, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
      if (Number(total) !== session.total) return replyOf(400, {})
      if (from === undefined || to === undefined) return incomplete(session)
      const bytes = Buffer.from(body).subarray(0, rules.takes)
      const isLast = Number(to) === session.total - 1
      if (Number(to) - Number(from) + 1 !== Buffer.from(body).byteLength || (!isLast && Buffer.from(body).byteLength % rules.multiple !== 0))
        return replyOf(400, {})
      if (Number(from) !== session.bytes.byteLength) return incomplete(session)
      session.bytes = Buffer.concat([session.bytes, bytes])
      if (session.bytes.byteLength < session.total) return incomplete(session)
      session.answer = finish(session.metadata, new Uint8Array(session.bytes), session.id)
      return session.answer
    },
  }
}
