import { BlamefreeError } from '@blamefree/core'
import { resolve } from 'node:path'
import type pg from 'pg'
import { openDatabase, type Database, type DatabaseSettings } from './database.ts'
import { runningEmbedded, startEmbedded } from './embedded/embedded-postgres.ts'
import { unreachable } from './unreachable.ts'

/**
 * Does something as the owner of the tables without opening the store: for backup and restore. With the embedded database, the server that a running Blamefree
 * has started is used, or one is started for as long as the work takes. The folder is where the key of the secrets is kept unless a setting names it.
 */
export async function withOwner<T>(
  { url, dataDir, binDir = null, report }: DatabaseSettings,
  work: (owner: pg.ClientConfig, folder: string) => Promise<T>,
): Promise<T> {
  if (url !== null) return await inSentences(work({ connectionString: url, connectionTimeoutMillis: 15_000 }, resolve(dataDir)))
  const settings = { binDir, ...(report === undefined ? {} : { report }) }
  try {
    const embedded = await startEmbedded(dataDir, settings)
    try {
      return await work(embedded.connection, embedded.folder)
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    const running = error instanceof BlamefreeError && error.code === 'store/folder-in-use' ? runningEmbedded(dataDir, settings) : null
    if (running === null) throw error
    return await work(running.connection, running.folder)
  }
}

/** The same with the store open, as the app's role: for work over incidents beside a server that may run. */
export async function withDatabase<T>(settings: DatabaseSettings, work: (db: Database) => Promise<T>): Promise<T> {
  return await withOwner(settings, async (owner) => {
    const db = await openDatabase({ url: addressOf(owner), dataDir: settings.dataDir, connections: 4 })
    try {
      return await work(db)
    } finally {
      await db.close()
    }
  })
}

/** A connection as `DATABASE_URL` would say it. */
function addressOf({ connectionString, host = '', port, user = '', password, database = '' }: pg.ClientConfig): string {
  if (connectionString !== undefined) return connectionString
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  return `postgres://${encodeURIComponent(user)}${secret}@localhost${port === undefined ? '' : `:${port}`}/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`
}

async function inSentences<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unreachable(error)
  }
}
