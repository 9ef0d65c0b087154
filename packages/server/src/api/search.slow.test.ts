import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadExample } from '../store/first-start.ts'
import { newId } from '../store/identity.ts'
import { alertBody } from '../testing/records.ts'
import { testServer } from '../testing/server.ts'

interface Hit {
  readonly kind: string
  readonly title: readonly { readonly text: string; readonly match: boolean }[]
  readonly excerpt: readonly { readonly text: string; readonly match: boolean }[]
}

test('the example is one incident, made once, and everything in it is found by its words', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const id = await loadExample(server.house)
  assert.ok(id !== null)
  assert.equal(await loadExample(server.house), null)
  const incident = await ada.ask('GET', `/v1/incidents/${id}`)
  assert.deepEqual([incident.body.facts.title.value, incident.body.facts.severity.value], ['The poison pill', 'Major'])
  assert.ok(incident.body.events > 20 && incident.body.keyEvents > 3, `${incident.body.events} events, ${incident.body.keyEvents} of them key`)
  assert.equal((await ada.ask('GET', `/v1/incidents/${id}/records`)).body.items.length, 7)

  const find = async (q: string, more = ''): Promise<Hit[]> => {
    const answer = await ada.ask('GET', `/v1/search?q=${encodeURIComponent(q)}${more}`)
    assert.equal(answer.status, 200, answer.text)
    return answer.body.items as Hit[]
  }
  const [first] = await find('poison')
  assert.deepEqual(
    [first?.kind, first?.title],
    [
      'incident',
      [
        { text: 'The ', match: false },
        { text: 'poison', match: true },
        { text: ' pill', match: false },
      ],
    ],
  )
  assert.ok((await find('pois')).length > 0, 'a word that is only begun is found')
  assert.equal((await find('"pill poison"')).length, 0, 'a phrase is a phrase')
  assert.equal((await find('poison -pill', '&kind=incident')).length, 0)
  assert.deepEqual(await find('!!'), [])
  assert.equal((await ada.ask('GET', '/v1/search?q=x&kind=nothing')).status, 400)
  const [person] = (await ada.ask('GET', `/v1/incidents/${id}`)).body.facts.people as { name: string; bot: boolean }[]
  assert.ok((await find(person?.name.split(' ')[0] ?? '', '&kind=person')).length > 0)
  const events = await find('crash', '&kind=event')
  assert.ok(events.length > 0 && events.every(({ excerpt }) => excerpt.some(({ match }) => match)), JSON.stringify(events).slice(0, 400))
})

test('markup in a record stays text in what is found, and what is private is not found', async (context) => {
  const server = await testServer(context)
  const ada = await server.person('member', 'Ada')
  const root = await server.person('administrator', 'Root')
  const made = await ada.ask('POST', '/v1/incidents', { title: 'Checkout <img src=x onerror=alert(1)> fails', text: alertBody('Secretive') })
  assert.equal(made.status, 201, made.text)
  const url = `/v1/incidents/${made.body.incident.id}`
  await ada.ask('POST', `${url}/follow-ups`, { text: 'Watch the zebra crossing' })
  const postMortem = newId()
  const document = JSON.stringify({ schemaVersion: 1, title: 'On zebras', template: null, zone: 'UTC', language: 'en', tree: { type: 'root', children: [] } })
  await server.house.db.pool.query(
    `insert into post_mortem (id, incident_id, title, status, document, plain) values ($1, $2, 'On zebras', 'draft', $3, 'The zebra ran into the checkout')`,
    [postMortem, made.body.incident.id, document],
  )
  await server.house.db.pool.query(
    `insert into finding (incident_id, post_mortem_id, position, kind, category, text) values ($1, $2, 0, 'risk', null, 'One zebra knows the way')`,
    [made.body.incident.id, postMortem],
  )
  const other = await ada.ask('POST', '/v1/incidents', { title: 'Checkout fails again' })

  const found = async (who: typeof ada, q: string): Promise<Hit[]> => (await who.ask('GET', `/v1/search?q=${q}`)).body.items as Hit[]
  assert.deepEqual(
    (await found(root, 'zebra')).map(({ kind }) => kind).toSorted((a, b) => a.localeCompare(b)),
    ['finding', 'follow-up', 'post-mortem'],
  )
  const [hit] = await found(root, 'onerror')
  assert.deepEqual(hit?.title.map(({ text }) => text).join(''), 'Checkout <img src=x onerror=alert(1)> fails')
  assert.equal((await root.ask('GET', '/v1/findings?kind=risk')).body.items.length, 1)
  assert.equal((await root.ask('GET', `/v1/incidents/${other.body.incident.id}/similar`)).body.items[0].id, made.body.incident.id)

  assert.equal((await ada.ask('PUT', `${url}/access`, { private: true })).status, 200)
  assert.deepEqual(await found(root, 'zebra'), [])
  assert.deepEqual(await found(root, 'onerror'), [])
  assert.deepEqual((await root.ask('GET', '/v1/findings')).body.items, [])
  assert.deepEqual((await root.ask('GET', '/v1/follow-ups')).body.items, [])
  assert.deepEqual((await root.ask('GET', `/v1/incidents/${other.body.incident.id}/similar`)).body.items, [])
  assert.equal((await found(ada, 'zebra')).length, 3)
  assert.equal((await ada.ask('GET', '/v1/findings')).body.items.length, 1)
})
