import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { startGitServer } from '../../../adapters/src/destinations/git/testing/git-server.ts'
import { madeIncident } from '../testing/made-incident.ts'
import { testServer, type TestPerson } from '../testing/server.ts'

test('a post-mortem goes to a real Git repository, and what people commit there stays', async (context) => {
  const git = await startGitServer()
  context.after(() => git.end())
  const server = await testServer(context, { allowPrivate: ['127.0.0.1'] })
  const ada = await server.person('administrator', 'Ada')
  const settings = { repository: git.url, branch: 'main', path: 'post-mortems/{incident}.md', token: git.token }
  const connection = await ada.ask('POST', '/v1/connections', { destination: 'git', name: 'Handbook', settings })
  assert.equal(connection.status, 201, connection.text)
  const check = await ada.ask('POST', `/v1/connections/${connection.body.id}/check`)
  assert.equal(check.body.works, true, check.text)

  const incident = await madeIncident(server.house, { keyEvents: 5 })
  const { id } = (await ada.ask('POST', `/v1/incidents/${incident}/post-mortems`, { template: 'default' })).body
  const publish = async (): Promise<Record<string, unknown>> => {
    const asked = await ada.ask('POST', `/v1/post-mortems/${id}/pages`, { connection: connection.body.id, confirmAudience: true })
    assert.equal(asked.status, 202, asked.text)
    return await settled(ada, id)
  }
  const first = await publish()
  assert.equal(first['state'], 'current', JSON.stringify(first))
  const path =
    git
      .git('ls-tree', '-r', '--name-only', 'main')
      .split('\n')
      .find((name) => name.endsWith('.md')) ?? ''
  const text = git.file(path) ?? ''
  assert.match(text, /^## Incident timeline$/m)

  const marked = text.replace(/^## Learnings and risks$/m, (heading) => `${heading}\n\nSomebody wrote this in the repository.`)
  assert.notEqual(marked, text)
  git.commit({ [path]: marked })
  await ada.ask('PUT', `/v1/post-mortems/${id}/sections/contributors`, { markdown: '- The pool was too small.' }, { 'if-match': '*' })
  const second = await publish()
  assert.equal(second['state'], 'changed', JSON.stringify(second))
  const merged = git.file(path) ?? ''
  assert.match(merged, /Somebody wrote this in the repository\./)
  assert.match(merged, /The pool was too small\./)
  assert.equal(
    git
      .git('ls-tree', '-r', '--name-only', 'main')
      .split('\n')
      .filter((name) => name.endsWith('.md')).length,
    1,
  )
  assert.ok(!server.logged.join('\n').includes(git.token), 'the token is in no log')
})

/** The page, once nothing is under way with it. */
async function settled(person: TestPerson, postMortem: string): Promise<Record<string, unknown>> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const [page] = (await person.ask('GET', `/v1/post-mortems/${postMortem}/pages`)).body.items
    if (page !== undefined && !['waiting', 'publishing'].includes(page.state)) return page
    await wait(100)
  }
  throw new Error('The publishing did not end.')
}
