import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { openDatabase, type Database } from '../store/database.ts'
import { chosenEngine, type Engine } from './engines.ts'

/** A database of a test's own, gone after the test: with all tables, on the engine given or the one that was chosen for this run. */
export async function testDatabase(given: Pick<TestContext, 'after'>, engine: Engine = chosenEngine()): Promise<Database> {
  const context = lastFirst(given)
  const url = await engine.migrated(context)
  const folder = testFolder(context)
  const database = await openDatabase({ url, dataDir: folder, connections: 5 })
  context.after(() => database.close())
  return database
}

const ends = new WeakMap<object, (() => unknown)[]>()

/** The same context, with what was opened last closed first, as servers have to be before their databases go. (`after` itself goes from the first to the last.) */
export function lastFirst(context: Pick<TestContext, 'after'>): Pick<TestContext, 'after'> {
  const known = ends.get(context)
  const stack = known ?? []
  if (known === undefined) {
    ends.set(context, stack)
    context.after(async () => {
      for (const end of stack) await end()
    })
  }
  return { after: (end) => void stack.unshift(end as () => unknown) }
}

/** The address of a test's database for a second process: what `DATABASE_URL` would say. */
export function urlOf({ owner }: Database): string {
  if (owner.connectionString !== undefined) return owner.connectionString
  const { host, port, user, database } = owner
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
}

/** A folder of a test's own, gone after the test. */
export function testFolder(context: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-test-'))
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
