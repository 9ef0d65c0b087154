import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { newToken } from '../secrets.ts'
import { insertInvitation } from '../store/invitations.ts'
import { testServer, type TestServer } from '../testing/server.ts'
import { mailbox } from '../testing/mailbox.ts'
import { identityProvider } from '../testing/identity-provider.ts'

const PASSWORD = 'correct horse battery staple'

async function invited({ house }: TestServer, email: string, role: 'administrator' | 'member' = 'member'): Promise<string> {
  const { token, hash } = newToken('bf_invite_')
  await house.db.tx((tx) => insertInvitation(tx, { email, role, hash, by: null }))
  return token
}

async function joined(server: TestServer, email: string): Promise<string> {
  const token = await invited(server, email)
  const answer = await server.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload: { token, name: 'Ada', password: PASSWORD } })
  assert.equal(answer.statusCode, 200, answer.body)
  return cookieOf(answer)
}

const cookieOf = (answer: { cookies: { name: string; value: string }[] }): string => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

test('the first administrator joins by the printed link, once', async (context) => {
  const server = await testServer(context)
  const token = await invited(server, '', 'administrator')
  const payload = { token, name: 'Ada', email: 'Ada@Example.com', password: PASSWORD }
  const answer = await server.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.json().role, 'administrator')
  const cookie = cookieOf(answer)
  const me = await server.app.inject({ url: '/v1/me', headers: { cookie } })
  assert.equal(me.json().member.email, 'ada@example.com')
  assert.equal((await server.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload })).json().code, 'no-invitation')
  for (const text of [answer.body, me.body]) assert.doesNotMatch(text, /argon2|"password"/i)
})

test('a session ends when it is signed out, and when its member is disabled', async (context) => {
  const server = await testServer(context)
  const cookie = await joined(server, 'ada@example.com')
  const status = async (): Promise<number> => (await server.app.inject({ url: '/v1/me', headers: { cookie } })).statusCode
  assert.equal(await status(), 200)
  const out = await server.app.inject({ method: 'DELETE', url: '/v1/session', headers: { cookie } })
  assert.equal(out.statusCode, 200, out.body)
  assert.equal(await status(), 401)
  const again = await server.app.inject({ method: 'POST', url: '/v1/session', payload: { email: 'ADA@example.com', password: PASSWORD } })
  assert.equal(again.statusCode, 200, again.body)
  const administrator = await server.person('administrator')
  const { body } = await administrator.ask('GET', '/v1/members')
  const ada = body.items.find((member: { email: string }) => member.email === 'ada@example.com')
  assert.equal((await administrator.ask('PATCH', `/v1/members/${ada.id}`, { disabled: true })).status, 200)
  assert.equal((await server.app.inject({ url: '/v1/me', headers: { cookie: cookieOf(again) } })).statusCode, 401)
  const refused = await server.app.inject({ method: 'POST', url: '/v1/session', payload: { email: 'ada@example.com', password: PASSWORD } })
  assert.equal(refused.json().code, 'wrong-password')
})

test('a session that is in use goes on, and the browser is handed a cookie that lasts as long', async (context) => {
  const server = await testServer(context)
  const cookie = await joined(server, 'ada@example.com')
  const me = () => server.app.inject({ url: '/v1/me', headers: { cookie } })
  assert.equal((await me()).headers['set-cookie'], undefined)
  const { pool } = server.house.db
  // As a day later.
  await pool.query(`update auth_session set "expiresAt" = "expiresAt" - interval '1 day', "updatedAt" = "updatedAt" - interval '1 day'`)
  const later = await me()
  assert.equal(later.statusCode, 200)
  const [renewed, ...more] = later.cookies as unknown as { name: string; value: string; maxAge: number; httpOnly: boolean }[]
  assert.deepEqual([`${renewed?.name}=${renewed?.value}`, renewed?.maxAge, renewed?.httpOnly, more], [cookie, 7 * 24 * 3600, true, []])
  const { rows } = await pool.query(`select "expiresAt" > now() + interval '6.9 days' as whole from auth_session`)
  assert.deepEqual(rows, [{ whole: true }])
  assert.equal((await me()).headers['set-cookie'], undefined)
  // A cookie of nobody is not touched.
  await pool.query('delete from auth_session')
  const gone = await me()
  assert.deepEqual([gone.statusCode, gone.headers['set-cookie']], [401, undefined])
})

test('whoever guesses has to wait, and says so to nobody else', async (context) => {
  const server = await testServer(context)
  await joined(server, 'ada@example.com')
  const guess = (): Promise<{ statusCode: number; json(): { code: string } }> =>
    server.app.inject({ method: 'POST', url: '/v1/session', payload: { email: 'ada@example.com', password: 'wrong' } })
  const codes: string[] = []
  for (let tries = 0; tries < 8; tries++) codes.push((await guess()).json().code)
  assert.deepEqual(codes.slice(0, 6), Array(6).fill('wrong-password'))
  assert.ok(codes.slice(6).includes('too-many-tries'), codes.join())
})

test('a weak password is refused and the invitation stays open', async (context) => {
  const server = await testServer(context)
  const token = await invited(server, 'ada@example.com')
  const accept = (password: string): Promise<{ statusCode: number; body: string }> =>
    server.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload: { token, name: 'Ada', password } })
  for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'password12345', 'ada-ada-ada-ada-ada']) assert.equal((await accept(weak)).statusCode, 422, weak)
  assert.equal((await accept(PASSWORD)).statusCode, 200)
})

test('nobody leaves the workspace without an administrator', async (context) => {
  const server = await testServer(context)
  const only = await server.person('administrator')
  assert.equal((await only.ask('PATCH', `/v1/members/${only.id}`, { role: 'viewer' })).body.code, 'last-administrator')
  const other = await server.person('administrator')
  assert.equal((await only.ask('PATCH', `/v1/members/${other.id}`, { role: 'viewer' })).status, 200)
  assert.equal((await other.ask('POST', '/v1/invitations', { email: 'x@example.com', role: 'member' })).body.code, 'forbidden')
})

test('an invitation is sent by mail, and without mail its link is shown to whoever invited, once', async (context) => {
  const box = await mailbox(context)
  const withMail = await testServer(context, { smtpUrl: box.url })
  const administrator = await withMail.person('administrator', 'Grace')
  const sent = await administrator.ask('POST', '/v1/invitations', { email: 'new@example.com', role: 'viewer' })
  assert.deepEqual([sent.status, sent.body.sent, sent.body.link], [201, true, null])
  const letter = await box.next()
  assert.match(letter, /Subject: Grace invites you to Blamefree/)
  const token = /welcome#(bf_invite_[\w-]+)/.exec(letter.replace(/=\r?\n/g, ''))?.[1]
  const answer = await withMail.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload: { token, name: 'New', password: PASSWORD } })
  assert.equal(answer.json().role, 'viewer', answer.body)
  const without = await testServer(context)
  const shown = await (await without.person('administrator')).ask('POST', '/v1/invitations', { email: 'new@example.com', role: 'viewer' })
  assert.match(shown.body.link, /\/welcome#bf_invite_/)
})

test('single sign-on lets the invited in, and nobody else', async (context: TestContext) => {
  const provider = await identityProvider(context)
  const server = await testServer(context, { oidc: { issuer: provider.issuer, clientId: 'blamefree', clientSecret: 'secret', name: 'Test' } })
  await invited(server, 'ada@example.com')
  const come = await provider.signIn(server, 'ada@example.com')
  assert.equal(come.status, 200, come.text)
  assert.equal(JSON.parse(come.text).member.email, 'ada@example.com')
  const stranger = await provider.signIn(server, 'eve@example.com')
  assert.equal(stranger.status, 401)
  assert.equal((await server.house.db.pool.query('select 1 from member where email = $1', ['eve@example.com'])).rowCount, 0)
})
