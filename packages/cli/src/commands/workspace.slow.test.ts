import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { alertBody } from '../../../server/src/testing/records.ts'
import { chosenEngine } from '../../../server/src/testing/engines.ts'
import { testServer, type TestServer } from '../../../server/src/testing/server.ts'
import { folderFor, recorded } from '../testing/recorded.ts'

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
