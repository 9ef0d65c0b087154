import { printMarkdown } from '@blamefree/core'
import { editTree } from '@blamefree/editor'
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openDatabase, type Database } from '../store/database.ts'
import { startEmbedded } from '../store/embedded/embedded-postgres.ts'
import { newId } from '../store/identity.ts'
import { appendUpdates, readRoom } from '../store/room-log.ts'
import { newToken } from '../secrets.ts'
import { SYSTEM } from '../people/principal.ts'
import { testDatabase, urlOf } from '../testing/databases.ts'
import { testServer, type TestServer } from '../testing/server.ts'
import { seedRoom } from './keep-room.ts'
import type { LiveTexts } from './live-texts.ts'
import { lookAround } from './look-around.ts'
import { replay } from './replay.ts'
import { newPostMortem, typist, type Typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'
import { freePort } from '../../../../tools/free-port.ts'

const NAMES = Array.from({ length: 12 }, (_, index) => `P${String.fromCharCode(97 + index)}`)
const TEXT = `# Outage\n\n${NAMES.map((name) => `${name}:\n`).join('\n')}`

/** A server in a process of its own. */
async function serveProcess(context: TestContext, environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'testing', 'serve-process.ts')], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  context.after(() => child.kill('SIGKILL'))
  await new Promise<void>((serving, failed) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('runs at') && serving())
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
  return child
}

async function addMember(sql: Database['sql'], name: string): Promise<string> {
  const { token, hash } = newToken('bf_key_')
  const id = newId()
  await sql
    .insertInto('member')
    .values({ id, name, email: `${id}@example.com`, role: 'member' })
    .execute()
  await sql
    .insertInto('api_key')
    .values({ id: newId(), name: 'test', prefix: token.slice(0, 12), token_hash: hash, scopes: ['admin'], member_id: id })
    .execute()
  return token
}

/** Everybody types numbered words at the end of a paragraph of their own until stopped; says how many each has typed. */
function everybodyTypes(typists: readonly Typist[], every: number): { readonly counts: number[]; readonly stop: () => void } {
  const counts = typists.map(() => 0)
  const timers = typists.map((one, index) =>
    setInterval(() => {
      const count = (counts[index] ?? 0) + 1
      one.type(`${NAMES[index]}:`, ` ${NAMES[index]}${count}.`)
      counts[index] = count
    }, every + index),
  )
  return { counts, stop: () => timers.forEach((timer) => clearInterval(timer)) }
}

/** So many edits have to be acknowledged before a server is killed. */
const ENOUGH = 170

/** How many edits of each were acknowledged. */
function acknowledgedOf(counts: readonly number[], typists: readonly Typist[]): number[] {
  return typists.map((one, index) => (counts[index] ?? 0) - one.provider.unsyncedChanges)
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

test('kill -9 of the server while twelve type loses nothing that any of them saw as saved, though all close their tabs', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-test-'))
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  const port = await freePort()
  const environment = { DATA_DIR: folder, PORT: String(port), DATABASE_URL: '' }
  const first = await openDatabase({ url: null, dataDir: folder, connections: 2 })
  const token = await addMember(first.sql, 'Ann')
  const postMortem = await newPostMortem(first, TEXT)
  await first.close()
  let acknowledged = 0
  const promised = NAMES.map(() => 0)
  for (let round = 1; round <= 3; round++) {
    const server = await serveProcess(context, environment)
    const typists = NAMES.map(() => typist({ port, postMortem, token }))
    context.after(() => typists.forEach((one) => one.leave()))
    await Promise.all(typists.map((one) => one.synced()))
    for (const [index, count] of promised.entries())
      assert.deepEqual(missing(typists[index]?.markdown() ?? '', `${round - 1}${NAMES[index]}`, count), [], `after kill ${round - 1}`)
    const counts = NAMES.map(() => 0)
    const timers = typists.map((one, index) =>
      setInterval(() => {
        const count = (counts[index] ?? 0) + 1
        one.type(`${NAMES[index]}:`, ` ${round}${NAMES[index]}${count}.`)
        counts[index] = count
      }, 15 + index),
    )
    await new Promise((resume) => setTimeout(resume, 700 + 300 * round))
    // A busy machine takes longer for as many.
    await until(() => sumOf(acknowledgedOf(counts, typists)) > ENOUGH)
    server.kill('SIGKILL')
    for (const timer of timers) clearInterval(timer)
    for (const [index, count] of acknowledgedOf(counts, typists).entries()) promised[index] = count
    acknowledged += sumOf(promised)
    for (const one of typists) one.leave()
    await until(() => server.exitCode !== null || server.signalCode !== null)
  }
  const server = await serveProcess(context, environment)
  const reader = typist({ port, postMortem, token })
  context.after(() => reader.leave())
  await reader.synced()
  for (const [index, count] of promised.entries()) assert.deepEqual(missing(reader.markdown(), `3${NAMES[index]}`, count), [])
  reader.leave()
  server.kill('SIGTERM')
  // A busy machine takes longer to end it, and its database.
  await until(() => server.exitCode !== null)
  assert.ok(acknowledged > 500, `only ${acknowledged} edits were acknowledged`)
  context.diagnostic(`${acknowledged} acknowledged edits over 3 kills, none lost`)
})

const missing = (markdown: string, name: string, count: number): string[] => {
  const words = new Set(markdown.split(/\s+/))
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}.`).filter((word) => !words.has(word))
}

test('the database goes away while people type: no edit is lost, and nobody is cut off', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-test-'))
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  let engine = await startEmbedded(folder)
  context.after(() => engine.stop())
  const { host, port: at, user, database } = engine.connection
  const here = await listening(
    await testServer(context, { databaseUrl: `postgres://${user}@localhost:${at}/${database}?host=${encodeURIComponent(host ?? '')}` }),
  )
  const people = await Promise.all(NAMES.slice(0, 6).map((name) => here.person('member', name)))
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const typists = people.map(({ token }) => typist({ port: here.port, postMortem, token }))
  context.after(() => typists.forEach((one) => one.leave()))
  await Promise.all(typists.map((one) => one.synced()))
  const { counts, stop } = everybodyTypes(typists, 40)
  await new Promise((resume) => setTimeout(resume, 500))
  await engine.stop()
  const before = [...counts]
  await new Promise((resume) => setTimeout(resume, 4000))
  assert.ok(
    counts.every((count, index) => count > (before[index] ?? 0) + 20),
    'nobody could type',
  )
  assert.ok(
    typists.every((one) => one.provider.hasUnsyncedChanges),
    'something was said to be saved while there was no database',
  )
  const late = typist({ port: here.port, postMortem, token: people[0]?.token ?? '' })
  context.after(() => late.leave())
  await new Promise((resume) => setTimeout(resume, 500))
  engine = await startEmbedded(folder)
  await late.synced()
  stop()
  await Promise.all(typists.map((one) => one.saved()))
  assert.deepEqual(late.refused, [])
  assert.deepEqual(
    typists.map((one) => one.closed),
    typists.map(() => []),
  )
  const kept = await here.house.rooms.settle(postMortem)
  assert.ok(kept !== null)
  for (const [index, count] of counts.entries()) assert.deepEqual(missing(printMarkdown(kept.tree), NAMES[index] ?? '', count), [])
  await until(() => [...typists, late].every((one) => one.markdown() === printMarkdown(kept.tree)))
})

async function listening(server: TestServer): Promise<TestServer & { readonly port: number }> {
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...server, port: (server.app.server.address() as AddressInfo).port }
}

test('what was in the log when a server was killed is in the post-mortem as soon as the next one runs, though nobody opens it', async (context) => {
  const database = await testDatabase(context)
  const postMortem = await newPostMortem(database, TEXT)
  await seedRoom(database, postMortem)
  const stored = await readRoom(database, postMortem)
  assert.ok(stored !== null)
  const text = replay(stored)
  const updates: Uint8Array[] = []
  text.on('update', (update: Uint8Array) => updates.push(update))
  editTree(text, { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Left behind.' }] }] })
  await appendUpdates(
    database,
    updates.map((data) => ({ postMortem, data, actor: null })),
    null,
  )
  const shown = async (): Promise<string | undefined> =>
    (await database.sql.selectFrom('post_mortem').select('plain').where('id', '=', postMortem).executeTakeFirst())?.plain
  assert.doesNotMatch((await shown()) ?? '', /Left behind/)
  await testServer(context, { databaseUrl: urlOf(database) })
  // The rounds come by after half a minute.
  await until(async () => (await shown())?.includes('Left behind.') === true)
})

test('nobody is sent off because the database cannot say who they are', async (context) => {
  const here = await testServer(context)
  const postMortem = await newPostMortem(here.house.db, TEXT)
  const knock = { postMortem, schema: '1', headers: new Headers(), token: '' }
  const closed: string[] = []
  const connection = { context: { knock, incident: '' }, readOnly: false, webSocket: { close: (_code: number, reason: string) => closed.push(reason) } }
  const live = { hocuspocus: { documents: new Map([[postMortem, { getConnections: () => [connection] }]]) } } as unknown as LiveTexts
  const nobody = { ...here.house, authentication: { principal: () => Promise.resolve(null) } }
  const away = { ...nobody, db: { ...here.house.db, pool: { query: () => Promise.reject(new Error('away')) } as never } }
  await lookAround(away, live, 'everybody')
  assert.deepEqual(closed, [])
  await lookAround(nobody, live, 'everybody')
  assert.deepEqual(closed, ['signed-out'])
})

test('two processes on one database: what is typed, edited and who is there meets, also when a ring is missed', async (context) => {
  const database = await testDatabase(context)
  const [one, two] = [
    await listening(await testServer(context, { databaseUrl: urlOf(database) })),
    await listening(await testServer(context, { databaseUrl: urlOf(database) })),
  ]
  const [ann, ben] = [await one.person('member', 'Ann'), await one.person('member', 'Ben')]
  const postMortem = await newPostMortem(database, TEXT)
  const a = typist({ port: one.port, postMortem, token: ann.token })
  const b = typist({ port: two.port, postMortem, token: ben.token })
  context.after(() => [a, b].forEach((each) => each.leave()))
  await Promise.all([a.synced(), b.synced()])
  assert.equal(a.markdown(), b.markdown())

  await context.test('both type at once', async () => {
    for (let count = 1; count <= 40; count++) {
      a.type('Pa:', ` a${count}.`)
      b.type('Pb:', ` b${count}.`)
      await new Promise((resume) => setTimeout(resume, 5))
    }
    await until(() => a.markdown() === b.markdown() && a.markdown().includes('b40.') && a.markdown().includes('a40.'))
  })
  await context.test('each sees that the other is there', async () => {
    a.provider.awareness?.setLocalStateField('user', { name: 'x' })
    await until(() => JSON.stringify([...(b.provider.awareness?.getStates().values() ?? [])]).includes('"Ann"'))
    const c = typist({ port: two.port, postMortem, token: ben.token })
    await until(() => JSON.stringify([...(c.provider.awareness?.getStates().values() ?? [])]).includes('"Ann"'))
    c.leave()
  })
  await context.test('an edit in one is seen in the other, and writing down in one leaves nothing behind in the other', async () => {
    await two.house.rooms.edit(postMortem, SYSTEM, ({ children }) => ({
      type: 'root',
      children: [...children, { type: 'paragraph', children: [{ type: 'text', value: 'Edited.' }] }],
    }))
    await until(() => a.markdown().includes('Edited.') && b.markdown().includes('Edited.'))
    await one.house.rooms.settle(postMortem)
    b.type('Pb:', ' later.')
    await until(() => a.markdown().includes('later.'))
  })
  await context.test('a connection of the doorbell that breaks is no loss', async () => {
    await database.pool
      .query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen blamefree' and datname = current_database()`)
      .catch(() => undefined)
    a.type('Pa:', ' unheard.')
    await a.saved()
    await one.house.rooms.settle(postMortem)
    await until(() => b.markdown().includes('unheard.'))
    assert.equal(a.markdown(), b.markdown())
  })
  await context.test('one of them stops in the middle: its people come in through the other', async () => {
    a.type('Pa:', ' before the end.')
    await a.saved()
    await one.app.close()
    await until(() => b.markdown().includes('before the end.'))
    assert.match(printMarkdown((await two.house.rooms.settle(postMortem))?.tree ?? { type: 'root', children: [] }), /before the end\./)
  })
})
