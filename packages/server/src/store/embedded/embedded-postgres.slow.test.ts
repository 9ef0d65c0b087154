import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { findBinaries, movedTo, thisMachine } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { startEmbedded, type EmbeddedPostgres, type EmbeddedSettings } from './embedded-postgres.ts'
import { placeFor } from './place.ts'
import { serversOn } from './processes.ts'
import { launch, ready } from './server-process.ts'
import { until } from '../../testing/until.ts'

const ROOT = process.getuid?.() === 0
const asRoot = { skip: ROOT ? false : 'only root can become another user' }
const onLinux = { skip: process.platform === 'linux' ? false : 'only Linux shows its processes in /proc' }
const DEBIAN = '/usr/lib/postgresql/15/bin'

/** A folder with a cluster in it, made once and copied, because making one takes longest. */
function dataFolder(context: TestContext): string {
  const folder = emptyFolder(context)
  if (template === null) {
    const home = mkdtempSync(join(tmpdir(), 'bf-embedded-template-'))
    const { account } = placeFor(home, home)
    prepareCluster(join(home, 'postgres'), findBinaries(thisMachine(null)), account, ['--no-sync'])
    template = join(home, 'postgres')
    process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  }
  spawnSync('cp', ['-a', template, join(folder, 'postgres')])
  return folder
}
let template: string | null = null

function emptyFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'bf-embedded-'))
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function started(context: TestContext, folder: string, settings: EmbeddedSettings = {}): Promise<EmbeddedPostgres> {
  const embedded = await startEmbedded(folder, settings)
  context.after(() => embedded.stop())
  return embedded
}

/** A process of its own that starts the server on a folder, prints its pid or why not, and writes rows when told to. */
async function app(context: TestContext, folder: string, run: readonly string[] = []): Promise<{ child: ChildProcess; line: string; pid: number }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))})
    try {
      const embedded = await startEmbedded(${JSON.stringify(folder)})
      process.stdout.write('started ' + embedded.pid() + '\\n')
      process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)))
    } catch (error) { process.stdout.write('refused ' + error.message + '\\n') }`
  const [command, ...args] = [...run, process.execPath, '--input-type=module', '-e', script]
  const child = spawn(command, args, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  context.after(() => void child.kill('SIGKILL'))
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const line = chunk.toString().trim()
  return { child, line, pid: Number(/^started (\d+)$/.exec(line)?.[1] ?? 0) }
}

async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end().catch(() => undefined)
  }
}

const answers = async (connection: pg.ClientConfig): Promise<boolean> =>
  await ask(connection, 'select 1').then(
    () => true,
    () => false,
  )

test('an empty folder becomes a database that speaks to nobody but us', async (context) => {
  const folder = emptyFolder(context)
  const { connection } = await started(context, folder)
  assert.deepEqual(await ask(connection, 'show listen_addresses'), [{ listen_addresses: '' }])
  assert.equal(statSync(join(folder, 'run')).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'postgres')).mode & 0o777, 0o700)
  assert.deepEqual(
    await ask(connection, `select to_tsvector('english', 'Über—cache 🔥 don’t') @@ to_tsquery('english', 'cache') as found, lower('ÜÄ') as low`),
    [{ found: true, low: 'üä' }],
  )
})

test('it stops cleanly, and the next start recovers nothing', async (context) => {
  const folder = dataFolder(context)
  const first = await startEmbedded(folder)
  await first.stop()
  assert.equal(existsSync(join(folder, 'postgres', 'postmaster.pid')), false)
  assert.equal(existsSync(join(folder, 'blamefree.pid')), false)
  assert.deepEqual(serversOn(join(folder, 'postgres'), null), [])
})

test('two processes on one folder: the second is refused in a sentence', async (context) => {
  const folder = dataFolder(context)
  const first = await app(context, folder)
  assert.ok(first.pid > 0, first.line)
  const second = await app(context, folder)
  assert.match(second.line, new RegExp(`^refused Cannot open ${folder}: another Blamefree \\(process ${first.child.pid}\\) is using it\\.$`))
})

test('of eight processes that start at once on one folder, one gets it', async (context) => {
  const folder = dataFolder(context)
  const all = await Promise.all(Array.from({ length: 8 }, () => app(context, folder)))
  assert.equal(all.filter(({ pid }) => pid > 0).length, 1, all.map(({ line }) => line).join('\n'))
  for (const { line, pid } of all) if (pid === 0) assert.match(line, /^refused Cannot open .*: another Blamefree/)
})

test('the kernel keeps a second server off the cluster even when nothing else says that there is one', onLinux, async (context) => {
  const folder = dataFolder(context)
  const first = await started(context, folder)
  const cluster = join(folder, 'postgres')
  // As it looks from another container that has the same folder: PostgreSQL's own lock file names a process that is not there.
  rmSync(join(cluster, 'postmaster.pid'))
  const { account } = placeFor(folder, folder)
  const second = launch({ binaries: findBinaries(thisMachine(null)), cluster, account, socket: join(folder, 'run') })
  await assert.rejects(ready(first.connection, cluster, second), /another process is using its data/)
})

test('the server goes with an app that is told to end', async (context) => {
  const folder = dataFolder(context)
  const { child, pid } = await app(context, folder)
  child.kill('SIGTERM')
  await once(child, 'exit')
  // It is told by the kernel, and takes a moment to write down what it has.
  await until(() => serversOn(join(folder, 'postgres'), pid).length === 0)
})

test('an app that is killed leaves nothing that the next start does not clear up, and nothing that was committed is lost', onLinux, async (context) => {
  const folder = dataFolder(context)
  const { child, pid } = await app(context, folder)
  const connection = { host: join(folder, 'run'), user: 'blamefree', database: 'blamefree' }
  await ask(connection, 'create table kept as select generate_series(1, 1000) as n')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await started(context, folder)
  assert.notEqual(next.pid(), pid)
  assert.deepEqual(await ask(next.connection, 'select count(*)::int as n from kept'), [{ n: 1000 }])
})

test('an orphan that does not notice is asked to end, and waited for', onLinux, async (context) => {
  const folder = dataFolder(context)
  const { child, pid } = await app(context, folder)
  // Stopped, it does not hear that the app is gone.
  process.kill(pid, 'SIGSTOP')
  child.kill('SIGKILL')
  await once(child, 'exit')
  setTimeout(() => process.kill(pid, 'SIGCONT'), 500)
  const next = await started(context, folder)
  assert.ok(await answers(next.connection))
})

test('app and server killed together: the next start recovers', onLinux, async (context) => {
  const folder = dataFolder(context)
  const { child, pid } = await app(context, folder)
  const connection = { host: join(folder, 'run'), user: 'blamefree', database: 'blamefree' }
  await ask(connection, 'create table kept as select generate_series(1, 1000) as n')
  process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await started(context, folder)
  assert.deepEqual(await ask(next.connection, 'select count(*)::int as n from kept'), [{ n: 1000 }])
})

test('a server that is killed is started again under the running app', onLinux, async (context) => {
  const said: string[] = []
  const embedded = await started(context, dataFolder(context), { report: (sentence) => void said.push(sentence) })
  await ask(embedded.connection, 'create table kept as select 1 as n')
  const before = embedded.pid()
  process.kill(before ?? 0, 'SIGKILL')
  await until(() => said.length >= 2)
  assert.deepEqual(said, ['The embedded PostgreSQL ended unasked. It is being started again.', 'The embedded PostgreSQL runs again.'])
  assert.deepEqual(await ask(embedded.connection, 'select n from kept'), [{ n: 1 }])
  assert.notEqual(embedded.pid(), before)
})

test('an interrupted first start leaves nothing that looks finished', async (context) => {
  const folder = emptyFolder(context)
  mkdirSync(join(folder, 'postgres.part-123', 'base'), { recursive: true })
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'somebody’s'), 'x')
  const { connection } = await started(context, folder)
  assert.ok(await answers(connection))
  const names = readdirSync(folder)
  assert.equal(
    names.some((name) => name.startsWith('postgres.part')),
    false,
  )
  assert.equal(names.filter((name) => name.startsWith('postgres.unfinished-')).length, 1)
})

test('a first start that is killed at any moment is made good by the next', onLinux, async (context) => {
  const folder = emptyFolder(context)
  for (const after of [30, 120, 300]) {
    const script = `const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))}); await startEmbedded(${JSON.stringify(folder)})`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: '/', stdio: 'ignore' })
    await until(() => existsSync(join(folder, 'blamefree.pid')))
    await new Promise((resume) => setTimeout(resume, after))
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const { connection } = await started(context, folder)
  assert.ok(await answers(connection))
})

test('a number in PostgreSQL’s lock file that now belongs to another process stops nobody', onLinux, async (context) => {
  const folder = dataFolder(context)
  const cluster = join(folder, 'postgres')
  const { uid, gid } = statSync(cluster)
  const other = spawn('/bin/sleep', ['60'], ROOT ? { uid, gid } : {})
  context.after(() => void other.kill())
  writeFileSync(join(cluster, 'postmaster.pid'), `${other.pid}\n${cluster}\n1700000000\n5432\n${join(folder, 'run')}\n\n  0  0\nready\n`)
  chownSync(join(cluster, 'postmaster.pid'), uid, gid)
  mkdirSync(join(folder, 'run'))
  writeFileSync(join(folder, 'run', '.s.PGSQL.5432.lock'), `${other.pid}\n${cluster}\n1700000000\n5432\n${join(folder, 'run')}\n`)
  chownSync(join(folder, 'run', '.s.PGSQL.5432.lock'), uid, gid)
  const { connection } = await started(context, folder)
  assert.ok(await answers(connection))
  assert.equal(other.exitCode, null)
})

test('our own lock file of a process that is gone, or whose number is somebody else’s now, stops nobody', async (context) => {
  const folder = dataFolder(context)
  for (const stale of ['999999999\n1\n', `${process.ppid}\n1\n`, 'rubbish', '']) {
    writeFileSync(join(folder, 'blamefree.pid'), stale)
    const embedded = await startEmbedded(folder)
    await embedded.stop()
  }
})

test('data of another major version is refused in a sentence and not touched', async (context) => {
  const folder = dataFolder(context)
  const version = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '17\n')
  await assert.rejects(startEmbedded(folder), /the data in .* was made by version 17, and this is version 18\./)
  assert.equal(readFileSync(version, 'utf8'), '17\n')
})

test('a folder whose path is too long for a socket gets a short one, which goes with the server', async (context) => {
  const top = emptyFolder(context)
  chmodSync(top, 0o755)
  const folder = join(top, 'x'.repeat(60), 'y'.repeat(60))
  mkdirSync(folder, { recursive: true })
  const embedded = await startEmbedded(folder)
  const { host = '' } = embedded.connection
  assert.ok(host.length < 80)
  assert.ok(await answers(embedded.connection))
  await embedded.stop()
  assert.equal(existsSync(host), false)
})

test('with install scripts off, the libraries’ links are made, in place or in a copy beside the data', async (context) => {
  const folder = emptyFolder(context)
  const { home } = findBinaries(thisMachine(null))
  const bare = join(folder, 'native')
  cpSync(home ?? '', bare, { recursive: true, verbatimSymlinks: true })
  const links = spawnSync('find', [bare, '-type', 'l', '-delete', '-print'], { encoding: 'utf8' }).stdout.trim().split('\n')
  assert.ok(links.length > 5)
  const binaries = movedTo({ ...findBinaries(thisMachine(null)) }, bare)
  assert.equal(binaries.complete, true)
  assert.equal(spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).status, 0)
})

test('root under a closed home: the data and the programs move to the system’s place, and it says where', asRoot, async (context) => {
  const home = emptyFolder(context)
  chmodSync(home, 0o700)
  const system = join(emptyFolder(context), 'blamefree')
  chmodSync(join(system, '..'), 0o755)
  const asked = join(home, 'checkout', 'data')
  mkdirSync(asked, { recursive: true })
  const said: string[] = []
  const settings = { systemPlace: system, report: (sentence: string) => void said.push(sentence) }
  const embedded = await startEmbedded(asked, settings)
  assert.equal(embedded.folder, system)
  assert.match(said[0] ?? '', new RegExp(`^The data is kept in ${system}: .* cannot enter ${asked}\\.$`))
  assert.ok(await answers(embedded.connection))
  await embedded.stop()
  await assert.rejects(startEmbedded(join(home, 'other', 'data'), settings), new RegExp(`${system} already holds the data of ${asked}`))
})

test('root with the checkout under a closed home and the data elsewhere: the programs are copied beside the data', asRoot, async (context) => {
  const home = emptyFolder(context)
  chmodSync(home, 0o700)
  const { home: native } = findBinaries(thisMachine(null))
  const closed = join(home, 'native')
  cpSync(native ?? '', closed, { recursive: true, verbatimSymlinks: true })
  const { reachable } = await import('./place.ts')
  const folder = emptyFolder(context)
  const place = placeFor(folder, folder)
  const binaries = reachable(movedTo(findBinaries(thisMachine(null)), closed), place)
  assert.ok(binaries.postgres.startsWith(`${folder}/pgbin-`))
  const run = spawnSync(binaries.postgres, ['--version'], { uid: place.account?.uid ?? 0, gid: place.account?.gid ?? 0, cwd: '/', encoding: 'utf8' })
  assert.match(run.stdout, /PostgreSQL/)
})

test('an ordinary user runs it as themselves', asRoot, async (context) => {
  const folder = emptyFolder(context)
  chownSync(folder, 65534, 65534)
  const { pid, line, child } = await app(context, folder, ['/usr/bin/setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'])
  assert.ok(pid > 0, line)
  assert.equal(statSync(`/proc/${pid}`).uid, 65534)
  child.kill('SIGTERM')
  await once(child, 'exit')
  // What one user has made, root serves as that user.
  const { connection } = await started(context, folder)
  assert.ok(await answers(connection))
})

test('the system’s PostgreSQL serves where npm has none', { skip: existsSync(DEBIAN) ? false : `there is no ${DEBIAN}` }, async (context) => {
  const alpine = findBinaries({ platform: 'linux', arch: 'x64', binDir: null, has: (path) => !path.startsWith('/lib64/ld-') && existsSync(path) })
  assert.equal(alpine.postgres, join(DEBIAN, 'postgres'))
  const { connection } = await started(context, emptyFolder(context), { binDir: DEBIAN })
  assert.deepEqual(await ask(connection, `select current_setting('server_version_num')::int / 10000 as major`), [{ major: 15 }])
})

test('where there is no PostgreSQL at all, the sentence names DATABASE_URL', () => {
  assert.throws(
    () => findBinaries({ platform: 'linux', arch: 'riscv64', binDir: null, has: () => false }),
    (error: { message: string; hint: string }) =>
      /there is none that runs|none that runs on linux-riscv64/.test(error.message) && error.hint.startsWith('Set DATABASE_URL'),
  )
  assert.throws(() => findBinaries(thisMachine('/no/such/folder')), /from PG_BIN_DIR \(\/no\/such\/folder\): there is no postgres that runs in it/)
})
