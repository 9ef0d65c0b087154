import { BlamefreeError } from '@blamefree/core'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { processNamedIn, saysReady } from './postgres-lock.ts'
import type { Account } from './server-user.ts'

/** A running PostgreSQL. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** The last of what it said. */
  readonly output: () => string
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
}

/** What programs of ours get of the environment: nothing of the app's. */
export const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

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
}

/** What the start of a server needs. */
export interface Launch {
  readonly binaries: Binaries
  readonly cluster: string
  readonly account: Account | null
  readonly socket: string
  /** Server settings beside ours. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The exit code by which our lock says that another process has the cluster. */
const LOCKED = 75

/** Starts PostgreSQL on a cluster. It is not ready yet. */
export function launch({ binaries, cluster, account, socket, settings = {} }: Launch): ServerProcess {
  const own = { ...SETTINGS, ...(binaries.major >= 18 ? { io_method: 'sync' } : {}), ...settings, unix_socket_directories: socket }
  const server = [binaries.postgres, '-D', cluster, ...Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const setpriv = program('setpriv')
  const flock = program('flock')
  const runAs = account === null ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const [command = '', ...args] = [
    // The kernel's lock on the cluster goes with the server and everything it starts, and ends with the last of them: never two, not even across containers.
    ...(flock === null || (setpriv === null && account !== null) ? [] : [flock, '--no-fork', '--nonblock', '--conflict-exit-code', String(LOCKED), cluster]),
    // Where the kernel can tell the server that we are gone, it ends cleanly even when we are killed.
    ...(setpriv === null ? [] : [setpriv, '--pdeathsig', 'INT', ...runAs]),
    ...server,
  ]
  const child = spawn(command, args, {
    cwd: cluster,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: ENVIRONMENT,
    // A group of its own: Ctrl-C in a terminal reaches us alone, and we still need the database to finish.
    detached: true,
    ...(setpriv === null ? identity(account) : {}),
  })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)))
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  return { child, output: () => output, ended }
}

/**
 * Waits until a server answers: a minute, and as long as it says that it is recovering. Throws when it ends or stays silent. That it is ready stands in its lock file at once; it is asked
 * itself now and then, which costs a connection each time.
 */
export async function ready(connection: pg.ClientConfig, cluster: string, { child, output }: ServerProcess): Promise<void> {
  const gone: string[] = []
  child.once('error', (error) => gone.push(error.message))
  child.once('exit', (code) => gone.push(code === LOCKED ? 'another process is using its data' : `it ended with ${code ?? 'a signal'}`))
  const lock = join(cluster, 'postmaster.pid')
  const since = Date.now()
  let heard = since
  for (let look = 1; gone.length === 0 && Date.now() - heard < 60_000; look++) {
    // Another server on this cluster would answer at the same socket.
    if (processNamedIn(lock) === child.pid) {
      if (saysReady(lock, since)) return
      const said = look % LOOKS_A_QUESTION === 0 ? await ask(connection) : 'nothing'
      if (said === 'ready') return
      if (said === 'recovering') heard = Date.now()
    }
    await new Promise((resume) => setTimeout(resume, 5))
  }
  if (gone.length === 0) child.kill('SIGQUIT')
  throw cannotStart(gone[0] ?? 'it did not answer within 60 seconds', output())
}

/** After so many looks at its lock file a server is asked itself. */
const LOOKS_A_QUESTION = 50

async function ask(connection: pg.ClientConfig): Promise<'ready' | 'recovering' | 'nothing'> {
  const client = new pg.Client({ connectionTimeoutMillis: 15_000, ...connection })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'recovering' : 'nothing'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A program of util-linux; null where there is none. BusyBox has programs of these names that lack what we need. */
function program(name: string): string | null {
  const path = [`/usr/bin/${name}`, `/bin/${name}`].find((place) => existsSync(place))
  return path === undefined || process.platform !== 'linux' || basename(realpathSync(path)) !== name ? null : path
}

/** The options that make a child process run as an account. */
export const identity = (account: Account | null): { uid?: number; gid?: number } => (account === null ? {} : { uid: account.uid, gid: account.gid })

/** Why the embedded PostgreSQL does not run, in a sentence. */
export function cannotStart(why: string, output: string): BlamefreeError {
  const last = output.trim().split('\n').slice(-3).join(' ')
  const hint = /No space left/.test(output)
    ? 'The disk is full: make room, then start again. Nothing that was saved is lost.'
    : /user does not exist|look up effective user/.test(output)
      ? 'The user id that this runs as has no line in /etc/passwd, which PostgreSQL needs. Add one, or set DATABASE_URL.'
      : 'Check that the disk is not full and that the data folder belongs to you, or set DATABASE_URL.'
  return new BlamefreeError('store/embedded-start', `Cannot start the embedded PostgreSQL: ${why}.${last === '' ? '' : ` It said: ${last}`}`, hint)
}
