/** What the API answers when it does not do what was asked: an RFC 9457 problem document, with a hint that is an instruction. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** The HTTP status; 0 when no answer came. */
  readonly status: number
  /** Our name for it: `changed`, `forbidden`, `no-incident` … */
  readonly code: string
  readonly hint: string
  /** Everything else that the answer says, such as how the thing stands now (409 and 412). */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, body: unknown) {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
    super(text(said['detail']) || text(said['title']) || 'The server gave an answer that this page does not understand.')
    this.status = status
    this.code = text(said['code']) || 'unknown'
    this.hint = text(said['hint'])
    this.more = said
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The server could not be reached, or broke off. */
export function unreachable(): Problem {
  return new Problem(0, {
    code: 'offline',
    detail: 'The server cannot be reached.',
    hint: 'What you typed is still here. It is tried again when the connection is back.',
  })
}
