import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { recordDeed } from '../store/audit.ts'
import { newId } from '../store/identity.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

describe('what administrators keep', () => {
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

  test('an API key is shown once, does what its scopes say, makes no other keys, and is nobody’s when it is revoked', async () => {
    const ada = await server.person('member', 'Ada')
    const made = await ada.ask('POST', '/v1/api-keys', { name: 'CI', scopes: ['read'] })
    assert.equal(made.status, 201, made.text)
    const { key, apiKey } = made.body
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; code: string }> => {
      const answer = await server.app.inject({ method, url, headers: { authorization: `Bearer ${key}` }, ...(payload === undefined ? {} : { payload }) })
      return { status: answer.statusCode, code: answer.json().code }
    }
    assert.equal((await ask('GET', '/v1/members')).status, 200)
    assert.equal((await ask('POST', '/v1/incidents', { title: 'x' })).status, 403)
    assert.equal((await ask('POST', '/v1/api-keys', { name: 'another', scopes: ['read'] })).code, 'narrow-scope')
    const listed = await ada.ask('GET', '/v1/api-keys')
    assert.ok(!listed.text.includes(key) && listed.text.includes(key.slice(0, 12)))
    assert.ok(listed.body.items.every(({ member }: { member: string }) => member === ada.id))
    const other = await server.person('member')
    assert.equal((await other.ask('DELETE', `/v1/api-keys/${apiKey.id}`)).status, 404)
    assert.ok((await administrator.ask('GET', '/v1/api-keys')).text.includes(apiKey.id))
    assert.equal((await administrator.ask('DELETE', `/v1/api-keys/${apiKey.id}`)).status, 204)
    assert.equal((await ask('GET', '/v1/members')).status, 401)
    const past = await ada.ask('POST', '/v1/api-keys', { name: 'old', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' })
    assert.equal(past.status, 400)
  })

  test('the log says who did what, page by page, without secrets, and hides what is private', async () => {
    const { text } = await administrator.ask('GET', '/v1/audit?limit=200')
    assert.match(text, /"action":"api-key.make"/)
    assert.doesNotMatch(text, /bf_key_/)
    const incident = newId()
    await server.house.db.pool.query(`insert into incident (id, slug, title, happened_at, facts, private) values ($1, 'hidden', 'Hidden', now(), '{}', true)`, [
      incident,
    ])
    await recordDeed(
      server.house.db.sql,
      { via: 'system', memberId: null, name: 'x', role: 'administrator', scopes: ['admin'] },
      { action: 'incident.create', incident },
    )
    const actions = async (query: string): Promise<string[]> =>
      (await administrator.ask('GET', `/v1/audit?${query}`)).body.items.map(({ action }: { action: string }) => action)
    assert.deepEqual(await actions(`incident=${incident}`), [])
    await server.house.db.pool.query('insert into incident_access (incident_id, member_id) values ($1, $2)', [incident, administrator.id])
    assert.deepEqual(await actions(`incident=${incident}`), ['incident.create'])
    const keys = await actions('action=api-key')
    assert.ok(keys.length >= 2 && keys.every((action) => action.startsWith('api-key.')))
    assert.deepEqual(await actions(`since=${encodeURIComponent('2999-01-01T00:00:00Z')}`), [])
    const pages: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { id: number }[]; next: string | null } } = await administrator.ask(
        'GET',
        `/v1/audit?limit=2${next === '' ? '' : `&after=${next}`}`,
      )
      pages.push(...body.items.map(({ id }) => String(id)))
      next = body.next
    }
    assert.equal(new Set(pages).size, pages.length)
    assert.equal((await (await server.person('member')).ask('GET', '/v1/audit')).status, 403)
  })

  test('the configuration is changed from the version that was read, whole or not at all', async () => {
    const read = await administrator.ask('GET', '/v1/configuration')
    assert.deepEqual([read.headers['etag'], read.body.revision, read.body.own], ['"0"', 0, []])
    const change = { severities: [{ id: 'bad', name: 'Bad', aliases: [] }], zone: 'Europe/London' }
    assert.equal((await administrator.ask('PUT', '/v1/configuration', change)).status, 428)
    const written = await administrator.ask('PUT', '/v1/configuration', change, { 'if-match': '"0"' })
    assert.equal(written.status, 200, written.text)
    assert.deepEqual([written.headers['etag'], written.body.own, written.body.configuration.severities[0].id], ['"1"', ['severities', 'zone'], 'bad'])
    assert.ok(written.body.configuration.timestamps.length > 0, 'what is not set holds by default')
    const stale = await administrator.ask('PUT', '/v1/configuration', {}, { 'if-match': '"0"' })
    assert.deepEqual([stale.status, stale.body.current.revision], [412, 1])
    assert.equal((await administrator.ask('GET', '/v1/configuration', undefined, { 'if-none-match': '"1"' })).status, 304)
    const wrong = await administrator.ask('PUT', '/v1/configuration', { zone: 'Mars/Olympus', severity: [], lint: { blame: 'loud' } }, { 'if-match': '*' })
    assert.equal(wrong.status, 422)
    assert.deepEqual(
      wrong.body.errors.map(({ path }: { path: string }) => path),
      ['zone', 'severity', 'lint'],
    )
    assert.equal((await administrator.ask('GET', '/v1/configuration')).body.revision, 1)
    const { items } = (await administrator.ask('GET', '/v1/audit?action=configuration')).body
    assert.deepEqual([items.length, items[0].before, items[0].after.zone], [1, { severities: null, zone: null }, 'Europe/London'])
    const member = await server.person('member')
    assert.deepEqual(
      [(await member.ask('GET', '/v1/configuration')).status, (await member.ask('PUT', '/v1/configuration', {}, { 'if-match': '*' })).status],
      [200, 403],
    )
  })

  test('a secret is kept sealed, under its name only', async () => {
    const { db, secretStore } = server.house
    await db.tx((tx) => secretStore.set(tx, 'jira', 'hunter2', administrator.id))
    await db.tx((tx) => secretStore.set(tx, 'jira', 'hunter3', administrator.id))
    assert.deepEqual([await secretStore.get('jira'), await secretStore.get('github')], ['hunter3', null])
    const { rows } = await db.pool.query<{ sealed: Buffer }>('select sealed from secret')
    assert.ok(!rows.some(({ sealed }) => sealed.includes('hunter')))
    await db.pool.query(`insert into secret (name, sealed) select 'github', sealed from secret`)
    await assert.rejects(secretStore.get('github'), /Cannot read the secret "secret github"/)
    assert.deepEqual([await db.tx((tx) => secretStore.remove(tx, 'jira')), await db.tx((tx) => secretStore.remove(tx, 'jira'))], [true, false])
  })
})
