import compress from '@fastify/compress'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import type { House } from '../house.ts'
import type { Principal } from '../people/principal.ts'
import { guardBrowsers } from './browser-guard.ts'
import { keepAnswers } from './idempotency.ts'
import { problemDocument } from './problem-document.ts'
import { Refusal } from './refusal.ts'
import { refuseWhenFull } from './refuse-when-full.ts'
import { addRoutes } from './routes.ts'
import { tidyOpenApi, type OpenApi } from './tidy-openapi.ts'
import { webPages } from './web-pages.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null when nobody says. Undefined only before the first hook has run. */
    principal?: Principal | null
  }
  interface FastifyContextConfig {
    /** The answer is the same for everybody, and may be kept by whoever passes it on: nobody is asked who they are, and no session is prolonged by it. */
    forEverybody?: true
  }
}

/** The largest body of a route that does not say otherwise. */
const BODY_LIMIT = 1024 ** 2

/** The HTTP application over a house, not yet listening. */
export async function buildApp(house: House): Promise<FastifyInstance> {
  const { settings } = house
  const app = Fastify({
    logger: false,
    trustProxy: settings.trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 400 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Blamefree', version: '1', description: 'Incidents in, finished post-mortems out. Errors are RFC 9457 problem documents.' },
      servers: [{ url: house.publicUrl }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'blamefree.session_token' } } },
      security: [{ key: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      tidyOpenApi(jsonSchemaTransformObject(document) as unknown as OpenApi) as unknown as ReturnType<typeof jsonSchemaTransformObject>,
  })
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip', 'identity'] })
  await app.register(rateLimit, {
    global: true,
    max: 1200,
    timeWindow: '1 minute',
    // After it is known who asks: by what a request says of itself, whoever sends another made-up key each time would be a stranger each time.
    hook: 'preParsing',
    keyGenerator: (request) => request.principal?.memberId ?? request.ip,
  })
  await app.register(multipart, {
    preservePath: true,
    throwFileSizeLimit: true,
    // A file that waits for its turn holds no more than this many bytes in memory.
    fileHwm: 8192,
    limits: { parts: 5_100, fieldNameSize: 100, fieldSize: 8 * 1024 ** 2, fields: 50, files: 5_000, fileSize: settings.uploadLimit },
  })
  refuseWhenFull(app, house)
  guardBrowsers(app, house)
  keepAnswers(app, house)
  app.addHook('onRequest', async (request, reply) => {
    request.principal =
      request.routeOptions.config.forEverybody === true
        ? null
        : await house.authentication.principal(new Headers(headersOf(request.headers)), (cookie) => void reply.header('set-cookie', cookie))
  })
  logAnswers(app, house)
  answerFailures(app, house)
  await addRoutes(app, house)
  webPages(app)
  house.rooms.attach(app.server)
  // Sockets of rooms are not requests: nobody waits for them to end by themselves.
  app.addHook('preClose', async () => house.rooms.disconnect())
  return app
}

function logAnswers(app: FastifyInstance, { log }: House): void {
  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'unknown'
    const ms = Math.round(reply.elapsedTime)
    log.info({ request: request.id, method: request.method, path, status: reply.statusCode, ms, by: request.principal?.memberId ?? null }, 'answered')
  })
}

function answerFailures(app: FastifyInstance, { log }: House): void {
  app.setErrorHandler(async (error: Error, request, reply) => {
    const problem = problemDocument(error, request.id)
    if (problem.status >= 500) log.error({ request: request.id, path: request.routeOptions.url ?? 'unknown', error }, 'a request failed')
    if (typeof problem['retryAfter'] === 'number') reply.header('retry-after', String(problem['retryAfter']))
    return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const refusal = new Refusal(404, 'no-route', { message: 'There is no such route.', hint: 'The routes are at /v1/docs, and in /v1/openapi.json.' })
    return reply.code(404).type('application/problem+json').send(problemDocument(refusal, request.id))
  })
}

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value] as [string, string]],
  )
}
