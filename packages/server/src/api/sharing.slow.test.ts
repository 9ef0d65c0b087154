import { strToU8, unzipSync, zipSync } from 'fflate'
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { reminderJob } from '../jobs/reminder-job.ts'
import { newId } from '../store/identity.ts'
import { madeIncident } from '../testing/made-incident.ts'
import { mailbox, type Mailbox } from '../testing/mailbox.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

suite('exports, images, comments and links through the door', () => {
  let server: TestServer
  let box: Mailbox
  let ana: TestPerson
  let ben: TestPerson
  let vic: TestPerson
  let root: TestPerson
  const closing: (() => Promise<void>)[] = []
  before(async () => {
    const context = { after: (close: () => Promise<void>) => void closing.push(close) }
    box = await mailbox(context)
    server = await testServer(context, { smtpUrl: box.url })
    ana = await server.person('member', 'Ana')
    ben = await server.person('member', 'Ben')
    vic = await server.person('viewer', 'Vic')
    root = await server.person('administrator', 'Root')
  })
  after(async () => {
    for (const close of closing.toReversed()) await close()
  })

  const create = async (of: Parameters<typeof madeIncident>[1] = {}): Promise<{ id: string; incident: string; url: string }> => {
    const incident = await madeIncident(server.house, of)
    const { body } = await ana.ask('POST', `/v1/incidents/${incident}/post-mortems`, { template: 'default' })
    return { id: body.id, incident, url: `/v1/post-mortems/${body.id}` }
  }
  const any = { 'if-match': '*' }
  const bytes = async (person: TestPerson, url: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> => {
    const answer = await server.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${person.token}` } })
    return { headers: answer.headers, body: answer.rawPayload }
  }
  const upload = async (
    person: TestPerson,
    method: 'POST' | 'PUT',
    url: string,
    payload: Buffer,
  ): Promise<{ status: number; body: { id: string; mediaType: string; address: string; detail: string } }> => {
    const answer = await server.app.inject({
      method,
      url,
      payload,
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/octet-stream' },
    })
    return { status: answer.statusCode, body: answer.json() }
  }

  test('every format comes as a file, without secrets, and the export is in the log', async () => {
    const { url, incident } = await create({ words: (index) => `Step ${index}: token AKIAIOSFODNN7EXAMPLE was used by Chris Evans` })
    const kinds = [
      ['docx', /wordprocessingml/, 'PK'],
      ['html', /^text\/html/, '<!doctype html>'],
      ['md', /^text\/markdown/, '---\n'],
      ['json', /^application\/json/, '{'],
    ] as const
    for (const [format, type, begins] of kinds) {
      const { headers, body } = await bytes(vic, `${url}/export.${format}`)
      assert.match(String(headers['content-type']), type)
      assert.match(String(headers['content-disposition']), /^attachment; filename="poison-pill\./)
      assert.ok(body.toString('latin1').startsWith(begins), format)
      const words = format === 'docx' ? Buffer.from(unzipSync(body)['word/document.xml'] ?? []).toString() : body.toString()
      assert.match(words, /was used by/)
      assert.doesNotMatch(words, /AKIAIOSFODNN7EXAMPLE/)
    }
    const customer = (await vic.ask('POST', `${url}/exports`, { destination: 'markdown', audience: 'customer' })).text
    assert.match(customer, /audience: customer/)
    assert.doesNotMatch(customer, /Chris Evans|chat\.example/)
    const preview = (await vic.ask('POST', `${url}/exports/preview`, { destination: 'markdown', audience: 'customer' })).body
    assert.ok(preview.taken.some(({ kind }: { kind: string }) => kind === 'name'))
    assert.ok(preview.problems.some(({ code }: { code: string }) => code === 'redact/secret'))
    assert.ok(preview.losses.length > 0)
    assert.equal((await vic.ask('GET', `${url}/export.exe`)).status, 404)
    const deeds = await server.house.db.sql
      .selectFrom('audit')
      .select('after')
      .where('incident_id', '=', incident)
      .where('action', '=', 'post-mortem.export')
      .execute()
    assert.equal(deeds.length, 5)
  })

  test('times are shown in another zone, but not of what is published', async () => {
    const { url } = await create()
    assert.match((await vic.ask('GET', `${url}/export.md?zone=Asia/Tokyo`)).text, /23:39/)
    assert.equal((await vic.ask('GET', `${url}/export.md?zone=Nowhere`)).body.code, 'export/zone')
    await ana.ask('POST', `${url}/publish`, {}, any)
    assert.equal((await vic.ask('GET', `${url}/export.md?zone=Asia/Tokyo`)).status, 422)
  })

  test('a file that is asked for later is made beside the request', async () => {
    const { url } = await create()
    await server.house.jobs.start(server.house)
    const asked = await vic.ask('POST', `${url}/exports`, { destination: 'docx', later: true })
    assert.equal(asked.status, 202)
    const where = String(asked.headers['location'])
    let state = asked.body
    for (let tries = 0; tries < 100 && state.state !== 'done'; tries++) {
      await new Promise((resume) => setTimeout(resume, 100))
      state = (await vic.ask('GET', where)).body
    }
    assert.deepEqual([state.state, state.name], ['done', 'poison-pill.docx'])
    assert.ok((await bytes(vic, `${where}/file`)).body.toString('latin1').startsWith('PK'))
    const other = await create()
    assert.equal((await vic.ask('GET', `${other.url}/exports/${state.id}`)).status, 404)
  })

  test('an image is known by its bytes, shown by documents, and cannot run anything', async () => {
    const { url, incident } = await create()
    const images = `/v1/incidents/${incident}/images`
    const made = await upload(ana, 'POST', `${images}?name=graph.png`, PNG)
    assert.deepEqual([made.status, made.body.mediaType, made.body.address], [201, 'image/png', `images/${made.body.id}`])
    const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    assert.equal((await upload(ana, 'POST', images, hostile)).status, 415)
    assert.equal((await upload(ana, 'POST', images, Buffer.from('<html>'))).status, 415)
    assert.equal((await upload(vic, 'POST', images, PNG)).status, 403)
    const read = await bytes(vic, `${images}/${made.body.id}`)
    assert.deepEqual(read.body, PNG)
    assert.equal(read.headers['x-content-type-options'], 'nosniff')
    assert.match(String(read.headers['content-security-policy']), /sandbox/)
    await ana.ask('PUT', `${url}/sections/contributors`, { markdown: `![The graph](${made.body.address})` }, any)
    assert.match((await vic.ask('GET', `${url}/export.html`)).text, /<img src="data:image\/png;base64,[^"]+" alt="The graph"/)
    const word = unzipSync((await bytes(vic, `${url}/export.docx`)).body)
    assert.ok(Object.keys(word).some((name) => /media\/.*png$/.test(name)))
    assert.equal((await ana.ask('DELETE', `${images}/${made.body.id}`)).status, 204)
    assert.equal((await vic.ask('GET', `${images}/${made.body.id}`)).status, 404)
  })

  test('the company’s look is set by administrators, and refused in a sentence when it is broken', async () => {
    const { url } = await create()
    assert.equal((await upload(ana, 'PUT', '/v1/looks/html?name=acme.css', Buffer.from('h1 { color: teal }'))).status, 403)
    assert.equal((await upload(root, 'PUT', '/v1/looks/html?name=acme.css', Buffer.from('h1 { color: teal }'))).status, 200)
    const page = await vic.ask('GET', `${url}/export.html`)
    assert.match(page.text, /color: teal/)
    assert.doesNotMatch((await vic.ask('GET', `${url}/export.html?look=false`)).text, /color: teal/)
    const broken = await upload(root, 'PUT', '/v1/looks/docx?name=acme.docx', Buffer.from(zipSync({ 'x.txt': strToU8('x') })))
    assert.equal(broken.status, 422)
    assert.match(broken.body.detail, /Cannot use acme\.docx/)
    const empty = await upload(root, 'PUT', '/v1/looks/docx?name=acme.docx', Buffer.alloc(0))
    assert.deepEqual([empty.status, empty.body.detail], [400, 'The file is empty.'])
    const typst = await upload(root, 'PUT', '/v1/looks/pdf?name=acme.typ', Buffer.from('#import "@preview/x:1.0.0"'))
    assert.match(typst.body.detail, /names a Typst package/)
    assert.deepEqual(
      (await vic.ask('GET', '/v1/looks')).body.items.map(({ name }: { name: string }) => name),
      ['acme.css'],
    )
    assert.equal((await root.ask('DELETE', '/v1/looks/html')).status, 204)
  })

  test('viewers comment, reply and settle; everybody edits and deletes only their own', async () => {
    const { url } = await create()
    const said = '<img src=x onerror=alert(1)> [x](javascript:alert(1))'
    const opened = await vic.ask('POST', `${url}/threads`, { text: said, section: 'contributors' })
    assert.equal(opened.status, 201, opened.text)
    const [thread] = opened.body.items
    assert.deepEqual([thread.comments[0].text, thread.comments[0].by.name, thread.place, thread.section], [said, 'Vic', 'document', 'contributors'])
    const replied = await ana.ask('POST', `${url}/threads/${thread.id}/comments`, { text: 'Agreed.', mentions: [ben.id] })
    assert.equal(replied.body.items[0].comments.length, 2)
    const letter = await box.next()
    assert.match(letter, /Ana mentions you in a comment/)
    assert.doesNotMatch(letter, /Agreed/)
    const first = `${url}/comments/${thread.comments[0].id}`
    assert.equal((await ana.ask('PATCH', first, { text: 'x' })).status, 403)
    assert.equal((await root.ask('DELETE', first)).status, 403)
    assert.equal((await vic.ask('PATCH', first, { text: 'Other words' })).body.items[0].comments[0].text, 'Other words')
    const settled = (await ben.ask('PATCH', `${url}/threads/${thread.id}`, { resolved: true })).body.items[0]
    assert.equal(settled.resolvedBy, ben.id)
    assert.equal((await ben.ask('PATCH', `${url}/threads/${thread.id}`, { resolved: false })).body.items[0].resolvedBy, null)
    assert.deepEqual((await vic.ask('DELETE', first)).body.items[0].comments[0].text, '')
    const other = await create()
    assert.equal((await vic.ask('POST', `${other.url}/threads/${thread.id}/comments`, { text: 'x' })).status, 404)
    assert.equal((await vic.ask('POST', `${url}/threads`, { text: '' })).status, 400)
  })

  test('on a private incident nobody else can be mentioned, see comments or be written to', async () => {
    const { url } = await create({ private: true, named: [ana.id, ben.id] })
    assert.equal((await ana.ask('POST', `${url}/threads`, { text: 'x', mentions: [vic.id] })).status, 422)
    const opened = await ana.ask('POST', `${url}/threads`, { text: 'x', mentions: [ben.id] })
    assert.equal(opened.status, 201)
    const letter = await box.next()
    assert.match(letter, /a private post-mortem/)
    assert.doesNotMatch(letter, /Poison pill/)
    for (const path of ['threads', 'share-links', 'versions', 'review', 'sections', 'lint', 'export.md'])
      assert.equal((await root.ask('GET', `${url}/${path}`)).status, 404, path)
    await ana.ask('POST', `${url}/publish`, {}, any)
    assert.equal((await ana.ask('POST', `${url}/share-links`, { audience: 'customer' })).body.code, 'private')
  })

  test('a link shows what was published, as its audience may have it, until it is revoked or the incident is private', async () => {
    const { id, url, incident } = await create({ title: '<script>alert(1)</script>' })
    assert.equal((await ana.ask('POST', `${url}/share-links`, { audience: 'customer' })).body.code, 'not-published')
    await ana.ask('POST', `${url}/publish`, {}, any)
    assert.equal((await vic.ask('POST', `${url}/share-links`, { audience: 'customer' })).status, 403)
    const made = (await ana.ask('POST', `${url}/share-links`, { audience: 'customer', days: 3 })).body
    const path = new URL(made.url).pathname
    const page = await server.app.inject(path)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /&lt;script>alert\(1\)|&lt;script&gt;/)
    assert.doesNotMatch(page.body, /<script|Chris Evans|chat\.example/)
    assert.doesNotMatch(String(page.headers['content-security-policy']), /unsafe/)
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'; style-src 'sha256-/)
    assert.equal(page.headers['x-robots-tag'], 'noindex, nofollow')
    await ana.ask('POST', `${url}/reopen`, { note: 'More to say' })
    await ana.ask('PUT', `${url}/sections/contributors`, { markdown: 'Not for them yet.' }, any)
    assert.doesNotMatch((await server.app.inject(path)).body, /Not for them yet/)
    const { items } = (await ana.ask('GET', `${url}/share-links`)).body
    assert.equal(items.length, 1)
    assert.ok(!JSON.stringify(items).includes('bf_share_'))
    await server.house.db.sql.updateTable('incident').set({ private: true }).where('id', '=', incident).execute()
    assert.equal((await server.app.inject(path)).statusCode, 404)
    await server.house.db.sql.updateTable('incident').set({ private: false }).where('id', '=', incident).execute()
    assert.equal((await ana.ask('DELETE', `${url}/share-links/${made.link.id}`)).status, 204)
    assert.equal((await server.app.inject(path)).json().code, 'no-link')
    const nowhere = await server.app.inject({ url: path, headers: { accept: 'text/html,*/*' } })
    assert.equal(nowhere.statusCode, 404)
    assert.match(nowhere.body, /<h1[^>]*>This link leads nowhere\./)
    const expired = (await ana.ask('POST', `${url}/share-links`, { audience: 'internal' })).body
    await server.house.db.sql.updateTable('share_link').set({ expires_at: '2020-01-01T00:00:00.000Z' }).where('post_mortem_id', '=', id).execute()
    assert.equal((await server.app.inject(new URL(expired.url).pathname)).statusCode, 404)
    assert.ok(!server.logged.some((line) => line.includes('bf_share_')))
  })

  test('owners of what is overdue are reminded once a day, and not of what they may not see', async () => {
    const late = async (incident: string, owner: TestPerson): Promise<void> => {
      await server.house.db.sql
        .insertInto('follow_up')
        .values({
          id: newId(),
          incident_id: incident,
          ref: newId(),
          text: 'Secret words',
          owner_id: owner.id,
          due: '2020-02-03',
          outcome: 'open',
          basis: 'stated',
          origin: '{}',
        })
        .execute()
    }
    const open = await madeIncident(server.house)
    await late(open, ben)
    await late(open, ben)
    await late(await madeIncident(server.house, { private: true, named: [ana.id] }), vic)
    const run = async (): Promise<unknown> => {
      let result: unknown = null
      const job = { id: newId(), data: {}, attempt: 1, last: false, by: null, signal: new AbortController().signal, progress: () => Promise.resolve() }
      await reminderJob.run(server.house, { ...job, finish: async (work) => void (result = await server.house.db.tx(work)) })
      return result
    }
    assert.deepEqual([await run(), await run()], [{ reminded: 1 }, { reminded: 0 }])
    const letter = await box.next()
    assert.match(letter, /2 follow-ups of yours are overdue/)
    assert.doesNotMatch(letter, /Secret words|Poison/)
  })
})
