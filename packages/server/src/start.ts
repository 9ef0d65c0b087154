import { setImmediate as nextTurn } from 'node:timers/promises'
import { databaseOf } from './database-of.ts'
import { openLog, type Log } from './log.ts'
import type { Serving } from './serve.ts'
import { readSettings, type Settings } from './settings.ts'

export { openLog, readSettings, type Log, type Serving, type Settings }

/** Starts the server as `serve` does, in less time: it loads the rest of itself while its database wakes up. Throws in sentences. */
export async function start(settings: Settings, log: Log): Promise<Serving> {
  const database = databaseOf(settings, log)
  // Whoever waits for it hears of it.
  database.catch(() => undefined)
  // What is loaded now lets nothing else run for a while: the database has to be on its way before.
  await nextTurn()
  const { serve } = await import('./serve.ts')
  return await serve(settings, log, { database })
}
