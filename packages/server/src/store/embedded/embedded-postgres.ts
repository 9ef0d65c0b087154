import { BlamefreeError } from '@blamefree/core'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { findBinaries, thisMachine } from './binaries.ts'
import { DATABASE, OWNER, prepareCluster } from './cluster.ts'
import { holdFolder } from './folder-lock.ts'
import { endOrphans } from './orphan.ts'
import { placeFor, reachable, socketFolder, SYSTEM_PLACE } from './place.ts'
import { launch, ready, type Launch, type ServerProcess } from './server-process.ts'

/** A PostgreSQL server of our own: a child process on a unix socket, reachable by nobody else. When it ends unasked, it is started again. */
export interface EmbeddedPostgres {
  /** How its owner connects. It stays the same when the server is started again. */
  readonly connection: pg.ClientConfig
  /** The folder that its data is in: the one asked for, or the system's place where that cannot be entered. */
  readonly folder: string
  /** The server's process id at this moment; null while it is being started again. */
  pid(): number | null
  /** Lets it finish what it is doing and ends it. */
  stop(): Promise<void>
}

/** What may be said about the embedded server. */
export interface EmbeddedSettings {
  /** The folder of PostgreSQL's programs; null: those from npm, else the system's. */
  readonly binDir?: string | null
  /** Hears what somebody who runs the server should know, a sentence at a time. */
  readonly report?: (sentence: string) => void
  /** Where the data goes when the account that PostgreSQL has to run as cannot enter the folder asked for. */
  readonly systemPlace?: string
}

/**
 * Starts PostgreSQL on a folder, makes the cluster first where there is none. Throws `BlamefreeError` when another process holds the folder, when no
 * binary exists for the platform, and when the server does not start.
 */
export async function startEmbedded(
  dataDir: string,
  { binDir = null, report = () => undefined, systemPlace = SYSTEM_PLACE }: EmbeddedSettings = {},
): Promise<EmbeddedPostgres> {
  const asked = resolve(dataDir)
  const place = placeFor(asked, systemPlace)
  const { folder, account } = place
  if (place.moved)
    report(`The data is kept in ${folder}: PostgreSQL may not run as root, and the account ${account?.name ?? ''} that it runs as cannot enter ${asked}.`)
  const release = await holdFolder(folder)
  try {
    const binaries = reachable(findBinaries(thisMachine(binDir)), place)
    const cluster = join(folder, 'postgres')
    prepareCluster(cluster, binaries, account)
    const socket = socketFolder(place)
    const connection = { host: socket.path, port: 5432, user: OWNER, database: DATABASE }
    const keeper = await keep({ binaries, cluster, account, socket: socket.path }, connection, report)
    return {
      connection,
      folder,
      pid: keeper.pid,
      async stop() {
        await keeper.stop()
        socket.remove()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** How to connect to the server that another process has started on a folder, and where its data is; null where none runs. */
export function runningEmbedded(
  dataDir: string,
  { systemPlace = SYSTEM_PLACE }: EmbeddedSettings = {},
): { readonly connection: pg.ClientConfig; readonly folder: string } | null {
  const { folder } = placeFor(resolve(dataDir), systemPlace)
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return null
  // PostgreSQL's own lock file: process, folder, start, port, socket folder, each on a line.
  const [, , , , host = ''] = readFileSync(file, 'utf8').split('\n')
  return host === '' ? null : { connection: { host, port: 5432, user: OWNER, database: DATABASE }, folder }
}

interface Keeper {
  readonly pid: () => number | null
  readonly stop: () => Promise<void>
}

/** Keeps a server running until it is told to stop: one that is killed or crashes is started again, at once at first and every few seconds in the end. */
async function keep(what: Launch, connection: pg.ClientConfig, report: (sentence: string) => void): Promise<Keeper> {
  const state: { server: ServerProcess | null; stopping: boolean; revival: Promise<void> } = { server: null, stopping: false, revival: Promise.resolve() }
  const start = async (): Promise<void> => {
    await endOrphans(what.cluster, what.socket)
    const started = launch(what)
    await ready(connection, what.cluster, started)
    state.server = started
    void started.ended.then(() => {
      state.server = null
      if (!state.stopping) state.revival = revive()
    })
  }
  const revive = async (): Promise<void> => {
    report('The embedded PostgreSQL ended unasked. It is being started again.')
    for (let attempt = 0; !state.stopping; attempt++) {
      try {
        await start()
        report('The embedded PostgreSQL runs again.')
        return
      } catch (error) {
        report(error instanceof BlamefreeError ? error.message : 'The embedded PostgreSQL could not be started again.')
        await new Promise((resume) => setTimeout(resume, Math.min(5000, 100 * 2 ** attempt)))
      }
    }
  }
  await start()
  return {
    pid: () => state.server?.child.pid ?? null,
    async stop() {
      state.stopping = true
      await state.revival
      if (state.server === null) return
      const { child, ended } = state.server
      child.kill('SIGINT')
      const patience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
      await ended
      clearTimeout(patience)
    },
  }
}
