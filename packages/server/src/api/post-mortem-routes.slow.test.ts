import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { changeFacts, madeIncident } from '../testing/made-incident.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

suite('post-mortems through the door', () => {
  let server: TestServer
  let ana: TestPerson
  let vic: TestPerson
  let root: TestPerson
  const closing: (() => Promise<void>)[] = []
  before(async () => {
    server = await testServer({ after: (close: () => Promise<void>) => void closing.push(close) })
    ana = await server.person('member', 'Ana')
    vic = await server.person('viewer', 'Vic')
    root = await server.person('administrator', 'Root')
  })
  after(async () => {
    for (const close of closing) await close()
  })

  const create = async (of: Parameters<typeof madeIncident>[1] = {}, body: object = {}): Promise<{ id: string; incident: string }> => {
    const incident = await madeIncident(server.house, of)
    const made = await ana.ask('POST', `/v1/incidents/${incident}/post-mortems`, body)
    assert.equal(made.status, 201, made.text)
    return { id: made.body.id, incident }
  }

  test('one is made from the template that fits, with its facts, its author and its version', async () => {
    const incident = await madeIncident(server.house)
    const made = await ana.ask('POST', `/v1/incidents/${incident}/post-mortems`, {})
    assert.equal(made.status, 201)
    assert.equal(made.headers['etag'], '"1"')
    const { status, title, author, template, progress } = made.body
    assert.deepEqual([status, title, author.name, template.slug, template.version], ['draft', 'Poison pill', 'Ana', 'default', 1])
    assert.ok(progress.toWrite >= 4)
    const source = await vic.ask('GET', `/v1/post-mortems/${made.body.id}?format=source`)
    assert.match(source.text, /:::timeline\{/)
    const html = await vic.ask('GET', `/v1/post-mortems/${made.body.id}?format=html`)
    assert.match(html.text, /Worker 2 was restarted/)
    const second = await ana.ask('POST', `/v1/incidents/${incident}/post-mortems`, { template: 'short', title: 'The short of it' })
    assert.deepEqual([second.status, second.body.title], [201, 'The short of it'])
    const { items } = (await vic.ask('GET', `/v1/incidents/${incident}/post-mortems`)).body
    assert.equal(items.length, 2)
  })

  test('viewers make none and delete none; members delete only their own', async () => {
    const { id, incident } = await create()
    const ben = await server.person('member', 'Ben')
    assert.equal((await vic.ask('POST', `/v1/incidents/${incident}/post-mortems`, {})).status, 403)
    assert.equal((await vic.ask('DELETE', `/v1/post-mortems/${id}`)).status, 403)
    assert.equal((await ben.ask('DELETE', `/v1/post-mortems/${id}`)).status, 403)
    assert.equal((await ana.ask('DELETE', `/v1/post-mortems/${id}`)).status, 204)
    assert.equal((await ana.ask('GET', `/v1/post-mortems/${id}`)).status, 404)
  })

  test('a private one exists for the people named on it only, administrators included', async () => {
    const { id, incident } = await create({ title: 'Hush zebra', private: true, named: [ana.id] })
    for (const other of [root, vic]) {
      assert.equal((await other.ask('GET', `/v1/post-mortems/${id}`)).status, 404)
      assert.equal((await other.ask('DELETE', `/v1/post-mortems/${id}`)).status, 404)
      assert.equal((await other.ask('GET', `/v1/incidents/${incident}/post-mortems`)).status, 404)
      assert.deepEqual((await other.ask('GET', '/v1/post-mortems?text=zebra')).body.items, [])
    }
    assert.equal((await ana.ask('GET', '/v1/post-mortems?text=zebra')).body.items.length, 1)
  })

  test('lists are cut into pages that have each once, and narrowed', async () => {
    const made = new Set<string>()
    for (let count = 0; count < 5; count++) made.add((await create({ title: 'Paged walrus', services: ['Paging'] })).id)
    const seen: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: { items: { id: string }[]; next: string | null } = (
        await vic.ask('GET', `/v1/post-mortems?service=Paging&limit=2${next === '' ? '' : `&after=${next}`}`)
      ).body
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    assert.deepEqual(new Set(seen), made)
    assert.equal(seen.length, 5)
    const count = async (query: string): Promise<number> => (await vic.ask('GET', `/v1/post-mortems?${query}&limit=200`)).body.items.length
    assert.equal(await count('text=walrus&status=draft'), 5)
    assert.equal(await count('text=walrus&status=published'), 0)
    assert.equal(await count(`text=walrus&author=${ana.id}&severity=Critical,Minor`), 5)
    assert.equal(await count('text=walrus&severity=Minor'), 0)
    assert.equal(await count('text=walrus&type=no-such-type'), 0)
    assert.equal(await count('text=walrus&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z'), 5)
    assert.equal(await count('text=walrus&to=2000-01-01T00:00:00Z'), 0)
    assert.equal((await vic.ask('GET', '/v1/post-mortems?after=nonsense')).status, 400)
  })

  test('until it is published, what nobody touched shows the facts of now', async () => {
    const { id, incident } = await create()
    await changeFacts(server.house, incident, 'Worker 0 was replaced')
    const read = (await vic.ask('GET', `/v1/post-mortems/${id}`)).body
    assert.match(JSON.stringify(read.document), /Worker 0 was replaced/)
    assert.equal(read.factsChanged, true)
  })

  test('a new follow-up is shown to whoever has the post-mortem already, for follow-ups are counted by themselves', async () => {
    const { id, incident } = await create()
    const before = await vic.ask('GET', `/v1/post-mortems/${id}`)
    const added = await ana.ask('POST', `/v1/incidents/${incident}/follow-ups`, { text: 'Buy larger disks' })
    assert.equal(added.status, 201, added.text)
    const again = await vic.ask('GET', `/v1/post-mortems/${id}`, undefined, { 'if-none-match': String(before.headers['etag']) })
    assert.equal(again.status, 200)
    assert.match(JSON.stringify(again.body.document), /Buy larger disks/)
  })

  test('what is written is announced and logged, without a word of its text', async () => {
    const { id } = await create({ title: 'Xylophone' })
    const rows = await server.house.db.sql.selectFrom('outbox').selectAll().where('post_mortem_id', '=', id).execute()
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['post-mortem.created'],
    )
    assert.doesNotMatch(JSON.stringify(rows), /Xylophone/)
    const deeds = await server.house.db.sql.selectFrom('audit').select('action').where('subject', '=', id).execute()
    assert.deepEqual(deeds, [{ action: 'post-mortem.create' }])
    assert.ok(!server.logged.some((line) => line.includes('Xylophone')))
  })

  test('hostile words in titles and facts reach every format as words', async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)> [x](javascript:alert(1)) ](data:text/html,x)'
    const { id } = await create({ title: hostile, words: () => hostile })
    const html = (await vic.ask('GET', `/v1/post-mortems/${id}?format=html`)).text
    assert.doesNotMatch(html, /<script|<img|href="(?:javascript|data):/i)
    const deep = await ana.ask('GET', `/v1/post-mortems/${id}`)
    assert.equal(deep.body.title, hostile)
  })
})
