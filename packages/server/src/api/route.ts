import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { House } from '../house.ts'
import { may, type Thing, type Verb } from '../people/policy.ts'
import type { Principal } from '../people/principal.ts'
import { findThing } from '../store/things.ts'
import { once } from './idempotency.ts'
import { absent, Refusal } from './refusal.ts'
import { ProblemDocument } from './problem-document.ts'
import type { RouteHeaders } from './openapi-headers.ts'

/**
 * Who may use a route. `public`: everybody, signed in or not (the route then checks a token of its own, if any). `signed-in`: every member, for what is their own or for lists that show only what
 * they may see. Otherwise a verb on the workspace, or on the incident or post-mortem that the path names.
 */
export type RoutePolicy = 'public' | 'signed-in' | { readonly verb: Verb; readonly on: 'workspace' | 'incident' | 'post-mortem' }

/** One route of the API: what it takes, what it gives, who may use it, and the function that answers. */
export interface Route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/v1/incidents/:incident`: the parameters `incident` and `postMortem` name the thing that the policy is about. */
  readonly url: string
  /** Unique, camelCase: the client's name for it. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly policy: RoutePolicy
  readonly params?: Params
  readonly query?: Query
  /** Left out for routes without a body; `consumes` says when it is not JSON. */
  readonly body?: Body
  readonly consumes?: readonly string[]
  /** The media type of a successful answer that is no JSON; `answers` then says what it is. */
  readonly produces?: string
  /** Whether a change says which version it was made from, and whether it has to. */
  readonly ifMatch?: 'required' | 'optional'
  /** `answered`: successful answers have the version as ETag. `asked`: and who has it already (`If-None-Match`) is told so. */
  readonly etag?: 'answered' | 'asked'
  /** By status. */
  readonly answers: Readonly<Record<number, z.ZodType>>
  /** Bytes; left out: 1 MiB. */
  readonly bodyLimit?: number
  /** Requests a minute and address; left out: the general limit. `false`: none, for senders that lose data on 429. */
  readonly rate?: number | false
  /** Nobody is asked who they are. */
  readonly forEverybody?: true
  answer(call: Call<z.infer<Params>, z.infer<Query>, z.infer<Body>>): Promise<unknown>
}

/** A request that may be answered: its parts are checked, and the person may do it. */
export interface Call<Params, Query, Body> {
  readonly house: House
  /** Nobody on a public route. */
  readonly person: Principal
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** The id of the incident that the policy was asked about, with the names it goes by resolved; empty where there is none. */
  readonly incident: string
  /** Likewise for a post-mortem. */
  readonly postMortem: string
}

/** A person nobody has signed in as. */
export const NOBODY: Principal = { via: 'inbound', memberId: null, name: 'Nobody', role: 'viewer', scopes: [] }

/** Adds a route to the app, with its policy in front of it and in its OpenAPI entry (`x-policy`). A `POST` takes an `Idempotency-Key`. */
export function route<Params extends z.ZodType = z.ZodUnknown, Query extends z.ZodType = z.ZodUnknown, Body extends z.ZodType = z.ZodUnknown>(
  app: FastifyInstance,
  house: House,
  spec: Route<Params, Query, Body>,
): void {
  app.route({
    method: spec.method,
    url: spec.url,
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    config: {
      policy: spec.policy,
      ...(spec.forEverybody === undefined ? {} : { forEverybody: spec.forEverybody }),
      ...(spec.rate === undefined ? {} : { rateLimit: spec.rate === false ? false : { max: spec.rate } }),
    },
    schema: {
      operationId: spec.id,
      summary: spec.summary,
      tags: [spec.tag],
      'x-policy': spec.policy,
      ...(spec.description === undefined ? {} : { description: spec.description }),
      ...(spec.params === undefined ? {} : { params: spec.params }),
      ...(spec.query === undefined ? {} : { querystring: spec.query }),
      ...(spec.body === undefined ? {} : { body: spec.body }),
      ...(spec.produces === undefined ? {} : { 'x-produces': spec.produces }),
      ...(spec.consumes === undefined ? {} : { consumes: [...spec.consumes], ...(spec.body === undefined ? { 'x-consumes': spec.consumes } : {}) }),
      ...(spec.policy === 'public' ? { security: [] } : {}),
      'x-headers': headersOf(spec),
      response: { ...spec.answers, '4xx': ProblemDocument, '5xx': ProblemDocument },
    },
    async handler(request, reply) {
      const { person, incident, postMortem } = await admit(house, request, spec.policy)
      const call: Call<z.infer<Params>, z.infer<Query>, z.infer<Body>> = {
        house,
        person,
        params: request.params as z.infer<Params>,
        query: request.query as z.infer<Query>,
        body: request.body as z.infer<Body>,
        request,
        reply,
        incident,
        postMortem,
      }
      if (spec.method !== 'POST') return await spec.answer(call)
      return await once(house, call, async () => await spec.answer(call))
    },
  })
}

/** The headers that a route takes and gives, for its OpenAPI entry. Who is nobody has no keys. */
function headersOf({ method, policy, ifMatch, etag }: Pick<Route<z.ZodType, z.ZodType, z.ZodType>, 'method' | 'policy' | 'ifMatch' | 'etag'>): RouteHeaders {
  return { ifMatch: ifMatch ?? null, etag: etag ?? null, idempotent: method === 'POST' && policy !== 'public' }
}

interface Admission {
  readonly person: Principal
  readonly incident: string
  readonly postMortem: string
}

async function admit(house: House, request: FastifyRequest, policy: RoutePolicy): Promise<Admission> {
  if (policy === 'public') return { person: NOBODY, incident: '', postMortem: '' }
  const person = request.principal ?? null
  if (person === null)
    throw new Refusal(401, 'signed-out', { message: 'Nobody is signed in.', hint: 'Sign in, or send an API key: Authorization: Bearer bf_key_…' })
  if (policy === 'signed-in') {
    if (person.scopes.every((scope) => scope === 'intake')) throw forbidden()
    return { person, incident: '', postMortem: '' }
  }
  if (policy.on === 'workspace') {
    decide(person, policy.verb, { kind: 'workspace' }, 'workspace')
    return { person, incident: '', postMortem: '' }
  }
  const params = request.params as Readonly<Record<string, string>>
  const name = (policy.on === 'incident' ? params['incident'] : params['postMortem']) ?? ''
  const found = await findThing(house.db, person, policy.on, name)
  if (found === null) throw absent(policy.on)
  decide(person, policy.verb, found.thing, policy.on)
  return { person, incident: found.incident, postMortem: found.postMortem }
}

function decide(person: Principal, verb: Verb, thing: Thing, what: string): void {
  const answer = may(person, verb, thing)
  if (answer === 'absent') throw absent(what)
  if (answer === 'no') throw forbidden()
}

const forbidden = (): Refusal => new Refusal(403, 'forbidden', { message: 'This is not for you to do.', hint: 'Ask an administrator, or the incident’s lead.' })
