import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../testing/databases.ts'
import { EMBEDDED, ENGINES, type Engine } from '../testing/engines.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { fillTables } from './testing/fill-tables.ts'

test('a database without a row in one of its tables would not be much of a test', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  const counts = await countsOf(owner)
  assert.ok(Object.keys(counts).length > 35)
  assert.deepEqual(
    Object.entries(counts).filter(([, count]) => count === 0),
    [],
  )
})

for (const from of ENGINES)
  for (const to of ENGINES) {
    test(`what is backed up from ${from.name} comes back on ${to.name}`, { skip: from.missing ?? to.missing ?? false }, async (context) => {
      const { owner } = await filled(context, from)
      const { file, report } = await backedUp(owner)
      const target = { connectionString: await to.empty(context) }
      const restored = await restore(target, Readable.from([file]))
      assert.deepEqual({ rows: restored.rows, tables: restored.tables }, { rows: report.rows, tables: report.tables })
      assert.equal(report.bytes, file.length)
      assert.deepEqual(await contentOf(target), await contentOf(owner))
      assert.deepEqual(restored.migrated, [])
    })
  }

test('a backup is of one moment while others write', async (context) => {
  const { owner, pool } = await testDatabase(context)
  const writing = { on: true, done: 0 }
  const writer = (async () => {
    // A row and its double, always together; the pair is whole or absent in any one moment.
    while (writing.on) {
      await pool.query(
        `with a as (insert into secret (name, sealed) values ($1, 'x') returning name)
        insert into sign_in_attempt (key, failures, last_at) select name, 1, now() from a`,
        [`n${writing.done}`],
      )
      writing.done += 1
    }
  })()
  while (writing.done < 50) await new Promise((resume) => setTimeout(resume, 5))
  const { file } = await backedUp(owner)
  writing.on = false
  await writer
  const target = { connectionString: await EMBEDDED.empty(context) }
  await restore(target, Readable.from([file]))
  const counts = await countsOf(target)
  assert.ok((counts['secret'] ?? 0) >= 50 && (counts['secret'] ?? 0) <= writing.done)
  assert.equal(counts['secret'], counts['sign_in_attempt'])
})

test('what comes after a restored row gets a number of its own', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  const { file } = await backedUp(owner)
  const target = { connectionString: await EMBEDDED.empty(context) }
  await restore(target, Readable.from([file]))
  const ask = async (config: pg.ClientConfig): Promise<number> => {
    const [row] = await rowsOf<{ id: string }>(config, `insert into audit (via, action) values ('system', 'x') returning id`)
    return Number(row!.id)
  }
  assert.equal(await ask(target), await ask(owner))
})

test('the app’s role may do in a restored database what it may do in a new one', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  const { file } = await backedUp(owner)
  const target = { connectionString: await EMBEDDED.empty(context) }
  await restore(target, Readable.from([file]))
  const rights = `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'blamefree_app' order by 1, 2`
  assert.deepEqual(await rowsOf(target, rights), await rowsOf(owner, rights))
})

test('an older backup is brought up to date', async (context) => {
  const target = { connectionString: await EMBEDDED.empty(context) }
  const old = { connectionString: await EMBEDDED.empty(context) }
  await migrate(old, MIGRATIONS.slice(0, 2))
  await rowsOf(old, `insert into secret (name, sealed) values ('a', '\\x00ff')`)
  const { file } = await backedUp(old)
  const { migrated } = await restore(target, Readable.from([file]))
  assert.deepEqual(
    migrated,
    MIGRATIONS.slice(2).map(({ name }) => name),
  )
  assert.deepEqual(await rowsOf(target, 'select name, sealed from secret'), [{ name: 'a', sealed: Buffer.from([0, 255]) }])
})

test('a newer backup is refused and changes nothing', async (context) => {
  const newer = { connectionString: await EMBEDDED.empty(context) }
  await migrate(newer, [...MIGRATIONS, { name: '9999-future', sql: 'create table future (id int)' }])
  const { file } = await backedUp(newer)
  const target = { connectionString: await EMBEDDED.empty(context) }
  await assert.rejects(restore(target, Readable.from([file])), /a step \(9999-future\) that this version does not have/)
  assert.deepEqual(await countsOf(target), {})
})

test('a database that is not empty is refused', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  const { file } = await backedUp(owner)
  const before = await contentOf(owner)
  await assert.rejects(restore(owner, Readable.from([file])), /the database is not empty \(it has the table public\./)
  assert.deepEqual(await contentOf(owner), before)
})

test('a file that was cut short or changed anywhere is refused in a sentence, and nothing is left behind', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  const { file } = await backedUp(owner)
  let target = { connectionString: await EMBEDDED.empty(context) }
  for (const part of [0, 5, 19, 20, 200, Math.floor(file.length / 2), file.length - 40, file.length - 1])
    await assert.rejects(restore(target, Readable.from([file.subarray(0, part)])), /damaged or was cut short|no backup of Blamefree/, `${part} bytes of it`)
  for (let at = 0; at < file.length; at += Math.ceil(file.length / 40)) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    const refusal = await restore(target, Readable.from([changed])).then(
      () => null,
      (error: unknown) => String(error),
    )
    if (refusal === null) {
      // A compressor can say the same in two ways. What was restored is then what was in the file.
      assert.deepEqual(await contentOf(target), await contentOf(owner), `byte ${at}`)
      target = { connectionString: await EMBEDDED.empty(context) }
    } else assert.match(refusal, /damaged or was cut short|no backup of Blamefree|newer version/, `byte ${at}`)
  }
  await assert.rejects(restore(target, Readable.from([Buffer.concat([file, Buffer.from('more')])])), /damaged|cut short/)
  assert.deepEqual(await countsOf(target), {})
  await restore(target, Readable.from([file]))
})

test('what was going on when the backup was made says that it was not finished', async (context) => {
  const { owner } = await filled(context, EMBEDDED)
  await rowsOf(owner, `update artifact set state = 'making'`)
  const { file } = await backedUp(owner)
  const target = { connectionString: await EMBEDDED.empty(context) }
  await restore(target, Readable.from([file]))
  const [artifact] = await rowsOf<{ state: string; error: string }>(target, 'select state, error from artifact')
  assert.equal(artifact?.state, 'failed')
  assert.match(artifact.error, /^Restored from a backup/)
})

async function filled(context: TestContext, engine: Engine): Promise<{ owner: pg.ClientConfig }> {
  const owner = { connectionString: await engine.migrated(context) }
  const client = new pg.Client(owner)
  await client.connect()
  await fillTables(client)
  await client.end()
  return { owner }
}

async function backedUp(owner: pg.ClientConfig): Promise<{ file: Buffer; report: Awaited<ReturnType<typeof backup>> }> {
  const stream = new PassThrough()
  const [report, file] = await Promise.all([backup(owner, stream), buffer(stream)])
  return { file, report }
}

async function rowsOf<Row extends pg.QueryResultRow>(owner: pg.ClientConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const tablesOf = async (owner: pg.ClientConfig): Promise<string[]> =>
  (await rowsOf<{ name: string }>(owner, `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`)).map(
    ({ name }) => name,
  )

async function countsOf(owner: pg.ClientConfig): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of await tablesOf(owner)) counts[name] = Number((await rowsOf<{ n: string }>(owner, `select count(*) as n from "${name}"`))[0]?.n)
  return counts
}

/** Every row of every table as JSON, without what the database makes itself for its search: engines divide a text into words in slightly different ways. */
async function contentOf(owner: pg.ClientConfig): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const name of await tablesOf(owner))
    content[name] = (await rowsOf<{ row: string }>(owner, `select (to_jsonb(t) - 'search')::text as row from "${name}" t order by 1`)).map(({ row }) => row)
  return content
}
