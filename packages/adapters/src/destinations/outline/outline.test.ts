import { BlamefreeError, type PageNow, type PageBody, type World, type WorldRequest } from '@blamefree/core'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { missingTestData } from '../../../../../tools/test-data.ts'
import { lowered } from '../markdown/lowered.ts'
import { ASSETS, documentOf, everyConstruct, longTimeline } from '../testing/every-construct.ts'
import { fakeWorld } from '../testing/fake-world.ts'
import { openApiContract } from '../testing/open-api.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { vendorFile } from '../testing/vendor-files.ts'
import { documentId } from './document-id.ts'
import { outline } from './index.ts'
import { LONGEST_TEXT, LONGEST_TITLE, mustFit } from './render.ts'
import { configure } from './settings.ts'
import { ADDRESS, COLLECTION, fakeOutline, KEY, type FakeOutline } from './testing/fake-outline.ts'

const place = outline(lowered)
const SETTINGS = { url: ADDRESS, token: KEY, collection: COLLECTION }
const CONFIG = configure(SETTINGS)
const FOOTER = { url: 'https://b.example/p/1', at: '2026-03-04T10:00:00.000Z' as never, shownAt: '4 Mar 2026, 10:00 UTC', by: 'Noor', version: '3' }
const SPEC = 'specs/vendor/outline.json'
const contract = missingTestData(SPEC) === false ? openApiContract(vendorFile(SPEC), `${ADDRESS}/api`) : null
/** Where files go is no part of the API. */
const isOfApi = ({ url }: WorldRequest): boolean => new URL(url).pathname !== '/api/files.create'
const bodyOf = (markdown: string, title = 'Poison pill'): PageBody => place.render(documentOf(markdown, title), { footer: FOOTER, assets: ASSETS }, CONFIG)
const worldOf = (fake: FakeOutline): World => fakeWorld({ answer: (request) => fake.answer(request) })
const page = (found: unknown): PageNow => {
  assert.ok(typeof found === 'object' && found !== null && 'text' in found, JSON.stringify(found))
  return found as PageNow
}

holdPageToContract({
  destination: place,
  settings: SETTINGS,
  goes: ['deleted', 'trashed', 'archived', 'forbidden'],
  requests: [2, 1, 2],
  check: (request) => (isOfApi(request) ? (contract?.check(request) ?? []) : []),
  fake: fakeOutline,
})

describe('a page for Outline', () => {
  it('is written by requests of Outline\u2019s own file', { skip: missingTestData(SPEC) }, () => assert.notEqual(contract, null))

  it('is the Markdown that somebody looked at', () => {
    const { text } = place.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, mentions: { 'slack:U1': 'u-1' }, evidence: true }, CONFIG)
    assert.equal(`${text}\n`, readFileSync(new URL('golden/page.md', import.meta.url), 'utf8'))
  })

  it('comes apart and together again, with notices whole', () => {
    const { text } = place.render(everyConstruct(), { footer: FOOTER, assets: ASSETS }, CONFIG)
    assert.equal(place.join(place.split(text)), text)
    const blocks = place.split(text)
    assert.ok(
      blocks.some(({ text: piece, section }) => piece.startsWith(':::warning\n**What customers saw**') && piece.endsWith('\n:::') && section === 'Summary'),
    )
    assert.equal(blocks.at(-1)?.kind, 'footer')
  })

  it('reads back as what it was', () => {
    const { tree, problems } = place.readBack(':::tip\nCalm\n\n- a\n:::\n\n```\n:::info\n```\n\n@[Kim](mention://a/user/b) ==said==')
    assert.deepEqual(problems, [])
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ['containerDirective', 'code', 'paragraph'],
    )
    assert.match(JSON.stringify(tree), /"Kim said"/)
  })

  for (const [name, one, other] of [
    ['another list sign', '- a\n  - b', '* a\n  - b'],
    ['the size of an image', '![a](/api/attachments.redirect?id=1)', '![a](/api/attachments.redirect?id=1 " =200x100")'],
    ['another mention of the same', '@[K](mention://1/user/2)', '@[K](mention://3/user/2)'],
    ['needless escapes', 'a\\.b', 'a.b'],
    ['empty lines in a notice', ':::info\na\n:::', ':::info\na\n\n:::'],
  ] as const)
    it(`is not changed by ${name}`, () => assert.equal(place.canonical(one), place.canonical(other)))

  it('has its whole title in the first line where Outline has none so long', () => {
    assert.deepEqual(bodyOf('x', 'x'.repeat(LONGEST_TITLE)).problems, [])
    const { title, text, problems } = bodyOf('x', 'y'.repeat(LONGEST_TITLE + 1))
    assert.equal(title.length, LONGEST_TITLE)
    assert.ok(text.startsWith(`**${'y'.repeat(LONGEST_TITLE + 1)}**`))
    assert.equal(problems[0]?.code, 'outline/title')
  })

  it('is refused above the length that Outline takes', () => {
    mustFit(LONGEST_TEXT - 1)
    mustFit(LONGEST_TEXT)
    assert.throws(() => mustFit(LONGEST_TEXT + 1), { code: 'outline/too-long' })
  })

  it('of 2,000 rows is one request to make', async () => {
    const fake = fakeOutline()
    await place.create(place.render(longTimeline(2000), { footer: FOOTER }, CONFIG), 'pm_1', CONFIG, worldOf(fake))
    assert.deepEqual(fake.requests, ['POST /api/documents.create'])
  })
})

describe('Outline', () => {
  for (const mode of ['put', 'post'] as const)
    it(`gets images (${mode}), once, and shows them under our names`, async () => {
      const fake = fakeOutline()
      fake.rules.mode = mode
      const world = worldOf(fake)
      const body = bodyOf('![A graph](graph.png)')
      const made = await place.create(body, 'pm_1', CONFIG, world)
      assert.match([...fake.documents.values()][0]?.text ?? '', /!\[A graph\]\(\/api\/attachments\.redirect\?id=33333333/)
      assert.deepEqual(
        [...fake.attachments.values()].map(({ sent }) => sent),
        [true],
      )
      assert.equal(place.canonical(made.text), place.canonical(body.text))
      page(await place.write(body, made, CONFIG, world))
      assert.equal(fake.attachments.size, 1)
    })

  it('finds a page by the id that follows from its marker, also after one was thrown away', async () => {
    const fake = fakeOutline()
    const world = worldOf(fake)
    const first = await place.create(bodyOf('One.'), 'pm_1', CONFIG, world)
    assert.equal(first.ref.id, documentId('pm_1'))
    assert.match(first.ref.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    fake.remove?.('trashed')
    const second = await place.create(bodyOf('Two.'), 'pm_1', CONFIG, world)
    assert.equal(second.ref.id, documentId('pm_1', 1))
    assert.equal(page(await place.find('pm_1', CONFIG, world)).ref.id, second.ref.id)
  })

  it('does not write over what somebody changed (409)', async () => {
    const fake = fakeOutline()
    const world = worldOf(fake)
    const made = await place.create(bodyOf('One.'), 'pm_1', CONFIG, world)
    fake.edit((text) => text.replace('One', 'Kim’s one'))
    assert.equal(await place.write(bodyOf('Two.'), made, CONFIG, world), 'stale')
  })

  it('says what is missing, and who can see the collection', async () => {
    const fake = fakeOutline()
    const world = worldOf(fake)
    assert.deepEqual(await place.check(CONFIG, world).then(({ works, where, audience }) => [works, where, audience.level]), [
      true,
      'collection “Incidents”',
      'people',
    ])
    fake.rules.permission = 'read'
    fake.rules.mayWrite = false
    const check = await place.check(configure({ ...SETTINGS, collection: `${ADDRESS}/collection/incidents-hDYep1TPAM/recent`.replace('/recent', '') }), world)
    assert.deepEqual([check.works, check.audience.level], [false, 'company'])
    const wrong = await place.check({ ...CONFIG, token: 'ol_api_another-secret' }, world)
    assert.equal(wrong.works, false)
    assert.ok(!JSON.stringify(wrong).includes('another-secret'))
  })

  it('knows people by their address', async () => {
    assert.deepEqual(await place.people?.(['kim@acme.example', 'x@acme.example'], CONFIG, worldOf(fakeOutline())), { 'kim@acme.example': 'u-1' })
  })
})

describe('settings of Outline', () => {
  for (const [name, part] of [
    ['no address', { url: 'wiki' }],
    ['an address with a password', { url: 'https://a:b@wiki.example' }],
    ['no key', { token: '' }],
    ['no collection', { collection: 'x' }],
    ['a parent that is none', { parent: '!' }],
  ] as const)
    it(`refuse ${name}`, () =>
      assert.throws(
        () => configure({ ...SETTINGS, ...part }),
        (error) => error instanceof BlamefreeError && error.code === 'outline/setting',
      ))
  it('take an address with or without /api', () => assert.equal(configure({ ...SETTINGS, url: 'https://wiki.example/api/' }).url, 'https://wiki.example'))
})
