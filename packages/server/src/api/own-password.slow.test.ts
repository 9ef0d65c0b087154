import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { newToken } from '../secrets.ts'
import { insertInvitation } from '../store/invitations.ts'
import { identityProvider } from '../testing/identity-provider.ts'
import { listeningServer, type ListeningServer } from '../testing/listening-server.ts'
import { mailbox } from '../testing/mailbox.ts'
import { newPostMortem, typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'

const [EMAIL, OLD, NEW] = ['ada@example.com', 'correct horse battery staple', 'quite another long sentence']

interface Here {
  readonly server: ListeningServer
  readonly ada: string
  /** Her first browser. */
  readonly cookie: string
  readonly signIn: (password: string) => Promise<{ status: number; cookie: string }>
  readonly change: (cookie: string, body: object) => Promise<{ status: number; body: Readonly<Record<string, unknown>> }>
  readonly me: (cookie: string) => Promise<{ status: number; body: Readonly<Record<string, unknown>> }>
}

async function here(context: TestContext, settings: Parameters<typeof listeningServer>[1] = {}): Promise<Here> {
  const server = await listeningServer(context, settings)
  const send = async (method: 'GET' | 'POST' | 'PUT', url: string, { payload, cookie }: { payload?: object; cookie?: string }) => {
    const answer = await server.app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: cookie === undefined ? {} : { cookie },
    })
    const set = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>(), cookie: set }
  }
  const { token, hash } = newToken('bf_invite_')
  await server.house.db.tx((tx) => insertInvitation(tx, { email: EMAIL, role: 'member', hash, by: null }))
  const joined = await send('POST', '/v1/invitations/accept', { payload: { token, name: 'Ada', password: OLD } })
  return {
    server,
    ada: String(joined.body['id']),
    cookie: joined.cookie,
    signIn: async (password) => await send('POST', '/v1/session', { payload: { email: EMAIL, password } }),
    change: async (cookie, payload) => await send('PUT', '/v1/me/password', { payload, cookie }),
    me: async (cookie) => await send('GET', '/v1/me', { cookie }),
  }
}

test('a new password takes the old one, ends every other session and what is open there, and is told by mail', async (context) => {
  const box = await mailbox(context)
  const { server, ada, cookie, signIn, change, me } = await here(context, { smtpUrl: box.url })
  const there = await signIn(OLD)
  const postMortem = await newPostMortem(server.house.db, 'One.\n')
  const [open, mine] = [there.cookie, cookie].map((of) => typist({ port: server.port, postMortem, token: '', cookie: of }))
  context.after(() => [open, mine].forEach((one) => one?.leave()))
  await Promise.all([open?.synced(), mine?.synced()])
  await server.app.inject({ method: 'POST', url: '/v1/password-resets', payload: { email: EMAIL } })
  const link = /\/new-password#(bf_reset_[\w-]+)/.exec((await box.next()).replace(/=\r?\n/g, ''))?.[1]

  assert.deepEqual(await change(cookie, { current: OLD, password: NEW }).then(({ status, body }) => [status, body]), [200, { ended: 1 }])
  await until(() => open?.closed.includes(4401) === true)
  assert.deepEqual([(await me(cookie)).status, (await me(there.cookie)).status, mine?.closed], [200, 401, []])
  assert.deepEqual([(await signIn(OLD)).status, (await signIn(NEW)).status], [401, 200])
  const letter = (await box.next()).replace(/=\r?\n/g, '')
  assert.match(letter, /^To: ada@example\.com/m)
  assert.match(letter, /Subject: Your password for Blamefree was changed/)
  assert.match(letter, /from the address 127\.0\.0\.1/)
  assert.doesNotMatch(letter, /horse|sentence/)
  const late = await server.app.inject({ method: 'POST', url: '/v1/password-resets/accept', payload: { token: link, password: OLD } })
  assert.equal(late.json().code, 'no-reset', 'a link from before is good no longer')
  const { rows } = await server.house.db.pool.query(`select action, actor, after from audit where action in ('password.change', 'session.close') order by id`)
  assert.deepEqual(rows, [
    { action: 'password.change', actor: ada, after: null },
    { action: 'session.close', actor: ada, after: { sessions: 1, why: 'new-password' } },
  ])
})

test('whoever does not know the current password changes nothing, waits after a few tries, and is in the log', async (context) => {
  const { server, ada, cookie, signIn, change } = await here(context)
  const codes: unknown[] = []
  for (let tries = 0; tries < 8; tries++) codes.push((await change(cookie, { current: 'a wrong secret', password: NEW })).body['code'])
  assert.deepEqual([codes.slice(0, 6), codes[7]], [Array(6).fill('wrong-password'), 'too-many-tries'])
  assert.equal((await change(cookie, { current: OLD, password: NEW })).body['code'], 'too-many-tries')
  // At the door they come in: the wait is for changing it.
  assert.equal((await signIn(OLD)).status, 200)
  await server.house.db.pool.query('delete from sign_in_attempt')
  assert.deepEqual((({ status, body }) => [status, body['code']])(await change(cookie, { current: OLD, password: 'short' })), [422, 'people/weak-password'])
  const { rows } = await server.house.db.pool.query(`select distinct actor, after from audit where action like 'password.%' order by after`)
  assert.deepEqual(rows, [
    { actor: ada, after: { why: 'too-many-tries' } },
    { actor: ada, after: { why: 'wrong-password' } },
  ])
})

test('a key changes no password, and whoever has none is told so', async (context) => {
  const provider = await identityProvider(context)
  const { server, ada, cookie, change, me } = await here(context, {
    oidc: { issuer: provider.issuer, clientId: 'blamefree', clientSecret: 'secret', name: 'Test' },
  })
  const key = await server.person('member')
  assert.equal((await key.ask('PUT', '/v1/me/password', { current: OLD, password: NEW })).body.code, 'browser-only')
  assert.equal((await me(cookie)).body['hasPassword'], true)
  await server.house.db.pool.query(`delete from auth_account where "userId" = $1`, [ada])
  assert.equal((await me(cookie)).body['hasPassword'], false)
  const told = await change(cookie, { current: OLD, password: NEW })
  assert.deepEqual([told.status, told.body['detail']], [409, 'You come in by Test, and have no password here.'])
})

test('an administrator signs a member out everywhere, and nobody else does', async (context) => {
  const { server, ada, cookie, signIn, me } = await here(context)
  const { cookie: there } = await signIn(OLD)
  const [administrator, member] = [await server.person('administrator', 'Grace'), await server.person('member')]
  assert.equal((await member.ask('DELETE', `/v1/members/${ada}/sessions`)).status, 403)
  assert.equal((await administrator.ask('DELETE', '/v1/members/nobody/sessions')).status, 404)
  assert.deepEqual((await administrator.ask('DELETE', `/v1/members/${ada}/sessions`)).body, { ended: 2 })
  assert.deepEqual([(await me(cookie)).status, (await me(there)).status, (await signIn(OLD)).status], [401, 401, 200])
  const { rows } = await server.house.db.pool.query(`select actor, subject, after from audit where action = 'session.close'`)
  assert.deepEqual(rows, [{ actor: administrator.id, subject: ada, after: { sessions: 2, why: 'ended' } }])
})

test('a session says when it was last used, and is one still where that cannot be written down', async (context) => {
  const { server, cookie, me } = await here(context)
  const seen = async (): Promise<number> => {
    const { rows } = await server.house.db.pool.query<{ ago: number }>('select extract(epoch from now() - "updatedAt")::float as ago from auth_session')
    return rows[0]?.ago ?? Infinity
  }
  const age = `update auth_session set "updatedAt" = now() - interval '20 minutes', "expiresAt" = "expiresAt" - interval '20 minutes'`
  await server.house.db.pool.query(age)
  assert.equal((await me(cookie)).status, 200)
  assert.ok((await seen()) < 60, 'it is written down')
  await server.house.db.pool.query(age)
  const owner = new pg.Client(server.house.db.owner)
  await owner.connect()
  await owner.query(`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$`)
  await owner.query('create trigger full_disk before update on auth_session for each row execute function full_disk()')
  await owner.end()
  assert.equal((await me(cookie)).status, 200)
  assert.ok((await seen()) > 1000)
})
