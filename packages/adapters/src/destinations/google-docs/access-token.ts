import { createSign } from 'node:crypto'
import { BlamefreeError, millisOf, numberAt, replyJson, sendPatiently, textAt } from '@blamefree/core'
import type { World } from '@blamefree/core'
import type { GoogleConfig, ServiceAccount } from './settings.ts'

/** Where tokens come from, whatever a key file says: a key is not to be sent elsewhere. */
const TOKEN_URL = 'https://oauth2.googleapis.com/token'
const known = new WeakMap<GoogleConfig, { readonly token: string; readonly until: number }>()

/** A token for Drive, asked for once an hour and configuration. Throws `google-docs/unauthorised`. */
export async function accessToken(config: GoogleConfig, world: World): Promise<string> {
  const now = millisOf(world.now())
  const before = known.get(config)
  if (before !== undefined && before.until > now) return before.token
  const { account } = config
  const form =
    account.kind === 'service'
      ? { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion(account, Math.floor(now / 1000)) }
      : { grant_type: 'refresh_token', client_id: account.clientId, client_secret: account.clientSecret, refresh_token: account.refreshToken }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await sendPatiently({ method: 'POST', url: TOKEN_URL, headers, body: new URLSearchParams(form).toString() }, world, {
    id: 'google-docs',
    title: 'Google',
  })
  const json = replyJson(reply)
  const token = reply.status === 200 ? textAt(json, 'access_token') : null
  if (token === null) throw refused(account.kind, textAt(json, 'error') ?? String(reply.status))
  known.set(config, { token, until: now + ((numberAt(json, 'expires_in') ?? 3600) - 120) * 1000 })
  return token
}

/** What proves to Google who we are (RFC 7523): signed with the account's key. */
export function assertion({ email, key, keyId }: ServiceAccount, seconds: number): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) }
  const claims = { iss: email, scope: 'https://www.googleapis.com/auth/drive', aud: TOKEN_URL, iat: seconds, exp: seconds + 3600 }
  const text = `${part(header)}.${part(claims)}`
  try {
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
  } catch (cause) {
    throw new BlamefreeError(
      'google-docs/settings',
      'Cannot connect Google Docs: the private key in the key file cannot be read.',
      'Make a new key of the type JSON, and paste the whole file.',
      { cause },
    )
  }
}

function refused(kind: 'service' | 'own', error: string): BlamefreeError {
  const hint =
    kind === 'service'
      ? 'Make a new key for the service account, and see that the clock of this machine is right.'
      : 'Make a new refresh token: they end when the password changes, after six months without use, or after a week while the app is in testing.'
  return new BlamefreeError('google-docs/unauthorised', `Cannot use Google Docs: Google does not take the account (${error}).`, hint)
}
