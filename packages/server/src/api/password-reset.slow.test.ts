import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { MemberRole } from '../people/principal.ts'
import { newToken } from '../secrets.ts'
import { insertInvitation } from '../store/invitations.ts'
import { mailbox } from '../testing/mailbox.ts'
import { testServer, type TestServer } from '../testing/server.ts'
import { until } from '../testing/until.ts'

const [EMAIL, OLD, NEW] = ['ada@example.com', 'correct horse battery staple', 'quite another long sentence']

interface Here extends Omit<TestServer, 'person'> {
  /** Ada's cookie, and her id. */
  readonly cookie: string
  readonly ada: string
  readonly send: (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    cookie?: string,
  ) => Promise<{ status: number; code: string; body: string; cookie: string }>
  readonly signIn: (password: string) => Promise<number>
  readonly person: (role: MemberRole, name?: string) => ReturnType<TestServer['person']>
}

async function here(context: TestContext, settings: Parameters<typeof testServer>[1] = {}): Promise<Here> {
  const server = await testServer(context, settings)
  const send: Here['send'] = async (method, url, payload, cookie) => {
    const answer = await server.app.inject({ method, url, ...(payload === undefined ? {} : { payload }), headers: cookie === undefined ? {} : { cookie } })
    const set = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { status: answer.statusCode, code: /"code":"([^"]+)"/.exec(answer.body)?.[1] ?? '', body: answer.body, cookie: set }
  }
  const { token, hash } = newToken('bf_invite_')
  await server.house.db.tx((tx) => insertInvitation(tx, { email: EMAIL, role: 'member', hash, by: null }))
  const joined = await send('POST', '/v1/invitations/accept', { token, name: 'Ada', password: OLD })
  assert.equal(joined.status, 200, joined.body)
  const signIn = async (password: string): Promise<number> => (await send('POST', '/v1/session', { email: EMAIL, password })).status
  return {
    ...server,
    person: (role, name) => server.person(role, name),
    cookie: joined.cookie,
    ada: (JSON.parse(joined.body) as { id: string }).id,
    send,
    signIn,
  }
}

const tokenIn = (text: string): string => /\/new-password#(bf_reset_[\w-]+)/.exec(text.replace(/=\r?\n/g, ''))?.[1] ?? assert.fail(text)

test('a link comes by mail, sets a password once, ends every session, and signs in', async (context) => {
  const box = await mailbox(context)
  const { house, send, cookie, ada, signIn } = await here(context, { smtpUrl: box.url })
  assert.deepEqual(JSON.parse((await send('GET', '/v1/session/ways')).body), { singleSignOn: null, mail: true })
  for (let wrong = 0; wrong < 7; wrong++) await signIn('wrong')
  assert.equal((await send('POST', '/v1/password-resets', { email: 'ADA@example.com' })).status, 202)
  const letter = await box.next()
  assert.match(letter, /^To: ada@example\.com/m)
  assert.match(letter, /hopefully you/)
  const token = tokenIn(letter)
  const weak = await send('POST', '/v1/password-resets/accept', { token, password: 'short' })
  assert.deepEqual([weak.status, weak.code], [422, 'people/weak-password'])
  const set = await send('POST', '/v1/password-resets/accept', { token, password: NEW })
  assert.equal(set.status, 200, set.body)
  assert.doesNotMatch(set.body, /argon2|bf_reset/)
  assert.deepEqual([(await send('GET', '/v1/me', undefined, cookie)).status, (await send('GET', '/v1/me', undefined, set.cookie)).status], [401, 200])
  // The wait of the wrong tries is over for her, but not for the address that they came from.
  await house.db.pool.query(`delete from sign_in_attempt where key like 'address:%'`)
  assert.deepEqual([await signIn(NEW), await signIn(OLD)], [200, 401])
  assert.equal((await send('POST', '/v1/password-resets/accept', { token, password: NEW })).code, 'no-reset')
  const { rows } = await house.db.pool.query(`select actor, subject from audit where action = 'password.set'`)
  assert.deepEqual(rows, [{ actor: ada, subject: ada }])
})

test('nobody learns at the door who is a member, and nobody’s letter box is filled', async (context) => {
  const box = await mailbox(context)
  const { house, send, ada } = await here(context, { smtpUrl: box.url })
  const stranger = await send('POST', '/v1/password-resets', { email: 'eve@example.com' })
  const member = await send('POST', '/v1/password-resets', { email: EMAIL })
  assert.deepEqual([stranger.status, stranger.body], [member.status, member.body])
  tokenIn(await box.next())
  assert.equal((await send('POST', '/v1/password-resets', { email: EMAIL })).status, 202)
  await house.db.pool.query(`update member set disabled_at = now() where id = $1`, [ada])
  await house.db.pool.query(`update password_reset set created_at = now() - interval '1 hour'`)
  assert.equal((await send('POST', '/v1/password-resets', { email: EMAIL })).status, 202)
  await new Promise((resume) => setTimeout(resume, 300))
  const { rows } = await house.db.pool.query('select count(*)::int as links from password_reset')
  assert.deepEqual(rows, [{ links: 1 }])
})

test('a newer link replaces the one before, and none is good after an hour or for somebody who is disabled', async (context) => {
  const { house, send, ada, person } = await here(context)
  const administrator = await person('administrator', 'Grace')
  const link = async (): Promise<string> => tokenIn((await administrator.ask('POST', `/v1/members/${ada}/password-reset`)).body.link)
  const use = async (token: string): Promise<string> => (await send('POST', '/v1/password-resets/accept', { token, password: NEW })).code
  const [first, second] = [await link(), await link()]
  assert.equal(await use(first), 'no-reset')
  await house.db.pool.query(`update password_reset set expires_at = now() - interval '1 second'`)
  assert.equal(await use(second), 'no-reset')
  const third = await link()
  await house.db.pool.query(`update member set disabled_at = now() where id = $1`, [ada])
  assert.equal(await use(third), 'no-reset')
  const refused = await administrator.ask('POST', `/v1/members/${ada}/password-reset`)
  assert.deepEqual([refused.status, refused.body.code], [409, 'no-login'])
})

test('where no mail is sent, the door says whom to ask, and an administrator passes the link on', async (context) => {
  const { house, send, ada, signIn, person, logged } = await here(context)
  assert.equal((await send('POST', '/v1/password-resets', { email: EMAIL })).code, 'no-mail')
  const [administrator, member] = [await person('administrator', 'Grace'), await person('member')]
  assert.equal((await member.ask('POST', `/v1/members/${ada}/password-reset`)).status, 403)
  const made = await administrator.ask('POST', `/v1/members/${ada}/password-reset`)
  assert.deepEqual([made.status, made.body.sent], [201, false], made.text)
  const token = tokenIn(made.body.link)
  assert.equal((await send('POST', '/v1/password-resets/accept', { token, password: NEW })).status, 200)
  assert.deepEqual([await signIn(NEW), await signIn(OLD)], [200, 401])
  await until(
    async () =>
      (await house.db.pool.query(`select 1 from audit where action = 'password.reset-link' and actor = $1 and subject = $2`, [administrator.id, ada]))
        .rowCount === 1,
  )
  assert.ok(!logged.join('').includes(token), 'the link is in no log')
  const without = await person('member', 'No login')
  assert.equal((await administrator.ask('POST', `/v1/members/${without.id}/password-reset`)).body.code, 'no-login')
})
