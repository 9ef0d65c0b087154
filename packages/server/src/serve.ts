import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { BlamefreeError } from '@blamefree/core'
import { buildApp } from './api/app.ts'
import type { Log } from './log.ts'
import { openHouse, type HouseMore } from './open-house.ts'
import { newToken } from './secrets.ts'
import type { Settings } from './settings.ts'
import { loadExample } from './store/first-start.ts'
import { insertInvitation } from './store/invitations.ts'
import { canAnybodySignIn, countMembers } from './store/members.ts'

/** A server that answers. */
export interface Serving {
  /** The address that people open. */
  readonly address: string
  /** A link that makes whoever opens it first the administrator; null when there is somebody who can sign in. */
  readonly firstAdministrator: string | null
  /** Where the embedded database is; null with `DATABASE_URL`. */
  readonly folder: string | null
  /** Stops accepting, lets what has begun finish, and closes the database. */
  stop(): Promise<void>
}

/** How long what has begun gets to finish when the server stops, in milliseconds. */
const PATIENCE = 10_000

/** What a server may be given besides its settings. */
export interface ServeMore extends HouseMore {
  /** Adds routes before the port is opened, for a test. */
  readonly extend?: (app: FastifyInstance) => void
}

/** Starts the server: the database, the application, the port; on the first start with the example incident. Throws in sentences. */
export async function serve(settings: Settings, log?: Log, { extend, ...more }: ServeMore = {}): Promise<Serving> {
  const open = await openHouse(settings, log, more)
  let started: FastifyInstance | null = null
  try {
    // What the one waits for the database, the other computes.
    const beginning = open.begin()
    beginning.catch(() => undefined)
    started = await buildApp(open.house)
    extend?.(started)
    await beginning
    await started.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await started?.close()
    await open[Symbol.asyncDispose]()
    throw cannotListen(error, settings)
  }
  const app = started
  const { port } = app.server.address() as AddressInfo
  const address = settings.publicUrl ?? open.house.publicUrl.replace(/:\d+$/, `:${port}`)
  const fresh = (await countMembers(open.house.db)) === 0
  const link = await firstAdministrator(open.house.db, address)
  if (fresh) await loadExample(open.house).catch((error: Error) => open.house.log.warn({ error }, 'the example incident was not loaded'))
  // Node loads what these are of when they are first used, which is not to be while somebody waits.
  setTimeout(() => void new Headers(), 50).unref()
  let stopping: Promise<void> | null = null
  return {
    address,
    firstAdministrator: link,
    folder: open.house.db.folder,
    stop() {
      stopping ??= close(app, open)
      return stopping
    },
  }
}

/** Stops the parts in the order in which they need each other. Connections that are still busy when patience ends are cut. */
async function close(app: FastifyInstance, open: AsyncDisposable): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  // A connection whose request has just been finished would be kept open for the next one.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
    clearInterval(sweep)
    await open[Symbol.asyncDispose]()
  }
}

/** The link is new at every start until somebody has used one; the one before is taken back. */
async function firstAdministrator(db: Parameters<typeof canAnybodySignIn>[0], address: string): Promise<string | null> {
  if (await canAnybodySignIn(db)) return null
  const { token, hash } = newToken('bf_invite_')
  await db.tx((tx) => insertInvitation(tx, { email: '', role: 'administrator', hash, by: null }))
  return `${address}/welcome#${token}`
}

function cannotListen(error: unknown, { host, port }: Settings): unknown {
  const why = {
    EADDRINUSE: ['another program listens there', 'Stop it, or choose another port with PORT.'],
    EACCES: ['this user may not', 'Choose a port from 1024 up with PORT.'],
    EADDRNOTAVAIL: ['this machine has no such address', 'Choose another with HOST.'],
  }[(error as { code?: string }).code ?? '']
  return why === undefined ? error : new BlamefreeError('serve/listen', `Cannot listen on ${host}:${port}: ${why[0] ?? ''}.`, why[1] ?? '', { cause: error })
}
