import type { InjectOptions } from 'fastify'
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Scope } from '../people/principal.ts'
import { newId } from '../store/identity.ts'
import { chance, LEAST, operationsOf, requestTo, type OpenApiFile, type Operation } from '../testing/openapi-requests.ts'
import { alertBody } from '../testing/records.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'
import type { RoutePolicy } from './route.ts'
import { PAGES } from './web-pages.ts'

/** A word that stands in every part of the private incident, and nowhere else. */
const QUIET = 'zephyrquartz'

/** Routes that are not in the file, each with a reason. */
const OWN_GUARD = new Set([
  'GET /v1/openapi.json', // the file itself
  'GET /v1/docs', // the file as a page
  'GET /v1/docs/docs.css',
  'GET /v1/docs/search-routes.js',
  'GET /auth/callback/oidc', // where the identity provider sends browsers; it checks the state that it gave them
])

/** The pages and their files: the same for everybody, and with nothing of the workspace in them. */
function isPage(route: string): boolean {
  const path = route.replace('GET ', '')
  // Fastify's picture leaves out the slash before a star.
  return (
    PAGES.some((page) => page === path || page.replace('/*', '*') === path) ||
    path.startsWith('/assets/') ||
    ['/icon.svg', '/color-scheme.js', '/early.js'].includes(path)
  )
}

/** The routes of Fastify's picture of its tree: `GET /v1/incidents/:incident`. */
function routesOf(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const match = /^([\s│]*)[├└]── (\S*) ?(?:\(([A-Z, ]+)\))?/.exec(line)
    if (match === null) return []
    const depth = (match[1] ?? '').length / 4
    above.length = depth
    above.push(match[2] ?? '')
    const methods = (match[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD' && method !== 'OPTIONS')
    return methods.map((method) => `${method} ${above.join('')}`)
  })
}

/** The one route that answers without end. */
const STREAM = '/v1/events'

/** What somebody is told: done or another answer of the route itself, not for them, or no such thing. */
type Told = 'yes' | 'signed-out' | 'no' | 'absent'

/** Those who ask: their role, what their key may, and whether they are named on the private incident. */
const ASKERS = [
  { name: 'viewer', role: 'viewer', scopes: ['admin'], named: false },
  { name: 'member', role: 'member', scopes: ['admin'], named: false },
  { name: 'administrator', role: 'administrator', scopes: ['admin'], named: false },
  { name: 'named viewer', role: 'viewer', scopes: ['admin'], named: true },
  { name: 'named member', role: 'member', scopes: ['admin'], named: true },
  { name: 'named administrator', role: 'administrator', scopes: ['admin'], named: true },
  { name: 'key that reads', role: 'administrator', scopes: ['read'], named: true },
  { name: 'key that writes', role: 'administrator', scopes: ['write'], named: true },
  { name: 'key that hands in', role: 'administrator', scopes: ['intake'], named: true },
] as const
type Asker = (typeof ASKERS)[number]

/** What each verb takes, told once more than in the policies, so that a slip there shows. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  read: ['viewer', 'member', 'administrator'],
  comment: ['viewer', 'member', 'administrator'],
  edit: ['member', 'administrator'],
  create: ['member', 'administrator'],
  publish: ['member', 'administrator'],
  delete: ['administrator'],
  administer: ['administrator'],
}
const SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  read: ['read', 'write', 'admin'],
  comment: ['write', 'admin'],
  edit: ['write', 'admin'],
  create: ['write', 'intake', 'admin'],
  publish: ['write', 'admin'],
  delete: ['write', 'admin'],
  administer: ['admin'],
}

function expected(policy: RoutePolicy, asker: Asker, hidden: boolean): Told {
  const scopes: readonly Scope[] = asker.scopes
  if (policy === 'public') return 'yes'
  if (policy === 'signed-in') return scopes.includes('intake') ? 'no' : 'yes'
  if (policy.on !== 'workspace' && hidden && !asker.named) return 'absent'
  const role = ROLES[policy.verb]?.includes(asker.role) === true && !(policy.verb === 'publish' && policy.on === 'incident' && asker.role === 'member')
  return role && SCOPES[policy.verb]?.some((scope) => scopes.includes(scope)) === true ? 'yes' : 'no'
}

describe('every route of the OpenAPI file', () => {
  let server: TestServer
  let file: OpenApiFile
  let operations: Operation[] = []
  const people = new Map<string, TestPerson>()
  const incidents = { open: '', hidden: '' }
  let ending: () => unknown = () => undefined

  before(async () => {
    server = await testServer({ after: (end) => void (ending = end as () => unknown) })
    file = (await server.app.inject('/v1/openapi.json')).json<OpenApiFile>()
    operations = operationsOf(file)
    for (const { name, role, scopes } of ASKERS) people.set(name, await server.person(role, name, scopes))
    const maker = person('named member')
    for (const [key, title] of [
      ['open', 'An open one'],
      ['hidden', `A private one about ${QUIET}`],
    ] as const) {
      const made = await maker.ask('POST', '/v1/incidents', { title, text: alertBody(`${key === 'hidden' ? QUIET : 'Open'}Alert`) })
      incidents[key] = made.body.incident.id as string
      const text = key === 'hidden' ? `About ${QUIET}` : 'About nothing'
      await maker.ask('POST', `/v1/incidents/${incidents[key]}/follow-ups`, { text, due: '2026-01-01' })
      await maker.ask('POST', `/v1/incidents/${incidents[key]}/timeline`, { text, at: '2026-03-04T09:01:00Z', actor: key === 'hidden' ? QUIET : 'Cyd' })
    }
    const members = ASKERS.filter(({ named }) => named).map(({ name }) => person(name).id)
    assert.equal((await maker.ask('PUT', `/v1/incidents/${incidents.hidden}/access`, { private: true, members })).status, 200)
  })
  after(() => ending())

  const person = (name: string): TestPerson => people.get(name) ?? assert.fail(name)

  /** A copy of an incident with a post-mortem, its own for each request, so that no request sees what another has done. */
  async function copyOf(of: string): Promise<Record<string, string>> {
    const [incident, postMortem] = [newId(), newId()]
    const document = JSON.stringify({
      schemaVersion: 1,
      title: `On ${QUIET}`,
      template: null,
      zone: 'UTC',
      language: 'en',
      tree: { type: 'root', children: [] },
    })
    const { pool } = server.house.db
    await pool.query(
      `insert into incident (id, slug, title, happened_at, private, facts) select $1::uuid, 'copy-' || $1::text, title, happened_at, private, facts from incident where id = $2`,
      [incident, of],
    )
    await pool.query('insert into incident_access (incident_id, member_id) select $1::uuid, member_id from incident_access where incident_id = $2', [
      incident,
      of,
    ])
    await pool.query(`insert into post_mortem (id, incident_id, title, status, document, plain) values ($1, $2, 'On it', 'draft', $3, 'plain')`, [
      postMortem,
      incident,
      document,
    ])
    return { incident, postMortem }
  }

  async function told(
    operation: Operation,
    token: string | null,
    params: Record<string, string>,
  ): Promise<{ readonly told: Told; readonly status: number; readonly body: string }> {
    const { url, body } = requestTo(operation, file, { params, draw: LEAST })
    const options: InjectOptions = {
      method: operation.method,
      url,
      headers: { 'if-match': '*', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(operation.path === STREAM ? 400 : 20_000),
      ...(body === undefined ? {} : { payload: body as object }),
    }
    try {
      const { statusCode: status, body: text } = await server.app.inject(options)
      const code = /"code":"([\w-]+)"/.exec(text)?.[1]
      const absent = status === 404 && /"detail":"There is no such (?:incident|post-mortem)\."/.test(text)
      if (text.includes('The request is not of the form'))
        assert.fail(`${operation.method} ${operation.path} did not take the least that its schema takes: ${text}`)
      return {
        told: absent ? 'absent' : status === 401 && code === 'signed-out' ? 'signed-out' : status === 403 && code === 'forbidden' ? 'no' : 'yes',
        status,
        body: text,
      }
    } catch (error) {
      if (operation.path !== STREAM) throw error
      // A stream never ends by itself: whoever is let in hears it until they go.
      return { told: 'yes', status: 200, body: '' }
    }
  }

  test('has a policy, and every route of the server is in the file', () => {
    for (const { method, path, policy } of operations) assert.ok(policy !== undefined, `${method} ${path} has no policy`)
    assert.ok(operations.length > 40, `${operations.length} routes`)
    const told = new Set(operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`))
    const served = routesOf(server.app.printRoutes({ commonPrefix: false }))
    assert.ok(served.length >= operations.length, `${served.length} routes are served`)
    for (const route of served)
      assert.ok(told.has(route) || OWN_GUARD.has(route) || isPage(route), `${route} is served, and not in the OpenAPI file: declare it with route()`)
  })

  test('names a private incident in no list, count, search or error to those who are not named', async () => {
    let named = 0
    for (const operation of operations) {
      if (operation.method !== 'GET' || operation.path.includes('{') || operation.policy === 'public') continue
      const params = { '?q': QUIET, '?text': QUIET }
      const answer = await told(operation, person('administrator').token, params)
      assert.ok(!answer.body.includes(QUIET) && !answer.body.includes(incidents.hidden), `${operation.path}: ${answer.body.slice(0, 300)}`)
      if ((await told(operation, person('named administrator').token, params)).body.includes(incidents.hidden)) named++
    }
    assert.ok(named >= 3, `only ${named} lists show it to those who are named, so that the check may have gone blind`)
  })

  test('asks who somebody is, unless it is for everybody', async () => {
    for (const operation of operations) {
      if (operation.policy === 'public') continue
      const answer = await told(operation, null, await copyOf(incidents.open))
      assert.equal(answer.told, 'signed-out', `${operation.method} ${operation.path}: ${answer.body.slice(0, 200)}`)
    }
  })

  for (const asker of ASKERS) {
    test(`does for a ${asker.name} what the policies say, and no more`, async () => {
      const wrong: string[] = []
      for (const operation of operations) {
        const { policy } = operation
        if (policy === undefined || policy === 'public') continue
        for (const visibility of policy === 'signed-in' || policy.on === 'workspace' ? (['open'] as const) : (['open', 'hidden'] as const)) {
          const answer = await told(operation, person(asker.name).token, await copyOf(incidents[visibility]))
          const want = expected(policy, asker, visibility === 'hidden')
          if (answer.told !== want || answer.status >= 500)
            wrong.push(
              `${operation.method} ${operation.path} (${visibility}): expected ${want}, got ${answer.told} ${answer.status} ${answer.body.slice(0, 160)}`,
            )
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  test('says of a private incident what it says of one that never was', async () => {
    const plain = (text: string): string => text.replace(/"request":"[^"]*"/, '')
    for (const operation of operations) {
      if (typeof operation.policy !== 'object' || operation.policy.on === 'workspace') continue
      const { token } = person('administrator')
      const hidden = await told(operation, token, await copyOf(incidents.hidden))
      const never = await told(operation, token, { incident: newId(), postMortem: newId() })
      assert.deepEqual([hidden.status, plain(hidden.body)], [never.status, plain(never.body)], `${operation.method} ${operation.path}`)
    }
  })

  test('declares the headers that it takes and gives', async () => {
    const { token } = person('named administrator')
    const wrong: string[] = []
    let [needs, tags] = [0, 0]
    for (const operation of operations) {
      if (operation.path === STREAM || operation.policy === 'public') continue
      const declared = operation.parameters.find(({ name }) => name === 'If-Match')
      const say = async (ifMatch?: string): Promise<{ readonly status: number; readonly text: string; readonly tag: unknown }> => {
        const { url, body } = requestTo(operation, file, { params: await copyOf(incidents.open), draw: LEAST })
        const headers = { authorization: `Bearer ${token}`, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) }
        const answer = await server.app.inject({ method: operation.method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })
        return { status: answer.statusCode, text: answer.body, tag: answer.headers.etag }
      }
      const [without, broken, any] = [await say(), await say('broken'), await say('*')]
      const called = `${operation.method} ${operation.path}`
      if (without.status === 428) needs++
      // One that only previews does without, and is another thing in the same route: optional.
      if (without.status === 428 && declared === undefined) wrong.push(`${called} has to have If-Match, and does not say so`)
      if (declared?.required === true && without.status < 300) wrong.push(`${called} says that it has to have If-Match, and does without`)
      if (broken.text.includes('If-Match must be') && declared === undefined) wrong.push(`${called} takes If-Match, and does not say so`)
      if (any.status >= 300 || any.tag === undefined) continue
      tags++
      const answers = file.paths[operation.path]?.[operation.method.toLowerCase()]?.['responses'] as Record<string, { headers?: { ETag?: unknown } }>
      if (answers[any.status]?.headers?.ETag === undefined) wrong.push(`${called} answers with an ETag, and does not say so`)
    }
    assert.deepEqual(wrong, [])
    assert.ok(needs >= 5 && tags >= 8, `${needs} and ${tags}: the check may have gone blind`)
    const keyed = (operation: Operation): boolean => operation.parameters.some(({ name }) => name === 'Idempotency-Key')
    for (const operation of operations) assert.equal(keyed(operation), operation.method === 'POST' && operation.policy !== 'public', operation.path)
  })

  test('answers whatever is sent to it with less than 500', async () => {
    const wrong: string[] = []
    for (const [at, operation] of operations.entries()) {
      for (let round = 0; round < 25; round++) {
        const draw = chance(at * 1_000 + round * 7 + 1)
        const params = round % 3 === 0 ? {} : await copyOf(incidents.open)
        const { url, body } = requestTo(operation, file, { params, draw })
        if (operation.path === STREAM) continue
        const headers = {
          authorization: `Bearer ${person('named administrator').token}`,
          'if-match':
            draw.below(2) === 0
              ? '*'
              : draw
                  .words()
                  .replace(/[^\x20-\x7e]/g, '')
                  .slice(0, 50),
        }
        const payload = body === undefined ? undefined : JSON.stringify(body)
        const answer = await server.app.inject({
          method: operation.method,
          url,
          headers: payload === undefined ? headers : { ...headers, 'content-type': 'application/json' },
          ...(payload === undefined ? {} : { payload }),
        })
        if (answer.statusCode >= 500) wrong.push(`${operation.method} ${url.slice(0, 200)} ${payload?.slice(0, 300) ?? ''}: ${answer.statusCode}`)
      }
    }
    const logged = server.logged.filter((line) => line.includes('a request failed')).map((line) => line.slice(0, 600))
    assert.deepEqual(wrong, [], [...new Set(logged)].slice(-12).join('\n'))
  })
})
