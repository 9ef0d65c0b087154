import { BlamefreeError, type World } from '@blamefree/core'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessTo } from './access.ts'
import type { GitConfig } from './git-config.ts'
import { blobContents } from './blob-contents.ts'
import { gitError, isMoved, isUnborn } from './git-error.ts'
import { makeCommit, type NewCommit } from './make-commit.ts'
import { runGit, type GitCall, type GitResult } from './run-git.ts'

/** A file of a commit. `mode` is git's: `100644` a file, `120000` a symbolic link, `160000` a submodule. */
export interface TreeEntry {
  readonly mode: string
  readonly blob: string
  readonly path: string
}

/**
 * A repository elsewhere, seen from an empty one of ours in a temporary folder. Nothing is ever checked out: files are read and written as objects, so that no link,
 * hook, filter or attribute of the repository can do anything here.
 */
export interface Repository {
  /** The newest commit of a branch, without its history and without the contents of its files; null where there is no such branch. */
  newest(branch: string): Promise<string | null>
  /** The branches whose names begin so. */
  branches(prefix: string): Promise<ReadonlyMap<string, string>>
  /** The files of a commit. */
  files(commit: string): Promise<readonly TreeEntry[]>
  /** The contents of files, asked for together; a blob that is no file of this repository is left out. */
  contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
  /** What git calls the contents of files on this machine, by their absolute paths; with `keep`, they are kept here for a commit. */
  sums(paths: readonly string[], options: { readonly keep: boolean }): Promise<readonly string[]>
  /** Keeps a file here for a commit, and gives what git calls its contents. */
  keep(bytes: Uint8Array): Promise<string>
  /** Makes a commit here, without sending it; the parent itself where nothing would change. */
  commit(what: NewCommit): Promise<string>
  /** Sends a commit, never by force. `moved` when the branch is no longer what it was. */
  push(commit: string, branch: string, minutes?: number): Promise<'done' | 'moved'>
  /** Whether we may send, without sending anything. Throws where not. */
  tryPush(): Promise<void>
}

/** Opens a repository for one piece of work and takes the folder away afterwards. */
export async function withRepository<T>(config: GitConfig, world: World, work: (repository: Repository) => Promise<T>): Promise<T> {
  await sweep(world)
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  try {
    const env = await accessTo(config, folder, world)
    const run = (call: GitCall): Promise<GitResult> => runGit(folder, env, call)
    await mustBeNew(run)
    const made = [await run({ args: ['init', '--quiet', '--bare', '.'] }), await run({ args: ['remote', 'add', 'origin', config.url] })].find(({ ok }) => !ok)
    if (made !== undefined) throw gitError(made.said, config, 'read')
    return await work(openRepository(config, world, run))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const PREFIX = 'blamefree-git-'
const AN_HOUR = 3_600_000

/** Takes away what a process left that was killed: there may be a key in it. */
async function sweep(world: World): Promise<void> {
  const now = Date.parse(world.now())
  for (const name of await readdir(tmpdir()))
    if (name.startsWith(PREFIX)) {
      const folder = join(tmpdir(), name)
      const found = await stat(folder).catch(() => null)
      if (found !== null && found.mtimeMs < now - AN_HOUR) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
}

/** Before 2.37 git does not know `http.curloptResolve`, and would look the address up again after we have checked it. */
async function mustBeNew(run: (call: GitCall) => Promise<GitResult>): Promise<void> {
  const text = (await run({ args: ['version'] })).out.toString()
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? []
  if (Number(major) * 1000 + Number(minor) < 2037)
    throw new BlamefreeError('git/old-git', `Cannot publish to Git: this server has git ${major}.${minor}, which is too old.`, 'Install git 2.37 or newer.')
}

function openRepository(config: GitConfig, world: World, run: (call: GitCall) => Promise<GitResult>): Repository {
  const must = async (call: GitCall, doing: 'read' | 'write' = 'read'): Promise<Buffer> => {
    const result = await run(call)
    if (!result.ok) throw gitError(result.said, config, doing)
    return result.out
  }
  const making = { config, world, must }
  const known = new Set<string>()
  return {
    async newest(branch) {
      const filter = WHOLE.has(config) ? [] : ['--filter=blob:none']
      const { ok, said } = await run({ args: ['fetch', ...QUIETLY, '--depth=1', ...filter, 'origin', refOf(branch)], minutes: 10 })
      if (!ok && isUnborn(said)) return null
      if (!ok) throw gitError(said, config, 'read')
      if (/filtering not recognized/.test(said)) WHOLE.add(config)
      known.add(branch)
      return (await must({ args: ['rev-parse', '--verify', `${hereOf(branch)}^{commit}`] })).toString().trim()
    },
    branches: async (prefix) => headsOf(await must({ args: ['ls-remote', '--heads', 'origin', `refs/heads/${prefix}*`] }), prefix),
    async files(commit) {
      return (await must({ args: ['ls-tree', '-r', '-z', '--full-tree', commit] })).toString('utf8').split('\0').flatMap(entryOf)
    },
    async contents(blobs) {
      if (blobs.length === 0) return new Map()
      const input = `${[...new Set(blobs)].join('\n')}\n`
      // One request for all of them; without it git would ask for one after the other.
      const wanted = ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...QUIETLY, '--filter=blob:none', 'origin', '--stdin']
      const asked = WHOLE.has(config) ? null : await run({ args: wanted, input })
      // It leaves files out, but gives none by its sum: an sshd that does not pass the version of git's protocol on has its oldest spoken.
      if (asked?.ok === false && /unadvertised object/.test(asked.said)) {
        WHOLE.add(config)
        await must({ args: ['fetch', ...QUIETLY, '--refetch', '--no-filter', '--depth=1', 'origin', ...[...known].map(refOf)] })
      } else if (asked?.ok === false) throw gitError(asked.said, config, 'read')
      return blobContents(await must({ args: ['cat-file', '--batch', '--buffer'], input }))
    },
    async sums(paths, { keep }) {
      if (paths.length === 0) return []
      const out = await must({ args: ['hash-object', ...(keep ? ['-w'] : []), '--no-filters', '--stdin-paths'], input: `${paths.join('\n')}\n`, minutes: 10 })
      return out.toString().trim().split('\n')
    },
    keep: async (bytes) => (await must({ args: ['hash-object', '-w', '--stdin'], input: bytes })).toString().trim(),
    commit: (what) => makeCommit(what, making),
    async push(commit, branch, minutes) {
      const args = ['push', '--quiet', '--porcelain', 'origin', `${commit}:refs/heads/${branch}`]
      const { ok, said, out } = await run({ args, ...(minutes === undefined ? {} : { minutes }) })
      if (ok) return 'done'
      const answer = `${out.toString()}\n${said}`
      if (isMoved(answer)) return 'moved'
      throw gitError(answer, config, 'write')
    },
    async tryPush() {
      const commit = await makeCommit({ parent: null, files: [], message: 'Try' }, making)
      await must({ args: ['push', '--quiet', '--dry-run', 'origin', `${commit}:refs/heads/blamefree-try-${commit.slice(0, 8)}`] }, 'write')
    },
  }
}

/** Hosts that do not send files when they are asked for them: the whole commit is fetched there. */
const WHOLE = new WeakSet<GitConfig>()

const hereOf = (branch: string): string => `refs/blamefree/${branch}`
const refOf = (branch: string): string => `+refs/heads/${branch}:${hereOf(branch)}`
const QUIETLY: readonly string[] = ['--quiet', '--no-tags', '--no-write-fetch-head']

/** What `git ls-remote` writes, by the branch's name. */
function headsOf(out: Buffer, prefix: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of out.toString('utf8').split('\n')) {
    const [commit = '', ref = ''] = line.split('\t')
    if (ref.startsWith(`refs/heads/${prefix}`)) found.set(ref.slice('refs/heads/'.length), commit)
  }
  return found
}

function entryOf(line: string): TreeEntry[] {
  const [, mode = '', blob = '', path = ''] = /^(\d{6}) \w+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? []
  return path === '' ? [] : [{ mode, blob, path }]
}
