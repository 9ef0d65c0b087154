import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries, thisMachine } from '../store/embedded/binaries.ts'
import { OWNER, prepareCluster } from '../store/embedded/cluster.ts'
import { placeFor, reachable, socketFolder } from '../store/embedded/place.ts'
import { launch, ready, type Launch, type ServerProcess } from '../store/embedded/server-process.ts'
import { migrate } from '../store/migrate.ts'

/** The database with all tables that every such server has; tests get copies of it. */
export const TEMPLATE = 'blamefree_test_template'

/** Starts a server of this process's own and gives the address of its maintenance database. `binDir`: whose programs; null for those that come along. */
export async function ownServer(binDir: string | null): Promise<string> {
  const folder = mkdtempSync(join(memory() ?? tmpdir(), 'blamefree-test-'))
  const place = placeFor(folder, folder)
  const binaries = reachable(findBinaries(thisMachine(binDir)), place)
  const cluster = join(folder, 'postgres')
  const socket = socketFolder(place).path
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const what: Launch = { binaries, cluster, account: place.account, socket, settings }
  const base = `postgres://${OWNER}@localhost/postgres?host=${encodeURIComponent(socket)}`
  const kept = keptCluster(binaries.version)
  if (kept === null || !copied(kept, cluster)) {
    prepareCluster(cluster, binaries, place.account, ['--no-sync'])
    await withTemplate(what, base)
    if (kept !== null && copied(cluster, `${kept}.${process.pid}`)) renameOnce(`${kept}.${process.pid}`, kept)
  }
  const server = await started(what)
  // Neither the server nor what it says keeps the process alive; it goes with it.
  server.child.unref()
  const { stderr } = server.child
  ;(stderr as Socket | null)?.unref()
  process.once('beforeExit', () => {
    server.child.ref()
    server.child.kill('SIGINT')
  })
  process.once('exit', () => {
    if (server.child.exitCode === null) server.child.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return base
}

/** One statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export const named = (url: string, database: string): string => url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`)

async function started(what: Launch): Promise<ServerProcess> {
  const server = launch(what)
  await ready({ host: what.socket, user: OWNER, database: 'postgres' }, what.cluster, server)
  return server
}

/** Makes the template on a new cluster, and stops the server again, so that the cluster can be copied. */
async function withTemplate(what: Launch, base: string): Promise<void> {
  const server = await started(what)
  await runSql(base, `create database ${TEMPLATE} template template0`)
  await migrate({ connectionString: named(base, TEMPLATE) })
  server.child.kill('SIGINT')
  await server.ended
}

/** Where one run of all suites keeps a cluster with its template, so that not every process has to make one; null where a file is run by itself. */
function keptCluster(version: string): string | null {
  const folder = process.env['BLAMEFREE_TEST_CLUSTERS'] ?? ''
  return folder === '' ? null : join(folder, version)
}

/** Whether there was a cluster to copy and room for it. Half a copy is taken away again: it would be taken for a cluster. */
function copied(from: string, to: string): boolean {
  if (!existsSync(from)) return false
  const whole = spawnSync('cp', ['-a', from, to]).status === 0
  if (!whole) rmSync(to, { recursive: true, force: true })
  return whole
}

/** Whoever comes second leaves what the first has made. */
function renameOnce(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    rmSync(from, { recursive: true, force: true })
  }
}

/**
 * A folder in memory where databases are made fastest; null where there is none, or too little of it (containers often have 64 MB), and in a run of all suites: its own
 * folder is in memory already, and is taken away when the run is killed.
 */
function memory(): string | null {
  if (process.env['BLAMEFREE_TEST_CLUSTERS'] !== undefined || !existsSync('/dev/shm')) return null
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > 4 * 1024 ** 3 ? '/dev/shm' : null
}
