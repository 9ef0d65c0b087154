import { BlamefreeError, listAt, recordAt, replyJson, sendPatiently, textsOf } from '@blamefree/core'
import type { Reply, World, WorldRequest } from '@blamefree/core'
import type { JiraConfig } from './settings.ts'

/** A call of Jira's REST API (v3): path and method; a body is sent as JSON. */
export interface JiraCall {
  readonly method: WorldRequest['method']
  /** Below `/rest/api/3`. */
  readonly path: string
  readonly body?: unknown
}

/** A call as a request, without what proves who we are. */
export function requestFor({ method, path, body }: JiraCall, { site }: JiraConfig): WorldRequest {
  return {
    method,
    url: `${site}/rest/api/3${path}`,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Sends a call. Throws `jira/unauthorised` and `jira/busy`; every other answer is given back. */
export function call(jira: JiraCall, config: JiraConfig, world: World): Promise<Reply> {
  return sendSigned(requestFor(jira, config), config, world)
}

/** Sends a request with the account's token. */
export async function sendSigned(request: WorldRequest, config: JiraConfig, world: World): Promise<Reply> {
  const bytes = new TextEncoder().encode(`${config.email}:${config.token}`)
  const authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`
  const reply = await sendPatiently({ ...request, headers: { ...request.headers, authorization } }, world, { id: 'jira', title: 'Jira' })
  if (reply.status !== 401) return reply
  throw new BlamefreeError(
    'jira/unauthorised',
    'Cannot use Jira: it does not take the e-mail address and API token.',
    'Make a new API token, or check the e-mail address, and test again.',
  )
}

/** Why Jira did not do what was asked, with its own sentences. */
export function refusal(reply: Reply, doing: string): BlamefreeError {
  const { status } = reply
  const json = replyJson(reply)
  const reasons = [...listAt(json, 'errorMessages'), ...Object.entries(textsOf(recordAt(json, 'errors'))).map(([field, why]) => `${field}: ${why}`)]
  const why = reasons
    .filter((reason) => typeof reason === 'string')
    .join(' ')
    .slice(0, 500)
  if (status === 400 && /CONTENT_LIMIT_EXCEEDED|32,?767/.test(why))
    return new BlamefreeError('jira/too-long', `Cannot ${doing}: the description is too long for Jira.`, 'Shorten the sections that people wrote.')
  if (status === 403 || status === 404)
    return new BlamefreeError(
      'jira/forbidden',
      `Cannot ${doing}: Jira does not let this account${why === '' ? '' : ` (${why})`}.`,
      'Give the account the permissions in the project, then test again.',
    )
  return new BlamefreeError(
    'jira/refused',
    `Cannot ${doing}: Jira answers ${status}${why === '' ? '' : ` (${why})`}.`,
    status < 500 ? 'Test the connection: it names the fields that the project asks for.' : 'Try again later.',
  )
}
