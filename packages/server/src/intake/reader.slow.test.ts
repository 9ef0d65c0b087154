import assert from 'node:assert/strict'
import { test } from 'node:test'
import { payloadOf, type KeptFile } from './payload.ts'
import { openReader } from './reader.ts'

const LINES = Array.from({ length: 2000 }, (_, at) => `2026-03-04 09:${String(at % 60).padStart(2, '0')} Ada: line ${at}\n`)
const TEXT = Buffer.from(LINES.join(''))

/** A file that the store keeps, as it gives it out. */
const kept = (path: string, pieces: KeptFile['pieces']): KeptFile => ({ path, hash: Buffer.alloc(32), arrived: null, pieces })

test('what is large is read in a process of its own, from memory or piece by piece, and one after the other', async (context) => {
  const reader = openReader()
  context.after(() => reader.close())
  const inPieces = kept('b.txt', async function* () {
    for (let at = 0; at < TEXT.byteLength; at += 10_000) yield await Promise.resolve(TEXT.subarray(at, at + 10_000))
  })
  const [held, pieces] = await Promise.all([reader.read(payloadOf('a.txt', TEXT), {}), reader.read({ name: 'b.txt', files: [inPieces] }, {})])
  assert.deepEqual([held.source, held.events.length], ['transcript', 2000])
  assert.deepEqual(
    pieces.events.map(({ at, text }) => [at, text]),
    held.events.map(({ at, text }) => [at, text]),
  )
})

test('however many are read, nothing goes on listening to the process', async (context) => {
  const reader = openReader()
  context.after(() => reader.close())
  const warnings: string[] = []
  const hear = ({ name }: Error): void => void warnings.push(name)
  process.on('warning', hear)
  context.after(() => process.off('warning', hear))
  const large = Buffer.from(LINES.join('').repeat(20))
  for (let round = 0; round < 12; round++) await reader.read(payloadOf(`${round}.txt`, round % 4 === 0 ? large : TEXT), {})
  assert.deepEqual(warnings, [])
})

test('a file that cannot be had fails its reading, and the next is read', async (context) => {
  const reader = openReader()
  context.after(() => reader.close())
  const broken = kept('b.txt', async function* () {
    yield TEXT.subarray(0, 50_000)
    await Promise.reject(new Error('The database is away.'))
  })
  const [failed, next] = await Promise.allSettled([reader.read({ name: 'b.txt', files: [broken] }, {}), reader.read(payloadOf('a.txt', TEXT), {})])
  assert.match(String(failed?.status === 'rejected' ? failed.reason : ''), /database is away/)
  assert.equal(next?.status === 'fulfilled' ? next.value.events.length : null, 2000)
})

test('what takes too long or too much memory is given up in a sentence, and takes nothing down', async (context) => {
  const reader = openReader({ millis: 1500, megabytes: 128 })
  context.after(() => reader.close())
  const said = async (name: string, bytes: Buffer): Promise<string | undefined> => (await reader.read(payloadOf(name, bytes), {})).problems[0]?.message
  const objects = Buffer.from(`[${'{"a":{}},'.repeat(3_000_000)}{}]`)
  assert.match(
    (await said('many.json', objects)) ?? '',
    /^many\.json was not read: reading it took (?:more memory than one record may|longer than 1\.5 seconds)\.$/,
  )
  assert.match((await said('long.txt', Buffer.from(LINES.join('').repeat(200)))) ?? '', /^long\.txt was not read: reading it took (?:more memory|longer)/)
  assert.equal((await reader.read(payloadOf('a.txt', Buffer.from(LINES.slice(0, 3).join(''))), {})).events.length, 3)
})
