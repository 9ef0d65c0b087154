import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '../testing/server.ts'
import { alertBody, form } from '../testing/records.ts'

test('records become an incident, once, and private ones exist for those named only', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const ben = await server.person('member', 'Ben')
  const root = await server.person('administrator', 'Root')

  const upload = form({ files: [['alert.json', alertBody('CheckoutErrors')]] })
  const made = await ada.ask('POST', '/v1/incidents', upload.body, upload.headers)
  assert.equal(made.status, 201, made.text)
  assert.equal(made.body.outcome, 'created')
  assert.equal(made.body.readings[0].source, 'alertmanager')
  assert.ok(
    made.body.inferred.some(({ path }: { path: string }) => path === 'title'),
    'the title is inferred, and named as such',
  )

  const again = await ben.ask('POST', '/v1/incidents', upload.body, upload.headers)
  assert.equal(again.status, 200)
  assert.deepEqual([again.body.outcome, again.body.incident.id], ['known', made.body.incident.id])

  const got = await ben.ask('GET', `/v1/incidents/${made.body.incident.slug}`)
  assert.equal(got.headers['etag'], '"1"')
  assert.equal(got.body.facts.severity.value, 'Critical')
  assert.equal(got.body.events, 1)

  const resolved = form({ files: [['alert.json', alertBody('CheckoutErrors', 'resolved')]] })
  const later = await ada.ask('POST', '/v1/incidents', resolved.body, resolved.headers)
  assert.deepEqual([later.body.outcome, later.body.incident.id, later.body.incident.revision], ['updated', made.body.incident.id, 2])

  const secret = await ada.ask('POST', '/v1/incidents', { title: 'A leak', private: true })
  assert.equal(secret.status, 201, secret.text)
  assert.equal((await ada.ask('GET', `/v1/incidents/${secret.body.incident.id}`)).status, 200)
  for (const other of [ben, root]) {
    assert.equal((await other.ask('GET', `/v1/incidents/${secret.body.incident.id}`)).status, 404)
    assert.deepEqual((await other.ask('GET', '/v1/incidents?fields=title')).body.items, [{ title: made.body.incident.title }])
  }
  assert.equal((await ada.ask('GET', '/v1/incidents')).body.items.length, 2)
  assert.equal((await ada.ask('GET', '/v1/incidents?severity=Critical&limit=1')).body.items[0].id, made.body.incident.id)
})

test('a thousand first submissions of one incident at once make one incident', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const upload = form({ files: [['alert.json', alertBody('DiskFull')]] })
  const answers = await Promise.all(Array.from({ length: 1000 }, () => ada.ask('POST', '/v1/incidents', upload.body, upload.headers)))
  assert.equal(answers.filter(({ status }) => status === 200).length, 999)
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal(new Set(answers.map(({ body }) => body.incident.id)).size, 1)
})

test('a form with many records is read as one incident, and broken ones are refused in a sentence', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const pasted = '[09:00] Ada: Checkout is down, I am looking\n[09:04] Ben: rolled back, errors are gone\n[09:10] Ada: Closing, all good'
  const upload = form({
    files: [['alert.json', alertBody('CheckoutErrors')]],
    fields: { text: pasted, options: JSON.stringify({ zone: 'UTC', date: '2026-03-04' }) },
  })
  const made = await ada.ask('POST', '/v1/incidents', upload.body, upload.headers)
  assert.equal(made.status, 201, made.text)
  assert.deepEqual(made.body.readings.map(({ source }: { source: string }) => source).toSorted(), ['alertmanager', 'transcript'])

  const refused = async (fields: Record<string, string>): Promise<string> => {
    const { body, headers } = form({ files: [], fields })
    const answer = await ada.ask('POST', '/v1/incidents', body, headers)
    return `${answer.status} ${answer.body.code}`
  }
  assert.equal(await refused({ options: '{' }), '400 not-json')
  assert.equal(await refused({ options: '{"zone": 7}' }), '400 invalid')
  assert.equal(await refused({}), '400 nothing')
  assert.equal(await refused({ other: 'x' }), '400 invalid')
  assert.equal((await ada.ask('POST', '/v1/incidents', Buffer.from('--x\r\nbroken'), { 'content-type': 'multipart/form-data; boundary=x' })).status, 400)
  assert.equal((await ada.ask('POST', '/v1/incidents', { text: 'x', source: 'no-such' })).status, 422)
  assert.equal((await ada.ask('POST', '/v1/incidents', { title: 'nul \u0000 and half \ud83d' })).status, 201)
})

test('one key for a request makes one incident', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const headers = { 'idempotency-key': 'k1' }
  const first = await ada.ask('POST', '/v1/incidents', { title: 'Down' }, headers)
  const second = await ada.ask('POST', '/v1/incidents', { title: 'Down' }, headers)
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.equal(first.body.incident.id, second.body.incident.id)
  assert.equal((await ada.ask('POST', '/v1/incidents', { title: 'Down' })).body.incident.slug, 'down-2')
})

test('a sender who would rather not wait is told where to look, and a large delivery is read beside the requests', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const ben = await server.person('member', 'Ben')
  const upload = form({ files: [['alert.json', alertBody('Slow')]] })
  const asked = await ada.ask('POST', '/v1/incidents', upload.body, { ...upload.headers, prefer: 'respond-async' })
  assert.deepEqual([asked.status, asked.body.state], [202, 'waiting'], asked.text)
  const url = `/v1/intakes/${asked.body.id}`
  assert.equal((await ben.ask('GET', url)).status, 404)
  let now = await ada.ask('GET', url)
  for (let tries = 0; tries < 200 && now.body.state !== 'done'; tries++) {
    await new Promise((resume) => setTimeout(resume, 50))
    now = await ada.ask('GET', url)
  }
  assert.deepEqual([now.body.state, now.body.result.outcome, now.body.progress], ['done', 'created', { step: 'writing', done: 1, of: 1 }], now.text)
  assert.equal((await ada.ask('GET', `/v1/incidents/${now.body.result.incident.id}`)).status, 200)
})
