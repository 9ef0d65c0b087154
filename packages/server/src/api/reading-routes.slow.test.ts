import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { form } from '../testing/records.ts'
import { testServer } from '../testing/server.ts'

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const message = (text: string, ts: string): object => ({ type: 'message', user: 'U1', text, ts })
const EXPORT = zipSync({
  'users.json': json([{ id: 'U1', name: 'ada', real_name: 'Ada' }]),
  'channels.json': json([
    { id: 'C1', name: 'inc-1' },
    { id: 'C2', name: 'general' },
  ]),
  'inc-1/2026-03-04.json': json([message('Checkout is down', '1772614800.000100'), message('rolled back, all good', '1772615800.000100')]),
  'general/2026-03-04.json': json([message('lunch?', '1772614900.000100')]),
})

test('records are looked at without being kept: what they are, what can be chosen, what it would become', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const look = async (options: object): Promise<{ status: number; body: Looked }> => {
    const { body, headers } = form({ files: [['export.zip', EXPORT]], fields: { options: JSON.stringify(options) } })
    return await ada.ask('POST', '/v1/readings', body, headers)
  }
  const open = await look({})
  assert.equal(open.status, 200)
  assert.deepEqual(
    open.body.readings.map(({ source, title, events, parts }) => [source, title, events, parts.map(({ name, messages }) => [name, messages])]),
    [
      [
        'slack-export',
        'Slack export',
        0,
        [
          ['inc-1', 2],
          ['general', 1],
        ],
      ],
    ],
  )
  assert.equal(open.body.title, null)
  assert.ok(open.body.sources.some(({ id }) => id === 'transcript'))
  const chosen = await look({ channels: ['inc-1'] })
  const [reading] = chosen.body.readings
  assert.deepEqual(reading?.beginning[0], { at: '2026-03-04T09:00:00.000Z', actor: 'Ada', text: 'Checkout is down' })
  assert.deepEqual([reading?.from, reading?.to, reading?.events], ['2026-03-04T09:00:00.000Z', '2026-03-04T09:16:40.000Z', 2])
  const { body, headers } = form({
    files: [
      ['export.zip', EXPORT],
      ['again.zip', EXPORT],
    ],
    fields: { options: JSON.stringify({ channels: ['inc-1'] }) },
  })
  const twice: Looked = (await ada.ask('POST', '/v1/readings', body, headers)).body
  assert.deepEqual([twice.readings.map(({ events }) => events), twice.events], [[2, 2], 2], 'what two records tell is one event')
  assert.equal((await ada.ask('GET', '/v1/incidents')).body.items.length, 0, 'nothing is kept')
  assert.equal((await ada.ask('POST', '/v1/readings', {})).status, 400)
})

interface Looked {
  readonly events: number
  readonly title: string | null
  readonly sources: readonly { id: string }[]
  readonly readings: readonly {
    source: string
    title: string
    events: number
    from: string
    to: string
    parts: readonly { name: string; messages: number }[]
    beginning: readonly object[]
  }[]
}

test('the example is there for the asking, once', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const first = await ada.ask('POST', '/v1/example')
  assert.equal(first.status, 200, first.text)
  assert.equal((await ada.ask('POST', '/v1/example')).body.incident.id, first.body.incident.id)
  assert.equal((await ada.ask('GET', '/v1/incidents')).body.items.length, 1)
  const services: { name: string; incidents: number }[] = (await ada.ask('GET', '/v1/services')).body.items
  assert.ok(services.length > 0 && services.every(({ incidents }) => incidents === 1), JSON.stringify(services))
  await ada.ask('PUT', `/v1/incidents/${first.body.incident.id}/access`, { private: true, members: [ada.id] })
  assert.deepEqual((await (await server.person('administrator', 'Root')).ask('GET', '/v1/services')).body.items, [])
})

test('a view of a list is kept under a name for its member only', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const ben = await server.person('viewer', 'Ben')
  const kept = await ada.ask('POST', '/v1/views', { list: 'incidents', name: 'Bad ones', query: 'severity=sev1' })
  assert.equal(kept.status, 200, kept.text)
  await ada.ask('POST', '/v1/views', { list: 'incidents', name: 'Bad ones', query: 'severity=sev1&overdue=yes' })
  assert.deepEqual((await ada.ask('GET', '/v1/views')).body.items, [
    { id: kept.body.id, list: 'incidents', name: 'Bad ones', query: 'severity=sev1&overdue=yes' },
  ])
  assert.deepEqual((await ben.ask('GET', '/v1/views')).body.items, [])
  assert.equal((await ben.ask('DELETE', `/v1/views/${kept.body.id}`)).status, 404)
  assert.equal((await ada.ask('DELETE', `/v1/views/${kept.body.id}`)).status, 204)
  assert.deepEqual((await ada.ask('GET', '/v1/views')).body.items, [])
})
