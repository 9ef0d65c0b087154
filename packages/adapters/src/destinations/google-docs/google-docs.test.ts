import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, PageBody } from '@blamefree/core'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { replyOf } from '../testing/faults.ts'
import { wordPages } from '../docx/pages/word-pages.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { googleDocs } from './index.ts'
import type { GoogleConfig } from './settings.ts'
import { driveFaults, missingDriveContract } from './testing/drive-contract.ts'
import { fakeDrive, type FakeDrive } from './testing/fake-drive.ts'

const google = googleDocs(wordPages)
const MARKER = 'blamefree:7'
const FOLDER = 'https://drive.google.com/drive/folders/folder-of-ops?usp=x'

const worldOf = (fake: FakeDrive): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request) })

const configOf = (fake: FakeDrive): GoogleConfig => google.configure({ serviceAccount: fake.key, folder: FOLDER })
const bodyOf = (document: Document): PageBody => google.render(document, { footer: null, assets: ASSETS }, {} as GoogleConfig)

test(
  'a document is made, found, read, written and brought back from the bin, and Google’s own description knows every request',
  { skip: missingDriveContract },
  async () => {
    const fake = fakeDrive()
    const world = worldOf(fake)
    const config = configOf(fake)
    assert.equal(await google.find(MARKER, config, world), null)
    const page = await google.create(bodyOf(everyConstruct()), MARKER, config, world)
    assert.equal(page.text, bodyOf(everyConstruct()).text)
    assert.equal((await google.find(MARKER, config, world))?.ref.id, page.ref.id)
    const written = await google.write(bodyOf(documentOf('Two.')), page, config, world)
    assert.ok(written !== 'stale' && written.text === 'Two.\n' && written.marker === MARKER && written.ref.url === page.ref.url)
    const file = fake.files.get(page.ref.id)
    assert.ok(file !== undefined)
    file.trashed = true
    const gone = await google.read(page.ref, config, world)
    assert.ok('gone' in gone && gone.gone === 'trashed')
    assert.equal((await google.restore?.(page.ref, config, world))?.text, 'Two.\n')
    assert.equal((await google.check(config, world)).works, true)
    for (const request of world.requests) assert.deepEqual(driveFaults(request), [])
    assert.notDeepEqual(driveFaults({ method: 'GET', url: 'https://www.googleapis.com/drive/v3/files?qq=1' }), [])
    assert.equal(world.requests.filter(({ url }) => url.includes('oauth2')).length, 1)
  },
)

test('what was changed meanwhile is not written over', async () => {
  const fake = fakeDrive()
  const [world, config] = [worldOf(fake), configOf(fake)]
  const page = await google.create(bodyOf(documentOf('One.')), MARKER, config, world)
  const file = fake.files.get(page.ref.id)
  assert.ok(file !== undefined)
  file.version++
  assert.equal(await google.write(bodyOf(documentOf('Two.')), page, config, world), 'stale')
})

test('a new name in Drive and a new title in the text are both a new title', async () => {
  const fake = fakeDrive()
  const [world, config] = [worldOf(fake), configOf(fake)]
  const page = await google.create(bodyOf(documentOf('One.', 'Ours')), MARKER, config, world)
  const file = fake.files.get(page.ref.id)
  assert.ok(file !== undefined)
  file.bytes = wordPages.write({ ...bodyOf(documentOf('One.')), title: 'In the text' }, '', null)
  assert.equal(((await google.read(page.ref, config, world)) as { title: string }).title, 'In the text')
  file.name = 'In Drive'
  assert.equal(((await google.read(page.ref, config, world)) as { title: string }).title, 'In Drive')
})

test('of two documents that were made at once the first stays', async () => {
  const fake = fakeDrive()
  const config = configOf(fake)
  const pages = await Promise.all([1, 2].map(() => google.create(bodyOf(documentOf('One.')), MARKER, config, worldOf(fake))))
  assert.equal(fake.files.size, 1)
  assert.equal(new Set(pages.map(({ ref }) => ref.id)).size, 1)
})

test('a picture that somebody put into the document stays when the rest is written', async () => {
  const fake = fakeDrive()
  const [world, config] = [worldOf(fake), configOf(fake)]
  const page = await google.create(bodyOf(documentOf('One.')), MARKER, config, world)
  const theirs = bodyOf(documentOf('One.\n\n![Graph](graph.png)'))
  const file = fake.files.get(page.ref.id)
  assert.ok(file !== undefined)
  file.bytes = wordPages.write(theirs, '', null)
  const now = await google.read(page.ref, config, world)
  assert.ok(!('gone' in now))
  const written = await google.write({ ...bodyOf(documentOf('x')), text: now.text.replace('One.', 'Two.') }, now, config, world)
  assert.ok(written !== 'stale' && written.text === theirs.text.replace('One.', 'Two.'))
})

test('a quota that is used up waits, though Google says 403 to it', async () => {
  const fake = fakeDrive()
  let refused = 2
  const world = fakeWorld({
    answer(request) {
      if (!request.url.includes('/files?') || refused-- <= 0) return fake.answer(request)
      return replyOf(403, { error: { errors: [{ reason: 'userRateLimitExceeded' }] } })
    },
  })
  assert.equal(await google.find(MARKER, configOf(fake), world), null)
  assert.equal(world.pauses.length, 2)
})

test('the test button says that a service account needs a shared drive, and who sees the folder', async () => {
  const fake = fakeDrive()
  fake.rules.audience = 'domain'
  const fine = await google.check(configOf(fake), worldOf(fake))
  assert.deepEqual([fine.works, fine.where, fine.audience.level], [true, 'folder "Post-mortems"', 'company'])
  fake.rules.shared = false
  const check = await google.check(configOf(fake), worldOf(fake))
  assert.equal(check.works, false)
  assert.match(check.findings.at(-1)?.sentence ?? '', /Choose a folder in a shared drive/)
})

test('an account of one’s own works by its refresh token, and one that ended is said without it', async () => {
  const fake = fakeDrive()
  const own = (refreshToken: string): GoogleConfig => google.configure({ clientId: 'c', clientSecret: 's', refreshToken })
  assert.equal((await google.check(own('good'), worldOf(fake))).works, true)
  await assert.rejects(
    google.find(MARKER, own('ended-token'), worldOf(fake)),
    (error: Error) => !error.message.includes('ended-token') && 'code' in error && error.code === 'google-docs/unauthorised',
  )
})

test('settings that are wrong are named, and a key that cannot be read is never shown', async () => {
  const key = JSON.stringify({ client_email: 'a@b.example', private_key: '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n' })
  for (const settings of [
    {},
    { serviceAccount: '{', folder: FOLDER },
    { serviceAccount: '{}', folder: FOLDER },
    { serviceAccount: key },
    { serviceAccount: key, folder: 'x' },
  ])
    assert.throws(() => google.configure(settings), { code: 'google-docs/settings' })
  const config = google.configure({ serviceAccount: key, folder: FOLDER })
  await assert.rejects(
    google.find(MARKER, config, worldOf(fakeDrive())),
    (error: Error) => !error.message.includes('c2VjcmV0') && 'code' in error && error.code === 'google-docs/settings',
  )
})
