import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { changeFacts, madeIncident } from '../testing/made-incident.ts'
import { mailbox, type Mailbox } from '../testing/mailbox.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

suite('writing, reviewing and publishing through the door', () => {
  let server: TestServer
  let box: Mailbox
  let ana: TestPerson
  let ben: TestPerson
  let vic: TestPerson
  const closing: (() => Promise<void>)[] = []
  before(async () => {
    const context = { after: (close: () => Promise<void>) => void closing.push(close) }
    box = await mailbox(context)
    server = await testServer(context, { smtpUrl: box.url })
    ana = await server.person('member', 'Ana')
    ben = await server.person('member', 'Ben')
    vic = await server.person('viewer', 'Vic')
  })
  after(async () => {
    for (const close of closing.toReversed()) await close()
  })

  const create = async (of: Parameters<typeof madeIncident>[1] = {}): Promise<{ id: string; incident: string; url: string }> => {
    const incident = await madeIncident(server.house, of)
    const { body } = await ana.ask('POST', `/v1/incidents/${incident}/post-mortems`, { template: 'default' })
    return { id: body.id, incident, url: `/v1/post-mortems/${body.id}` }
  }
  const from = (revision: number | '*'): Record<string, string> => ({ 'if-match': revision === '*' ? '*' : `"${revision}"` })

  test('a section is replaced by its id, and progress follows', async () => {
    const { url } = await create()
    const toWrite = (await ana.ask('GET', url)).body.progress.toWrite
    const edit = await ana.ask('PUT', `${url}/sections/mitigators`, { markdown: '- The **cache** kept 40% of reads alive.' }, from(1))
    assert.equal(edit.status, 200, edit.text)
    assert.deepEqual([edit.body.section.state, edit.body.revision, edit.headers['etag']], ['written', 2, '"2"'])
    const read = (await vic.ask('GET', url)).body
    assert.equal(read.progress.toWrite, toWrite - 1)
    const source = (await vic.ask('GET', `${url}?format=source`)).text
    assert.match(source, /## Mitigators\n\n- The \*\*cache\*\* kept 40% of reads alive\.\n\n## Learnings/)
    assert.equal((await ana.ask('PUT', `${url}/sections/nothing`, { markdown: 'x' }, from(2))).status, 404)
    assert.equal((await vic.ask('PUT', `${url}/sections/mitigators`, { markdown: 'x' }, from(2))).status, 403)
  })

  test('of two who edit the same revision one is told that it changed; with * both sections are kept', async () => {
    const { url } = await create()
    const both = await Promise.all([ana, ben].map((person) => person.ask('PUT', `${url}/sections/contributors`, { markdown: 'x' }, from(1))))
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 412],
    )
    const late = both.find(({ status }) => status === 412)
    assert.deepEqual([late?.body.code, late?.body.current.revision], ['changed-meanwhile', 2])
    assert.equal((await ana.ask('PUT', `${url}/sections/contributors`, { markdown: 'x' })).status, 428)
    const parallel = await Promise.all(
      ['contributors', 'mitigators', 'incident-summary'].map((section) =>
        ana.ask('PUT', `${url}/sections/${section}`, { markdown: `Words of ${section}.` }, from('*')),
      ),
    )
    assert.deepEqual(
      parallel.map(({ status }) => status),
      [200, 200, 200],
    )
    const source = (await ana.ask('GET', `${url}?format=source`)).text
    for (const section of ['contributors', 'mitigators', 'incident-summary']) assert.match(source, new RegExp(`Words of ${section}\\.`))
  })

  test('a refill shows the difference first, and keeps what people wrote', async () => {
    const { url, incident } = await create()
    await ana.ask('PUT', `${url}/sections/contributors`, { markdown: 'Worker 0 was restarted by hand.' }, from(1))
    await changeFacts(server.house, incident, 'Worker 0 was replaced')
    const preview = (await ana.ask('POST', `${url}/refill?preview=true`)).body
    assert.equal(preview.applied, false)
    assert.ok(preview.changes.some(({ block }: { block: string }) => block === 'timeline'))
    const changed = preview.difference.filter(({ kind }: { kind: string }) => kind === 'added').flatMap(({ lines }: { lines: string[] }) => lines)
    assert.match(changed.join('\n'), /Worker 0 was replaced/)
    assert.equal((await ana.ask('GET', url)).body.revision, 2)
    const applied = await ana.ask('POST', `${url}/refill`, undefined, from(2))
    assert.deepEqual([applied.status, applied.body.applied, applied.body.revision], [200, true, 3])
    const source = (await ana.ask('GET', `${url}?format=source`)).text
    assert.match(source, /Worker 0 was replaced/)
    assert.match(source, /Worker 0 was restarted by hand\./)
    assert.equal((await ana.ask('GET', url)).body.factsChanged, false)
  })

  test('the whole text goes out as our Markdown and comes back the same; a block that lost its attributes can still be filled', async () => {
    const { url, incident } = await create()
    const source = (await ana.ask('GET', `${url}?format=source`)).text
    const same = await ana.ask('PUT', url, { markdown: source }, from(1))
    assert.equal(same.status, 200, same.text)
    assert.equal((await ana.ask('GET', `${url}?format=source`)).text, source)
    const bare = source.replace(/:::timeline\{[^}]*\}/, ':::timeline')
    assert.notEqual(bare, source)
    await ana.ask('PUT', url, { markdown: bare, title: 'Another title' }, from(2))
    await changeFacts(server.house, incident, 'Worker 0 was replaced')
    const read = await ana.ask('GET', url)
    assert.equal(read.body.title, 'Another title')
    assert.match(read.text, /Worker 0 was replaced/)
  })

  test('hostile Markdown and hostile trees become a document, or words', async () => {
    const { url } = await create()
    const hostile = '<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](data:text/html,z) <img src=x onerror=alert(1)>'
    const edit = await ana.ask('PUT', `${url}/sections/contributors`, { markdown: hostile }, from(1))
    assert.ok(edit.body.problems.length > 0)
    const children = [
      { type: 'html', value: '<script>alert(2)</script>' },
      { type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(3)', children: [{ type: 'text', value: 'here' }] }] },
      { type: 'nonsense', children: [{ type: 'text', value: 'kept' }] },
    ]
    for (const wrong of [null, { type: 'paragraph', children: 'no' }, { type: 'text', value: 7 }])
      assert.equal((await ana.ask('PUT', url, { tree: { type: 'root', children: [...children, wrong] } }, from(2))).body.code, 'not-a-tree')
    const tree = await ana.ask('PUT', url, { tree: { type: 'root', children } }, from(2))
    assert.equal(tree.status, 200, tree.text)
    const html = (await vic.ask('GET', `${url}?format=html`)).text
    assert.doesNotMatch(html, /<script|<img|javascript:/i)
  })

  test('lint says what blames, with its place', async () => {
    const { url } = await create()
    await ana.ask('PUT', `${url}/sections/contributors`, { markdown: 'Chris forgot to test the migration.' }, from(1))
    const { findings } = (await vic.ask('GET', `${url}/lint`)).body
    const blame = findings.find(({ rule }: { rule: string }) => rule === 'blame')
    const line = (await vic.ask('GET', `${url}?format=source`)).text.split('\n')[blame.place.line - 1]
    assert.match(line ?? '', /Chris forgot/)
  })

  test('reviewers are asked by mail, approve, and only then is it published; what is published stays as it is', async () => {
    const { url, incident } = await create({ title: 'Reviewed' })
    const asked = await ana.ask('POST', `${url}/review`, { reviewers: [ben.id, vic.id], note: 'Is the graph right?' }, from(1))
    assert.deepEqual([asked.status, asked.body.postMortem.status, asked.body.reviews.length], [200, 'in-review', 2], asked.text)
    const letters = [await box.next(), await box.next()].join('\n')
    assert.match(letters, /Ana asks you to review/)
    assert.equal(letters.match(/Is the graph right\?/g)?.length, 2)
    assert.deepEqual(
      asked.body.reviews.map(({ note }: { note: string }) => note),
      ['Is the graph right?', 'Is the graph right?'],
    )
    assert.match(letters, /\/post-mortems\//)
    const early = await ana.ask('POST', `${url}/publish`, {}, from(2))
    assert.deepEqual([early.status, early.body.code], [409, 'not-approved'])
    assert.match(early.body.detail, /Ben, Vic/)
    assert.equal((await ana.ask('PUT', `${url}/review`, { state: 'approved' })).status, 403)
    await ben.ask('PUT', `${url}/review`, { state: 'changes-requested', note: 'Say more of the cache.' })
    assert.match(await box.next(), /Ben asks for changes to[^]*Say more of the cache\./)
    assert.equal((await ana.ask('POST', `${url}/publish`, {}, from(2))).status, 409)
    await ana.ask('PUT', `${url}/sections/mitigators`, { markdown: 'The cache.' }, from(2))
    await ben.ask('PUT', `${url}/review`, { state: 'approved' })
    const approved = await vic.ask('PUT', `${url}/review`, { state: 'approved' })
    assert.equal(approved.status, 200)
    assert.equal((await vic.ask('POST', `${url}/publish`, {}, from(3))).status, 403)
    await changeFacts(server.house, incident, 'Worker 0 was replaced in time')
    const done = await ana.ask('POST', `${url}/publish`, { note: 'Ready' }, from(3))
    assert.deepEqual([done.status, done.body.postMortem.status], [200, 'published'], done.text)
    await changeFacts(server.house, incident, 'Worker 0 was rewritten later')
    const text = (await vic.ask('GET', `${url}?format=source`)).text
    assert.match(text, /replaced in time/)
    assert.doesNotMatch(text, /rewritten later/)
    for (const answer of [
      await ana.ask('PUT', `${url}/sections/mitigators`, { markdown: 'x' }, from('*')),
      await ana.ask('PUT', url, { title: 'x' }, from('*')),
      await ana.ask('POST', `${url}/refill`, undefined, from('*')),
    ])
      assert.deepEqual([answer.status, answer.body.code], [409, 'published'])
    const again = await ana.ask('POST', `${url}/reopen`, { note: 'The graph was wrong.' })
    assert.deepEqual([again.body.postMortem.status, again.body.reviews], ['draft', []])
    assert.match((await vic.ask('GET', `${url}?format=source`)).text, /rewritten later/)
    const deeds = await server.house.db.sql.selectFrom('audit').select(['action', 'after']).where('incident_id', '=', incident).orderBy('id').execute()
    assert.deepEqual(
      deeds.map(({ action }) => action.replace('post-mortem.', '')),
      ['create', 'request-review', 'review', 'write', 'review', 'review', 'publish', 'reopen'],
    )
    assert.match(JSON.stringify(deeds.at(-1)?.after), /The graph was wrong/)
    const { items } = (await vic.ask('GET', `${url}/versions`)).body
    assert.deepEqual(
      items.filter(({ reason }: { reason: string }) => reason === 'status').map(({ status, note }: { status: string; note: string }) => [status, note]),
      [
        ['draft', 'The graph was wrong.'],
        ['published', 'Ready'],
        ['in-review', 'Is the graph right?'],
      ],
    )
  })

  test('who may not see a private incident cannot be asked', async () => {
    const { url } = await create({ private: true, named: [ana.id, ben.id] })
    assert.equal((await ana.ask('POST', `${url}/review`, { reviewers: [vic.id] })).status, 422)
    const asked = await ana.ask('POST', `${url}/review`, { reviewers: [ben.id], note: 'Is the orders-db graph right?' })
    assert.equal(asked.status, 200)
    for (let letter = ''; !/a private post-mortem/.test(letter);) {
      letter = await box.next()
      assert.doesNotMatch(letter, /Poison pill|orders-db/)
    }
    assert.equal((await vic.ask('GET', `${url}/review`)).status, 404)
  })

  test('versions say who and when, are compared, and come back as new ones', async () => {
    const { url } = await create()
    await ana.ask('PUT', `${url}/sections/contributors`, { markdown: 'One.', note: 'First words' }, from(1))
    await ben.ask('PUT', `${url}/sections/contributors`, { markdown: 'Two.' }, from(2))
    const { items } = (await vic.ask('GET', `${url}/versions`)).body
    assert.deepEqual(
      items.map(({ version, note, by }: { version: number; note: string; by: { name: string } }) => [version, note, by.name]),
      [
        [3, null, 'Ben'],
        [2, 'First words', 'Ana'],
        [1, null, 'Ana'],
      ],
    )
    const page = (await vic.ask('GET', `${url}/versions?limit=2`)).body
    assert.deepEqual((await vic.ask('GET', `${url}/versions?limit=2&after=${page.next}`)).body.items.length, 1)
    const { difference } = (await vic.ask('GET', `${url}/versions/2/difference?to=3`)).body
    assert.deepEqual(
      difference.filter(({ kind }: { kind: string }) => kind !== 'same'),
      [
        { kind: 'removed', lines: ['One.'] },
        { kind: 'added', lines: ['Two.'] },
      ],
    )
    const back = await ana.ask('POST', `${url}/versions/2/restore`, undefined, from(3))
    assert.equal(back.body.revision, 4)
    assert.match((await vic.ask('GET', `${url}?format=source`)).text, /One\./)
    assert.equal((await vic.ask('POST', `${url}/versions/2/restore`, undefined, from(4))).status, 403)
    assert.equal((await ana.ask('GET', `${url}/versions/99`)).status, 404)
  })

  test('what sections say is found across incidents', async () => {
    const { id, url } = await create()
    await ana.ask('PUT', `${url}/sections/mitigators`, { markdown: '- The circuit breaker held.\n- *To be written.*' }, from(1))
    const rows = await server.house.db.sql.selectFrom('finding').select(['kind', 'text']).where('post_mortem_id', '=', id).execute()
    assert.ok(rows.some(({ kind, text }) => kind === 'mitigator' && text === 'The circuit breaker held.'))
  })
})
