import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, PageBody } from '@blamefree/core'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { wordPages } from '../docx/pages/word-pages.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { fileName } from './drive-item.ts'
import { sharePoint } from './index.ts'
import type { SharePointConfig } from './settings.ts'
import { fakeGraph, type FakeGraph } from './testing/fake-graph.ts'
import { LARGEST_SIMPLE } from './upload.ts'

const place = sharePoint(wordPages)
const MARKER = 'blamefree:7'
const SETTINGS = {
  tenant: 'contoso.onmicrosoft.com',
  clientId: 'app',
  clientSecret: 'good',
  site: 'https://contoso.sharepoint.com/sites/ops/',
  folder: '/Post-mortems/',
}
const newConfig = (more = {}): SharePointConfig => place.configure({ ...SETTINGS, ...more })
const bodyOf = (document: Document): PageBody => place.render(document, { footer: null, assets: ASSETS }, newConfig())

const worldOf = (fake: FakeGraph): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request) })

test('a file is made, found, read and written, an update in one request', async () => {
  const fake = fakeGraph()
  const [world, config] = [worldOf(fake), newConfig()]
  assert.equal(await place.find(MARKER, config, world), null)
  const page = await place.create(bodyOf(everyConstruct()), MARKER, config, world)
  assert.match(page.where ?? '', /^folder "Post-mortems", file "Poison pill b the app b its queue \([0-9a-f]{8}\)\.docx"$/)
  const found = await place.find(MARKER, config, world)
  assert.ok(found !== null && found.ref.id === page.ref.id && found.text === bodyOf(everyConstruct()).text && found.title === everyConstruct().title)
  const before = world.requests.length
  const written = await place.write(bodyOf(documentOf('Two.')), page, config, world)
  assert.ok(written !== 'stale' && written.text === 'Two.\n' && written.marker === MARKER && written.version !== page.version)
  assert.deepEqual(
    world.requests.slice(before).map(({ method, headers }) => [method, headers?.['if-match']]),
    [['PUT', page.version]],
  )
  const read = await place.read(page.ref, config, world)
  assert.ok(!('gone' in read) && read.version === written.version && read.text === 'Two.\n')
})

test('a file that was changed meanwhile is stale, one that is open is said so, and one that is gone too', async () => {
  const fake = fakeGraph()
  const [world, config] = [worldOf(fake), newConfig()]
  const page = await place.create(bodyOf(documentOf('One.')), MARKER, config, world)
  const item = fake.items.get(page.ref.id)
  assert.ok(item !== undefined)
  item.version++
  assert.equal(await place.write(bodyOf(documentOf('Two.')), page, config, world), 'stale')
  fake.rules.locked = true
  await assert.rejects(place.write(bodyOf(documentOf('Two.')), page, config, world), { code: 'sharepoint/locked' })
  fake.items.clear()
  const gone = await place.read(page.ref, config, world)
  assert.ok('gone' in gone && gone.gone === 'deleted')
})

test('of two files that are made at once one is there, and a file of that name that is not ours is left alone', async () => {
  const fake = fakeGraph()
  const pages = await Promise.all([1, 2].map(() => place.create(bodyOf(documentOf('One.')), MARKER, newConfig(), worldOf(fake))))
  assert.equal(fake.items.size, 1)
  assert.equal(new Set(pages.map(({ ref }) => ref.id)).size, 1)
  const [item] = fake.items.values()
  assert.ok(item !== undefined)
  item.bytes = wordPages.write(bodyOf(documentOf('Theirs.')), 'another', null)
  await assert.rejects(place.create(bodyOf(documentOf('One.')), MARKER, newConfig(), worldOf(fake)), { code: 'sharepoint/name-taken' })
})

test('a file above 4 MB goes up in pieces, new and over an old one, and the address that lets us in gets no token', async () => {
  const fake = fakeGraph()
  const [world, config] = [worldOf(fake), newConfig()]
  const noise = Uint8Array.from({ length: LARGEST_SIMPLE + 1000 }, (_, index) => (Math.imul(index, 2_654_435_761) >>> 13) & 255)
  const png = Uint8Array.from(ASSETS['graph.png']?.bytes ?? [])
  const bytes = new Uint8Array(png.byteLength + noise.byteLength)
  bytes.set(png)
  bytes.set(noise, png.byteLength)
  const body = place.render(documentOf('![Graph](graph.png)'), { footer: null, assets: { 'graph.png': { mediaType: 'image/png', bytes } } }, config)
  const page = await place.create(body, MARKER, config, world)
  assert.ok((fake.items.get(page.ref.id)?.bytes.byteLength ?? 0) > LARGEST_SIMPLE)
  const written = await place.write(body, page, config, world)
  assert.ok(written !== 'stale' && written.text === body.text)
  fake.rules.locked = true
  await assert.rejects(place.write(body, written, config, world), { code: 'sharepoint/locked' })
})

test('a folder of many files is looked through page by page', async () => {
  const fake = fakeGraph()
  const [world, config] = [worldOf(fake), newConfig()]
  fake.rules.pageSize = 1
  await place.create(bodyOf(documentOf('Other.')), 'blamefree:8', config, world)
  const page = await place.create(bodyOf(documentOf('One.')), MARKER, config, world)
  assert.equal((await place.find(MARKER, config, world))?.ref.id, page.ref.id)
})

test('the test button says who sees the folder, and what a wrong secret is', async () => {
  const fake = fakeGraph()
  const check = await place.check(newConfig(), worldOf(fake))
  assert.deepEqual([check.works, check.audience.level], [true, 'people'])
  assert.match(check.findings.at(-1)?.sentence ?? '', /is made with the first post-mortem/)
  fake.rules.permissions.push({ id: '2', grantedToV2: { siteUser: { loginName: 'c:0-.f|rolemanager|spo-grid-all-users/x' } } })
  assert.equal((await place.check(newConfig(), worldOf(fake))).audience.level, 'company')
  fake.rules.permissions.push({ id: '3', link: { scope: 'anonymous' } })
  assert.equal((await place.check(newConfig(), worldOf(fake))).audience.level, 'public')
  const wrong = await place.check(newConfig({ clientSecret: 'old-secret' }), worldOf(fake))
  assert.match(wrong.findings[0]?.sentence ?? '', /The client secret has ended/)
  assert.ok(!JSON.stringify(wrong).includes('old-secret'))
})

test('a name has what SharePoint allows, and settings that are wrong are named', () => {
  assert.match(fileName('a/b: "c" #1% <x>', MARKER), /^a b c 1 x \([0-9a-f]{8}\)\.docx$/)
  assert.match(fileName('...', MARKER), /^Post-mortem \(/)
  assert.equal(newConfig({ site: 'ops@contoso.com' }).home, 'users/ops%40contoso.com')
  assert.equal(newConfig({ site: 'https://contoso.sharepoint.com' }).home, 'sites/contoso.sharepoint.com')
  for (const wrong of [{ tenant: '' }, { site: 'contoso' }, { folder: 'a/../b' }, { folder: 'a?' }])
    assert.throws(() => newConfig(wrong), { code: 'sharepoint/settings' })
})
