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
    super(wrongField(said) || text(said['detail']) || text(said['title']) || 'The server gave an answer that this page does not understand.')
    this.status = status
    this.code = text(said['code']) || 'unknown'
    this.hint = text(said['hint'])
    this.more = said
  }
}

/** What is wrong with what was entered, without the words that are for programs: `Invalid email address (email)`. Empty where the answer names no field. */
function wrongField({ code, errors }: Readonly<Record<string, unknown>>): string {
  const [first] = code === 'invalid' && Array.isArray(errors) ? (errors as readonly unknown[]) : []
  const { path, message } = (typeof first === 'object' && first !== null ? first : {}) as Readonly<Record<string, unknown>>
  const field = text(path)
    .split('/')
    .findLast((part) => part !== '' && !/^\d+$/.test(part))
  return text(message) === '' || field === undefined ? '' : `${text(message)} (${field})`
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
