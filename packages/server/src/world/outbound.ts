import { BlamefreeError, type WorldRequest } from '@blamefree/core'
import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { openReachable, type ReachableAddresses } from './addresses.ts'

/** A request to the outside. */
export interface OutboundRequest extends WorldRequest {
  /** How many redirects are followed, each checked like the first address; left out: none, and the redirect is the answer. */
  readonly redirects?: number
  readonly signal?: AbortSignal
}

/** What came back. Header names are in lower case. */
export interface OutboundAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Where it came from, after redirects. */
  readonly url: string
}

/** The one door to the outside. Every request of ours goes through it, so that nobody who may name an address can reach our own network by it. */
export interface Outbound {
  /** Throws `BlamefreeError` (`outbound/…`) when the address is not allowed, does not answer in time, or answers too much. Any status is an answer. */
  send(request: OutboundRequest): Promise<OutboundAnswer>
  /** Throws when an address may not be sent to, as far as one can tell now. A name that cannot be resolved is not refused. */
  check(url: string): Promise<void>
  /** The addresses at which a host may be reached now, for a program that opens its own connection; of any kind of address that names a host (`ssh://git@example.com/`). Throws like `send`. */
  reach(url: string): Promise<readonly string[]>
}

/** How a name becomes addresses. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

const WITHIN = 30_000
const MOST = 10 * 1024 ** 2

/** Opens the door. `allowed`: private hosts and ranges that may be reached nevertheless. */
export function openOutbound(allowed: readonly string[], resolve: Resolve = (host) => lookup(host, { all: true, order: 'verbatim' })): Outbound {
  const reachable = openReachable(allowed)
  return {
    async check(text) {
      const url = addressOf(text)
      const signal = AbortSignal.timeout(5000)
      await connectionTo(hostOf(url), { reachable, resolve, signal }).catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== 'outbound/unreachable') throw error
      })
    },
    async reach(text) {
      const url = URL.parse(text)
      if (url === null || url.hostname === '') throw notAnAddress()
      const found = await addressesOf(hostOf(url), { reachable, resolve, signal: AbortSignal.timeout(WITHIN) })
      return found.map(({ address }) => address)
    },
    async send(request) {
      const late = AbortSignal.timeout(request.within ?? WITHIN)
      const signal = request.signal === undefined ? late : AbortSignal.any([late, request.signal])
      let step: OutboundRequest = request
      for (let left = request.redirects ?? 0; ; left--) {
        const answer = await one(step, { reachable, resolve, signal })
        const { location } = answer.headers
        if (left <= 0 || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status)) return answer
        step = redirected(step, answer.status, location)
      }
    },
  }
}

interface Way {
  readonly reachable: ReachableAddresses
  readonly resolve: Resolve
  readonly signal: AbortSignal
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

async function one(request: OutboundRequest, way: Way): Promise<OutboundAnswer> {
  const url = addressOf(request.url)
  const options = await connectionTo(hostOf(url), way)
  const body = request.body === undefined ? null : Buffer.from(request.body)
  const headers = {
    'user-agent': 'Blamefree',
    'accept-encoding': 'identity',
    ...(body === null ? {} : { 'content-length': String(body.byteLength) }),
    ...request.headers,
  }
  try {
    return await new Promise<OutboundAnswer>((done, failed) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      const outgoing = send(url, { ...options, method: request.method, headers, signal: way.signal, agent: false })
      outgoing.on('error', failed)
      outgoing.on('response', (answer) => {
        read(answer, request.most ?? MOST).then(
          (bytes) => done({ status: answer.statusCode ?? 0, headers: headersOf(answer), body: bytes, url: url.href }),
          failed,
        )
      })
      outgoing.end(body)
    })
  } catch (error) {
    throw failure(error, url, way.signal)
  }
}

/** What a name resolves to, when all of it may be reached. */
async function addressesOf(host: string, { reachable, resolve, signal }: Way): Promise<Awaited<ReturnType<Resolve>>> {
  const found = await Promise.race([resolve(host), aborted(signal)]).catch((error: unknown) => {
    throw failure(error, new URL(`http://${host.includes(':') ? `[${host}]` : host}`), signal)
  })
  if (found.length === 0 || found.some(({ address }) => !reachable.allows(host, address))) throw refused(host)
  return found
}

/** Resolves once, checks every address, and pins what was checked: a name that says something else a moment later is not asked again. */
async function connectionTo(host: string, way: Way): Promise<RequestOptions> {
  const found = await addressesOf(host, way)
  const [first] = found
  return {
    lookup: (_host, options, callback) => {
      if (options.all === true)
        callback(
          null,
          found.map(({ address, family }) => ({ address, family })),
        )
      else callback(null, first?.address ?? '', first?.family)
    },
    // A name in the certificate, never an address that we chose.
    servername: host,
  } as RequestOptions
}

async function read(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > most) {
      answer.destroy()
      throw new BlamefreeError('outbound/too-large', `Cannot use the answer: it is larger than ${most} bytes.`, 'Check that the address is the right one.')
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])),
  )
}

function redirected(request: OutboundRequest, status: number, location: string): OutboundRequest {
  const from = new URL(request.url)
  if (!URL.canParse(location, from.href))
    throw new BlamefreeError('outbound/redirect', `Cannot follow ${from.host}: it redirects to what is no address.`, 'Check the address.')
  const to = new URL(location, from)
  const { body, headers = {}, ...rest } = request
  const kept =
    to.origin === from.origin ? headers : Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie|x-api-key)$/i.test(name)))
  const asGet = status === 303 || (status < 303 && request.method === 'POST')
  return { ...rest, url: to.href, headers: kept, ...(asGet ? { method: 'GET' } : body === undefined ? {} : { body }) }
}

/** Throws for what is no address of the web. */
export function addressOf(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '' || url.username !== '' || url.password !== '')
    throw notAnAddress()
  return url
}

const notAnAddress = (): BlamefreeError =>
  new BlamefreeError(
    'outbound/address',
    'Cannot send there: it must be an address that begins with https:// or http://, without a password in it.',
    'Correct the address.',
  )

function refused(host: string): BlamefreeError {
  return new BlamefreeError(
    'outbound/private',
    `Cannot send to ${host}: it is, or may be, an address of a private network.`,
    'If that is meant, an administrator of this server can add it to ALLOW_PRIVATE.',
  )
}

function failure(error: unknown, url: URL, signal: AbortSignal): BlamefreeError {
  if (error instanceof BlamefreeError) return error
  const code = (error as { code?: string }).code ?? ''
  const why = signal.aborted
    ? 'it did not answer in time'
    : (WHY[code] ??
      (code.startsWith('CERT_') || code.includes('CERT') || code.startsWith('ERR_TLS') ? 'its certificate is not valid' : 'the connection failed'))
  return new BlamefreeError('outbound/unreachable', `Cannot reach ${url.host}: ${why}.`, 'Check the address, and that this server may reach it.', {
    cause: error,
  })
}

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be resolved now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way there',
  ENETUNREACH: 'there is no way there',
  ETIMEDOUT: 'it did not answer in time',
}

async function aborted(signal: AbortSignal): Promise<never> {
  return await new Promise((_, failed) => {
    if (signal.aborted) failed(new Error('Aborted.'))
    signal.addEventListener('abort', () => failed(new Error('Aborted.')), { once: true })
  })
}
