import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { announce, type Announcement } from '../store/outbox.ts'
import { newId } from '../store/identity.ts'
import { testServer, type TestServer } from '../testing/server.ts'
import { until } from '../testing/until.ts'

interface Received {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A real server that keeps what comes, and answers what the path says: `/500-200` is 500 first, then 200. */
async function receiver(context: TestContext): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const path = request.url ?? ''
      const before = received.filter((one) => one.path === path).length
      received.push({ path, headers: request.headers, body })
      const codes = path.slice(1).split('-').map(Number)
      response.writeHead(codes[Math.min(before, codes.length - 1)] ?? 200).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  context.after(() => server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

const say = ({ house }: TestServer, announcement: Announcement): Promise<number> => house.db.tx((tx) => announce(tx, announcement))

async function incident({ house }: TestServer, hidden: boolean): Promise<string> {
  const id = newId()
  await house.db.pool.query(
    `insert into incident (id, slug, title, severity, happened_at, facts, private) values ($1, $2, 'Payments down', 'SEV1', now(), '{}', $3)`,
    [id, `inc-${id}`, hidden],
  )
  return id
}

/** By the specification, and with none of our code: https://www.standardwebhooks.com, "Verifying signatures". */
function isGenuine({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')
  const fresh = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 300
  return fresh && String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`)
}

test('other systems are told what happens, signed, once, and nothing of private incidents', async (context) => {
  const server = await testServer(context, { allowPrivate: ['127.0.0.1'] })
  const administrator = await server.person('administrator')
  const { url, received } = await receiver(context)
  const made = await administrator.ask('POST', '/v1/webhooks', { name: 'All', url: `${url}/200`, kinds: ['incident', 'post-mortem.published'] })
  assert.equal(made.status, 201, made.text)
  const { secret, webhook } = made.body
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const eager = await administrator.ask('POST', '/v1/webhooks', { name: 'Private too', url: `${url}/201`, includesPrivate: true })
  const [open, hidden] = [await incident(server, false), await incident(server, true)]
  await say(server, { kind: 'incident.changed', incident: open, data: { revision: 3 } })
  await say(server, { kind: 'incident.changed', incident: hidden, data: { secretly: 1 } })
  await say(server, { kind: 'configuration.changed' })
  await say(server, { kind: 'job.changed', member: administrator.id })
  await say(server, { kind: 'member.changed', data: { member: administrator.id } })
  await until(() => received.length >= 4)
  await new Promise((resume) => setTimeout(resume, 300))
  assert.deepEqual(received.map(({ path, body }) => `${path} ${JSON.parse(body).type}`).toSorted(), [
    '/200 incident.changed',
    '/201 configuration.changed',
    '/201 incident.changed',
    '/201 incident.changed',
  ])
  const [first] = received.filter(({ path }) => path === '/200') as [Received]
  assert.ok(isGenuine(first, secret))
  assert.ok(!isGenuine(first, eager.body.secret))
  assert.ok(!isGenuine({ ...first, body: `${first.body} ` }, secret))
  const { data } = JSON.parse(first.body)
  assert.deepEqual([data.revision, data.incident.id, data.incident.title, data.incident.severity], [3, open, 'Payments down', 'SEV1'])
  const secretly = received
    .filter(({ path }) => path === '/201')
    .map(({ body }) => JSON.parse(body).data.incident)
    .find((one) => one?.id === hidden)
  assert.deepEqual(Object.keys(secretly).toSorted(), ['id', 'url'], 'of a private incident, the id and nothing else')
  assert.ok(received.every(({ body }) => !body.includes('secretly')))
  const { rows } = await server.house.db.pool.query<{ text: string }>('select webhook::text as text from webhook')
  for (const { text } of rows) assert.ok(!text.includes(secret) && !text.includes(Buffer.from(secret).toString('hex')))
  assert.ok(!(await administrator.ask('GET', `/v1/webhooks/${webhook.id}`)).text.includes('whsec_'))
  const { items } = (await administrator.ask('GET', `/v1/webhooks/${eager.body.webhook.id}/deliveries`)).body
  assert.deepEqual(new Set(items.map((item: { incident: string | null }) => item.incident)), new Set([null, open]), 'a private incident is hidden here too')
  for (const role of ['member', 'viewer'] as const) assert.equal((await (await server.person(role)).ask('GET', '/v1/webhooks')).status, 403)
})

test('what is not taken is sent again under its id, can be sent once more by hand, and a webhook that is gone is switched off', async (context) => {
  const server = await testServer(context, { allowPrivate: ['127.0.0.0/8'] })
  const administrator = await server.person('administrator')
  const { url, received } = await receiver(context)
  const create = async (path: string): Promise<string> =>
    (await administrator.ask('POST', '/v1/webhooks', { name: path, url: `${url}/${path}`, kinds: ['incident'] })).body.webhook.id
  const [shaky, gone] = [await create('503-200'), await create('410')]
  const deliveries = async (
    id: string,
  ): Promise<{ id: string; state: string; attempts: number; lastStatus: number; lastError: string; nextAttemptAt: string | null }[]> =>
    (await administrator.ask('GET', `/v1/webhooks/${id}/deliveries`)).body.items
  await say(server, { kind: 'incident.changed', incident: await incident(server, false) })
  await until(async () => (await deliveries(shaky))[0]?.attempts === 1 && (await deliveries(gone))[0]?.state === 'failed')
  const [waiting] = await deliveries(shaky)
  assert.deepEqual([waiting?.state, waiting?.lastStatus, waiting?.lastError], ['waiting', 503, 'It answered 503.'])
  await until(async () => (await deliveries(shaky))[0]?.nextAttemptAt !== null)
  assert.ok(Date.parse((await deliveries(shaky))[0]?.nextAttemptAt ?? '') > Date.now(), 'it says when it is sent next')
  assert.equal((await deliveries(gone))[0]?.nextAttemptAt, null)
  const webhook = (await administrator.ask('GET', `/v1/webhooks/${gone}`)).body
  assert.deepEqual([webhook.enabled, webhook.disabledBecause], [false, 'It answered that it is gone for good (410).'])
  assert.equal((await administrator.ask('POST', `/v1/webhooks/${shaky}/deliveries/${waiting?.id}/redeliver`)).status, 202)
  await until(async () => (await deliveries(shaky))[0]?.state === 'delivered')
  const sent = received.filter(({ path }) => path === '/503-200')
  assert.deepEqual(new Set(sent.map(({ headers }) => headers['webhook-id'])), new Set([waiting?.id]))
  assert.equal((await administrator.ask('POST', `/v1/webhooks/${shaky}/deliveries/${newId()}/redeliver`)).status, 404)
  const ping = await administrator.ask('POST', `/v1/webhooks/${shaky}/ping`)
  await until(async () => (await deliveries(shaky)).find(({ id }) => id === ping.body.delivery)?.state === 'delivered')
  assert.equal(JSON.parse(received.at(-1)?.body ?? '').type, 'webhook.ping')
  const renewed = (await administrator.ask('POST', `/v1/webhooks/${shaky}/secret`)).body.secret
  await administrator.ask('POST', `/v1/webhooks/${shaky}/ping`)
  await until(() => received.at(-1) !== undefined && isGenuine(received.at(-1)!, renewed))
  assert.equal((await administrator.ask('PATCH', `/v1/webhooks/${shaky}`, { enabled: false })).body.enabled, false)
  assert.equal((await administrator.ask('DELETE', `/v1/webhooks/${shaky}`)).status, 204)
  assert.equal((await administrator.ask('GET', `/v1/webhooks/${shaky}/deliveries`)).status, 404)
  const { body } = await administrator.ask('POST', '/v1/webhooks', { name: 'x', url: 'http://169.254.169.254/latest' })
  assert.equal(body.code, 'outbound/private')
})
