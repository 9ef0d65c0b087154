import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { newToken } from '../secrets.ts'
import { insertInvitation } from '../store/invitations.ts'
import { identityProvider } from '../testing/identity-provider.ts'
import { testServer, type TestServer } from '../testing/server.ts'

const [EMAIL, PASSWORD] = ['ada@example.com', 'correct horse battery staple']

type Line = Readonly<Record<'actor' | 'actor_name' | 'via' | 'action' | 'subject' | 'address', string | null>> & {
  readonly after: Readonly<Record<string, unknown>> | null
}

/** The lines of the log about coming in, as they were written. */
async function lines({ house }: TestServer): Promise<Line[]> {
  const { rows } = await house.db.pool.query<Line>(
    `select actor, actor_name, via, action, subject, address, after from audit where action ~ '^(session|member|password)[.]' order by id`,
  )
  return rows
}

async function invited({ house }: TestServer, email: string, role: 'member' | 'administrator' = 'member'): Promise<string> {
  const { token, hash } = newToken('bf_invite_')
  await house.db.tx((tx) => insertInvitation(tx, { email, role, hash, by: null }))
  return token
}

const send = async ({ app }: TestServer, url: string, payload: object): Promise<{ status: number; body: string; cookie: string }> => {
  const answer = await app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.body, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

test('joining, coming in, being refused and going out are in the log, and no password or token is', async (context) => {
  const server = await testServer(context)
  const token = await invited(server, EMAIL)
  const joined = await send(server, '/v1/invitations/accept', { token, name: 'Ada', password: PASSWORD })
  const ada = (JSON.parse(joined.body) as { id: string }).id
  await send(server, '/v1/invitations/accept', { token, name: 'Ada', password: PASSWORD })
  await send(server, '/v1/password-resets/accept', { token: `bf_reset_${'x'.repeat(43)}`, password: PASSWORD })
  await send(server, '/v1/session', { email: 'ADA@example.com', password: 'a wrong secret' })
  await send(server, '/v1/session', { email: 'eve@example.com', password: 'a wrong secret' })
  await server.app.inject({ method: 'DELETE', url: '/v1/session', headers: { cookie: joined.cookie } })
  const log = await lines(server)
  assert.deepEqual(
    log.map(({ action, actor, subject, after }) => [action, actor, subject, after]),
    [
      ['member.join', ada, ada, { role: 'member', by: 'invitation' }],
      ['session.open', ada, ada, { by: 'password' }],
      ['session.refuse', null, null, { email: null, why: 'wrong-link', by: 'invitation' }],
      ['session.refuse', null, null, { email: null, why: 'wrong-link', by: 'password link' }],
      ['session.refuse', null, ada, { email: EMAIL, why: 'wrong-password', by: 'password' }],
      ['session.refuse', null, null, { email: 'eve@example.com', why: 'wrong-password', by: 'password' }],
      ['session.close', ada, ada, { sessions: 1, why: 'signed-out' }],
    ],
  )
  assert.deepEqual([...new Set(log.map(({ address }) => address))], ['127.0.0.1'])
  assert.doesNotMatch(JSON.stringify(log), /horse|wrong secret|bf_/)
})

test('whoever guesses and has to wait, and whoever is disabled, is in the log', async (context) => {
  const server = await testServer(context)
  const joined = await send(server, '/v1/invitations/accept', { token: await invited(server, EMAIL), name: 'Ada', password: PASSWORD })
  const ada = (JSON.parse(joined.body) as { id: string }).id
  await server.house.db.pool.query('update member set disabled_at = now() where id = $1', [ada])
  assert.equal((await send(server, '/v1/session', { email: EMAIL, password: PASSWORD })).status, 401)
  const { rows } = await server.house.db.pool.query('select count(*)::int as sessions from auth_session')
  assert.deepEqual(rows, [{ sessions: 1 }], 'no session is made for somebody who is disabled')
  for (let tries = 0; tries < 8; tries++) await send(server, '/v1/session', { email: EMAIL, password: 'a wrong secret' })
  const refused = (await lines(server)).filter(({ action }) => action === 'session.refuse')
  assert.deepEqual(
    [...new Set(refused.map(({ subject, after }) => `${subject ?? ''} ${String(after?.['why'])}`))],
    [`${ada} disabled`, `${ada} too-many-tries`],
  )
})

async function withProvider(context: TestContext): Promise<{ server: TestServer; come: (email: string) => Promise<{ status: number; place: string }> }> {
  const provider = await identityProvider(context)
  const server = await testServer(context, { oidc: { issuer: provider.issuer, clientId: 'blamefree', clientSecret: 'secret', name: 'Test' } })
  return { server, come: (email) => provider.signIn(server, email) }
}

test('whoever comes by the identity provider is in the log, however it ends', async (context) => {
  const { server, come } = await withProvider(context)
  await invited(server, EMAIL)
  assert.equal((await come(EMAIL)).status, 200)
  assert.equal((await come(EMAIL)).status, 200)
  const [{ id: ada } = { id: '' }] = (await server.house.db.pool.query<{ id: string }>('select id from member where email = $1', [EMAIL])).rows
  const stranger = await come('eve@example.com')
  assert.deepEqual([stranger.status, new URL(stranger.place).pathname, new URL(stranger.place).searchParams.get('error')], [401, '/sign-in', 'not-invited'])
  await server.house.db.pool.query('update member set disabled_at = now() where id = $1', [ada])
  const disabled = await come(EMAIL)
  assert.deepEqual([disabled.status, new URL(disabled.place).searchParams.get('error')], [401, 'disabled'])
  const astray = await server.app.inject('/auth/callback/oidc?code=made-up&state=made-up')
  assert.match(String(astray.headers.location), /\/sign-in\?error=/)
  const by = 'single sign-on'
  const log = await lines(server)
  assert.deepEqual(
    log.slice(0, 5).map(({ action, actor, via, subject, after }) => [action, actor, via, subject, after]),
    [
      ['member.join', ada, 'session', ada, { role: 'member', by }],
      ['session.open', ada, 'session', ada, { by }],
      ['session.open', ada, 'session', ada, { by }],
      ['session.refuse', null, 'inbound', null, { email: 'eve@example.com', why: 'not-invited', by }],
      ['session.refuse', null, 'inbound', ada, { email: EMAIL, why: 'disabled', by }],
    ],
  )
  assert.deepEqual([log.length, log[5]?.action, log[5]?.after?.['email']], [6, 'session.refuse', null])
  assert.deepEqual([...new Set(log.map(({ address }) => address))], ['127.0.0.1'])
})

test('a way in by the identity provider that is new for a member is in the log', async (context) => {
  const { server, come } = await withProvider(context)
  await send(server, '/v1/invitations/accept', { token: await invited(server, EMAIL), name: 'Ada', password: PASSWORD })
  assert.equal((await come(EMAIL)).status, 200)
  assert.deepEqual(
    (await lines(server)).map(({ action, after }) => [action, after?.['by'] ?? after?.['email']]),
    [
      ['member.join', 'invitation'],
      ['session.open', 'password'],
      ['member.link-sign-on', EMAIL],
      ['session.open', 'single sign-on'],
    ],
  )
})

test('whom the provider does not vouch for comes in by no invitation, and not by the first administrator’s', async (context) => {
  const { server, come } = await withProvider(context)
  await invited(server, '', 'administrator')
  await invited(server, 'unproven@example.com')
  assert.equal((await come('unproven@example.com')).status, 401)
  assert.equal((await server.house.db.pool.query('select 1 from member')).rowCount, 0)
  const [line, ...more] = await lines(server)
  assert.deepEqual([line?.after, more], [{ email: 'unproven@example.com', why: 'not-invited', by: 'single sign-on' }, []])
})
