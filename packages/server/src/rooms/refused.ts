/** Why somebody may not enter a room or may not write what they sent, in words that their client knows. */
export type RefusalReason =
  | 'schema-older'
  | 'schema-newer'
  | 'signed-out'
  | 'absent'
  | 'other-document'
  | 'update-unreadable'
  | 'update-too-large'
  | 'text-too-large'
  | 'not-your-client'
  | 'published'

/** Thrown in the hooks of the rooms: the client is told the reason. It has no message, so that nothing of it is printed. */
export class Refused extends Error {
  readonly reason: RefusalReason
  /** A close code of WebSockets, from the range for applications. */
  readonly code: number

  constructor(reason: RefusalReason, code = 4403) {
    super()
    this.name = 'Refused'
    this.reason = reason
    this.code = code
  }
}
