import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { testFolder } from '../testing/databases.ts'
import { EMBEDDED, ENGINES, onEveryEngine } from '../testing/engines.ts'
import { openDatabase } from './database.ts'
import { migrate, MIGRATION_LOCK } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

onEveryEngine('five processes that start at once migrate once', async (context, engine) => {
  const owner = { connectionString: await engine.empty(context) }
  const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(owner)))
  assert.deepEqual(
    ran.flat().toSorted(),
    MIGRATIONS.map(({ name }) => name),
  )
})

onEveryEngine('a database that has had every step is opened without waiting for whoever migrates', async (context, engine) => {
  const owner = { connectionString: await engine.migrated(context) }
  const other = new pg.Client(owner)
  await other.connect()
  await other.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  assert.deepEqual(await migrate(owner), [])
  await other.end()
})

onEveryEngine('two databases of one server are prepared at once, although they share the app’s role', async (context, engine) => {
  const owners = [{ connectionString: await engine.empty(context) }, { connectionString: await engine.empty(context) }]
  await Promise.all(owners.map((owner) => migrate(owner)))
})

onEveryEngine('documents are compressed with LZ4 where the server has it', async (context, engine) => {
  const owner = { connectionString: await engine.migrated(context) }
  const [server] = await ask<{ has: boolean | null }>(owner, `select 'lz4' = any(enumvals) as has from pg_settings where name = 'default_toast_compression'`)
  const has = server?.has === true
  const set = await ask(
    owner,
    `select attcompression::text as how from pg_attribute where attname = 'document' and attrelid in ('post_mortem'::regclass, 'post_mortem_version'::regclass)`,
  )
  assert.deepEqual(
    set,
    Array.from({ length: 2 }, () => ({ how: has ? 'l' : '' })),
  )
  if (engine.name.includes('Debian')) assert.equal(has, true)
})

onEveryEngine('a step that fails leaves nothing of itself', async (context, engine) => {
  const owner = { connectionString: await engine.empty(context) }
  const broken = { name: '9999-broken', sql: 'create table half (id int); select 1 / 0' }
  await assert.rejects(migrate(owner, [...MIGRATIONS, broken]), /division by zero/)
  assert.deepEqual(await ask(owner, `select to_regclass('half') as half`), [{ half: null }])
  assert.deepEqual(await migrate(owner), [])
})

// Not on the server of DATABASE_URL: its role may be somebody's.
for (const engine of ENGINES.slice(0, 2)) {
  test(
    `a user who may not make roles is told what to run once, and after that it works (${engine.name})`,
    { skip: engine.missing ?? false },
    async (context) => {
      const admin = { connectionString: await engine.empty(context) }
      const name = `bf_plain_${process.pid}_${ENGINES.indexOf(engine)}`
      await ask(admin, `create role ${name} login password 'x'`)
      context.after(() => ask(beside(admin), `drop role ${name}`))
      const [{ db } = { db: '' }] = await ask<{ db: string }>(admin, 'select current_database() as db')
      await ask(admin, `alter database "${db}" owner to ${name}`)
      // The other tests of this process have made it already.
      await ask(admin, `do $$ begin alter role blamefree_app rename to blamefree_app_away; exception when undefined_object then null; end $$`)
      const plain = { connectionString: admin.connectionString.replace(/\/\/[^@]*@/, `//${name}:x@`) }
      await assert.rejects(migrate(plain), (error: { message: string; hint: string }) => {
        assert.match(error.message, /may not make the role blamefree_app/)
        assert.match(error.hint, /create role blamefree_app nologin; grant blamefree_app to/)
        return true
      })

      await ask(admin, `do $$ begin alter role blamefree_app_away rename to blamefree_app; exception when undefined_object then null; end $$`)
      await ask(admin, `do $$ begin create role blamefree_app nologin; exception when duplicate_object then null; end $$; grant blamefree_app to ${name}`)
      const database = await openDatabase({ url: plain.connectionString, dataDir: testFolder(context), connections: 2 })
      context.after(() => database.close())
      const { rows } = await database.pool.query('select current_user as me, session_user as login')
      assert.deepEqual(rows, [{ me: 'blamefree_app', login: name }])
    },
  )
}

test('a user who may make roles but no tables is told whose the database should be', async (context) => {
  const admin = { connectionString: await EMBEDDED.empty(context) }
  const name = `bf_tableless_${process.pid}`
  await ask(admin, `create role ${name} login createrole`)
  context.after(() => ask(beside(admin), `drop role ${name}`))
  const url = admin.connectionString.replace(/\/\/[^@]*@/, `//${name}@`)
  await ask(admin, `do $$ begin create role blamefree_app nologin; exception when duplicate_object then null; end $$; grant blamefree_app to ${name}`)
  await assert.rejects(openDatabase({ url, dataDir: testFolder(context) }), /its user may not make tables there/)
})

const AWAY: readonly (readonly [string, RegExp])[] = [
  ['postgres://a:pw@127.0.0.1:9/x', /nothing listens there/],
  ['postgres://a:pw@no.such.host.invalid/x', /there is no such host|cannot be looked up/],
  ['postgres://a:pw@localhost/x?host=%2Fno%2Fsuch%2Ffolder', /there is no such socket/],
]
for (const [url, sentence] of AWAY) {
  test(`a database that cannot be reached is a sentence without the password: ${sentence.source}`, async (context) => {
    await assert.rejects(openDatabase({ url, dataDir: testFolder(context) }), (error: Error) => {
      assert.match(error.message, sentence)
      assert.doesNotMatch(error.message, /pw/)
      return true
    })
  })
}

onEveryEngine('a statement that takes too long is ended, and one that waits inside a transaction too', async (context, engine) => {
  const database = await openDatabase({ url: await engine.migrated(context), dataDir: testFolder(context), connections: 2 })
  context.after(() => database.close())
  const { rows } = await database.pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout') order by name`,
  )
  assert.deepEqual(
    rows.map(({ setting }) => setting),
    ['60000', '60000'],
  )
  await assert.rejects(
    database.tx(async (tx) => {
      const { sql } = await import('kysely')
      await sql`set local statement_timeout = 50`.execute(tx)
      await sql`select pg_sleep(5)`.execute(tx)
    }),
    /statement timeout/,
  )
})

onEveryEngine('connections that the server has cut are made anew by the next query', async (context, engine) => {
  const url = await engine.migrated(context)
  const database = await openDatabase({ url, dataDir: testFolder(context), connections: 3 })
  context.after(() => database.close())
  await Promise.all([1, 2, 3].map(() => database.pool.query('select 1')))
  await ask({ connectionString: url }, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
  await new Promise((resume) => setTimeout(resume, 100))
  assert.deepEqual((await database.pool.query('select 1 as one')).rows, [{ one: 1 }])
})

/** The server's maintenance database: a test's own is gone when its roles are dropped. */
const beside = ({ connectionString }: { connectionString: string }): pg.ClientConfig => ({
  connectionString: connectionString.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, '$1postgres'),
})

onEveryEngine('a connection that is cut between two queries of a transaction fails the transaction and not the process', async (context, engine) => {
  const url = await engine.migrated(context)
  const database = await openDatabase({ url, dataDir: testFolder(context), connections: 3 })
  context.after(() => database.close())
  await assert.rejects(
    database.tx(async (tx) => {
      const { sql } = await import('kysely')
      await sql`select 1`.execute(tx)
      await ask(
        { connectionString: url },
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      await new Promise((resume) => setTimeout(resume, 200))
      await sql`select 1`.execute(tx)
    }),
  )
  assert.deepEqual((await database.pool.query('select 1 as one')).rows, [{ one: 1 }])
})

async function ask<Row extends pg.QueryResultRow>(owner: pg.ClientConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
