import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test, type TestContext } from 'node:test'
import { startGitServer } from '../../../adapters/src/destinations/git/testing/git-server.ts'
import { alertBody } from '../../../server/src/testing/records.ts'
import { chosenEngine } from '../../../server/src/testing/engines.ts'
import { testServer, type TestServer } from '../../../server/src/testing/server.ts'
import { folderFor, recorded } from '../testing/recorded.ts'

const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'

/** A workspace with an incident, and what its database is called. */
async function workspace(context: TestContext): Promise<{ url: string; server: TestServer; incident: string }> {
  const url = await chosenEngine().migrated(context)
  const server = await testServer(context, { databaseUrl: url })
  const ana = await server.person('administrator', 'Ana')
  const made = await ana.ask('POST', '/v1/incidents', { title: 'Payments are down', private: true, text: alertBody('PaymentsDown') })
  return { url, server, incident: made.body.incident.id as string }
}

test('a workspace is exported into a folder and imported into an empty database', async (context) => {
  const { url } = await workspace(context)
  const folder = join(folderFor(context), 'export')
  const without = await recorded(['export', folder, '--database-url', url])
  assert.deepEqual([without.code, /Use --all/.test(without.said)], [2, true])
  const exported = await recorded(['export', '--all', folder, '--database-url', url])
  assert.match(
    exported.said,
    /^Exported 1 incident, 0 post-mortems, \d+ templates and 1 member into .*export\. 1 private incident among them: keep it as safe as the database\.\n$/,
  )
  assert.equal(exported.code, 0)
  assert.ok(readdirSync(folder).includes('README.md'))
  assert.deepEqual(readdirSync(join(folder, '..')), ['export'])
  const again = await recorded(['export', '--all', folder, '--database-url', url])
  assert.match(again.said, /Cannot write .*export: it is already there/)
  const target = await chosenEngine().empty(context)
  const imported = await recorded(['import', folder, '--database-url', target])
  assert.match(imported.said, /^Imported 1 incident, 0 post-mortems and 1 member\.\nNobody can sign in yet/)
  const second = await recorded(['import', folder, '--database-url', target])
  assert.deepEqual([second.code, /there are members in this workspace already/.test(second.said)], [2, true])
  assert.match((await recorded(['import', join(folder, 'nowhere')])).said, /there is no such folder/)
})

test('a workspace is kept in a Git repository, and a clone of that is imported as the same bytes', { skip: needsGit }, async (context) => {
  const { url, server } = await workspace(context)
  const git = await startGitServer()
  context.after(() => git.end())
  const folder = folderFor(context)
  const archive = async (...more: string[]): Promise<{ code: number; said: string }> =>
    await recorded(['export', '--all', '--git', git.url, '--database-url', url, ...more])
  process.env['BLAMEFREE_GIT_TOKEN'] = git.token
  context.after(() => delete process.env['BLAMEFREE_GIT_TOKEN'])
  const unasked = await archive()
  assert.deepEqual([unasked.code, /it is not known who sees .* The flag is --confirm-audience\./s.test(unasked.said)], [2, true], unasked.said)
  assert.equal(git.git('for-each-ref'), '')
  const first = await archive('--confirm-audience')
  assert.match(first.said, /^Exported 1 incident, .* into branch blamefree-archive\. 1 private incident among them/)
  assert.match((await archive('--confirm-audience')).said, /^Nothing has changed on branch blamefree-archive since the last archive\.\n$/)
  await server.house.db.pool.query(`update member set name = 'Ana B.'`)
  const second = await archive('--confirm-audience', '--branch', 'main', '--folder', 'ops/archive')
  assert.match(second.said, /into branch main, ops\/archive\./)
  assert.equal(git.git('rev-list', '--count', '--all').trim(), '2')
  assert.ok(!`${first.said}${second.said}`.includes(git.token))

  const clone = join(folder, 'clone')
  execFileSync('git', ['clone', '--quiet', '--branch', 'main', git.folder, clone])
  const [target, again] = [await chosenEngine().empty(context), join(folder, 'again')]
  assert.equal((await recorded(['import', join(clone, 'ops/archive'), '--database-url', target])).code, 0)
  await recorded(['export', '--all', again, '--database-url', target])
  const [kept, exported] = [filesIn(join(clone, 'ops/archive')), filesIn(again)]
  for (const own of ['.gitattributes', 'archive.json']) assert.ok(kept.delete(own))
  // The import itself is in the log.
  exported.set('audit.jsonl', exported.get('audit.jsonl')?.replace(/[^\n]*"workspace\.import"[^\n]*\n/, '') ?? '')
  assert.deepEqual(exported, kept)
})

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [relative(folder, join(parentPath, name)), readFileSync(join(parentPath, name), 'latin1')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

test('records that an older version has read are read again, and one that cannot be is named', async (context) => {
  const { url, server, incident } = await workspace(context)
  const { pool } = server.house.db
  const nothing = await recorded(['reread', '--database-url', url])
  assert.match(nothing.said, /^There is nothing to read again/)
  await pool.query(`update incident_raw set reader = '0.0.1'`)
  const read = await recorded(['reread', '--database-url', url])
  assert.deepEqual([read.code, read.said], [0, 'Read 1 record of 1 incident again. What people said stays.\n'])
  const { rows } = await pool.query(`select reader from incident_raw where reader = '0.0.1'`)
  assert.deepEqual(rows, [])
  assert.match((await recorded(['reread', '--all', '--database-url', url])).said, /^Read 1 record of 1 incident again/)
  await pool.query('update raw_chunk set bytes = $1', [Buffer.from('broken')])
  await pool.query(`update incident_raw set reader = '0.0.1'`)
  const failed = await recorded(['reread', '--database-url', url])
  assert.equal(failed.code, 1)
  assert.match(failed.said, new RegExp(`Error {2}${incident} stays as it was: `))
})

test('a backup says which key its secrets need, and a restore says when it is another', async (context) => {
  const { url } = await workspace(context)
  const folder = folderFor(context)
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  mkdirSync(here)
  mkdirSync(there)
  const file = join(folder, 'backup')
  const { openSecrets } = await import('../../../server/src/secrets.ts')
  openSecrets(null, here)
  await recorded(['backup', file, '--database-url', url, '--data-dir', here])
  const target = await chosenEngine().empty(context)
  const other = await recorded(['restore', file, '--database-url', target, '--data-dir', there])
  assert.match(other.said, /sealed with another key than the one that will be made here/)
  const same = await recorded(['restore', file, '--database-url', await chosenEngine().empty(context), '--data-dir', here])
  assert.doesNotMatch(same.said, /another key/)
  assert.ok(!readFileSync(file).includes(readFileSync(join(here, 'secret.key'))))
})
