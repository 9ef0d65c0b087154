import { BlamefreeError } from '@blamefree/core'
import type pg from 'pg'
import type { DatabaseSettings } from './database.ts'
import { runningEmbedded, startEmbedded } from './embedded/embedded-postgres.ts'
import { unreachable } from './unreachable.ts'

/**
 * Does something as the owner of the tables without opening the store: for backup and restore. With the embedded database, the server that a running Blamefree
 * has started is used, or one is started for as long as the work takes.
 */
export async function withOwner<T>({ url, dataDir, binDir = null, report }: DatabaseSettings, work: (owner: pg.ClientConfig) => Promise<T>): Promise<T> {
  if (url !== null) return await inSentences(work({ connectionString: url, connectionTimeoutMillis: 15_000 }))
  const settings = { binDir, ...(report === undefined ? {} : { report }) }
  try {
    const embedded = await startEmbedded(dataDir, settings)
    try {
      return await work(embedded.connection)
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    const running = error instanceof BlamefreeError && error.code === 'store/folder-in-use' ? runningEmbedded(dataDir, settings) : null
    if (running === null) throw error
    return await work(running)
  }
}

async function inSentences<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unreachable(error)
  }
}
