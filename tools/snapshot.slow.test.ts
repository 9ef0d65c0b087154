import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test, type TestContext } from 'node:test'
import { makeSnapshots, snapshotOf } from './snapshot.ts'

const home = resolve(import.meta.dirname, '..')
const script = join('packages', 'cli', 'bin', 'blamefree.js')
const without = existsSync('/proc/self/cmdline') ? false : 'What a process was started with is read from /proc, which is not here.'

const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0

function folderFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree snapshot '))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Another house of the same sources in a folder with spaces in its name, with a snapshot of its own that was moved there. */
async function anotherHouse(context: TestContext): Promise<string> {
  await makeSnapshots()
  const house = join(folderFor(context), 'another house')
  for (const name of ['bin', 'dist']) mkdirSync(join(house, 'packages', 'cli', name), { recursive: true })
  for (const name of ['blamefree', 'blamefree.js']) cpSync(join(home, 'packages', 'cli', 'bin', name), join(house, 'packages', 'cli', 'bin', name))
  for (const name of ['src', 'package.json']) symlinkSync(join(home, 'packages', 'cli', name), join(house, 'packages', 'cli', name))
  for (const name of ['core', 'adapters']) symlinkSync(join(home, 'packages', name), join(house, 'packages', name))
  for (const name of ['node_modules', 'tools']) symlinkSync(join(home, name), join(house, name))
  // With their times, to the last digit.
  assert.equal(run('cp', ['-p', join(home, 'package-lock.json'), house]).status, 0)
  assert.equal(run('cp', ['-RPp', snapshotOf('render'), join(house, 'packages', 'cli', 'dist')]).status, 0)
  return house
}

const snapshotIn = (house: string): string => join(house, 'packages', 'cli', 'dist', 'snapshot-render')
const launcherIn = (house: string): string => join(house, 'packages', 'cli', 'bin', 'blamefree')

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly said: string
}

function run(command: string, args: readonly string[], options: { cwd?: string; input?: string; env?: Readonly<Record<string, string>> } = {}): Ran {
  const env = { ...process.env, ...options.env }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: home, encoding: 'utf8', ...options, env })
  return { status, out: stdout, said: stderr }
}

/** Gives a command something on standard input, and tells whether that process began with the snapshot: it is looked at while it waits. */
async function beginsWithSnapshot(launcher: string, env: Readonly<Record<string, string>> = {}, line: readonly string[] = RENDER): Promise<boolean> {
  const child = spawn(launcher, line, { env: { ...process.env, ...env } })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const closed = once(child, 'close')
  const command = await settledCommand(child.pid ?? 0)
  child.stdin.end('# Outage\n\nAll of it.\n')
  assert.deepEqual(await closed, [0, null], said)
  assert.match(out, line === RENDER ? /# Outage\n\nAll of it\.\n$/ : /^No findings in 1 file\.\n$/)
  assert.equal(said, '')
  return command.includes('--snapshot-blob')
}

const RENDER = ['render', '-', '--to', 'markdown', '--out', '-', '--quiet']

/** What a process was started with, once it stays what it is: the launcher becomes Node, and Node may become another. */
async function settledCommand(pid: number): Promise<string> {
  for (let last = '', same = 0; ;) {
    const now = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    same = now === last ? same + 1 : 0
    if (same === 20 && /(?:^|\/)node\0/.test(now)) return now
    last = now
    await new Promise((done) => setTimeout(done, 50))
  }
}

test('a post-mortem rendered from the snapshot is the same, to the byte, wherever and under whatever settings', async (context) => {
  await makeSnapshots()
  const folder = folderFor(context)
  const pictured = join(folder, 'with pictures')
  mkdirSync(pictured)
  writeFileSync(join(pictured, 'graph.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  writeFileSync(join(pictured, 'pm.md'), '---\nzone: Asia/Tokyo\n---\n\n# Ärger 🚒\n\n![graph](graph.svg)\n\n![none](none.png)\n\n- [ ] do\n')
  run(process.execPath, [script, 'fill', 'examples/poison-pill', '--to', 'json,markdown', '--name', 'filled', '--out', pictured])
  const files = [...['pm.md', 'filled.json', 'filled.md'].map((name) => join(pictured, name)), 'README.md', 'ARCHITECTURE.md', 'docs/cli.md', 'docs/lint.md']
  const settings = [{}, { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, { TZ: 'America/New_York', NO_COLOR: '1' }]
  for (const [at, file] of files.entries()) {
    const line = ['render', resolve(home, file), '--to', 'docx,html,md,json', '--audience', at % 2 === 0 ? 'customer' : 'internal', '--force', '--out']
    const env = settings[at % settings.length] ?? {}
    const ours = run(launcherIn(home), [...line, 'out'], { cwd: emptied(join(folder, 'ours')), env })
    const others = run(process.execPath, [join(home, script), ...line, 'out'], { cwd: emptied(join(folder, 'others')), env })
    assert.equal(others.status, 0, others.said)
    assert.deepEqual(ours, others)
    const made = readdirSync(join(folder, 'others', 'out')).toSorted()
    assert.equal(made.length, 4)
    assert.deepEqual(readdirSync(join(folder, 'ours', 'out')).toSorted(), made)
    for (const name of made)
      assert.ok(readFileSync(join(folder, 'ours', 'out', name)).equals(readFileSync(join(folder, 'others', 'out', name))), `${file} → ${name}`)
  }
})

test('lint finds the same, in every way of saying it', async (context) => {
  await makeSnapshots()
  const folder = folderFor(context)
  run(process.execPath, [script, 'fill', 'examples/poison-pill', '--to', 'markdown', '--name', 'filled', '--out', folder])
  writeFileSync(
    join(folder, 'blame.md'),
    '---\nzone: Asia/Tokyo\n---\n\n# Outage\n\nBob broke it: he should have been more careful. The root cause was human error.\n',
  )
  writeFileSync(join(folder, 'lint.yaml'), 'lint:\n  blame: off\n')
  for (const line of [
    ...['text', 'json', 'sarif', 'github'].map((format) => [folder, 'README.md', 'docs/lint.md', '--format', format]),
    [join(folder, 'blame.md'), '--config', join(folder, 'lint.yaml')],
    ['-'],
    ['absent.md'],
    ['README.md', '--format', 'none'],
  ]) {
    const options = { input: 'Bob broke it.\n', env: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8' } }
    const ours = run(launcherIn(home), ['lint', ...line], options)
    assert.deepEqual(ours, run(process.execPath, [script, 'lint', ...line], options))
    assert.notEqual(ours.status, null)
  }
})

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  return folder
}

test('the folder, standard input, exit codes and sentences are those of the run', async (context) => {
  await makeSnapshots()
  const folder = folderFor(context)
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'deep', 'pm.md'), '# Outage\n\n![graph](graph.svg)\n')
  writeFileSync(join(folder, 'deep', 'graph.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  for (const line of [
    ['render', 'deep/pm.md', '--to', 'html', '--out', '-'],
    ['render', '../deep/pm.md', '--to', 'html', '--out', '-'],
    ['render', '-', '--to', 'html', '--out', '-'],
    ['render', 'deep/pm.md', '--to', 'docx', '--json', '--out', 'new', '--force'],
    ['render', 'deep/pm.md', '--to', 'docx', '--out', 'new'],
    ['render', 'deep/pm.md', '--to', 'html', '--out', '-', '--reference', 'deep/graph.svg'],
    ['render', 'deep/pm.md', '--to', 'html', '--out', 'deep/pm.md'],
    ['render', 'deep/pm.md', '--to', 'pdf', '--out', 'new'],
    ['render', 'deep/pm.md', '--to', 'rtf'],
    ['render', 'absent.md'],
    ['render', 'deep'],
    ['render', '--help'],
    ['render', '--colour'],
    ['render'],
    ['lint', 'deep/pm.md'],
    ['read', 'deep/pm.md'],
    ['--version'],
    ['unknown'],
    [],
  ]) {
    const options = { cwd: line[1]?.startsWith('..') === true ? join(folder, 'deep') : folder, input: '# From a pipe\n' }
    const ours = run(launcherIn(home), line, options)
    const others = run(process.execPath, [join(home, script), ...line], options)
    // It may have been there the second time.
    if (line.includes('new')) rmSync(join(folder, 'new'), { recursive: true, force: true })
    assert.deepEqual(ours, others.status === 2 && line.includes('new') ? { ...others, ...ours } : others, line.join(' '))
  }
})

test('colours are shown where a person sees them', { skip: hasScript ? false : 'The program that plays a terminal, script, is not here.' }, async (context) => {
  await makeSnapshots()
  const folder = folderFor(context)
  writeFileSync(join(folder, 'pm.md'), '# Outage\n')
  const seen = (command: string): string => run('script', ['-qec', `${command} render pm.md --to html --force`, '/dev/null'], { cwd: folder }).out
  const ours = seen(`'${launcherIn(home)}'`)
  assert.match(ours, /\u001B\[1mMade/)
  assert.equal(ours, seen(`'${process.execPath}' '${join(home, script)}'`))
})

test('a render and a lint begin with the snapshot, through links and in a folder that was moved', { skip: without }, async (context) => {
  await makeSnapshots()
  assert.ok(await beginsWithSnapshot(launcherIn(home)))
  assert.ok(await beginsWithSnapshot(launcherIn(home), { TZ: 'Asia/Tokyo', NODE_OPTIONS: '' }))
  assert.ok(await beginsWithSnapshot(launcherIn(home), {}, ['lint', '-']))
  const house = await anotherHouse(context)
  assert.ok(await beginsWithSnapshot(launcherIn(house)))
  const links = folderFor(context)
  symlinkSync(launcherIn(house), join(links, 'first'))
  symlinkSync('first', join(links, 'second'))
  assert.ok(await beginsWithSnapshot(join(links, 'second')))
  assert.ok(await beginsWithSnapshot('second', { PATH: `${links}:${process.env['PATH'] ?? ''}` }))
})

const SPOILERS: readonly (readonly [string, (house: string) => Readonly<Record<string, string>> | void])[] = [
  ['a source is another', (house) => writeFileSync(join(house, 'package-lock.json'), '{}')],
  ['a source is gone', (house) => unlinkSync(join(house, 'package-lock.json'))],
  ['the blob was written to', (house) => writeFileSync(join(snapshotIn(house), 'blob'), 'damaged')],
  ['the blob is gone', (house) => unlinkSync(join(snapshotIn(house), 'blob'))],
  ['another Node made it', (house) => linkTo(join(snapshotIn(house), 'node'), '/bin/sh')],
  ['Node is somewhere else', (house) => linkTo(join(snapshotIn(house), 'node'), 'nowhere')],
  ['nobody has tried it', (house) => unlinkSync(join(snapshotIn(house), 'tried'))],
  ['there is none', (house) => rmSync(snapshotIn(house), { recursive: true })],
  ['Node is to do something else, too', () => ({ NODE_OPTIONS: '--no-deprecation' })],
]

for (const [what, spoil] of SPOILERS) {
  test(`a render starts in the ordinary way, and says nothing of it, where ${what}`, { skip: without }, async (context) => {
    const house = await anotherHouse(context)
    assert.equal(await beginsWithSnapshot(launcherIn(house), spoil(house) ?? {}), false)
  })
}

function linkTo(path: string, target: string): void {
  unlinkSync(path)
  symlinkSync(target, path)
}

test('after the machine was switched on again it is tried before it is used, and given up where it no longer works', { skip: without }, async (context) => {
  const house = await anotherHouse(context)
  const tried = join(snapshotIn(house), 'tried')
  writeFileSync(tried, 'another time\n')
  assert.ok(await beginsWithSnapshot(launcherIn(house)))
  assert.equal(readFileSync(tried, 'utf8'), readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const blob = join(snapshotIn(house), 'blob')
  writeFileSync(blob, readFileSync(blob).subarray(0, 5_000_000))
  utimesSync(blob, 0, 0)
  writeFileSync(tried, 'another time\n')
  assert.equal(await beginsWithSnapshot(launcherIn(house)), false)
  assert.equal(existsSync(tried), false)
})

test('it is made once, and again when a source has changed', async () => {
  await makeSnapshots()
  const [blob, looks] = ['blob', 'looks.json'].map((name) => join(snapshotOf('render'), name)) as [string, string]
  const first = statSync(blob).mtimeMs
  const known = readFileSync(looks, 'utf8')
  await makeSnapshots()
  assert.equal(statSync(blob).mtimeMs, first)
  writeFileSync(looks, '[["package-lock.json", 1, 1]]')
  await makeSnapshots()
  assert.notEqual(statSync(blob).mtimeMs, first)
  assert.equal(readFileSync(looks, 'utf8'), known)
  const second = statSync(blob).mtimeMs
  writeFileSync(blob, 'damaged')
  await makeSnapshots()
  assert.ok(statSync(blob).size > 1_000_000)
  assert.notEqual(statSync(blob).mtimeMs, second)
})
