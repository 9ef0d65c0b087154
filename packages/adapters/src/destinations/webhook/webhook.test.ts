import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { recordAt, textAt, type PublishAsk } from '@blamefree/core'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { publishPage } from '../../publish/publish-page.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { FOOTER } from '../testing/page-session.ts'
import { webhook } from './index.ts'
import { signedHeaders } from './signed-headers.ts'

const SECRET = `whsec_${Buffer.from('a secret of more than 24 bytes').toString('base64')}`
const SETTINGS = { url: 'https://hooks.example.com/pm', secret: SECRET }
const CONFIG = webhook.configure(SETTINGS)

const worldOf = (status: number): FakeWorld => fakeWorld({ answer: () => ({ status, headers: {}, body: new Uint8Array() }) })

test('the signature is that of Standard Webhooks’ own example', () => {
  const headers = signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1614265330,
    body: '{"test": 2432232314}',
  })
  assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('a post-mortem is sent signed, whole, under an id that stays; unchanged it is not sent again', async () => {
  const world = worldOf(204)
  const ask = (text: string, written: PublishAsk['written']): PublishAsk => ({
    destination: webhook,
    config: CONFIG,
    document: documentOf(text),
    options: { footer: FOOTER, assets: ASSETS },
    marker: 'pm-7',
    written,
    incident: 'company',
    audience: { level: 'company', sentence: 'Everybody.' },
  })
  const first = await publishPage(ask('One.', null), world)
  assert.ok(first.kind === 'created')
  const same = await publishPage(ask('One.', first.written), world)
  assert.equal(same.kind, 'unchanged')
  const next = await publishPage(ask('Two.', first.written), world)
  assert.equal(next.kind, 'updated')
  const bodies = world.requests.map(({ body }) => JSON.parse(String(body)) as unknown)
  assert.deepEqual(
    bodies.map((body) => [textAt(body, 'type'), textAt(body, 'data', 'id'), textAt(body, 'data', 'document', 'tree', 'children', 0, 'children', 0, 'value')]),
    [
      ['postmortem.published', 'pm-7', 'One.'],
      ['postmortem.updated', 'pm-7', 'Two.'],
    ],
  )
  assert.equal(recordAt(bodies[0], 'data', 'files', 0)['name'], 'graph.png')
  for (const { headers = {}, body } of world.requests) {
    const sum = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64'))
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${String(body)}`)
      .digest('base64')
    assert.equal(headers['webhook-signature'], `v1,${sum}`)
  }
})

test('the same sent again has the same id, so that it can be passed over', async () => {
  const world = worldOf(200)
  const body = webhook.render(everyConstruct(), { footer: FOOTER }, CONFIG)
  await webhook.create(body, 'pm-7', CONFIG, world)
  await webhook.create(body, 'pm-7', CONFIG, world)
  assert.equal(new Set(world.requests.map(({ headers }) => headers?.['webhook-id'])).size, 1)
})

test('an address that refuses is said so, and never with the secret', async () => {
  const body = webhook.render(documentOf('One.'), { footer: null }, CONFIG)
  for (const [status, code] of [
    [401, 'webhook/unauthorised'],
    [410, 'webhook/gone'],
    [500, 'webhook/refused'],
    [302, 'webhook/refused'],
    [503, 'webhook/busy'],
  ] as const)
    await assert.rejects(
      webhook.create(body, 'pm-7', CONFIG, worldOf(status)),
      (error: Error) => 'code' in error && error.code === code && !error.message.includes(SECRET),
    )
})
