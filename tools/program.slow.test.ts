import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { openApiFile } from '@blamefree/server'
import { madeProgram } from '../packages/cli/src/made-program.ts'
import { openMortalHouse } from '../packages/web/tests/kit/mortal-house.ts'
import { makeProgram } from './program.ts'

const home = resolve(import.meta.dirname, '..')

/** Runs a command line with Node and gives what it said. */
function node(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: home, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout
}

test('the made program writes the files that the sources write, to the byte', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-program-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const made = join(await makeProgram(() => undefined), 'main.js')
  const fill = ['fill', 'examples/poison-pill', '--to', 'docx,pdf,html,markdown,json', '--quiet', '--out']
  node(made, ...fill, join(folder, 'made'))
  node('packages/cli/src/main.ts', ...fill, join(folder, 'sources'))
  const files = readdirSync(join(folder, 'sources')).toSorted()
  assert.equal(files.length, 5)
  assert.deepEqual(readdirSync(join(folder, 'made')).toSorted(), files)
  for (const file of files) assert.ok(readFileSync(join(folder, 'made', file)).equals(readFileSync(join(folder, 'sources', file))), file)
})

test('the command line runs the program that was made of its sources', async () => {
  const folder = await makeProgram(() => undefined)
  assert.equal(madeProgram(), join(folder, 'main.js'))
  assert.equal(node('packages/cli/bin/blamefree.js', '--version'), node('packages/cli/src/main.ts', '--version'))
})

test('the server that it is has the same interface, shows the pages, and starts the processes that read and print', async (context) => {
  const house = await openMortalHouse(context)
  assert.deepEqual({ ...(await house.ask('GET', '/v1/openapi.json')), servers: [] }, { ...(await openApiFile()), servers: [] })
  const page = await (await fetch(`${house.address}/incidents`)).text()
  const [script = ''] = /assets\/[\w.-]+\.js/.exec(page) ?? []
  assert.match(script, /^assets\//)
  assert.equal((await fetch(`${house.address}/${script}`)).headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal((await fetch(`${house.address}/assets/none.js`)).status, 404)
  // Too long to be read in the server itself.
  const lines = Array.from({ length: 2000 }, (_, at) => `2026-03-04 09:${String(at % 60).padStart(2, '0')} Ada: line ${at} of what was said`)
  const { incident } = await house.ask('POST', '/v1/incidents', { text: lines.join('\n') })
  const { id } = await house.ask('POST', `/v1/incidents/${incident.id}/post-mortems`, {})
  const { key } = await house.ask('POST', '/v1/api-keys', { name: 'pdf', scopes: ['read'] })
  const pdf = await fetch(`${house.address}/v1/post-mortems/${id}/export.pdf`, { headers: { authorization: `Bearer ${key}` } })
  assert.match(Buffer.from(await pdf.arrayBuffer()).toString('latin1'), /^%PDF-/)
})
