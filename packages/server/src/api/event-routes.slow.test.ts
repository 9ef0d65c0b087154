import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { announce, type Announcement } from '../store/outbox.ts'
import { newId } from '../store/identity.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'
import { until } from '../testing/until.ts'

interface Heard {
  readonly kinds: string[]
  readonly lastId: () => string
  readonly open: () => boolean
  readonly text: () => string
  close(): void
}

describe('GET /v1/events', () => {
  const ending: (() => unknown)[] = []
  let server: TestServer
  let url: string
  before(async () => {
    server = await testServer({ after: (end: () => unknown) => void ending.unshift(end) })
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  })
  after(async () => {
    for (const end of ending) await end()
  })
  const say = (announcement: Announcement): Promise<number> => server.house.db.tx((tx) => announce(tx, announcement))
  const incident = async (hidden: boolean): Promise<string> => {
    const id = newId()
    await server.house.db.pool.query(`insert into incident (id, slug, title, happened_at, facts, private) values ($1, $3, 'Hidden', now(), '{}', $2)`, [
      id,
      hidden,
      id,
    ])
    return id
  }
  async function listen(person: TestPerson, query = '', headers: Record<string, string> = {}): Promise<Heard> {
    const stop = new AbortController()
    const answer = await fetch(`${url}/v1/events${query}`, {
      headers: { authorization: `Bearer ${person.token}`, 'accept-encoding': 'gzip, br', ...headers },
      signal: stop.signal,
    })
    assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('content-encoding')], [200, 'text/event-stream', null])
    const kinds: string[] = []
    let text = ''
    let lastId = ''
    let open = true
    void (async () => {
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk).toString()
        const events = text.split('\n\n').slice(0, -1)
        kinds.length = 0
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1]
          lastId = /^id: (.*)$/m.exec(event)?.[1] ?? lastId
          if (data !== undefined) kinds.push(/^event: (.*)$/m.exec(event)?.[1] ?? JSON.parse(data).kind)
        }
      }
      open = false
    })().catch(() => (open = false))
    await until(() => text.includes(': events'))
    return { kinds, lastId: () => lastId, open: () => open, text: () => text, close: () => stop.abort() }
  }

  test('everybody hears what happens, and after a break what happened meanwhile', async () => {
    const [ada, bob] = [await server.person('member'), await server.person('viewer')]
    const id = await incident(false)
    const [first, second] = [await listen(ada), await listen(bob)]
    await say({ kind: 'incident.changed', incident: id, data: { revision: 2 } })
    for (const heard of [first, second]) await until(() => heard.kinds.join() === 'incident.changed')
    assert.match(first.text(), /"data":\{"revision":2\}/)
    first.close()
    for (let count = 0; count < 3; count++) await say({ kind: `incident.changed`, incident: id })
    await say({ kind: 'post-mortem.published', incident: id, postMortem: newId() })
    const back = await listen(ada, '', { 'last-event-id': first.lastId() })
    await until(() => back.kinds.length === 4)
    await say({ kind: 'incident.closed', incident: id })
    await until(() => back.kinds.length === 5)
    assert.deepEqual(back.kinds.slice(3), ['post-mortem.published', 'incident.closed'])
    const chosen = await listen(ada, `?after=${first.lastId()}&kinds=post-mortem`)
    await until(() => chosen.kinds.join() === 'post-mortem.published')
    for (const heard of [second, back, chosen]) heard.close()
  })

  test('a private incident is heard of by those named on it only, and a change of that holds on open streams', async () => {
    const [administrator, ada] = [await server.person('administrator'), await server.person('member')]
    const { pool } = server.house.db
    const id = await incident(true)
    const from = await say({ kind: 'test.begins' })
    const streams = [await listen(administrator, `?after=${from}`), await listen(ada, `?after=${from}`)]
    const [boss, member] = streams as [Heard, Heard]
    await say({ kind: 'incident.changed', incident: id })
    await pool.query('insert into incident_access (incident_id, member_id) values ($1, $2)', [id, ada.id])
    await say({ kind: 'incident.closed', incident: id })
    await say({ kind: 'test.ends' })
    await until(() => boss.kinds.includes('test.ends') && member.kinds.includes('test.ends'))
    assert.deepEqual(boss.kinds, ['test.ends'])
    assert.ok(member.kinds.includes('incident.closed'))
    await pool.query('delete from incident_access where incident_id = $1', [id])
    await say({ kind: 'incident.reopened', incident: id })
    await say({ kind: 'test.over' })
    await until(() => member.kinds.includes('test.over'))
    assert.ok(!member.kinds.includes('incident.reopened'))
    const refused = await fetch(`${url}/v1/events?incident=${id}`, { headers: { authorization: `Bearer ${administrator.token}` } })
    assert.equal(refused.status, 404)
    for (const heard of streams) heard.close()
  })

  test('what is for one member is heard by them alone, and what is for administrators by those', async () => {
    const [administrator, ada] = [await server.person('administrator'), await server.person('member')]
    const from = await say({ kind: 'test.begins' })
    const [boss, member] = [await listen(administrator, `?after=${from}`), await listen(ada, `?after=${from}`)]
    await say({ kind: 'job.changed', member: ada.id })
    await say({ kind: 'webhook.changed' })
    await say({ kind: 'test.ends' })
    await until(() => boss.kinds.includes('test.ends') && member.kinds.includes('test.ends'))
    assert.deepEqual(
      [boss.kinds, member.kinds],
      [
        ['webhook.changed', 'test.ends'],
        ['job.changed', 'test.ends'],
      ],
    )
    for (const heard of [boss, member]) heard.close()
  })

  test('the stream of somebody who is disabled ends, and whoever is nobody gets none', async () => {
    const [administrator, ada] = [await server.person('administrator'), await server.person('member')]
    const heard = await listen(ada)
    assert.equal((await administrator.ask('PATCH', `/v1/members/${ada.id}`, { disabled: true })).status, 200)
    await until(() => !heard.open())
    assert.ok(!heard.kinds.includes('member.changed'))
    assert.equal((await fetch(`${url}/v1/events`)).status, 401)
  })

  test('whoever comes back after too long, or with an id of another database, is told to read everything anew', async () => {
    const ada = await server.person('member')
    const lost = await listen(ada, '', { 'last-event-id': '999999999' })
    await until(() => lost.kinds.join() === 'reset')
    await say({ kind: 'test.begins' })
    await until(() => lost.kinds.join() === 'reset,test.begins')
    lost.close()
  })

  test('two hundred streams hear a burst in order, over one follower', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => server.person('member')))
    const streams = await Promise.all(Array.from({ length: 200 }, (_, at) => listen(people[at % 5]!)))
    for (let count = 0; count < 20; count++) await say({ kind: `burst.${count}` })
    await until(() => streams.every(({ kinds }) => kinds.length >= 20))
    for (const { kinds } of streams)
      assert.deepEqual(
        kinds,
        Array.from({ length: 20 }, (_, at) => `burst.${at}`),
      )
    const refused = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/v1/events`, { headers: { authorization: `Bearer ${people[0]!.token}` } })))
    assert.ok(refused.some(({ status }) => status === 429))
    for (const answer of refused) await answer.body?.cancel()
    for (const heard of streams) heard.close()
  })
})
