import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Asset, PageBody, WordPages } from '@blamefree/core'
import { wordPages } from '../docx/pages/word-pages.ts'
import { documentOf } from '../testing/every-construct.ts'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { HTML_503, replyOf, type Faults } from '../testing/faults.ts'
import { pageFaults } from '../testing/page-contract.ts'
import { FAULT_PROMISES } from '../testing/page-promises-faults.ts'
import { googleDocs } from './index.ts'
import type { GoogleConfig } from './settings.ts'
import { driveAsPlace } from './testing/drive-as-place.ts'
import { driveFaults, missingDriveContract } from './testing/drive-contract.ts'
import { fakeDrive, type FakeDrive } from './testing/fake-drive.ts'
import { LARGEST_DOCUMENT, SIZES } from './upload.ts'

const MARKER = 'blamefree:7'
const KIB = 1024
const SETTINGS = { serviceAccount: fakeDrive().key, folder: 'https://drive.google.com/drive/folders/folder-of-ops' }

/** Word files of just so many bytes: what they say is small, behind it stands nothing, and at the end how long it is. */
const sized = (bytes: number): WordPages => ({
  ...wordPages,
  write(...args) {
    const file = wordPages.write(...args)
    const whole = Buffer.alloc(bytes)
    whole.set(file)
    whole.writeUInt32LE(file.byteLength, bytes - 4)
    return new Uint8Array(whole)
  },
  read: (file) => wordPages.read(file.subarray(0, Buffer.from(file).readUInt32LE(file.byteLength - 4))),
})

const configOf = (fake: FakeDrive): GoogleConfig => googleDocs(wordPages).configure({ ...SETTINGS, serviceAccount: fake.key })
const worldOf = (fake: FakeDrive, faults: Faults = {}): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request), faults })
const bodyOf = (text: string): PageBody => wordPages.render(documentOf(text), { footer: null })
const rangesOf = (world: FakeWorld): (string | undefined)[] => world.requests.flatMap(({ headers }) => headers?.['content-range'] ?? [])

test('a file of up to 5 MB goes in one request, a larger one in pieces, and one of more than 10 MB is refused before anything is sent', async () => {
  for (const [size, pieces] of [
    [SIZES.atOnce - 1, 0],
    [SIZES.atOnce, 0],
    [SIZES.atOnce + 1, 2],
    [LARGEST_DOCUMENT - 1, 3],
    [LARGEST_DOCUMENT, 3],
  ] as const) {
    const fake = fakeDrive()
    const world = worldOf(fake)
    const page = await googleDocs(sized(size)).create(bodyOf('One.'), MARKER, configOf(fake), world)
    assert.deepEqual([page.text, rangesOf(world).length, [...fake.files.values()][0]?.bytes.byteLength], ['One.\n', pieces, size], String(size))
  }
  const fake = fakeDrive()
  const world = worldOf(fake)
  await assert.rejects(googleDocs(sized(LARGEST_DOCUMENT + 1)).create(bodyOf('One.'), MARKER, configOf(fake), world), { code: 'google-docs/too-large' })
  assert.deepEqual(world.requests, [])
})

test(
  'a document with pictures of 6 MB is made and brought up to date in pieces of a multiple of 256 KiB, and Google’s own description knows how it begins',
  { skip: missingDriveContract },
  async () => {
    const fake = fakeDrive()
    const [world, config] = [worldOf(fake), configOf(fake)]
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'), randomBytes(6 * KIB ** 2)])
    const assets: Record<string, Asset> = { 'graph.png': { mediaType: 'image/png', bytes: new Uint8Array(png) } }
    const body = (text: string): PageBody => wordPages.render(documentOf(`${text}\n\n![Graph](graph.png)`), { footer: null, assets })
    const google = googleDocs(wordPages)
    const page = await google.create(body('One.'), MARKER, config, world)
    const written = await google.write(body('Two.'), page, config, world)
    assert.ok(written !== 'stale' && written.text === body('Two.').text && written.ref.id === page.ref.id)
    const [first, second] = rangesOf(world)
    assert.match(`${first} ${second}`, /^bytes 0-4194303\/(\d+) bytes 4194304-\d+\/\1$/)
    assert.equal(rangesOf(world).length, 4)
    for (const request of world.requests) assert.deepEqual(driveFaults(request), [], request.url)
    const wrong = world.requests.find(({ url }) => url.includes('uploadType=resumable'))
    assert.ok(wrong !== undefined)
    assert.notDeepEqual(driveFaults({ ...wrong, body: JSON.stringify({ nome: 'x' }) }), [])
    for (const { url, headers } of world.requests) if (url.includes('upload_id')) assert.equal(headers?.['authorization'], undefined)
  },
)

/** A publishing of a file in pieces of 256 KiB, of which there are four. */
async function inPieces(faults: Faults, before: (fake: FakeDrive) => void = () => undefined): Promise<{ fake: FakeDrive; world: FakeWorld }> {
  const fake = fakeDrive()
  before(fake)
  const world = worldOf(fake, faults)
  const google = googleDocs(sized(900 * KIB), { atOnce: 0, piece: 256 * KIB })
  const page = await google.create(bodyOf('One.'), MARKER, configOf(fake), world)
  assert.deepEqual([page.text, fake.files.size, [...fake.files.values()][0]?.bytes.byteLength], ['One.\n', 1, 900 * KIB])
  return { fake, world }
}

const [TOKEN, START, FIRST, SECOND, LAST] = [1, 2, 3, 4, 6]

test('it begins with the token, the address and the first piece', async () => {
  const { world } = await inPieces({})
  assert.match(world.requests[TOKEN - 1]?.url ?? '', /oauth2/)
  assert.match(world.requests[START - 1]?.url ?? '', /uploadType=resumable/)
  assert.deepEqual(rangesOf(world), ['bytes 0-262143/921600', 'bytes 262144-524287/921600', 'bytes 524288-786431/921600', 'bytes 786432-921599/921600'])
})

test('where a piece breaks off, Google is asked what it has, and we go on from there', async () => {
  for (const [fault, ranges] of [
    ['hang', ['bytes 262144-524287/921600', 'bytes */921600', 'bytes 262144-524287/921600']],
    ['lost', ['bytes 262144-524287/921600', 'bytes */921600', 'bytes 524288-786431/921600']],
    [{ status: replyOf(500, {}) }, ['bytes 262144-524287/921600', 'bytes */921600', 'bytes 262144-524287/921600']],
  ] as const) {
    const { world } = await inPieces({ [SECOND]: fault })
    assert.deepEqual(rangesOf(world).slice(1, 4), ranges)
  }
  const { world } = await inPieces({ [LAST]: 'lost' })
  assert.equal(rangesOf(world).at(-1), 'bytes */921600')
})

test('where Google takes less than was sent, the rest follows', async () => {
  const { world } = await inPieces({}, (fake) => (fake.rules.takes = 100 * KIB))
  assert.deepEqual(rangesOf(world).slice(0, 2), ['bytes 0-262143/921600', 'bytes 102400-364543/921600'])
})

test('where the address is not known any more, it begins again, and there is one document', async () => {
  let fake: FakeDrive | null = null
  const over = { meanwhile: () => void (fake !== null && (fake.rules.over = 1)) }
  const { world } = await inPieces({ [SECOND]: over }, (one) => (fake = one))
  assert.equal(world.requests.filter(({ url }) => url.includes('uploadType=resumable') && !url.includes('upload_id')).length, 2)
})

test('a busy Google is waited for, and one that breaks off for ever is given up with a sentence', async () => {
  const { world } = await inPieces({ [FIRST]: HTML_503 })
  assert.ok(world.pauses.length > 0)
  const broken: Faults = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [FIRST + index, { status: replyOf(500, {}) }]))
  await assert.rejects(inPieces(broken), { code: 'google-docs/refused' })
  const silent: Faults = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [FIRST + index, 'hang' as const]))
  await assert.rejects(inPieces(silent), { code: 'outbound/unreachable' })
  const refused: Faults = { [FIRST]: { status: replyOf(403, { error: { errors: [{ reason: 'storageQuotaExceeded' }] } }) } }
  await assert.rejects(inPieces(refused), { code: 'google-docs/no-storage' })
})

test('killed, cut off and kept waiting at each piece, it keeps what every place promises', async () => {
  const faults = await pageFaults(
    {
      destination: googleDocs(wordPages, { atOnce: 0, piece: 4 * KIB }),
      settings: SETTINGS,
      fake: () => driveAsPlace((fake) => (fake.rules.multiple = 4 * KIB)),
      goes: ['deleted', 'trashed'],
      locks: false,
    },
    FAULT_PROMISES.filter(({ says }) => /killed|never comes|patience/.test(says)),
  )
  assert.deepEqual(faults, [])
})
