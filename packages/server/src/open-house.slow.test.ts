import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { openLog } from './log.ts'
import { openHouse } from './open-house.ts'
import { readSettings } from './settings.ts'
import { testFolder } from './testing/databases.ts'
import { chosenEngine } from './testing/engines.ts'

test('a house that cannot be built closes what it has opened', async (context) => {
  const databaseUrl = await chosenEngine().migrated(context)
  const folder = testFolder(context)
  writeFileSync(join(folder, 'secret.key'), 'too short')
  const settings = { ...readSettings({ DATA_DIR: folder }), databaseUrl }
  const log = openLog('error', () => undefined)
  await assert.rejects(openHouse(settings, log), /does not hold 32 bytes/)
  assert.equal(await connections(databaseUrl), 0)
  await using house = await openHouse({ ...settings, secretKey: Buffer.alloc(32).toString('base64') }, log)
  assert.ok((await connections(databaseUrl)) > 0)
  await house[Symbol.asyncDispose]()
  assert.equal(await connections(databaseUrl), 0)
})

/** How many others are connected to a database. Ends are said to the server and not waited for, so it is asked until they are heard of. */
async function connections(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
      const n = rows[0]?.n ?? 0
      if (n === 0 || attempt === 40) return n
      await new Promise((resume) => setTimeout(resume, 25))
    }
  } finally {
    await client.end()
  }
}
