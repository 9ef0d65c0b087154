import { decodeText, sendPatiently, type Reply, type World, type WorldRequest } from '@blamefree/core'
import { apiOff, DOKUWIKI, httpError, unauthorised, type RemoteFault } from './api-error.ts'
import type { DokuWikiConfig } from './settings.ts'
import { readXmlAnswer, xmlCall, type XmlRpcAnswer, type XmlRpcValue } from './xml-rpc.ts'

/** A wiki and the door to it. */
export interface Inside {
  readonly config: DokuWikiConfig
  readonly world: World
}

/** What a method gave, or why it did not. */
export type Called = { readonly value: unknown } | { readonly fault: RemoteFault }

/** Cookies of a session, where the wiki's server keeps the `Authorization` header from it; null: the header is used. */
const sessions = new WeakMap<DokuWikiConfig, string>()

/** Calls a method as our account. Throws where we are not let in, or what answers is no remote API; a refusal of the method is given. */
export async function call(method: string, params: readonly XmlRpcValue[], inside: Inside): Promise<Called> {
  const { config } = inside
  const request = callOf(method, params, config)
  let reply = await send(request, credentials(config), inside)
  if (reply.status === 401) {
    await signIn(inside)
    reply = await send(request, credentials(config), inside)
    if (reply.status === 401) throw unauthorised('it knows the user, and lets nobody use its remote API')
  }
  const answer = answerOf(reply)
  if (answer === null) throw httpError(reply)
  if (reply.status === 403) return { fault: { code: 'forbidden', words: 'fault' in answer ? answer.fault.message : '' } }
  if ('fault' in answer) {
    if (/not enabled/i.test(answer.fault.message)) throw apiOff()
    return { fault: { code: answer.fault.code === -32604 ? 'forbidden' : answer.fault.code, words: answer.fault.message } }
  }
  // Releases up to “Igor” give an empty structure instead of a fault.
  const { value } = answer
  const isNameless = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  return isNameless ? { fault: { code: 0, words: '' } } : { value }
}

/** A call as it goes out, without what is secret. */
export function callOf(method: string, params: readonly XmlRpcValue[], { base }: Pick<DokuWikiConfig, 'base'>): WorldRequest {
  return {
    method: 'POST',
    url: `${base}lib/exe/xmlrpc.php`,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: xmlCall(method, params),
    within: 120_000,
  }
}

function credentials(config: DokuWikiConfig): Readonly<Record<string, string>> {
  const cookie = sessions.get(config)
  if (cookie !== undefined) return { cookie }
  const { account } = config
  if (account.kind === 'token') return { authorization: `Bearer ${account.token}`, 'x-dokuwiki-token': account.token }
  const pair = new TextEncoder().encode(`${account.name}:${account.password}`)
  return { authorization: `Basic ${btoa(String.fromCharCode(...pair))}` }
}

const send = ({ headers, ...request }: WorldRequest, own: Readonly<Record<string, string>>, { world }: Inside): Promise<Reply> =>
  sendPatiently({ ...request, headers: { ...headers, ...own } }, world, DOKUWIKI)

/** Some servers keep the header of a password from the wiki, and old releases cut a password at its colon: then it is signed in to, and its cookies are used. */
async function signIn(inside: Inside): Promise<void> {
  const { config } = inside
  const { account } = config
  sessions.delete(config)
  if (account.kind === 'token') throw unauthorised('it does not know the token, which needs release “Jack Jackrum” or later')
  const reply = await send(callOf('dokuwiki.login', [account.name, account.password], config), {}, inside)
  const answer = answerOf(reply)
  if (answer === null) throw httpError(reply)
  if (!('value' in answer) || (answer.value !== true && answer.value !== 1)) throw unauthorised(`it does not know the user ${account.name} with this password`)
  const cookies = new Map<string, string>()
  for (const [, name = '', value = ''] of (reply.headers['set-cookie'] ?? '').matchAll(/(?:^|,\s*)([^=;,\s]+)=([^;,]*)/g)) cookies.set(name, value)
  sessions.set(config, [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
}

function answerOf({ body }: Reply): XmlRpcAnswer | null {
  try {
    return readXmlAnswer(decodeText(body))
  } catch {
    return null
  }
}
