import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { newToken } from '../secrets.ts'
import { insertInvitation } from '../store/invitations.ts'
import { urlOf } from '../testing/databases.ts'
import { listeningServer, type ListeningServer } from '../testing/listening-server.ts'
import { newPostMortem, typist, type Typist } from '../testing/typist.ts'
import { until } from '../testing/until.ts'

const [EMAIL, PASSWORD] = ['ada@example.com', 'correct horse battery staple']

interface Browser {
  readonly cookie: string
  ask(method: 'GET' | 'POST' | 'DELETE', url: string): Promise<{ readonly status: number; readonly body: { items: { id: string; current: boolean }[] } }>
}

/** What one browser has open on a server: a text, and a stream of events. */
interface Open {
  readonly text: Typist
  readonly streams: () => boolean
}

/** The server that is asked, and another process's worth of it on the same database, on which things are open. */
async function pair(context: TestContext): Promise<{ readonly asked: ListeningServer; readonly other: ListeningServer; readonly postMortem: string }> {
  // Processes of one workspace share the key: cookies are signed with it.
  const secretKey = Buffer.alloc(32, 7).toString('base64')
  const asked = await listeningServer(context, { secretKey })
  const other = await listeningServer(context, { secretKey, databaseUrl: urlOf(asked.house.db) })
  const { token, hash } = newToken('bf_invite_')
  await asked.house.db.tx((tx) => insertInvitation(tx, { email: EMAIL, role: 'member', hash, by: null }))
  const joined = await asked.app.inject({ method: 'POST', url: '/v1/invitations/accept', payload: { token, name: 'Ada', password: PASSWORD } })
  assert.equal(joined.statusCode, 200, joined.body)
  return { asked, other, postMortem: await newPostMortem(asked.house.db, 'One.\n') }
}

async function signIn({ app }: ListeningServer): Promise<Browser> {
  const answer = await app.inject({ method: 'POST', url: '/v1/session', payload: { email: EMAIL, password: PASSWORD } })
  assert.equal(answer.statusCode, 200, answer.body)
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return {
    cookie,
    async ask(method, url) {
      const { statusCode, body } = await app.inject({ method, url, headers: { cookie } })
      return { status: statusCode, body: body === '' ? null : JSON.parse(body) }
    },
  }
}

async function open(context: TestContext, { port }: ListeningServer, { cookie, postMortem }: { cookie: string; postMortem: string }): Promise<Open> {
  const stop = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/v1/events`, { headers: { cookie }, signal: stop.signal })
  assert.equal(answer.status, 200)
  let streams = true
  void (async () => {
    for await (const _ of answer.body ?? []);
  })()
    .catch(() => undefined)
    .finally(() => (streams = false))
  const text = typist({ port, postMortem, token: '', cookie })
  context.after(() => {
    stop.abort()
    text.leave()
  })
  await text.synced()
  return { text, streams: () => streams }
}

/** Well below the rounds that are made anyway: 15 seconds for streams, a minute for rooms. */
const AT_ONCE = 5

async function ended({ text, streams }: Open): Promise<void> {
  await until(() => text.closed.includes(4401) && !streams(), AT_ONCE)
}

test('what is open in a browser ends in every process when somebody signs out there, and nothing else does', async (context) => {
  const { asked, other, postMortem } = await pair(context)
  const [leaves, stays] = [await signIn(asked), await signIn(asked)]
  const [left, left2] = [await open(context, other, { cookie: leaves.cookie, postMortem }), await open(context, asked, { cookie: leaves.cookie, postMortem })]
  const kept = await open(context, other, { cookie: stays.cookie, postMortem })
  assert.equal((await leaves.ask('DELETE', '/v1/session')).status, 200)
  await Promise.all([ended(left), ended(left2)])
  kept.text.type('One.', ' Still here.')
  await kept.text.saved()
  assert.deepEqual([kept.text.closed, kept.streams()], [[], true])
  assert.doesNotMatch(left.text.markdown(), /Still here/)
  await until(() => left.text.refused.includes('signed-out'))
})

test('a session that is ended from another browser ends there at once', async (context) => {
  const { asked, other, postMortem } = await pair(context)
  const [here, there, elsewhere] = [await signIn(asked), await signIn(asked), await signIn(asked)]
  const [opened, opened2] = [
    await open(context, other, { cookie: there.cookie, postMortem }),
    await open(context, other, { cookie: elsewhere.cookie, postMortem }),
  ]
  const list = (await there.ask('GET', '/v1/me/sessions')).body.items
  // The one of joining is there, too.
  assert.deepEqual([list.length, list.filter(({ current }) => current).length], [4, 1])
  const id = list.find(({ current }) => current)?.id ?? ''
  assert.equal((await here.ask('DELETE', `/v1/me/sessions/${id}`)).status, 204)
  await ended(opened)
  assert.equal((await here.ask('DELETE', `/v1/me/sessions/${id}`)).status, 404)
  assert.deepEqual([opened2.text.closed, opened2.streams()], [[], true])
  assert.deepEqual((await here.ask('DELETE', '/v1/me/sessions')).body, { ended: 2 })
  await ended(opened2)
  assert.deepEqual([(await here.ask('GET', '/v1/me/sessions')).body.items.length, (await elsewhere.ask('GET', '/v1/me')).status], [1, 401])
  const { rows } = await asked.house.db.pool.query(`select after from audit where action = 'session.close' order by id`)
  assert.deepEqual(rows, [{ after: { sessions: 1, why: 'ended' } }, { after: { sessions: 2, why: 'ended' } }])
})

test('nobody ends the sessions of somebody else, or with a key that only reads', async (context) => {
  const { asked } = await pair(context)
  const browser = await signIn(asked)
  const id = (await browser.ask('GET', '/v1/me/sessions')).body.items[0]?.id ?? ''
  const [eve, reader] = [await asked.person('administrator', 'Eve'), await asked.person('member', 'Reader', ['read'])]
  assert.equal((await eve.ask('DELETE', `/v1/me/sessions/${id}`)).status, 404)
  assert.equal((await reader.ask('DELETE', '/v1/me/sessions')).body.code, 'narrow-scope')
  assert.equal((await browser.ask('GET', '/v1/me')).status, 200)
})
