import {
  BlamefreeError,
  decodeText,
  flagAt,
  listAt,
  multipart,
  numberAt,
  recordAt,
  replyJson,
  sendPatiently,
  textAt,
  type MultipartPart,
  type Reply,
  type World,
  type WorldRequest,
} from '@blamefree/core'
import { apiErrorOf, httpError, MEDIAWIKI, refused, unauthorised, type ApiError } from './api-error.ts'
import type { MediaWikiConfig } from './settings.ts'

/** What an action of the API is asked: plain parameters, and a file for an upload. */
export type ApiParameters = Readonly<Record<string, string>>

/** What a wiki says about itself and about us. */
export interface Site {
  readonly name: string
  readonly generator: string
  readonly uploads: boolean
  /** Why nothing can be written now; null where it can. */
  readonly readOnly: string | null
  /** The largest page, in bytes. */
  readonly largest: number
  /** Extension tags, `ref`. */
  readonly tags: ReadonlySet<string>
  readonly user: string
  readonly rights: ReadonlySet<string>
  readonly blocked: boolean
}

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

/** A call as it goes out, without what is secret: queries in the address, everything else as a form; in parts where there is a text, which is three times as long in the other kind. */
export function requestOf(parameters: ApiParameters, { api }: Pick<MediaWikiConfig, 'api'>): WorldRequest {
  const fields = { format: 'json', formatversion: '2', ...parameters }
  if (parameters['text'] !== undefined) {
    const { contentType, body } = multipart('form-data', fieldParts(fields))
    return { method: 'POST', url: api, headers: { 'content-type': contentType }, body: decodeText(body), within: 120_000 }
  }
  const query = new URLSearchParams(fields).toString()
  if (parameters['action'] === 'query') return { method: 'GET', url: `${api}?${query}`, within: 60_000 }
  return { method: 'POST', url: api, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query, within: 120_000 }
}

/** Fields of a form, a part each. */
export const fieldParts = (fields: ApiParameters): MultipartPart[] =>
  Object.entries(fields).map(([name, content]) => ({ headers: [`content-disposition: form-data; name="${name}"`], content }))

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
    throw unauthorised(
      `“${why
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '')
        .replaceAll(account.password, '…')
        .slice(0, 200)}”`,
    )
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

/** Errors that ask for patience: the wiki says them with status 200. */
const WAIT: Readonly<Record<string, string>> = { maxlag: '5', ratelimited: '15', readonly: '5' }

async function patiently(request: WorldRequest, world: World): Promise<Reply> {
  let last: ApiError | null = null
  const patient: World = {
    now: () => world.now(),
    id: () => world.id(),
    pause: (milliseconds) => world.pause(milliseconds),
    reach: (url) => world.reach(url),
    async send(asked) {
      const reply = await world.send(asked)
      last = apiErrorOf(replyJson(reply))
      const seconds = last === null ? undefined : WAIT[last.code]
      return seconds === undefined ? reply : { ...reply, status: 503, headers: { 'retry-after': seconds, ...reply.headers } }
    },
  }
  try {
    return await sendPatiently(request, patient, MEDIAWIKI)
  } catch (error) {
    const { code, info } = last ?? { code: '', info: '' }
    if (code !== 'readonly' || !(error instanceof BlamefreeError)) throw error
    throw new BlamefreeError(
      'mediawiki/read-only',
      `Cannot write in MediaWiki now: it can only be read (“${info.slice(0, 200)}”).`,
      'Try again when the wiki can be edited.',
    )
  }
}

/** The largest page where a wiki does not say it: 2,048 KiB. */
export const PAGE_LIMIT = 2048 * 1024

function siteOf(json: unknown): Site {
  const general = recordAt(json, 'query', 'general')
  return {
    name: textAt(general, 'sitename') ?? 'the wiki',
    generator: textAt(general, 'generator') ?? 'MediaWiki',
    uploads: flagAt(general, 'uploadsenabled') === true,
    readOnly: flagAt(general, 'readonly') === true ? (textAt(general, 'readonlyreason') ?? 'no reason is given') : null,
    largest: numberAt(general, 'maxarticlesize') ?? PAGE_LIMIT,
    tags: new Set(listAt(json, 'query', 'extensiontags').flatMap((tag) => (typeof tag === 'string' ? [tag.replace(/[<>]/g, '')] : []))),
    user: textAt(json, 'query', 'userinfo', 'name') ?? '',
    rights: new Set(listAt(json, 'query', 'userinfo', 'rights').flatMap((right) => (typeof right === 'string' ? [right] : []))),
    blocked: textAt(json, 'query', 'userinfo', 'blockid') !== null,
  }
}
