import { BlamefreeError, flagAt, replyJson, sendPatiently, textAt, type Reply, type World } from '@blamefree/core'
import type { SlackConfig } from './settings.ts'

/** An answer of Slack's: what it says, or the name of its error (`channel_not_found`). */
export interface SlackAnswer {
  readonly json: unknown
  readonly error: string | null
  readonly reply: Reply
}

/** Calls a method of Slack's Web API: reading ones with a query, writing ones with JSON. Throws `slack/unauthorised` and `slack/busy`. */
export async function call(
  method: string,
  parts: { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown },
  { config, world }: Way,
): Promise<SlackAnswer> {
  const { query, body } = parts
  const url = `https://slack.com/api/${method}${query === undefined ? '' : `?${new URLSearchParams(query).toString()}`}`
  const headers = { authorization: `Bearer ${config.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }) }
  const request = {
    method: body === undefined ? ('GET' as const) : ('POST' as const),
    url,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  const reply = await sendPatiently(request, world, { id: 'slack', title: 'Slack' })
  const json = replyJson(reply)
  const error = flagAt(json, 'ok') === true ? null : (textAt(json, 'error') ?? `HTTP ${reply.status}`)
  if (reply.status === 401 || (error !== null && UNAUTHORISED.has(error)))
    throw new BlamefreeError(
      'slack/unauthorised',
      `Cannot use Slack: it does not take the bot token (${error ?? '401'}).`,
      'Install the app again, and enter its new bot token.',
    )
  return { json, error, reply }
}

/** What every step needs. */
export interface Way {
  readonly config: SlackConfig
  readonly world: World
}

const UNAUTHORISED = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])

/** What to do about Slack's errors. */
const HINTS: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the app to the channel: /invite @its-name.',
  channel_not_found: 'Check the ID of the channel, and invite the app to it.',
  is_archived: 'The channel is archived. Choose another one, or bring it back.',
  missing_scope:
    'Give the app the scopes chat:write, channels:read and channels:history (groups:read and groups:history for a private channel), and install it again.',
  restricted_action: 'The workspace lets only some people post there. Ask an administrator.',
}

/** Why Slack did not do what was asked. */
export function refusal({ error, reply }: SlackAnswer, doing: string): BlamefreeError {
  const forbidden = error !== null && Object.hasOwn(HINTS, error)
  return new BlamefreeError(
    forbidden ? 'slack/forbidden' : 'slack/refused',
    `Cannot ${doing}: Slack answers ${error ?? String(reply.status)}.`,
    HINTS[error ?? ''] ?? 'Test the connection, and try again.',
  )
}
