import { BlamefreeError } from '@blamefree/core'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { findBinaries, type Binaries } from './binaries.ts'
import { holdFolder, isRunning } from './folder-lock.ts'
import { closedFolder, serverUser, type Account } from './server-user.ts'

/** A PostgreSQL server of our own: a child process on a unix socket, reachable by nobody else. */
export interface EmbeddedPostgres {
  /** How its owner connects. */
  readonly connection: pg.ClientConfig
  /** The folder that its data is in: the one asked for, or the system's place where that cannot be entered. */
  readonly folder: string
  /** The server's process id. */
  readonly pid: number
  /** Resolves when the server has ended without being asked to. */
  readonly ended: Promise<void>
  /** Lets it finish what it is doing and ends it. */
  stop(): Promise<void>
}

export const OWNER = 'blamefree'
export const DATABASE = 'blamefree'

/**
 * Starts PostgreSQL on a folder, makes the cluster first where there is none. Throws `BlamefreeError` when another process holds the folder, when no
 * binary exists for the platform, and when the server does not start.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedPostgres> {
  const { folder, account } = placeFor(resolve(dataDir))
  mkdirSync(folder, { recursive: true })
  // The server's account has to pass through our folder; it cannot list it.
  if (account !== null && closedFolder(folder, account) === folder) chmodSync(folder, 0o711)
  const release = holdFolder(folder)
  try {
    const binaries = reachable(findBinaries(), folder, account)
    const cluster = join(folder, 'postgres')
    await endOrphan(cluster)
    if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(binaries, cluster, account)
    sameMajor(cluster, binaries)
    chmodSync(cluster, 0o700)
    const socket = socketFolder(folder, account)
    const { child, output } = launch(binaries, cluster, { account, socket })
    const connection = { host: socket, port: 5432, user: OWNER, database: DATABASE }
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    await ready(connection, child, output)
    return {
      connection,
      folder,
      pid: child.pid ?? 0,
      ended,
      async stop() {
        child.kill('SIGINT')
        const patience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
        await ended
        clearTimeout(patience)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Where the system keeps such data when root starts us from a folder that the server's account cannot enter. */
const SYSTEM_PLACE = '/var/lib/blamefree'

function placeFor(folder: string): { folder: string; account: Account | null } {
  const account = serverUser(join(folder, 'postgres'))
  if (account === null || closedFolder(dirname(folder), account) === null) return { folder, account }
  return { folder: SYSTEM_PLACE, account: serverUser(join(SYSTEM_PLACE, 'postgres')) }
}

/** The binaries themselves, or a copy of them beside the data where the server's account cannot reach them. */
function reachable(binaries: Binaries, folder: string, account: Account | null): Binaries {
  if (account === null || closedFolder(binaries.home, account) === null) return binaries
  const home = join(folder, `pgbin-${binaries.version}`)
  if (!existsSync(join(home, 'bin', 'postgres'))) {
    const beside = `${home}.part-${process.pid}`
    cpSync(binaries.home, beside, { recursive: true, verbatimSymlinks: true })
    renameSync(beside, home)
  }
  return { ...binaries, home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') }
}

function makeCluster(binaries: Binaries, cluster: string, account: Account | null): void {
  if (existsSync(cluster)) renameSync(cluster, `${cluster}.unfinished-${process.pid}`)
  const beside = `${cluster}.part-${process.pid}`
  mkdirSync(beside, { mode: 0o700 })
  if (account !== null) chownSync(beside, account.uid, account.gid)
  const args = [
    '-D',
    beside,
    '-U',
    OWNER,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]
  const { status, stderr, error } = spawnSync(binaries.initdb, args, { encoding: 'utf8', cwd: beside, env: ENVIRONMENT, ...identity(account) })
  if (status !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw failed(`initdb ended with ${status ?? error?.message ?? 'a signal'}`, stderr ?? '')
  }
  const single = spawnSync(binaries.postgres, ['--single', '-D', beside, 'postgres'], {
    input: `create database ${DATABASE}\n`,
    encoding: 'utf8',
    cwd: beside,
    env: ENVIRONMENT,
    ...identity(account),
  })
  if (single.status !== 0) throw failed('the database could not be made', single.stderr)
  writeFileSync(join(beside, 'pg_hba.conf'), 'local all all trust\n')
  renameSync(beside, cluster)
}

function sameMajor(cluster: string, { version }: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version.split('.')[0] === made) return
  throw new BlamefreeError(
    'store/other-major',
    `Cannot start the embedded PostgreSQL: its data was made by version ${made}, and this is version ${version}.`,
    'Start the version of Blamefree that made it, run blamefree backup, then restore the file with this one.',
  )
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
  wal_level: 'replica',
  io_method: 'sync',
}

const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

function launch(
  binaries: Binaries,
  cluster: string,
  { account, socket }: { account: Account | null; socket: string },
): { child: ChildProcess; output: () => string } {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socket }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const own = ['-D', cluster, ...settings]
  // Where the kernel can tell the server that we are gone, it ends cleanly even when we are killed.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  const identityArgs = account === null ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const [command, args, options] =
    setpriv === undefined ? [binaries.postgres, own, identity(account)] : [setpriv, ['--pdeathsig', 'INT', ...identityArgs, binaries.postgres, ...own], {}]
  const child = spawn(command, args, { cwd: cluster, stdio: ['ignore', 'ignore', 'pipe'], env: ENVIRONMENT, ...options })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)))
  return { child, output: () => output }
}

async function ready(connection: pg.ClientConfig, child: ChildProcess, output: () => string): Promise<void> {
  const began = Date.now()
  const gone: string[] = []
  child.once('error', (error) => gone.push(error.message))
  child.once('exit', (code) => gone.push(`it ended with ${code ?? 'a signal'}`))
  while (gone.length === 0 && Date.now() - began < 60_000) {
    const client = new pg.Client(connection)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await client.end().catch(() => undefined)
      await new Promise((resume) => setTimeout(resume, 15))
    }
  }
  child.kill('SIGQUIT')
  throw failed(gone[0] ?? 'it did not answer within 60 seconds', output())
}

/** A server whose Blamefree was killed goes on; it is asked to end, and waited for, so that there are never two on one folder. */
async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid = '', folder] = readFileSync(file, 'utf8').split('\n')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 1 || folder !== cluster || !isRunning(number, 'postgres')) return
  process.kill(number, 'SIGINT')
  for (let waited = 0; waited < 30_000 && isRunning(number, 'postgres'); waited += 50) await new Promise((resume) => setTimeout(resume, 50))
}

/** A unix socket's path may have 107 bytes; a longer folder gets a short one of its own. */
function socketFolder(folder: string, account: Account | null): string {
  const near = join(folder, 'run')
  const path = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100 ? near : mkdtempSync(join(tmpdir(), 'blamefree-'))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (account !== null) chownSync(path, account.uid, account.gid)
  return path
}

const identity = (account: Account | null): { uid?: number; gid?: number } => (account === null ? {} : { uid: account.uid, gid: account.gid })

function failed(why: string, output: string): BlamefreeError {
  const last = output.trim().split('\n').slice(-3).join(' ')
  return new BlamefreeError(
    'store/embedded-start',
    `Cannot start the embedded PostgreSQL: ${why}.${last === '' ? '' : ` It said: ${last}`}`,
    'Check that the disk is not full and that the data folder belongs to you, or set DATABASE_URL.',
  )
}
