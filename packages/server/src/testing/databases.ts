import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { openDatabase, type Database } from '../store/database.ts'

/** A database of a test's own, on the embedded PostgreSQL, gone after the test. */
export async function testDatabase(context: Pick<TestContext, 'after'>): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-test-'))
  const database = await openDatabase({ url: null, dataDir: folder, connections: 5 })
  context.after(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return database
}

/** The address of a test's database for a second process: what `DATABASE_URL` would say. */
export function urlOf({ owner }: Database): string {
  const { host, port, user, database } = owner
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
}
