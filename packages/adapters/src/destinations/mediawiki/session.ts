import { recordAt, replyJson, textAt, type World, type WorldRequest } from '@blamefree/core'
import { apiErrorOf, httpError, quotable, refused, unauthorised } from './api-error.ts'
import { patiently } from './patiently.ts'
import { requestOf, type ApiParameters } from './request-of.ts'
import type { MediaWikiConfig } from './settings.ts'
import { siteOf, type Site } from './site.ts'

interface Session {
  readonly cookies: Map<string, string>
  signedIn: boolean
  csrf: string | null
  site: Site | null
}

/** A wiki and the door to it. */
export interface Inside {
  readonly config: MediaWikiConfig
  readonly world: World
}

const sessions = new WeakMap<MediaWikiConfig, Session>()

function sessionOf(config: MediaWikiConfig): Session {
  const known = sessions.get(config) ?? { cookies: new Map<string, string>(), signedIn: false, csrf: null, site: null }
  sessions.set(config, known)
  return known
}

/** Asks as whoever we are, signed in before where a bot password is used. Errors of the API are given, not thrown. */
export async function ask(parameters: ApiParameters, inside: Inside): Promise<unknown> {
  return askAs(requestOf({ ...parameters, assert: 'user', maxlag: '5' }, inside.config), inside)
}

/** Sends a request with our session. One that has ended is begun anew, once. */
async function askAs(request: WorldRequest, inside: Inside): Promise<unknown> {
  const session = sessionOf(inside.config)
  for (let turn = 1; ; turn++) {
    await signIn(inside)
    const json = await send(request, inside)
    const code = apiErrorOf(json)?.code ?? ''
    if (/^(?:assert\w*failed|mwoauth-)/.test(code)) {
      Object.assign(session, { signedIn: false, csrf: null })
      session.cookies.clear()
      if (inside.config.account.kind === 'bot' && turn === 1) continue
      throw unauthorised('it does not know the account any more')
    }
    return json
  }
}

/** A query, which must succeed. What the wiki says about itself comes along the first time. */
export async function query(parameters: ApiParameters, inside: Inside): Promise<unknown> {
  const session = sessionOf(inside.config)
  const more = session.site === null || session.csrf === null
  const meta = more ? { meta: 'tokens|siteinfo|userinfo', siprop: 'general|extensiontags', uiprop: 'rights|blockinfo' } : {}
  const json = await ask({ action: 'query', ...parameters, ...meta }, inside)
  const error = apiErrorOf(json)
  if (error !== null) throw refused('read', error)
  if (more) {
    session.csrf = textAt(json, 'query', 'tokens', 'csrftoken')
    session.site = siteOf(json)
  }
  return json
}

/** The wiki, asked once. */
export async function siteOfWiki(inside: Inside): Promise<Site> {
  const session = sessionOf(inside.config)
  if (session.site === null) await query({}, inside)
  return session.site ?? siteOf(null)
}

/** An action that changes something. The token is last in it, so that a form that is cut off is refused. */
export async function act(parameters: ApiParameters, inside: Inside, form: ((fields: ApiParameters) => WorldRequest) | null = null): Promise<unknown> {
  const session = sessionOf(inside.config)
  for (let turn = 1; ; turn++) {
    if (session.csrf === null) await query({}, inside)
    const fields = { ...parameters, assert: 'user', maxlag: '5', token: session.csrf ?? '' }
    const json = await askAs(form === null ? requestOf(fields, inside.config) : form({ format: 'json', formatversion: '2', ...fields }), inside)
    if (apiErrorOf(json)?.code !== 'badtoken' || turn === 2) return json
    session.csrf = null
  }
}

/** Asks as nobody: what everybody sees. */
export async function askAsNobody(parameters: ApiParameters, { config, world }: Inside): Promise<unknown> {
  const reply = await patiently(requestOf(parameters, config), world)
  const error = httpError(reply)
  if (error !== null) throw error
  return replyJson(reply)
}

async function signIn(inside: Inside): Promise<void> {
  const session = sessionOf(inside.config)
  const { account } = inside.config
  if (account.kind === 'token' || session.signedIn) return
  const asked = await send(requestOf({ action: 'query', meta: 'tokens', type: 'login' }, inside.config), inside)
  const token = textAt(asked, 'query', 'tokens', 'logintoken')
  if (token === null) throw refused('sign in', apiErrorOf(asked) ?? { code: 'no-token', info: '' })
  const entered = { action: 'login', lgname: account.name, lgpassword: account.password, lgtoken: token }
  const json = await send(requestOf(entered, inside.config), inside)
  if (textAt(json, 'login', 'result') !== 'Success') {
    const { reason } = recordAt(json, 'login')
    const why = textAt(json, 'login', 'reason') ?? textAt(reason, 'text') ?? apiErrorOf(json)?.info ?? textAt(json, 'login', 'result') ?? 'it does not say why'
    throw unauthorised(`“${quotable(why.replaceAll(account.password, '…'))}”`)
  }
  session.signedIn = true
}

/** Sends with our cookies or token, and keeps the cookies that come. Throws for what is no answer of the API. */
async function send(request: WorldRequest, { config, world }: Inside): Promise<unknown> {
  const session = sessionOf(config)
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const own: Record<string, string> = config.account.kind === 'token' ? { authorization: `Bearer ${config.account.token}` } : cookie === '' ? {} : { cookie }
  const reply = await patiently({ ...request, headers: { ...request.headers, ...own } }, world)
  for (const [, name = '', value = ''] of (reply.headers['set-cookie'] ?? '').matchAll(/(?:^|,\s*)([^=;,\s]+)=([^;,]*)/g)) session.cookies.set(name, value)
  const error = httpError(reply)
  if (error !== null) throw error
  return replyJson(reply)
}
