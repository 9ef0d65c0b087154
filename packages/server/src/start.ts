import { setImmediate as nextTurn } from 'node:timers/promises'
import { databaseOf } from './database-of.ts'
import { openLog, type Log } from './log.ts'
import type { Serving } from './serve.ts'
import { readSettings, type Settings } from './settings.ts'

export { openLog, readSettings, type Log, type Serving, type Settings }

/** The largest parts of the server, each with what it alone needs. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('@blamefree/adapters'),
  () => import('./people/sign-in.ts'),
  () => import('./jobs/jobs.ts'),
  () => import('./rooms/rooms.ts'),
  () => import('./jobs/all-jobs.ts'),
  () => import('./api/routes.ts'),
  () => import('./api/app.ts'),
]

/** Starts the server as `serve` does, in less time: it loads the rest of itself while its database wakes up. Throws in sentences. */
export async function start(settings: Settings, log: Log): Promise<Serving> {
  const database = databaseOf(settings, log)
  // Whoever waits for it hears of it.
  database.catch(() => undefined)
  // What is loaded lets nothing else run for a while: the database has to be on its way before, and gets its turn between the parts.
  for (const load of PARTS) {
    await nextTurn()
    await load()
  }
  await nextTurn()
  const { serve } = await import('./serve.ts')
  return await serve(settings, log, { database })
}
