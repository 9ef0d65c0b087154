import type { ArchiveFolder, KeptArchive } from '@blamefree/core'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { ARCHIVE } from './archive.ts'
import type { GitConfig } from './git-config.ts'
import { place, refuses, worldHere } from './testing/git-pages.ts'
import { startGitServer, type GitServer } from './testing/git-server.ts'
import { inOwnTemporaryFolder } from './testing/own-temporary-folder.ts'

inOwnTemporaryFolder()

const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'
const world = worldHere()
const BRANCH = ARCHIVE.usual.branch

let server: GitServer
let config: GitConfig
let folder: string

/** An archive on this disk; null takes a file away. */
function write(files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    if (text === null) rmSync(join(folder, name))
    else writeFileSync(join(folder, name), text)
  }
}

const keep = async (more: Partial<ArchiveFolder> = {}): Promise<KeptArchive> =>
  await ARCHIVE.keep({ path: folder, place: ARCHIVE.usual, workspace: 'w1', message: 'Archive: 1 incident', ...more }, config, world)
const filesOn = (branch = BRANCH): string[] => server.git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', branch).trim().split('\n')
const commits = (branch = BRANCH): number => Number(server.git('rev-list', '--count', branch))

for (const filter of [true, false])
  describe(`the archive in git over HTTP ${filter ? 'with' : 'without'} partial clones`, { skip: needsGit }, () => {
    before(async () => {
      server = await startGitServer({ filter })
    })
    after(() => server.end())
    beforeEach(() => {
      server.empty()
      config = place.configure({ repository: server.url, token: server.token, branch: 'main', host: 'other' })
      folder = mkdtempSync(join(tmpdir(), 'archive-'))
      write({
        'workspace.json': '{}\n',
        'incidents/2026/2026-03/2026-03-04 Café 🔥/incident.md': '# Café\n',
        'incidents/2026/2026-03/records/001 a.txt': 'a\r\nb\r\n',
      })
    })

    it('makes a branch, one commit a change and none without one, and a clone has its bytes', async () => {
      const first = await keep()
      assert.deepEqual([first.made, first.found, first.files, commits()], [true, 'none', 3, 1])
      const again = await keep()
      assert.deepEqual([again.made, again.found, again.version, again.sum], [false, 'ours', first.version, first.sum])
      write({ 'workspace.json': '{"form":1}\n', 'incidents/2026/2026-03/records/001 a.txt': null, 'audit.jsonl': '{}\n' })
      const second = await keep()
      assert.deepEqual([second.made, second.found, commits()], [true, 'ours', 2])
      assert.deepEqual(filesOn(), ['.gitattributes', 'archive.json', 'audit.jsonl', 'incidents/2026/2026-03/2026-03-04 Café 🔥/incident.md', 'workspace.json'])
      write({ 'records/002 b.txt': 'a\r\nb\r\n' })
      await keep()
      const clone = join(folder, '..', 'clone')
      const made = spawnSync('git', ['-c', 'core.autocrlf=true', 'clone', '--quiet', '--branch', BRANCH, server.folder, clone], { encoding: 'utf8' })
      assert.equal(made.status, 0, made.stderr)
      assert.equal(readFileSync(join(clone, 'records/002 b.txt'), 'utf8'), 'a\r\nb\r\n')
      rmSync(clone, { recursive: true })
      assert.equal(server.git('log', '-1', '--format=%s %an', BRANCH).trim(), 'Archive: 1 incident Blamefree')
    })

    it('says that somebody changed its files, takes that back, and leaves it in the history', async () => {
      await keep()
      server.commit({ 'workspace.json': 'By Kim\n', 'incidents/kim.md': 'Kim\n', 'audit.jsonl/x': 'Kim' }, { branch: BRANCH })
      const theirs = server.git('rev-parse', BRANCH).trim()
      write({ 'audit.jsonl': '{}\n' })
      const kept = await keep()
      assert.deepEqual([kept.made, kept.found, kept.from], [true, 'changed', theirs])
      assert.equal(server.file('workspace.json', BRANCH), '{}\n')
      assert.equal(server.file('incidents/kim.md', BRANCH), null)
      assert.equal(server.git('show', `${theirs}:workspace.json`), 'By Kim\n')
      assert.equal((await keep()).found, 'ours')
      server.commit({ 'workspace.json': '/etc/passwd' }, { branch: BRANCH, mode: '120000' })
      assert.equal((await keep()).found, 'changed')
      assert.equal(server.file('workspace.json', BRANCH), '{}\n')
    })

    // The rest asks nothing more of the host.
    if (!filter) return

    it('touches nothing of others beside its folder', async () => {
      server.commit({ 'README.md': 'Hello', 'archive-of-others/a.md': 'a', 'docs/incidents/b.md': 'b' })
      const there = { branch: 'main', folder: 'archive' }
      await keep({ place: there })
      server.commit({ 'README.md': 'Hello again' })
      write({ 'workspace.json': '{"form":1}\n' })
      assert.equal((await keep({ place: there })).found, 'ours')
      assert.equal(server.file('README.md'), 'Hello again')
      assert.equal(server.file('archive-of-others/a.md'), 'a')
      assert.equal(server.file('docs/incidents/b.md'), 'b')
      assert.equal(server.file('archive/workspace.json'), '{"form":1}\n')
      assert.equal(commits('main'), 4)
    })

    it('begins anew when the branch moves between reading and pushing', async () => {
      server.commit({ 'README.md': 'Hello' })
      let times = 0
      server.before = (name) => {
        if (name === 'GET /info/refs?git-receive-pack' && times++ < 2) server.commit({ 'README.md': `Hello ${times}` })
      }
      await keep({ place: { branch: 'main', folder: 'archive' } })
      assert.deepEqual([times, server.file('README.md'), server.file('archive/workspace.json')], [3, 'Hello 2', '{}\n'])
    })

    it('makes no second commit after it was cut off, before or behind the push', async () => {
      await keep()
      write({ 'audit.jsonl': '{}\n' })
      server.before = (name) => (name === 'GET /info/refs?git-receive-pack' ? false : undefined)
      await refuses(keep(), 'git/unreachable')
      assert.equal(commits(), 1)
      server.before = null
      // The push arrived, and nobody wrote down that it did.
      const { version } = await keep()
      assert.deepEqual([commits(), (await keep()).version, commits()], [2, version, 2])
      const two = await Promise.all([keep(), keep()])
      assert.deepEqual([two[0].version, two[1].version, commits()], [version, version, 2])
    })

    it('never writes in the place of what no archive has written, nor over another workspace’s', async () => {
      server.commit({ 'README.md': 'Hello' })
      await refuses(keep({ place: { branch: 'main', folder: '' } }), 'git/not-an-archive')
      server.commit({ 'archive/notes.md': 'Mine', 'archive/archive.json': '{"files": 1}' })
      await refuses(keep({ place: { branch: 'main', folder: 'archive' } }), 'git/not-an-archive')
      await refuses(keep({ place: { branch: 'main', folder: 'Archive' } }), 'git/path')
      await refuses(keep({ place: { branch: 'main', folder: 'README.md/x' } }), 'git/path')
      assert.equal(commits('main'), 2)
      await keep()
      await refuses(keep({ workspace: 'w2' }), 'git/other-archive')
      assert.equal(commits(), 1)
    })

    it('refuses a file that hosts do not take, in a sentence, and sends nothing', async () => {
      write({ 'records/003 dump.bin': '' })
      truncateSync(join(folder, 'records/003 dump.bin'), 50_000_001)
      const { message } = await refuses(keep(), 'git/too-large')
      assert.match(message, /records\/003 dump\.bin is 51 MB, and hosts take 50 MB a file\. Nothing was changed there\./)
      assert.equal(server.git('for-each-ref'), '')
    })

    it('says when it may not write, without the token, and leaves nothing in the temporary folder', async () => {
      await refuses(
        ARCHIVE.keep({ path: folder, place: ARCHIVE.usual, workspace: null, message: 'x' }, { ...config, token: 'another-secret-token' }, world),
        'git/unauthorised',
      )
      assert.deepEqual(
        readdirSync(tmpdir()).filter((name) => name.startsWith('blamefree-git-')),
        [],
      )
    })
  })
