import { BlamefreeError, millisOf, numberAt, replyJson, sendPatiently, textAt } from '@blamefree/core'
import type { Reply, World, WorldRequest } from '@blamefree/core'
import type { SharePointConfig } from './settings.ts'

/** The address of a Graph call. */
export const graphUrl = (path: string): string => `https://graph.microsoft.com/v1.0/${path}`

/** What an address of Graph calls a path of names. */
export const pathOf = (...names: readonly string[]): string =>
  names
    .filter((name) => name !== '')
    .flatMap((name) => name.split('/').map(encodeURIComponent))
    .join('/')

interface Known {
  token?: { readonly value: string; readonly until: number }
  drive?: string
}

const known = new WeakMap<SharePointConfig, Known>()

function knownOf(config: SharePointConfig): Known {
  const found = known.get(config) ?? {}
  known.set(config, found)
  return found
}

const PLACE = { id: 'sharepoint', title: 'Microsoft 365' }

/** Sends a request to Graph. Throws `sharepoint/unauthorised` and `sharepoint/busy`. */
export async function call(request: WorldRequest, config: SharePointConfig, world: World): Promise<Reply> {
  const authorization = `Bearer ${await accessToken(config, world)}`
  const reply = await sendPatiently({ ...request, headers: { ...request.headers, authorization } }, world, PLACE)
  if (reply.status !== 401) return reply
  throw new BlamefreeError(
    'sharepoint/unauthorised',
    'Cannot use SharePoint: Microsoft does not take our token.',
    'Grant admin consent to the permissions of the app, and test the connection.',
  )
}

/** Sends a request to an address that itself lets us in: it gets no token. */
export const callOpen = (request: WorldRequest, world: World): Promise<Reply> => sendPatiently(request, world, PLACE)

async function accessToken(config: SharePointConfig, world: World): Promise<string> {
  const mine = knownOf(config)
  const now = millisOf(world.now())
  if (mine.token !== undefined && mine.token.until > now) return mine.token.value
  const form = {
    grant_type: 'client_credentials',
    client_id: config.clientId,
    client_secret: config.clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  }
  const url = `https://login.microsoftonline.com/${encodeURIComponent(config.tenant)}/oauth2/v2.0/token`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await sendPatiently({ method: 'POST', url, headers, body: new URLSearchParams(form).toString() }, world, PLACE)
  const json = replyJson(reply)
  const value = reply.status === 200 ? textAt(json, 'access_token') : null
  if (value === null) throw refusedToken(textAt(json, 'error') ?? String(reply.status), textAt(json, 'error_codes', 0))
  mine.token = { value, until: now + ((numberAt(json, 'expires_in') ?? 3600) - 120) * 1000 }
  return value
}

/** By the numbers of Entra's errors: a wrong secret, one that ended, an app or a tenant that is not there. */
const HINTS: Readonly<Record<string, string>> = {
  '7000215': 'Enter the value of the client secret, not its ID.',
  '7000222': 'The client secret has ended. Make a new one in Entra, and enter its value.',
  '700016': 'Check the application (client) ID and the tenant.',
  '90002': 'Check the tenant: there is none of this name.',
}

function refusedToken(error: string, code: string | null): BlamefreeError {
  const hint = HINTS[code ?? ''] ?? 'Check the tenant, the app and its secret in Entra.'
  return new BlamefreeError(
    'sharepoint/unauthorised',
    `Cannot use SharePoint: Microsoft does not take the app and its secret (${error}${code === null ? '' : `, AADSTS${code}`}).`,
    hint,
  )
}

/** The id of the drive, asked for once a configuration. */
export async function driveId(config: SharePointConfig, world: World): Promise<string> {
  const mine = knownOf(config)
  if (mine.drive !== undefined) return mine.drive
  const reply = await call({ method: 'GET', url: graphUrl(`${config.home}/drive?$select=id,webUrl`) }, config, world)
  const id = reply.status === 200 ? textAt(replyJson(reply), 'id') : null
  if (id === null) throw refusal(reply, 'open the library of documents')
  mine.drive = id
  return id
}

/** Why Graph did not do what was asked. */
export function refusal(reply: Reply, doing: string): BlamefreeError {
  const code = textAt(replyJson(reply), 'error', 'code')
  const said = `${reply.status}${code === null ? '' : ` ${code}`}`
  if (reply.status === 423)
    return new BlamefreeError(
      'sharepoint/locked',
      `Cannot ${doing}: somebody has the file open in Word, or checked it out.`,
      'Ask them to close it or check it in, and publish again.',
    )
  if (reply.status === 403 || reply.status === 404)
    return new BlamefreeError(
      'sharepoint/forbidden',
      `Cannot ${doing}: Microsoft does not let the app (${said}).`,
      'Grant the app the role "write" on the site, check the address of the site, and test the connection.',
    )
  if (reply.status === 413 || reply.status === 507)
    return new BlamefreeError(
      'sharepoint/no-storage',
      `Cannot ${doing}: the file is too large, or the library is full (${said}).`,
      'Make room in the library, or make the pictures smaller.',
    )
  return new BlamefreeError(
    'sharepoint/refused',
    `Cannot ${doing}: Microsoft answers ${said}.`,
    reply.status < 500 ? 'Test the connection.' : 'Try again later.',
  )
}
