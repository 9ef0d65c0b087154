import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { testServer } from '../testing/server.ts'
import { urlOf } from '../testing/databases.ts'

test('a creation that is sent again with its key is done once, over two processes', async (context) => {
  const secretKey = randomBytes(32).toString('base64')
  const server = await testServer(context, { secretKey })
  const other = await testServer(context, { secretKey, databaseUrl: urlOf(server.house.db) })
  const { pool } = server.house.db
  const { token } = await server.person('administrator')
  const invite = async (app: typeof server.app, key: string, email: string): Promise<{ status: number; body: Record<string, unknown>; replayed: boolean }> => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    const answer = await app.inject({ method: 'POST', url: '/v1/invitations', headers, payload: { email, role: 'member' } })
    return { status: answer.statusCode, body: answer.json(), replayed: answer.headers['idempotency-replayed'] === 'true' }
  }
  const made = async (email: string): Promise<number> => (await pool.query('select from invitation where email = $1', [email])).rowCount ?? 0

  const first = await invite(server.app, 'one', 'a@example.com')
  assert.equal(first.status, 201)
  const again = await invite(other.app, 'one', 'a@example.com')
  assert.deepEqual([again.status, again.body, again.replayed], [201, first.body, true])
  assert.equal(await made('a@example.com'), 1)

  assert.deepEqual([(await invite(server.app, 'one', 'b@example.com')).body['code'], await made('b@example.com')], ['key-used', 0])

  const crowd = await Promise.all(Array.from({ length: 12 }, (_, at) => invite(at % 2 === 0 ? server.app : other.app, 'crowd', 'c@example.com')))
  assert.deepEqual(new Set(crowd.map(({ status }) => status)), new Set([201]))
  assert.equal(new Set(crowd.map(({ body }) => JSON.stringify(body))).size, 1)
  assert.equal(await made('c@example.com'), 1)

  const member = await server.person('member')
  const taken = `${member.id}@example.com`
  await pool.query(`insert into auth_user (id, name, email, "emailVerified") values ($1, 'x', $2, true)`, [member.id, taken])
  for (let tries = 0; tries < 2; tries++) assert.equal((await invite(server.app, 'refused', taken)).body['code'], 'already-member')
  await pool.query('update member set email = $2 where id = $1', [member.id, 'moved@example.com'])
  assert.equal((await invite(server.app, 'refused', taken)).status, 201, 'what was refused may be sent again')

  const { rows } = await pool.query<{ text: string }>('select idempotency::text as text from idempotency')
  for (const { text } of rows) assert.doesNotMatch(text, /bf_invite_|example\.com/, 'answers are kept sealed')
  assert.equal((await invite(server.app, 'no spaces', 'd@example.com')).status, 400)
})

test('a key whose process ended is taken over when nothing was done, and answered so when it was', async (context) => {
  const server = await testServer(context)
  const { app, house } = server
  const { token } = await server.person('administrator')
  const invite = async (key: string): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    return (await app.inject({ method: 'POST', url: '/v1/invitations', headers, payload: { email: `${key}@example.com`, role: 'member' } })).json()
  }
  for (const key of ['nothing', 'something']) await invite(key)
  // As `kill -9` leaves it: before the transaction committed, and after.
  await house.db.pool.query(`update idempotency set status = null, sealed_body = null, done = (key = 'something'), claimed_at = now() - interval '1 minute'`)
  assert.ok('invitation' in (await invite('nothing')))
  assert.equal((await invite('something'))['code'], 'answer-lost')
})
