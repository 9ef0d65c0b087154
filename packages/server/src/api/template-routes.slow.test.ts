import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { madeIncident } from '../testing/made-incident.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'

const OWN = `---
id: outage
title: Outage
description: For outages.
for: { severity: [Critical], service: [Web] }
---

# {{ incident.title }}

## What happened

{{ incident.summary }}

## Timeline

::timeline{events=key}
`

suite('templates through the door', () => {
  let server: TestServer
  let ana: TestPerson
  let vic: TestPerson
  const closing: (() => Promise<void>)[] = []
  before(async () => {
    server = await testServer({ after: (close: () => Promise<void>) => void closing.push(close) })
    ana = await server.person('member', 'Ana')
    vic = await server.person('viewer', 'Vic')
  })
  after(async () => {
    for (const close of closing) await close()
  })

  test('ours are there from the start, default first, and cannot be changed', async () => {
    const { items } = (await vic.ask('GET', '/v1/templates')).body
    assert.deepEqual(
      items.filter(({ builtIn }: { builtIn: boolean }) => builtIn).map(({ slug }: { slug: string }) => slug),
      ['default', 'short', 'customer', 'sre'],
    )
    const refused = await ana.ask('PUT', '/v1/templates/default', { text: OWN }, { 'if-match': '"1"' })
    assert.deepEqual([refused.status, refused.body.code], [409, 'built-in'])
    const copy = await ana.ask('POST', '/v1/templates/default/duplicate')
    assert.deepEqual([copy.status, copy.body.builtIn, copy.body.slug], [201, false, 'default-2'])
  })

  test('a change is a new version, an old one stays readable, and a change from an old one is refused', async () => {
    const made = await ana.ask('POST', '/v1/templates', { text: OWN })
    assert.deepEqual([made.status, made.body.slug, made.body.version, made.headers['etag']], [201, 'outage', 1, '"1"'])
    assert.deepEqual(made.body.conditions, { severity: ['Critical'], type: [], service: ['Web'] })
    const next = await ana.ask('PUT', '/v1/templates/outage', { text: OWN.replace('Outage', 'Outages'), note: 'Plural' }, { 'if-match': '"1"' })
    assert.deepEqual([next.status, next.body.version, next.body.title], [200, 2, 'Outages'])
    const late = await ana.ask('PUT', '/v1/templates/outage', { text: OWN }, { 'if-match': '"1"' })
    assert.deepEqual([late.status, late.body.current], [412, { version: 2 }])
    assert.equal((await ana.ask('PUT', '/v1/templates/outage', { text: OWN })).status, 428)
    assert.match((await vic.ask('GET', '/v1/templates/outage?version=1')).body.text, /title: Outage\n/)
    const { items } = (await vic.ask('GET', '/v1/templates/outage/versions')).body
    assert.deepEqual(
      items.map(({ version, note, by }: { version: number; note: string; by: string }) => [version, note, by]),
      [
        [2, 'Plural', ana.id],
        [1, null, ana.id],
      ],
    )
  })

  test('viewers read templates and change none', async () => {
    assert.equal((await vic.ask('POST', '/v1/templates', { text: OWN })).status, 403)
    assert.equal((await vic.ask('POST', '/v1/templates/default/duplicate')).status, 403)
    assert.equal((await vic.ask('PATCH', '/v1/templates/default', { archived: true })).status, 403)
  })

  test('an unknown name is said with line and column, and is not saved', async () => {
    const text = '# Title\n\n{{ incident.sevrity }}\n'
    const { problems } = (await vic.ask('POST', '/v1/templates/check', { text })).body
    assert.deepEqual([problems[0].place.line, problems[0].weight], [3, 'error'])
    const refused = await ana.ask('POST', '/v1/templates', { text })
    assert.deepEqual([refused.status, refused.body.code], [422, 'template-errors'])
    assert.match(refused.body.errors[0].path, /^text:3:\d+$/)
  })

  test('the template whose conditions hold is suggested first, and not for other incidents', async () => {
    const fits = (await vic.ask('GET', `/v1/incidents/${await madeIncident(server.house)}/templates`)).body.items
    assert.deepEqual([fits[0].template.slug, fits[0].fits], ['outage', true])
    const other = (await vic.ask('GET', `/v1/incidents/${await madeIncident(server.house, { severity: 'Minor' })}/templates`)).body.items
    assert.notEqual(other[0].template.slug, 'outage')
    assert.match(other.at(-1).reason, /Critical/)
  })

  test('a preview fills a template or a text, keeps nothing, and is absent for a private incident of others', async () => {
    const incident = await madeIncident(server.house, { title: '# PWNED <img src=x onerror=alert(1)>' })
    const made = (await vic.ask('POST', `/v1/incidents/${incident}/template-preview`, { template: 'default' })).body
    assert.equal(made.document.title, '# PWNED <img src=x onerror=alert(1)>')
    assert.match(made.markdown, /Worker 0 was restarted/)
    const page = await vic.ask('POST', `/v1/incidents/${incident}/template-preview?format=html`, { text: OWN })
    assert.match(page.text, /&lt;img src=x/)
    assert.doesNotMatch(page.text, /<img src=x/)
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'; style-src 'sha256-/)
    const secret = await madeIncident(server.house, { private: true, named: [vic.id] })
    assert.equal((await vic.ask('POST', `/v1/incidents/${secret}/template-preview`, { template: 'default' })).status, 200)
    assert.equal((await ana.ask('POST', `/v1/incidents/${secret}/template-preview`, { template: 'default' })).status, 404)
  })

  test('a blank document comes as Word and as Markdown, with its guidance', async () => {
    const word = await vic.ask('GET', '/v1/templates/default/blank.docx')
    assert.match(String(word.headers['content-type']), /wordprocessingml/)
    assert.match(String(word.headers['content-disposition']), /^attachment; filename="default\.docx"/)
    assert.ok(word.text.startsWith('PK'))
    assert.match((await vic.ask('GET', '/v1/templates/short/blank.md')).text, /^---\n/)
    assert.equal((await vic.ask('GET', '/v1/templates/short/blank.exe')).status, 404)
  })

  test('an archived template is offered no more, and comes back', async () => {
    assert.equal((await ana.ask('PATCH', '/v1/templates/outage', { archived: true })).body.archived, true)
    const offered = async (query = ''): Promise<string[]> =>
      (await vic.ask('GET', `/v1/templates${query}`)).body.items.map(({ slug }: { slug: string }) => slug)
    assert.ok(!(await offered()).includes('outage'))
    assert.ok((await offered('?archived=true')).includes('outage'))
    await ana.ask('PATCH', '/v1/templates/outage', { archived: false })
    assert.ok((await offered()).includes('outage'))
  })
})
