import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { test, type TestContext } from 'node:test'
import { testFolder, urlOf } from '../testing/databases.ts'
import { listeningServer, type ListeningServer } from '../testing/listening-server.ts'
import { kill, startServer } from '../testing/reliability/server-under-test.ts'
import type { TestPerson } from '../testing/server.ts'
import { until } from '../testing/until.ts'
import { freePort } from '../../../../tools/free-port.ts'

const MB = 1024 ** 2
const EDGE = 'an-edge-between-parts'

/** Long lines that look like a log, each other than the others, so many that they come to about a size: it is bytes that count here, and every line becomes an event. */
function* logLines(bytes: number): Generator<string> {
  for (let made = 0; made < bytes; made += 65_536) {
    const noise = randomBytes(49_000).toString('base64')
    yield Array.from({ length: 4 }, (_, at) => `2026-03-04T09:00:00Z checkout ${noise.slice(at * 16_000, at * 16_000 + 15_990)}\n`).join('')
  }
}

interface Sent {
  readonly status: number
  readonly body: { id?: string; code?: string; detail?: string }
}

/** Sends files as a form, piece by piece. */
async function send(
  port: number,
  { token }: Pick<TestPerson, 'token'>,
  files: Readonly<Record<string, Iterable<string | Buffer>>>,
  { options = '{}', url = '/v1/incidents' } = {},
): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>()
  const headers = { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${EDGE}` }
  const sending = request({ port, path: url, method: 'POST', headers }, (answer) => {
    const said: Buffer[] = []
    answer.on('data', (part: Buffer) => said.push(part))
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(said).toString()) }))
  })
  sending.on('error', reject)
  const put = async (piece: string | Buffer): Promise<void> => {
    if (!sending.write(piece)) await new Promise((go) => sending.once('drain', go))
  }
  await put(`--${EDGE}\r\ncontent-disposition: form-data; name="options"\r\n\r\n${options}\r\n`)
  for (const [name, pieces] of Object.entries(files)) {
    await put(`--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`)
    for (const piece of pieces) await put(piece)
    await put('\r\n')
  }
  sending.end(`--${EDGE}--\r\n`)
  return await promise
}

async function kept({ house }: Pick<ListeningServer, 'house'>): Promise<{ raws: number; chunks: number; arriving: number; strays: number }> {
  const { rows } = await house.db.pool.query(
    `select count(*)::int as raws, (select count(*)::int from raw_chunk) as chunks, count(arriving_since)::int as arriving,
     (select count(*)::int from raw_chunk where hash not in (select hash from raw)) as strays from raw`,
  )
  return rows[0] as Awaited<ReturnType<typeof kept>>
}

const NOTHING = { raws: 0, chunks: 0, arriving: 0, strays: 0 }

async function intakeOf(
  person: TestPerson,
  id: string | undefined,
): Promise<{ state: string; error: { message: string } | null; result: { outcome: string; incident: { id: string } } }> {
  let body: Awaited<ReturnType<typeof intakeOf>> | null = null
  await until(async () => ['done', 'failed'].includes((body = (await person.ask('GET', `/v1/intakes/${id}`)).body).state), 250)
  return body ?? assert.fail()
}

test('an upload of 80 MB is kept while it arrives and never whole in memory, and can be had again byte for byte', { timeout: 480_000 }, async (context) => {
  const here = await listeningServer(context)
  const ada = await here.person('member')
  const port = await freePort()
  const dataDir = testFolder(context)
  const apart = await startServer({ url: urlOf(here.house.db), dataDir }, port)
  context.after(() => kill(apart, dataDir, false))
  const memory = (): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${apart.child.pid}/status`, 'utf8'))?.[1]) / 1024
  // What a first upload needs once is no matter of its size.
  assert.equal((await send(port, ada, { 'small.txt': logLines(9 * MB) })).status, 202)
  await until(async () => (await here.house.db.pool.query(`select 1 from intake where state in ('waiting', 'reading')`)).rowCount === 0, 250)
  const before = memory()
  let most = before
  const watching = setInterval(() => (most = Math.max(most, memory())), 20)
  const sum = createHash('sha256')
  const lines = function* (): Generator<string> {
    for (const line of logLines(80 * MB)) {
      sum.update(line)
      yield line
    }
  }
  const sent = await send(port, ada, { 'large.log': lines() })
  clearInterval(watching)
  assert.equal(sent.status, 202, JSON.stringify(sent.body))
  context.diagnostic(`${Math.round(before)} MB before, ${Math.round(most)} MB at most while 80 MB came`)
  assert.ok(most - before < 64, `${before} → ${most}`)
  const { state, result, error } = await intakeOf(ada, sent.body.id)
  assert.equal(state, 'done', JSON.stringify(error))
  const [record] = (await ada.ask('GET', `/v1/incidents/${result.incident.id}/records`)).body.items
  const again = createHash('sha256')
  const answer = await fetch(`http://127.0.0.1:${port}/v1/incidents/${result.incident.id}/records/${record.id}/raw`, {
    headers: { authorization: `Bearer ${ada.token}` },
  })
  for await (const piece of answer.body ?? []) again.update(piece)
  assert.equal(again.digest('hex'), sum.digest('hex'))
  assert.equal((await kept(here)).arriving, 0)
})

test('an upload that is cut off, breaks, is too large or is refused leaves nothing behind', { timeout: 120_000 }, async (context) => {
  const here = await listeningServer(context, { uploadLimit: 10 * MB })
  const ada = await here.person('member')
  await context.test('cut off', async () => {
    const socket = connect(here.port, '127.0.0.1')
    socket.on('error', () => undefined)
    const head = `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="a.log"\r\n\r\n`
    socket.write(
      `POST /v1/incidents HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ada.token}\r\ncontent-type: multipart/form-data; boundary=${EDGE}\r\ncontent-length: ${9.5 * MB}\r\n\r\n${head}`,
    )
    for (const piece of logLines(9 * MB)) if (!socket.write(piece)) await new Promise((go) => socket.once('drain', go))
    await until(async () => (await kept(here)).chunks >= 2)
    assert.equal((await kept(here)).arriving, 1)
    socket.destroy()
    await until(async () => (await kept(here)).raws === 0)
    assert.deepEqual(await kept(here), NOTHING)
  })
  const refusals: readonly (readonly [string, Promise<Sent>, number, string])[] = [
    ['too large', send(here.port, ada, { 'a.log': logLines(12 * MB) }), 413, 'too-large'],
    ['too large together', send(here.port, ada, { 'a.log': logLines(9 * MB), 'b.log': logLines(3 * MB) }), 413, 'too-large'],
    ['of a source that there is not', send(here.port, ada, { 'a.log': logLines(9 * MB) }, { options: '{"source":"none"}' }), 422, 'read/unknown-source'],
    ['with broken options', send(here.port, ada, { 'a.log': logLines(9 * MB) }, { options: '{' }), 400, 'not-json'],
    ['only looked at', send(here.port, ada, { 'a.log': logLines(9 * MB) }, { url: '/v1/readings' }), 200, ''],
  ]
  for (const [what, sending, status, code] of refusals) {
    await context.test(what, async () => {
      const { status: told, body } = await sending
      assert.deepEqual([told, body.code ?? ''], [status, code], JSON.stringify(body).slice(0, 400))
    })
  }
  await context.test('ends before its last edge', async () => {
    const body = Buffer.concat([Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n`), randomBytes(9 * MB)])
    const answer = await ada.ask('POST', '/v1/incidents', body, { 'content-type': `multipart/form-data; boundary=${EDGE}` })
    assert.deepEqual([answer.status, answer.body.code], [400, 'broken-form'])
  })
  await until(async () => (await kept(here)).raws === 0)
  assert.deepEqual(await kept(here), NOTHING)
})

test('the same bytes are kept once, in one delivery, in two, and in two at once', { timeout: 120_000 }, async (context) => {
  const here = await listeningServer(context)
  const [ada, bob] = [await here.person('member'), await here.person('member')]
  const bytes = [
    randomBytes(9 * MB)
      .toString('base64')
      .slice(0, 9 * MB),
  ]
  const first = await send(here.port, ada, { 'one.txt': bytes, 'two.txt': bytes })
  assert.equal((await intakeOf(ada, first.body.id)).state, 'done')
  assert.deepEqual(await kept(here), { raws: 1, chunks: 3, arriving: 0, strays: 0 })
  const both = await Promise.all([ada, bob].map((one) => send(here.port, one, { 'one.txt': bytes, 'two.txt': bytes })))
  for (const [at, { status, body }] of both.entries()) {
    assert.equal(status, 202)
    assert.equal((await intakeOf([ada, bob][at] ?? ada, body.id)).result.outcome, 'known')
  }
  assert.deepEqual(await kept(here), { raws: 1, chunks: 3, arriving: 0, strays: 0 })
})

test('what a process left behind that was killed in the middle of an upload is removed a day later', async (context: TestContext) => {
  const here = await listeningServer(context)
  const { pool } = here.house.db
  await pool.query(
    `insert into raw (hash, size, compression, arriving_since) values ('\\x01', 0, 'none', now() - interval '25 hours'), ('\\x02', 0, 'none', now())`,
  )
  await pool.query(`insert into raw_chunk (hash, seq, bytes) values ('\\x01', 0, '\\x00')`)
  const { removeOldArrivals } = await import('../store/raw-arrival.ts')
  await removeOldArrivals(here.house.db)
  assert.deepEqual(await kept(here), { raws: 1, chunks: 0, arriving: 1, strays: 0 })
})
