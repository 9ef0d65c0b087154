import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { openIntake } from '../intake/intake.ts'
import type { ReaderLimits } from '../intake/reader.ts'
import { openMeasures } from '../measures.ts'
import { form } from '../testing/records.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'
import { zipOf, type ZipPart } from '../testing/zip.ts'
import { buildApp } from './app.ts'

const MB = 1024 ** 2
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const CHANNELS: ZipPart = { path: 'channels.json', bytes: json([{ id: 'C1', name: 'inc-1' }]) }
const DAY: ZipPart = { path: 'inc-1/2026-03-04.json', bytes: json([{ type: 'message', user: 'U1', text: 'down', ts: '1772614800.000100' }]) }
const ZEROS = Buffer.alloc(9 * MB)

const many = (count: number, bytes: Uint8Array): ZipPart[] =>
  Array.from({ length: count }, (_, at) => ({ path: `inc-1/${new Date(at * 86_400_000).toISOString().slice(0, 10)}.${at}.json`, bytes }))

function nested(depth: number): Buffer {
  let inside = zipOf([CHANNELS, DAY])
  for (let level = 0; level < depth; level++) inside = zipOf([{ path: 'inside.zip', bytes: inside }])
  return inside
}

/** Each with what is said of it. */
const ARCHIVES: readonly (readonly [what: string, make: () => Buffer, code: RegExp, sentence: RegExp])[] = [
  ['one file that expands a thousandfold', () => zipOf([{ ...CHANNELS, bytes: Buffer.alloc(300 * MB) }, DAY]), /zip-bomb$/, /expands to \d+ times its size/],
  ['many small files that expand a thousandfold', () => zipOf([CHANNELS, ...many(700, ZEROS)]), /zip-bomb$/, /files expand to \d+ times its size/],
  ['a hundred zips in one another', () => nested(100), /broken-json$/, /nothing in it could be read/],
  ['100,000 entries', () => zipOf([CHANNELS, ...many(65_000, Buffer.alloc(0)), ...many(35_000, json([]))].map(renamed)), /no-messages$|unreadable/, /./],
  ['more entries than the directory can say', () => zipOf([CHANNELS, ...many(70_000, Buffer.alloc(0))].map(renamed)), /./, /./],
  ['a name that leads out of it', () => zipOf([CHANNELS, { ...DAY, path: '../../../../etc/cron.d/inc-1/2026-03-04.json' }]), /zip-path$/, /leads outside/],
  ['a name at the root', () => zipOf([CHANNELS, { ...DAY, path: '/etc/passwd' }]), /zip-path$/, /leads outside/],
  ['a name of another system', () => zipOf([CHANNELS, { ...DAY, path: String.raw`C:\windows\inc-1\2026-03-04.json` }]), /zip-path$/, /leads outside/],
  ['a name twice', () => zipOf([CHANNELS, DAY, DAY]), /zip-duplicate$/, /twice/],
  ['a directory that claims less', () => zipOf([CHANNELS, { ...DAY, bytes: ZEROS, claims: { size: 10 } }]), /unreadable-file$/, /damaged/],
  ['a directory that claims more', () => zipOf([CHANNELS, { ...DAY, claims: { size: 9 * MB } }]), /unreadable-file$/, /damaged/],
  ['a directory that claims 4 GB', () => zipOf([CHANNELS, { ...DAY, claims: { size: 0xffff_fffe } }]), /zip-bomb$/, /times its size/],
  ['a directory that points outside', () => zipOf([CHANNELS, { ...DAY, claims: { offset: 0x7fff_ffff } }]), /unreadable-file$/, /outside/],
  [
    'entries that are one',
    () => zipOf([CHANNELS, ...many(500, ZEROS).map((part) => ({ ...part, claims: { offset: 0 } }))]),
    /zip-bomb$/,
    /over each other|times its size/,
  ],
  ['a directory of more entries than there are', () => zipOf([CHANNELS, DAY], { entries: 60_000 }), /damaged-zip$/, /not whole/],
  ['half a zip', () => zipOf([CHANNELS, DAY]).subarray(0, 150), /damaged-zip$/, /not whole/],
]

const renamed = (part: ZipPart, at: number): ZipPart => (at === 0 ? part : { ...part, path: `inc-1/${at}-${part.path.slice(6)}` })

/** What takes longer to read than a test is patient. */
function endless(): Buffer {
  // Two hundred thousand messages, each in need of everything that a message may need.
  const text = '<@U1> *a* _b_ `c` <https://example.com/a|d> &amp; :+1: '.repeat(8)
  const days = Array.from({ length: 40 }, (_, day) => ({
    path: `inc-1/2026-01-${String((day % 28) + 1).padStart(2, '0')}.${day}.json`.replace(/\.\d+\.json$/, day < 28 ? '.json' : `${day}.json`),
    bytes: json(Array.from({ length: 5_000 }, (_, at) => ({ type: 'message', user: 'U1', text, ts: `17${String(68_000_000 + day * 86_400 + at)}.000100` }))),
  }))
  return zipOf([CHANNELS, ...days])
}

/** For how long, in milliseconds, this process's own thread could have run and was kept waiting by others; 0 where the system does not tell. */
function keptWaiting(): number {
  const told = existsSync('/proc/self/schedstat') ? readFileSync('/proc/self/schedstat', 'utf8') : ''
  return Number(told.split(' ')[1] ?? 0) / 1e6
}

describe('an archive that means harm is refused in a sentence, while the service answers', () => {
  const ending: (() => unknown)[] = []
  let server: TestServer
  let address = ''
  let ada: TestPerson
  let bob: TestPerson
  const long = endless()
  /** The longest that `/healthz` took to answer since it was set to 0, in milliseconds, without those in which other processes had the cores. */
  let slowest = 0
  before(async () => {
    server = await testServer({ after: (end: () => unknown) => void ending.unshift(end) })
    address = await listening({ millis: 4000, megabytes: 256 })
    ada = await server.person('member')
    bob = await server.person('member')
    const end = new AbortController()
    const watching = (async () => {
      while (!end.signal.aborted) {
        const began = performance.now() - keptWaiting()
        await (await fetch(`${address}/healthz`)).text()
        slowest = Math.max(slowest, performance.now() - keptWaiting() - began)
        await new Promise((resume) => setTimeout(resume, 20))
      }
    })()
    ending.unshift(async () => {
      end.abort()
      await watching
    })
  })
  after(async () => {
    for (const end of ending) await end()
  })

  /** As the server is, but for the patience with what it reads, which a test has less of. Gives its address. */
  async function listening(limits: Partial<ReaderLimits>): Promise<string> {
    const intake = openIntake(server.house.db, limits)
    const app = await buildApp({ ...server.house, measures: openMeasures(), intake })
    ending.unshift(async () => {
      await app.close()
      await intake.close()
    })
    return await app.listen({ port: 0, host: '127.0.0.1' })
  }

  async function look(
    bytes: Uint8Array,
    name = 'export.zip',
    { options = '{}', by = ada, at = address }: { readonly options?: string; readonly by?: TestPerson; readonly at?: string } = {},
  ): Promise<{ status: number; body: { readings?: { events: number; problems: { code: string; message: string }[] }[] } }> {
    // What was made to be sent held this process up; that is not what is measured.
    await new Promise((resume) => setTimeout(resume, 200))
    const { body, headers } = form({ files: [[name, bytes]], fields: { options } })
    slowest = 0
    const answer = await fetch(`${at}/v1/readings`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${by.token}` },
      body: new Uint8Array(body),
    })
    return { status: answer.status, body: (await answer.json()) as Awaited<ReturnType<typeof look>>['body'] }
  }

  for (const [what, make, code, sentence] of ARCHIVES) {
    test(what, async (context) => {
      const bytes = make()
      const { status, body } = await look(bytes)
      assert.equal(status, 200, JSON.stringify(body).slice(0, 500))
      const [reading] = body.readings ?? []
      assert.equal(reading?.events, 0)
      const found = reading?.problems.find((problem) => code.test(problem.code))
      assert.ok(found !== undefined, JSON.stringify(reading?.problems).slice(0, 600))
      assert.match(found.message, sentence)
      assert.match(found.message, /\.$/)
      context.diagnostic(`${Math.round(bytes.byteLength / 1024)} kB; /healthz at most ${Math.round(slowest)} ms: ${found.message.slice(0, 160)}`)
      assert.ok(slowest < 1000, `${slowest} ms`)
    })
  }

  test('what takes longer to read than anything may is given up, and the next is read', async (context) => {
    const { body } = await look(long, 'export.zip', { at: await listening({ millis: 1500, megabytes: 256 }) })
    const found = body.readings?.[0]?.problems.find(({ code }) => code === 'intake/refused')
    assert.match(
      found?.message ?? JSON.stringify(body).slice(0, 300),
      /^export\.zip was not read: reading it took (?:longer than 1\.5 seconds|more memory than one record may)\.$/,
    )
    context.diagnostic(`/healthz at most ${Math.round(slowest)} ms: ${found?.message}`)
    assert.ok(slowest < 1000, `${slowest} ms`)
    assert.equal((await look(zipOf([CHANNELS, DAY]))).body.readings?.[0]?.events, 1)
  })

  test('while one person’s is read, another’s is read at once', async (context) => {
    // Where a busy machine is slow to begin, and the slow one is still being read.
    const at = await listening({ millis: 10_000, megabytes: 1536 })
    const sent = performance.now()
    const slow = look(long, 'slow.zip', { at })
    let given = 0
    void slow.finally(() => (given = performance.now() - sent))
    // Until it is read.
    await new Promise((resume) => setTimeout(resume, 800))
    const began = performance.now()
    const { body } = await look(zipOf([CHANNELS, DAY]), 'small.zip', { by: bob, at })
    const took = `${Math.round(performance.now() - began)} ms; the slow one was sent ${Math.round(began - sent)} ms before`
    assert.deepEqual([body.readings?.[0]?.events, given], [1, 0], took)
    await slow
    context.diagnostic(`${took}, and took ${Math.round(given)} ms`)
  })

  test('what takes more memory than anything may is given up, takes nothing down, and the next is read', async (context) => {
    // Six million objects in one line: a thread that runs out of memory while it parses them takes its whole process with it.
    const { body } = await look(Buffer.from(`[${'{"a":{}},'.repeat(6_000_000)}{}]`), 'many.json', { options: '{"source":"alertmanager"}' })
    const message = body.readings?.[0]?.problems[0]?.message ?? ''
    assert.match(message, /^many\.json was not read: reading it took (?:more memory than one record may|longer than 4 seconds)\.$/)
    context.diagnostic(`/healthz at most ${Math.round(slowest)} ms: ${message}`)
    assert.ok(slowest < 1000, `${slowest} ms`)
    assert.equal((await look(zipOf([CHANNELS, DAY]))).body.readings?.[0]?.events, 1)
  })
})
