import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { startGitServer, type GitServer } from '../../../adapters/src/destinations/git/testing/git-server.ts'
import { readArchive } from '../store/archive.ts'
import { alertBody } from '../testing/records.ts'
import { testServer, type TestPerson, type TestServer } from '../testing/server.ts'
import { archiveNow } from './archive-now.ts'

const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'
const BRANCH = 'blamefree-archive'

interface Scene {
  readonly git: GitServer
  readonly server: TestServer
  readonly ada: TestPerson
  readonly connection: string
}

type Answer = Readonly<Record<string, unknown>>

const commits = ({ git }: Scene): number => Number(git.git('rev-list', '--count', BRANCH))
const files = ({ git }: Scene): string => git.git('ls-tree', '-r', '--name-only', BRANCH)

/** The archive, once nothing is under way with it. */
async function settled({ ada }: Scene): Promise<Answer> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const archive = (await ada.ask('GET', '/v1/archive')).body as Answer
    if (archive['state'] !== 'waiting' && archive['state'] !== 'running') return archive
    await wait(100)
  }
  throw new Error('The archive was not kept in time.')
}

/** Has it looked after as the clock would. */
async function due(scene: Scene): Promise<Answer> {
  const { db, jobs } = scene.server.house
  await db.pool.query(`update archive set tried_at = now() - interval '2 days', state = 'waiting'`)
  await jobs.enqueue(null, 'archive', { why: 'due' })
  return await settled(scene)
}

const setting = (scene: Scene, more: object = {}): object => ({ connection: scene.connection, often: 'daily', confirmAudience: true, ...more })

test('the archive is kept in a Git repository', { skip: needsGit }, async (context) => {
  const git = await startGitServer()
  context.after(() => git.end())
  const server = await testServer(context, { allowPrivate: ['127.0.0.1'] })
  const ada = await server.person('administrator', 'Ada')
  const settings = { repository: git.url, branch: 'main', token: git.token }
  const made = await ada.ask('POST', '/v1/connections', { destination: 'git', name: 'Vault', settings })
  const scene: Scene = { git, server, ada, connection: made.body.id as string }
  const bo = await server.person('member', 'Bo')
  for (const [title, hidden] of [
    ['Payments are down', false],
    ['A quiet matter', true],
  ] as const)
    await bo.ask('POST', '/v1/incidents', { title, private: hidden, text: alertBody(title.replaceAll(' ', '')) })

  await context.test('by administrators alone, where few see it, and where that is not known when they confirm it', async () => {
    for (const [method, url, body] of [
      ['GET', '/v1/archive', undefined],
      ['PUT', '/v1/archive', setting(scene)],
      ['POST', '/v1/archive/runs', undefined],
    ] as const)
      assert.equal((await bo.ask(method, url, body)).status, 403, url)
    assert.equal((await ada.ask('POST', '/v1/archive/runs')).body.code, 'no-place')
    git.isPublic = true
    assert.equal((await ada.ask('PUT', '/v1/archive', setting(scene))).body.code, 'too-open')
    git.isPublic = false
    assert.equal((await ada.ask('PUT', '/v1/archive', setting(scene, { confirmAudience: false }))).body.code, 'confirm-audience')
    assert.equal((await ada.ask('PUT', '/v1/archive', setting(scene, { folder: '../x' }))).body.code, 'git/setting')
    assert.equal((await ada.ask('PUT', '/v1/archive', setting(scene, { connection: bo.id }))).body.code, 'no-connection')
    assert.equal(git.git('for-each-ref'), '')
    const set = await ada.ask('PUT', '/v1/archive', setting(scene))
    assert.deepEqual([set.status, set.body.branch, set.body.folder, set.body.often, set.body.confirmed], [200, BRANCH, '', 'daily', true], set.text)
  })

  await context.test('at once when it is set, without private incidents, which administrators do not see', async () => {
    const archive = await settled(scene)
    assert.deepEqual(
      [archive['state'], archive['sentence'], archive['version'], archive['origin']],
      ['kept', null, git.git('rev-parse', BRANCH).trim(), git.url],
    )
    assert.match(files(scene), /Payments are down\/incident\.md/)
    assert.doesNotMatch(git.git('show', BRANCH, '--'), /A quiet matter/)
    assert.deepEqual((archive['counts'] as Answer)['incidents'], 1)
    assert.equal(commits(scene), 1)
  })

  await context.test('with private incidents where whoever runs the server says so', async () => {
    const row = await readArchive(server.house.db.sql)
    assert.ok(row !== null)
    const house = { ...server.house, settings: { ...server.house.settings, archivePrivate: true } }
    const job = { signal: new AbortController().signal, progress: () => Promise.resolve(), data: { why: 'due' } }
    const change = await archiveNow(house, { ...row, branch: 'whole' }, job)
    assert.deepEqual([change.state, change.kept?.counts?.privateIncidents], ['kept', 1])
    assert.match(git.git('ls-tree', '-r', '--name-only', 'whole'), /A quiet matter\/incident\.md/)
    const refused = await archiveNow(house, { ...row, branch: 'else', confirmed: { by: null, level: 'unknown', where: 'another place' } }, job)
    assert.deepEqual([refused.state, /it is not known who sees/.test(refused.sentence ?? '')], ['failed', true])
  })

  await context.test('once a day, with a commit only when something changed', async () => {
    const before = git.git('rev-parse', BRANCH).trim()
    assert.equal((await due(scene))['state'], 'kept')
    assert.equal(git.git('rev-parse', BRANCH).trim(), before)
    // What happens when a process is killed after it pushed and before it wrote that down.
    await server.house.db.pool.query('update archive set version = null, sum = null, kept_at = null')
    assert.deepEqual([(await due(scene))['version'], commits(scene)], [before, 1])
    await bo.ask('POST', '/v1/incidents', { title: 'Search is slow', text: alertBody('SearchIsSlow') })
    assert.notEqual((await due(scene))['version'], before)
    assert.deepEqual([commits(scene), /Search is slow/.test(files(scene))], [2, true])
    const { jobs } = server.house
    await jobs.enqueue(null, 'archive', { why: 'due' })
    const { triedAt } = (await ada.ask('GET', '/v1/archive')).body
    await wait(1500)
    assert.equal((await ada.ask('GET', '/v1/archive')).body.triedAt, triedAt, 'it is not time again')
  })

  await context.test('whenever somebody asks, and says what others did with it', async () => {
    git.commit({ 'README.md': 'By Kim\n' }, { branch: BRANCH })
    const theirs = git.git('rev-parse', BRANCH).trim()
    assert.equal((await ada.ask('POST', '/v1/archive/runs')).status, 202)
    const archive = await settled(scene)
    assert.match(String(archive['notice']), new RegExp(`Somebody had changed the archive in the repository\\. .* at commit ${theirs.slice(0, 10)}\\.`))
    assert.match(git.file('README.md', BRANCH) ?? '', /^# A Blamefree workspace/)
    assert.equal((await due(scene))['notice'], archive['notice'])
  })

  await context.test('after a publication, where that is wanted', async () => {
    await ada.ask('PUT', '/v1/archive', setting(scene, { often: 'published' }))
    const { items } = (await bo.ask('GET', '/v1/incidents')).body as { items: { id: string }[] }
    const { id } = (await bo.ask('POST', `/v1/incidents/${items[0]!.id}/post-mortems`, {})).body as { id: string }
    const published = await bo.ask('POST', `/v1/post-mortems/${id}/publish`, {}, { 'if-match': '*' })
    assert.ok(published.status < 300, published.text)
    let waiting: unknown[] = []
    for (let tries = 0; tries < 100 && waiting.length === 0; tries++, await wait(100))
      waiting = ((await ada.ask('GET', '/v1/jobs?name=archive&state=waiting')).body as { items: unknown[] }).items
    assert.equal(waiting.length, 1)
  })

  await context.test('and what the place refuses is said in a sentence, while what was kept stays', async () => {
    const before = (await ada.ask('GET', '/v1/archive')).body as Answer
    git.isPublic = true
    const open = await due(scene)
    assert.deepEqual([open['state'], open['version']], ['failed', before['version']])
    assert.match(String(open['sentence']), /more than named people see/)
    git.isPublic = false
    git.commit({ 'archive.json': '{}' }, { branch: BRANCH })
    assert.match(String((await due(scene))['sentence']), /there are files that no archive has written/)
    await ada.ask('PATCH', `/v1/connections/${scene.connection}`, { settings: { ...settings, token: 'another-secret-token' } })
    assert.match(String((await due(scene))['sentence']), /the token or key is not accepted.* It is tried again by itself\.$/)
  })

  await context.test('with the audit log saying who set it and who asked, and the token nowhere', async () => {
    const { items } = (await ada.ask('GET', '/v1/audit?action=archive')).body as { items: { action: string; actor: { name: string } }[] }
    assert.deepEqual(
      items.map(({ action }) => action),
      ['archive.set', 'archive.ask', 'archive.set'],
    )
    const state = JSON.stringify((await server.house.db.pool.query('select * from archive')).rows)
    for (const text of [server.logged.join('\n'), state, git.git('log', '-p', '--all')])
      assert.ok(!text.includes(git.token) && !text.includes('another-secret-token'))
    const gone = await ada.ask('PUT', '/v1/archive', { connection: null, often: 'daily' })
    assert.deepEqual([gone.status, gone.body.connection, gone.body.often], [200, null, 'off'], gone.text)
    assert.equal((await ada.ask('DELETE', `/v1/connections/${scene.connection}`)).status, 204)
  })
})
