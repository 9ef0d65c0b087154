import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

const fixture = (path: string): Buffer => readFileSync(new URL(`../../../adapters/src/sources/${path}`, import.meta.url))
const ALERT = fixture('alertmanager/fixtures/webhook-firing.json')
const CALL = Buffer.from(fixture('pagerduty/fixtures/webhooks.ndjson').toString('utf8').split('\n')[0] ?? '')

describe('what other systems hand in', () => {
  const ending: (() => unknown)[] = []
  let server: TestServer
  let administrator: TestPerson
  before(async () => {
    server = await testServer({ after: (end: () => unknown) => void ending.unshift(end) })
    administrator = await server.person('administrator', 'Grace')
  })
  after(async () => {
    for (const end of ending) await end()
  })
  const make = async (body: object): Promise<{ url: string; secret: string; inboundAddress: { id: string } }> => {
    const answer = await administrator.ask('POST', '/v1/inbound-addresses', { name: 'Test', ...body })
    assert.equal(answer.status, 201, answer.text)
    return { ...answer.body, url: new URL(answer.body.url).pathname }
  }
  const deliver = async (
    url: string,
    payload: Buffer,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: { outcome?: string; code?: string } }> => {
    const answer = await server.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })
    return { status: answer.statusCode, body: answer.json() }
  }
  const incidents = async (): Promise<number> => (await server.house.db.pool.query('select from incident')).rowCount ?? 0

  test('an alert becomes an incident, and its next notification belongs to it; nothing is told of it', async () => {
    const { url } = await make({ source: 'alertmanager' })
    assert.deepEqual(await deliver(url, ALERT), { status: 200, body: { outcome: 'received' } })
    assert.deepEqual(await deliver(url, ALERT), { status: 200, body: { outcome: 'received' } })
    assert.equal(await incidents(), 1)
    const { rows } = await server.house.db.pool.query(`select via, actor_name from audit where action = 'incident.create'`)
    assert.deepEqual(rows, [{ via: 'inbound', actor_name: 'Test' }])
  })

  test('hundreds of notifications in a minute are all taken', async () => {
    const { url } = await make({ source: 'alertmanager' })
    const statuses = new Set<number>()
    for (let count = 0; count < 1300; count++) statuses.add((await deliver(url, Buffer.from('{}'))).status)
    assert.deepEqual(statuses, new Set([200]))
  })

  test('what is not signed with the secret is refused, and so is everything where there is none yet', async () => {
    const before = await incidents()
    const hub = await make({ source: 'github' })
    const body = fixture('github/fixtures/issue-comment.json')
    const signed = (secret: string, bytes: Buffer): string => createHmac('sha256', secret).update(bytes).digest('hex')
    assert.equal((await deliver(hub.url, body)).body.code, 'not-genuine')
    assert.equal((await deliver(hub.url, body, { 'x-hub-signature-256': `sha256=${signed('other', body)}` })).status, 401)
    const ping = Buffer.from('{"zen":"x"}')
    assert.deepEqual((await deliver(hub.url, ping, { 'x-github-event': 'ping', 'x-hub-signature-256': `sha256=${signed(hub.secret, ping)}` })).body, {
      outcome: 'nothing',
    })
    const form = Buffer.from(new URLSearchParams({ payload: body.toString('utf8') }).toString())
    const asForm = await deliver(hub.url, form, {
      'content-type': 'application/x-www-form-urlencoded',
      'x-hub-signature-256': `sha256=${signed(hub.secret, form)}`,
    })
    assert.deepEqual(asForm, { status: 200, body: { outcome: 'received' } })
    const duty = await make({ source: 'pagerduty' })
    assert.equal(duty.secret, null)
    assert.equal((await deliver(duty.url, CALL, { 'x-pagerduty-signature': `v1=${signed('', CALL)}` })).status, 401)
    assert.equal((await administrator.ask('PUT', `/v1/inbound-addresses/${duty.inboundAddress.id}/secret`, { secret: 'from pagerduty' })).status, 200)
    assert.equal((await deliver(duty.url, CALL, { 'x-pagerduty-signature': `v1=${signed('from pagerduty', CALL)}` })).status, 200)
    assert.equal(await incidents(), before + 2)
    const guarded = await make({ source: 'alertmanager', check: true })
    assert.equal((await deliver(guarded.url, ALERT)).status, 401)
    assert.equal((await deliver(guarded.url, ALERT, { authorization: `Bearer ${guarded.secret}` })).status, 200)
  })

  test('a private address makes incidents that only its maker sees', async () => {
    const { url } = await make({ source: 'any', private: true })
    const other = await server.person('administrator')
    const alert = ALERT.toString('utf8')
      .replaceAll('CheckoutErrors', 'Intruder')
      .replaceAll(/"fingerprint":\s*"/g, '"fingerprint":"f')
    for (let times = 0; times < 2; times++) assert.deepEqual(await deliver(url, Buffer.from(alert)), { status: 200, body: { outcome: 'received' } })
    const { rows } = await server.house.db.pool.query<{ id: string }>('select id from incident where private')
    assert.equal(rows.length, 1)
    assert.equal((await administrator.ask('GET', `/v1/incidents/${rows[0]?.id}`)).status, 200)
    assert.equal((await other.ask('GET', `/v1/incidents/${rows[0]?.id}`)).status, 404)
    const into = await make({ source: 'alertmanager', incident: rows[0]?.id })
    assert.ok(!(await other.ask('GET', '/v1/inbound-addresses')).text.includes(into.inboundAddress.id))
    assert.equal((await other.ask('DELETE', `/v1/inbound-addresses/${into.inboundAddress.id}`)).status, 404)
  })

  test('an address that was taken away, or never was, takes nothing; the list shows neither token nor secret', async () => {
    const { url, inboundAddress } = await make({ source: 'alertmanager', check: true })
    const token = url.slice('/in/'.length)
    const { text } = await administrator.ask('GET', '/v1/inbound-addresses')
    assert.ok(text.includes(inboundAddress.id) && !text.includes(token))
    assert.equal((await administrator.ask('DELETE', `/v1/inbound-addresses/${inboundAddress.id}`)).status, 204)
    for (const path of [url, '/in/x', `/in/bf_in_${'A'.repeat(43)}`]) assert.equal((await deliver(path, ALERT)).status, 404)
    assert.equal((await administrator.ask('POST', '/v1/inbound-addresses', { source: 'x', name: 'x' })).body.code, 'unknown-source')
    assert.ok(!server.logged.some((line) => line.includes(token)))
    assert.equal((await (await server.person('member')).ask('POST', '/v1/inbound-addresses', { source: 'any', name: 'x' })).status, 403)
  })
})
