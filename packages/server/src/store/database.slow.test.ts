import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../testing/databases.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { tablesOf } from './testing/tables-of.ts'
import { until } from '../testing/until.ts'

test('the app works as a role that owns nothing, and the audit log can only grow', async (context) => {
  const { pool } = await testDatabase(context)
  const { rows } = await pool.query<{ me: string; owners: number }>(
    `select current_user as me, (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user) as owners`,
  )
  assert.deepEqual(rows, [{ me: 'blamefree_app', owners: 0 }])
  await assert.rejects(pool.query('delete from audit'), /permission denied/)
  await assert.rejects(pool.query(`update audit set action = 'x'`), /permission denied/)
  await assert.rejects(pool.query('drop table audit'), /must be owner/)
})

test('tables.ts is what the migrations make', async (context) => {
  const { pool } = await testDatabase(context)
  assert.equal(await tablesOf(pool), readFileSync(new URL('tables.ts', import.meta.url), 'utf8'), 'Run npm run tables.')
})

test('migrating again does nothing, a changed step and a newer database are refused in sentences', async (context) => {
  const database = await testDatabase(context)
  assert.deepEqual(await migrate(database.owner), [])
  const [, ...later] = MIGRATIONS
  await assert.rejects(migrate(database.owner, [{ name: '0001-house', sql: 'select 1' }, ...later]), /is not the one of this version/)
  await assert.rejects(migrate(database.owner, []), /a newer version of Blamefree has made it/)
})

test('a connection that is cut in the middle of a transaction fails that transaction and nothing else', async (context) => {
  const { pool, owner } = await testDatabase(context)
  const operator = new pg.Client(owner)
  await operator.connect()
  const client = await pool.connect()
  const { rows } = await client
    .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
    .then((answers) => (answers as unknown as (typeof answers)[])[1] ?? answers)
  await operator.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  // Nobody asks anything of it now: unheard, the error would end the process.
  await new Promise((resume) => setTimeout(resume, 100))
  await assert.rejects(client.query('select 1'))
  client.release(true)
  assert.equal((await pool.query('select 1')).rowCount, 1)
  await operator.end()
})

test('a broken connection of the doorbell is made anew and rings once for what was missed', async (context) => {
  const { doorbell, pool, owner } = await testDatabase(context)
  const operator = new pg.Client(owner)
  await operator.connect()
  operator.on('error', () => undefined)
  const rings: string[] = []
  doorbell.hear('x', (text) => rings.push(text))
  await pool.query(`select pg_notify('blamefree', 'x 1')`)
  await until(() => rings.length === 1)
  await pool.query(`select pg_notify('blamefree', 'y 2')`)
  const { rows } = await operator.query<{ pid: number }>(`select pid from pg_stat_activity where query = 'listen blamefree' and datname = current_database()`)
  assert.equal(rows.length, 1)
  await operator.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  await until(() => rings.length === 2)
  assert.deepEqual(rings, ['1', ''])
})
