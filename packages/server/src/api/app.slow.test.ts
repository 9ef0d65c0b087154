import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '../testing/server.ts'

test('the process is alive and ready, and says nothing of itself in a fault', async (context) => {
  const { app, logged } = await testServer(context)
  const alive = await app.inject('/healthz')
  assert.deepEqual(alive.json(), { status: 'ok' })
  assert.equal((await app.inject('/readyz')).statusCode, 200)
  assert.match(String(alive.headers['content-security-policy']), /script-src 'self'/)
  assert.ok(logged.some((line) => JSON.parse(line).path === '/healthz'))
})

test('an unknown route is a problem document', async (context) => {
  const { app } = await testServer(context)
  const answer = await app.inject('/v1/nothing')
  assert.equal(answer.statusCode, 404)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  assert.equal(answer.json().code, 'no-route')
})

test('a change with a cookie from another site is refused', async (context) => {
  const { app } = await testServer(context)
  const headers = { cookie: 'blamefree.session_token=x', 'sec-fetch-site': 'cross-site' }
  assert.equal((await app.inject({ method: 'POST', url: '/v1/anything', headers })).json().code, 'other-site')
})

test('the OpenAPI file is version 3.1 and says who may use each route', async (context) => {
  const { app } = await testServer(context)
  const file = (await app.inject('/v1/openapi.json')).json()
  assert.equal(file.openapi, '3.1.0')
  for (const path of Object.values<Record<string, { 'x-policy'?: unknown }>>(file.paths))
    for (const operation of Object.values(path)) assert.ok(operation['x-policy'] !== undefined)
})

test('what is measured is for this machine, or for whoever has the token, and names routes by their patterns', async (context) => {
  const local = await testServer(context)
  const viewer = await local.person('viewer')
  const id = '01900000-0000-7000-8000-00000000cafe'
  await viewer.ask('GET', `/v1/jobs/${id}`)
  const { body, headers } = await local.app.inject('/metrics')
  assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/)
  assert.match(body, /blamefree_http_request_duration_seconds_count\{method="GET",route="\/v1\/jobs\/:job",status="4xx"\} 1/)
  assert.match(body, /blamefree_jobs\{kind="webhook",state="waiting"\} 0/)
  assert.match(body, /blamefree_database_connections\{state="open"\} [1-9]/)
  assert.match(body, /blamefree_event_streams 0/)
  for (const secret of [id, viewer.id, viewer.token]) assert.ok(!body.includes(secret))
  assert.equal((await local.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' })).statusCode, 404)
  assert.equal((await local.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode, 404)
  const guarded = await testServer(context, { metricsToken: 'let-me-in' })
  assert.equal((await guarded.app.inject('/metrics')).statusCode, 401)
  assert.equal((await guarded.app.inject({ url: '/metrics', headers: { authorization: 'Bearer let-me-in' }, remoteAddress: '203.0.113.7' })).statusCode, 200)
})

test('whoever asks too often is slowed down, whatever key they make up each time', async (context) => {
  const { app } = await testServer(context)
  const statuses = new Set<number>()
  for (let count = 0; count < 1300; count++) {
    const answer = await app.inject({ url: '/v1/me', headers: { authorization: `Bearer bf_key_made-up-each-time-${count}` } })
    statuses.add(answer.statusCode)
  }
  assert.deepEqual(statuses, new Set([401, 429]))
})

test('the API is described on a page of ours, for whoever asks', async (context) => {
  const { app } = await testServer(context)
  const page = await app.inject('/v1/docs')
  assert.match(String(page.headers['content-type']), /^text\/html/)
  assert.match(String(page.headers['content-security-policy']), /style-src 'self';/)
  for (const [name, type] of [
    ['docs.css', /^text\/css/],
    ['search-routes.js', /^text\/javascript/],
  ] as const) {
    assert.ok(page.body.includes(`/v1/docs/${name}`))
    assert.match(String((await app.inject(`/v1/docs/${name}`)).headers['content-type']), type)
  }
})
