import assert from 'node:assert/strict'
import { test } from 'node:test'
import createClient from 'openapi-fetch'
import type { components, paths } from '../../packages/web/src/api/schema.ts'

// Most of this suite is what the compiler refuses: each `@ts-expect-error` fails the types where the client would take it.

const asked: Request[] = []
const client = createClient<paths>({
  baseUrl: 'http://blamefree.test',
  fetch: (request) => {
    asked.push(request)
    return Promise.resolve(Response.json({ code: 'absent', detail: 'There is no such incident.' }, { status: 404 }))
  },
})

test('a client knows paths, parameters and answers', async () => {
  const { data, error } = await client.GET('/v1/incidents', { params: { query: { severity: 'Critical' } } })
  const titles: string[] | undefined = data?.items.map(({ title }) => title)
  assert.equal(titles, undefined)
  const sentence: string | undefined = error?.detail
  assert.equal(sentence, 'There is no such incident.')
  assert.equal(asked.at(-1)?.url, 'http://blamefree.test/v1/incidents?severity=Critical')
  // @ts-expect-error -- no such path
  await client.GET('/v1/incident')
  // @ts-expect-error -- no such parameter
  await client.GET('/v1/incidents', { params: { query: { severty: 'Critical' } } })
  // @ts-expect-error -- the path names an incident
  await client.GET('/v1/incidents/{incident}', {})
  // @ts-expect-error -- no such method
  await client.DELETE('/v1/incidents')
  // @ts-expect-error -- an incident has no such field
  void data?.items[0]?.titel
})

test('a change that has to say which version it was made from does not leave that out', async () => {
  const path = { incident: 'x', followUp: 'y' }
  await client.PATCH('/v1/incidents/{incident}/follow-ups/{followUp}', { params: { path, header: { 'If-Match': '"7"' } }, body: { outcome: 'done' } })
  assert.equal(asked.at(-1)?.headers.get('if-match'), '"7"')
  // @ts-expect-error -- which version it was made from is missing
  await client.PATCH('/v1/incidents/{incident}/follow-ups/{followUp}', { params: { path }, body: { outcome: 'done' } })
  await client.POST('/v1/incidents', { params: { header: { 'Idempotency-Key': 'once' } }, body: { title: 'It broke' } })
  assert.equal(asked.at(-1)?.headers.get('idempotency-key'), 'once')
})

test('bodies are checked; what has a default may be left out, choices are unions', async () => {
  await client.POST('/v1/incidents/{incident}/timeline', { params: { path: { incident: 'x' } }, body: { at: '2026-03-04T09:00:00Z', text: 'Seen' } })
  const address = { params: { path: { incident: 'x', followUp: 'y' }, header: { 'If-Match': '*' } } }
  await client.PATCH('/v1/incidents/{incident}/follow-ups/{followUp}', { ...address, body: { outcome: 'done' } })
  // @ts-expect-error -- no such outcome
  await client.PATCH('/v1/incidents/{incident}/follow-ups/{followUp}', { ...address, body: { outcome: 'dome' } })
  // @ts-expect-error -- a text is needed
  await client.POST('/v1/incidents/{incident}/timeline', { params: { path: { incident: 'x' } }, body: { at: '2026-03-04T09:00:00Z' } })
  const role: components['schemas']['Member']['role'] = 'viewer'
  assert.equal(role, 'viewer')
})

test('records go as JSON or as a form, files come as bytes', async () => {
  await client.POST('/v1/incidents', { body: { title: 'Checkout is down' } })
  assert.equal(asked.at(-1)?.headers.get('content-type'), 'application/json')
  const form = new FormData()
  form.append('files', new Blob(['{}']), 'slack.zip')
  await client.POST('/v1/incidents', { body: form })
  assert.match(asked.at(-1)?.headers.get('content-type') ?? '', /^multipart\/form-data; boundary=/)
  const params = { path: { incident: 'x' } }
  await client.POST('/v1/incidents/{incident}/images', {
    params,
    body: new Blob(['PNG']),
    bodySerializer: (bytes) => bytes,
    headers: { 'content-type': 'image/png' },
  })
  assert.equal(await asked.at(-1)?.text(), 'PNG')
  const { data } = await client.GET('/v1/incidents/{incident}/images/{image}', { params: { path: { incident: 'x', image: 'y' } }, parseAs: 'blob' })
  const bytes: Blob | undefined = data
  assert.equal(bytes, undefined)
})
