import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { payloadOf, type KeptFile, type Payload } from './payload.ts'
import { openReader } from './reader.ts'
import { startReadingChild } from './reading-child.ts'

const LINES = Array.from({ length: 2000 }, (_, at) => `2026-03-04 09:${String(at % 60).padStart(2, '0')} Ada: line ${at}\n`)
/** Somebody whose payloads they are. */
const ADA = { who: 'ada' }
const TEXT = Buffer.from(LINES.join(''))

/** A file that the store keeps, as it gives it out. */
const kept = (path: string, pieces: KeptFile['pieces']): KeptFile => ({ path, hash: Buffer.alloc(32), arrived: null, pieces })

test('what is large is read in a process of its own, from memory or piece by piece, and one person’s one after the other', async (context) => {
  const reader = openReader()
  context.after(() => reader.close())
  const inPieces = kept('b.txt', async function* () {
    for (let at = 0; at < TEXT.byteLength; at += 10_000) yield await Promise.resolve(TEXT.subarray(at, at + 10_000))
  })
  const [held, pieces] = await Promise.all([reader.read(payloadOf('a.txt', TEXT), {}, ADA), reader.read({ name: 'b.txt', files: [inPieces] }, {}, ADA)])
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
  for (let round = 0; round < 12; round++) await reader.read(payloadOf(`${round}.txt`, round % 4 === 0 ? large : TEXT), {}, ADA)
  assert.deepEqual(warnings, [])
})

test('a file that cannot be had fails its reading, and the next is read', async (context) => {
  const reader = openReader()
  context.after(() => reader.close())
  const broken = kept('b.txt', async function* () {
    yield TEXT.subarray(0, 50_000)
    await Promise.reject(new Error('The database is away.'))
  })
  const [failed, next] = await Promise.allSettled([reader.read({ name: 'b.txt', files: [broken] }, {}, ADA), reader.read(payloadOf('a.txt', TEXT), {}, ADA)])
  assert.match(String(failed?.status === 'rejected' ? failed.reason : ''), /database is away/)
  assert.equal(next?.status === 'fulfilled' ? next.value.events.length : null, 2000)
})

test('what takes too long or too much memory is given up in a sentence, and takes nothing down', async (context) => {
  const reader = openReader({ millis: 1500, megabytes: 128 })
  context.after(() => reader.close())
  const said = async (name: string, bytes: Buffer): Promise<string | undefined> => (await reader.read(payloadOf(name, bytes), {}, ADA)).problems[0]?.message
  const objects = Buffer.from(`[${'{"a":{}},'.repeat(3_000_000)}{}]`)
  assert.match(
    (await said('many.json', objects)) ?? '',
    /^many\.json was not read: reading it took (?:more memory than one record may|longer than 1\.5 seconds)\.$/,
  )
  assert.match((await said('long.txt', Buffer.from(LINES.join('').repeat(200)))) ?? '', /^long\.txt was not read: reading it took (?:more memory|longer)/)
  assert.equal((await reader.read(payloadOf('a.txt', Buffer.from(LINES.slice(0, 3).join(''))), {}, ADA)).events.length, 3)
})

test('a process that does not come to read says nothing about the record, and asks to be sent it again', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-test-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const program = join(folder, 'program.mjs')
  for (const what of ['setInterval(() => {}, 1000)', 'process.exit(1)', 'setTimeout(() => process.send("ready"), 2000)']) {
    writeFileSync(program, what)
    const child = startReadingChild(64, { program, start: 500 })
    context.after(() => child.end())
    await assert.rejects(child.read(payloadOf('a.txt', TEXT), { source: undefined, read: {} }, 5000), { status: 503, code: 'reader-away' }, what)
  }
})

test('while something slow is read for one person, another’s is read at once, and theirs waits', async (context) => {
  const reader = openReader({ processes: 2 })
  context.after(() => reader.close())
  const held = Promise.withResolvers<void>()
  const slow = kept('slow.txt', async function* () {
    yield TEXT.subarray(0, 10_000)
    await held.promise
    yield TEXT.subarray(10_000)
  })
  const ended: string[] = []
  const read = async (name: string, payload: Payload, who: string): Promise<void> => {
    const { events } = await reader.read(payload, {}, { who })
    assert.equal(events.length, 2000, name)
    ended.push(name)
  }
  const ada = [read('slow', { name: 'slow.txt', files: [slow] }, 'ada'), ...[1, 2, 3].map((at) => read(`ada ${at}`, payloadOf('a.txt', TEXT), 'ada'))]
  await read('bob', payloadOf('b.txt', TEXT), 'bob')
  await read('cyd', payloadOf('c.txt', TEXT), 'cyd')
  assert.deepEqual(ended, ['bob', 'cyd'])
  held.resolve()
  await Promise.all(ada)
  assert.deepEqual(ended.slice(2), ['slow', 'ada 1', 'ada 2', 'ada 3'])
})

test('too many that wait are refused in a sentence, and what is read goes on', async (context) => {
  const reader = openReader({ processes: 2 })
  context.after(() => reader.close())
  const held = Promise.withResolvers<void>()
  const slow = kept('slow.txt', async function* () {
    await held.promise
    yield TEXT
  })
  const waiting = Array.from({ length: 17 }, () => reader.read({ name: 'slow.txt', files: [slow] }, {}, ADA))
  await assert.rejects(reader.read(payloadOf('a.txt', TEXT), {}, ADA), {
    status: 503,
    code: 'reading-full',
    message: '16 records of yours wait to be read already.',
  })
  // A small one needs no process, and somebody else has one.
  assert.equal((await reader.read(payloadOf('a.txt', Buffer.from(LINES.slice(0, 3).join(''))), {}, ADA)).events.length, 3)
  assert.equal((await reader.read(payloadOf('b.txt', TEXT), {}, { who: 'bob' })).events.length, 2000)
  const patient = reader.read(payloadOf('a.txt', TEXT), {}, { ...ADA, patient: true })
  held.resolve()
  for (const { events } of await Promise.all([...waiting, patient])) assert.equal(events.length, 2000)
})
