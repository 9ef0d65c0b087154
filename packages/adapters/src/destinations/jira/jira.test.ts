import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText, printMarkdown, type Document, type Instant, type PageNow, type PageOptions, type WorldRequest } from '@blamefree/core'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { ASSETS, documentOf, everyConstruct, longTimeline } from '../testing/every-construct.ts'
import { canonical } from './canonical.ts'
import { jira } from './index.ts'
import { LONGEST_DESCRIPTION } from './shorten.ts'
import { fakeJira, type FakeJira } from './testing/fake-jira.ts'

const CONFIG = jira.configure({ site: 'https://a.atlassian.net/', email: 'bot@example.com', token: 'secret', project: 'ops' })
const FOOTER = { url: 'https://pm.example.com/7', at: '2026-03-04T09:00:00.000Z' as Instant, shownAt: 'March 4, 2026', by: 'Noor', version: '3' }
const MARKER = 'blamefree:7'

const worldOf = (fake: FakeJira): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request) })

const render = (document: Document, options: Partial<PageOptions> = {}): ReturnType<typeof jira.render> =>
  jira.render(document, { footer: FOOTER, ...options }, CONFIG)
const paths = (sent: readonly WorldRequest[]): string[] => sent.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/rest/api/3', '')}`)

test('an issue is made with its marker in one request, found by it, and written in two', async () => {
  const fake = fakeJira()
  const world = worldOf(fake)
  assert.equal(await jira.find(MARKER, CONFIG, world), null)
  const page = await jira.create(render(documentOf('## A\n\nOne.')), MARKER, CONFIG, world)
  assert.equal(page.marker, MARKER)
  assert.equal(page.ref.url, `https://a.atlassian.net/browse/${page.ref.extra?.['key']}`)
  assert.equal((await jira.find(MARKER, CONFIG, world))?.ref.id, page.ref.id)
  const before = world.requests.length
  const written = await jira.write(render(documentOf('## A\n\nTwo.')), page, CONFIG, world)
  assert.ok(written !== 'stale' && written.text.includes('Two.') && written.marker === MARKER)
  assert.deepEqual(paths(world.requests.slice(before)), [`GET /issue/${page.ref.id}`, `PUT /issue/${page.ref.id}`])
})

test('an issue that was changed meanwhile is not written over, and a comment or status is no change', async () => {
  const fake = fakeJira()
  const world = worldOf(fake)
  const page = await jira.create(render(documentOf('One.')), MARKER, CONFIG, world)
  const issue = fake.issues.get(page.ref.id)
  assert.ok(issue !== undefined)
  issue.fields['updated'] = '2026-03-05T09:00:00.000+0000'
  const again = await jira.write(render(documentOf('Two.')), page, CONFIG, world)
  assert.ok(again !== 'stale')
  issue.fields['summary'] = 'Renamed'
  assert.equal(await jira.write(render(documentOf('Three.')), again, CONFIG, world), 'stale')
})

const PICTURED = '## Impact\n\n![Graph](graph.png)\n\nWords.'
const described = (fake: FakeJira): string => JSON.stringify([...fake.issues.values()][0]?.fields['description'])

test('an image is attached once, shown from Jira’s media store where it stands by itself, and read back as ours', async () => {
  const fake = fakeJira()
  const world = worldOf(fake)
  const body = render(documentOf(PICTURED), { assets: ASSETS })
  const page = await jira.create(body, MARKER, CONFIG, world)
  const [attachment] = fake.issues.get(page.ref.id)?.attachments ?? []
  assert.deepEqual(paths(world.requests), [
    'POST /issue',
    'POST /search/jql',
    `POST /issue/${page.ref.id}/attachments`,
    `GET /attachment/content/${attachment?.id}`,
    `PUT /issue/${page.ref.id}`,
  ])
  assert.match(described(fake), /"mediaSingle".*"type":"file","id":"0f3a1b2c-[-0-9a-f]+","collection":"issue","alt":"Graph","width":\d+,"height":\d+/)
  assert.ok(
    world.requests.every(({ url }) => new URL(url).host === 'a.atlassian.net'),
    'nothing is sent to where the file is',
  )
  for (const read of [page, await jira.read(page.ref, CONFIG, world), await jira.find(MARKER, CONFIG, world)]) {
    assert.ok(read !== null && 'text' in read)
    assert.deepEqual(
      jira.split(read.text).map(({ text }) => canonical(text)),
      jira.split(body.text).map(({ text }) => canonical(text)),
    )
    assert.equal(read.version, page.version)
  }
  const before = world.requests.length
  const again = await jira.write(render(documentOf(`${PICTURED} More.`), { assets: ASSETS }), page, CONFIG, world)
  assert.ok(again !== 'stale')
  assert.deepEqual(paths(world.requests.slice(before)), [`GET /issue/${page.ref.id}`, `PUT /issue/${page.ref.id}`])
  assert.equal(attachment?.bytes.byteLength, ASSETS['graph.png']?.bytes.byteLength)
  assert.equal(printMarkdown(jira.readBack(jira.split(again.text)[1]?.text ?? '').tree), `![Graph](${attachment?.filename})\n`)
})

test('an image is only named where Jira does not say where it has it, or refuses to show it, and is no change of anybody’s', async () => {
  for (const [media, puts] of [
    ['hidden', 1],
    ['refused', 2],
  ] as const) {
    const fake = fakeJira()
    fake.rules.media = media
    const world = worldOf(fake)
    const body = render(documentOf(PICTURED), { assets: ASSETS })
    const page = await jira.create(body, MARKER, CONFIG, world)
    assert.equal(world.requests.filter(({ method }) => method === 'PUT').length, puts)
    assert.match(described(fake), /Graph \(attached as graph-[0-9a-f]{8}\.png\)/)
    assert.ok(!described(fake).includes('mediaSingle'))
    const found = await jira.find(MARKER, CONFIG, world)
    assert.deepEqual(
      jira.split(found?.text ?? '').map(({ text }) => canonical(text)),
      jira.split(body.text).map(({ text }) => canonical(text)),
    )
    const before = world.requests.length
    assert.notEqual(await jira.write(render(documentOf(`${PICTURED} More.`), { assets: ASSETS }), page, CONFIG, world), 'stale')
    assert.equal(world.requests.length - before, 2, 'it is not tried again each time')
    assert.match(described(fake), /attached as graph-/)
  }
})

test('an image that was shown stays shown when Jira refuses a new one, and one of other people is nobody’s but theirs', async () => {
  const fake = fakeJira()
  const world = worldOf(fake)
  const page = await jira.create(render(documentOf(PICTURED), { assets: ASSETS }), MARKER, CONFIG, world)
  fake.rules.media = 'hidden'
  const two = { ...ASSETS, 'other.png': { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } }
  const written = await jira.write(render(documentOf(`${PICTURED}\n\n![Other](other.png)`), { assets: two }), page, CONFIG, world)
  assert.ok(written !== 'stale')
  assert.match(described(fake), /mediaSingle.*Words\..*Other \(attached as other-/)
  const theirs = { type: 'mediaSingle', content: [{ type: 'media', attrs: { type: 'file', id: '7b9d2f10-1111-4222-8333-444455556666', collection: 'x' } }] }
  const [issue] = fake.issues.values()
  issue?.attachments.push({ id: '7', filename: 'theirs.png', bytes: new Uint8Array() })
  const text = jira.join([...jira.split(written.text), { text: JSON.stringify(theirs), section: 'Impact' }])
  assert.ok(jira.readBack(text).problems.some(({ message }) => message.includes('an image or file')))
  assert.ok(text.includes('7b9d2f10-1111-4222-8333-444455556666'))
})

test('images among words, in lists and in tables are named there', () => {
  const { text, files, losses } = render(documentOf('See ![Graph](graph.png) here.\n\n- ![Graph](graph.png)\n\n| a |\n| --- |\n| ![Graph](graph.png) |'), {
    assets: ASSETS,
  })
  assert.equal(text.split('attached as graph-').length, 4)
  assert.ok(!text.includes('mediaSingle'))
  assert.deepEqual([files.length, losses.find(({ construct }) => construct === 'image')?.count], [1, 3])
  assert.equal(
    render(documentOf(PICTURED), { assets: ASSETS }).losses.find(({ construct }) => construct === 'image'),
    undefined,
  )
})

test('a description with images leaves room for their ids', () => {
  const empty = render(documentOf(`${PICTURED}\n\ny`), { assets: ASSETS }).text.length - 1 + 36
  assert.ok(render(documentOf(`${PICTURED}\n\n${'y'.repeat(LONGEST_DESCRIPTION - empty)}`), { assets: ASSETS }).text.length < LONGEST_DESCRIPTION)
  assert.throws(() => render(documentOf(`${PICTURED}\n\n${'y'.repeat(LONGEST_DESCRIPTION - empty + 1)}`), { assets: ASSETS }), { code: 'jira/too-long' })
})

test('of two issues that were made at once the first stays, and one that may not be deleted is told', async () => {
  const fake = fakeJira()
  const body = render(documentOf('One.'))
  const pages = await Promise.all([jira.create(body, MARKER, CONFIG, worldOf(fake)), jira.create(body, MARKER, CONFIG, worldOf(fake))])
  assert.equal(fake.issues.size, 1)
  assert.equal(new Set(pages.map(({ ref }) => ref.id)).size, 1)
  fake.rules.mayDelete = false
  await assert.rejects(jira.create(body, MARKER, CONFIG, worldOf(fake)), { code: 'jira/twice' })
})

test('what is gone, and a token that does not hold, are said in sentences', async () => {
  const fake = fakeJira()
  const page = await jira.create(render(documentOf('One.')), MARKER, CONFIG, worldOf(fake))
  fake.issues.delete(page.ref.id)
  const gone = await jira.read(page.ref, CONFIG, worldOf(fake))
  assert.ok('gone' in gone && gone.gone === 'deleted' && gone.sentence.includes('OPS-'))
  const other = { ...CONFIG, token: 'old' }
  await assert.rejects(
    jira.read(page.ref, other, worldOf(fake)),
    (error: Error) => !error.message.includes('old') && 'code' in error && error.code === 'jira/unauthorised',
  )
})

test('the test button names fields that the project asks for, and a project that everybody sees', async () => {
  const fake = fakeJira()
  const fine = await jira.check(CONFIG, worldOf(fake))
  assert.deepEqual([fine.works, fine.where, fine.audience.level], [true, 'project "Operations" (OPS)', 'unknown'])
  fake.rules.required.push('customfield_10050')
  fake.rules.open = true
  const check = await jira.check(CONFIG, worldOf(fake))
  assert.equal(check.works, false)
  assert.ok(check.findings.some(({ sentence }) => sentence.includes('customfield_10050')))
  assert.equal(check.audience.level, 'public')
  const filled = jira.configure({
    site: 'https://a.atlassian.net',
    email: 'bot@example.com',
    token: 'secret',
    project: 'OPS',
    fields: 'customfield_10050 = {"value": "x"}',
  })
  assert.equal((await jira.check(filled, worldOf(fake))).works, true)
})

test('a description fits, one below, at and one above what Jira holds', () => {
  const empty = render(documentOf('x')).text.length - 1
  for (const more of [-1, 0]) assert.equal(render(documentOf('y'.repeat(LONGEST_DESCRIPTION - empty + more))).text.length, LONGEST_DESCRIPTION + more)
  assert.throws(() => render(documentOf('y'.repeat(LONGEST_DESCRIPTION - empty + 1))), { code: 'jira/too-long' })
})

test('a timeline that is too long keeps its ends, says how much is missing with a link, and reports it', () => {
  const body = render(longTimeline(2000))
  assert.ok(body.text.length <= LONGEST_DESCRIPTION && body.text.length > LONGEST_DESCRIPTION - 1000)
  const words = plainText(jira.readBack(body.text).tree)
  assert.match(words, /\d+ of the timeline’s 2000 rows are not shown here; see the post-mortem\./)
  assert.ok(words.includes('(+0mins)') && words.includes('(+1999mins)') && !words.includes('(+1000mins)'))
  const loss = body.losses.find(({ construct }) => construct === 'table')
  assert.match(loss?.message ?? '', /^The timeline shows \d+ of 2000 rows, because the description of an issue holds 32,767 characters/)
})

test('pieces are what the place changes compared without it, rows and items one by one, and the footer is ours', () => {
  const { text } = render(documentOf('## A\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- [ ] do\n'))
  const blocks = jira.split(text)
  assert.deepEqual(
    blocks.map(({ section }) => section),
    ['A', 'A', 'A', 'A', 'A', 'A', 'A'],
  )
  assert.equal(blocks.at(-1)?.kind, 'footer')
  assert.equal(
    canonical('{"type":"taskItem","attrs":{"state":"TODO","localId":"a"}}'),
    canonical('{"attrs":{"localId":"b","state":"TODO"},"type":"taskItem","marks":[]}'),
  )
  assert.notEqual(canonical('{"type":"taskItem","attrs":{"state":"TODO"}}'), canonical('{"type":"taskItem","attrs":{"state":"DONE"}}'))
})

test('what people write in Jira comes back as ours, and what has no counterpart as its words with a problem', () => {
  const nodes = [
    {
      type: 'panel',
      attrs: { panelType: 'warning' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Careful', marks: [{ type: 'strong' }] }] }],
    },
    {
      type: 'taskList',
      attrs: { localId: 'x' },
      content: [{ type: 'taskItem', attrs: { localId: 'y', state: 'DONE' }, content: [{ type: 'text', text: 'Done' }] }],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: 'a', text: '@Noor' } },
        { type: 'text', text: ' on ' },
        { type: 'date', attrs: { timestamp: '1772582400000' } },
      ],
    },
    { type: 'paragraph', content: [{ type: 'status', attrs: { text: 'OPEN', color: 'red' } }] },
  ]
  const { tree, problems } = jira.readBack(JSON.stringify({ type: 'doc', version: 1, content: nodes }))
  assert.equal(printMarkdown(tree), ':::callout{kind=warning}\n**Careful**\n:::\n\n- [x] Done\n\nNoor on 2026-03-04\n\nOPEN\n')
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['The issue has a status that a post-mortem cannot hold; its words were taken over.'],
  )
})

test('people whom Jira knows are mentioned, and a title that is too long is shortened with a word', async () => {
  assert.deepEqual(await jira.people?.(['noor@example.com', 'x@example.com'], CONFIG, worldOf(fakeJira())), { 'noor@example.com': 'acc-noor' })
  const body = render({ ...everyConstruct(), title: 'x'.repeat(256) }, { mentions: { 'slack:U1': 'acc-1' }, evidence: true })
  assert.match(body.text, /"type":"mention","attrs":\{"id":"acc-1","text":"@Chris Evans"\}/)
  assert.equal(body.title.length, 255)
  assert.deepEqual(
    body.problems.map(({ code }) => code),
    ['jira/long-title', 'jira/blockquote'],
  )
  for (const { construct, what } of body.losses) if (construct !== 'image') assert.equal(jira.loses[construct], what)
})

test('a dry run shows the request without the token, and settings that are wrong are named', () => {
  const shown = JSON.stringify(jira.request(render(documentOf('One.')), null, CONFIG))
  assert.ok(shown.includes('/rest/api/3/issue') && !shown.includes('authorization') && !shown.includes('secret'))
  const page: PageNow = { ref: { id: '7', url: '' }, title: '', version: '', text: '', marker: null }
  assert.equal(jira.request(render(documentOf('One.')), page, CONFIG)?.method, 'PUT')
  for (const wrong of [{ site: 'a' }, { project: 'no key' }, { token: '' }, { fields: 'summary = x' }, { fields: 'a b' }])
    assert.throws(() => jira.configure({ site: 'https://a.atlassian.net', email: 'e', token: 't', project: 'OPS', ...wrong }), { code: 'jira/settings' })
})
