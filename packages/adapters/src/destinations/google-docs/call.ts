import { BlamefreeError, listAt, replyJson, sendPatiently, textAt } from '@blamefree/core'
import type { Reply, World, WorldRequest } from '@blamefree/core'
import { accessToken } from './access-token.ts'
import type { GoogleConfig } from './settings.ts'

/** The address of a Drive call. Files in shared drives are asked for in every one. */
export function driveUrl(path: string, query: Readonly<Record<string, string>> = {}, upload = false): string {
  return `https://www.googleapis.com${upload ? '/upload' : ''}/drive/v3/${path}?${new URLSearchParams({ ...query, ...(path.endsWith('/export') || path === 'about' ? {} : { supportsAllDrives: 'true' }) }).toString()}`
}

/** Sends a request to Drive. A quota that is used up waits as other limits do, though Google says 403 to it. Throws `google-docs/unauthorised` and `google-docs/busy`. */
export async function call(request: WorldRequest, config: GoogleConfig, world: World): Promise<Reply> {
  const authorization = `Bearer ${await accessToken(config, world)}`
  const patient: World = {
    now: () => world.now(),
    id: () => world.id(),
    pause: (milliseconds) => world.pause(milliseconds),
    reach: (url) => world.reach(url),
    send: async (one) => {
      const reply = await world.send(one)
      return reply.status === 403 && /rateLimitExceeded/i.test(reasonOf(reply)) ? { ...reply, status: 429 } : reply
    },
  }
  const reply = await sendPatiently({ ...request, headers: { ...request.headers, authorization } }, patient, { id: 'google-docs', title: 'Google Drive' })
  if (reply.status === 401)
    throw new BlamefreeError(
      'google-docs/unauthorised',
      'Cannot use Google Docs: Google does not take our token.',
      'Test the connection, and make a new key or refresh token.',
    )
  return reply
}

/** Google's word for what went wrong: `storageQuotaExceeded`. */
export function reasonOf(reply: Reply): string {
  const json = replyJson(reply)
  return listAt(json, 'error', 'errors').flatMap((error) => textAt(error, 'reason') ?? [])[0] ?? textAt(json, 'error', 'status') ?? ''
}

/** Why Google did not do what was asked. */
export function refusal(reply: Reply, doing: string): BlamefreeError {
  const reason = reasonOf(reply)
  const said = `${reply.status}${reason === '' ? '' : ` ${reason}`}`
  if (reason === 'storageQuotaExceeded')
    return new BlamefreeError(
      'google-docs/no-storage',
      `Cannot ${doing}: the account has no storage left, and a service account has none at all.`,
      'Choose a folder in a shared drive.',
    )
  if (reason === 'exportSizeLimitExceeded')
    return new BlamefreeError('google-docs/too-large', `Cannot ${doing}: Google gives no copy of a document above 10 MB.`, 'Make its pictures smaller.')
  if (reason === 'accessNotConfigured' || reason === 'SERVICE_DISABLED')
    return new BlamefreeError(
      'google-docs/forbidden',
      `Cannot ${doing}: the Google Drive API is switched off in the project of the key.`,
      'Switch on the Google Drive API in the Google Cloud console.',
    )
  if (reply.status === 403 || reply.status === 404)
    return new BlamefreeError(
      'google-docs/forbidden',
      `Cannot ${doing}: Google does not let this account (${said}).`,
      'Share the folder with the account as an editor, and test the connection.',
    )
  return new BlamefreeError('google-docs/refused', `Cannot ${doing}: Google answers ${said}.`, reply.status < 500 ? 'Test the connection.' : 'Try again later.')
}
