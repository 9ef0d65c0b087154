import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** A way to hear that something was written. What rings carries ids only; whoever listens reads the rows. A ring may be missed, so listeners also look from time to time. */
export interface Doorbell {
  /** Calls back with each ring's text until the returned function is called. */
  hear(channel: string, callback: (text: string) => void): () => void
  close(): Promise<void>
}

/** The one channel that all rings share, so that one connection hears them all: `<channel> <text>`. */
export const CHANNEL = 'blamefree'

/** Rings, when the transaction commits. */
export async function ring(store: Kysely<Tables>, text: `${string} ${string}`): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${text})`.execute(store)
}

/** Listens on a connection of its own, and connects again when that breaks. After each reconnection every listener is rung with an empty text: look for yourself. */
export async function listenOn(config: pg.ClientConfig): Promise<Doorbell> {
  const listeners = new Map<string, Set<(text: string) => void>>()
  let client: pg.Client | null = null
  let closed = false
  let waiting: NodeJS.Timeout | undefined

  const ring = (payload: string): void => {
    const space = payload.indexOf(' ')
    const channel = space < 0 ? payload : payload.slice(0, space)
    for (const callback of listeners.get(channel) ?? []) callback(space < 0 ? '' : payload.slice(space + 1))
  }
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ ...config, keepAlive: true })
    next.on('notification', ({ payload }) => ring(payload ?? ''))
    next.on('error', () => undefined)
    next.on('end', () => {
      if (client === next) client = null
      if (!closed) waiting = setTimeout(() => void connect(), 500)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
      for (const channel of listeners.keys()) ring(channel)
    } catch {
      await next.end().catch(() => undefined)
    }
  }
  await connect()
  return {
    hear(channel, callback) {
      const known = listeners.get(channel) ?? new Set()
      listeners.set(channel, known.add(callback))
      return () => known.delete(callback)
    },
    async close() {
      closed = true
      clearTimeout(waiting)
      await client?.end().catch(() => undefined)
    },
  }
}
