import { BlamefreeError } from '@blamefree/core'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { cannotStart, ENVIRONMENT, identity } from './server-process.ts'
import type { Account } from './server-user.ts'

/** Who owns the database and what it is called. */
export const OWNER = 'blamefree'
export const DATABASE = 'blamefree'

/**
 * Makes sure that there is a cluster of this major version in a folder: made beside it and renamed into place when it is whole, so that an interrupted
 * start leaves nothing that looks finished. What such a start has left is removed; the caller holds the folder. `more` are arguments for initdb.
 */
export function prepareCluster(cluster: string, binaries: Binaries, account: Account | null, more: readonly string[] = []): void {
  const parent = dirname(cluster)
  const left = `${basename(cluster)}.part`
  for (const name of readdirSync(parent)) if (name.startsWith(left)) rmSync(join(parent, name), { recursive: true, force: true })
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(cluster, binaries, { account, more })
  refuseOtherMajor(cluster, binaries)
  chmodSync(cluster, 0o700)
}

function makeCluster(cluster: string, binaries: Binaries, { account, more }: { account: Account | null; more: readonly string[] }): void {
  // A folder of this name that is no cluster is somebody's: it is kept.
  if (existsSync(cluster)) renameSync(cluster, `${cluster}.unfinished-${Date.now()}`)
  const beside = `${cluster}.part-${process.pid}`
  mkdirSync(beside, { mode: 0o700 })
  if (account !== null) chownSync(beside, account.uid, account.gid)
  const options = { encoding: 'utf8', cwd: beside, env: ENVIRONMENT, ...identity(account) } as const
  const args = ['-D', beside, '-U', OWNER, '--auth=trust', '--encoding=UTF8', ...locale(binaries.major), ...more]
  const { status, stderr, error } = spawnSync(binaries.initdb, args, options)
  if (status !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw cannotStart(`initdb ended with ${status ?? error?.message ?? 'a signal'}`, stderr ?? '')
  }
  const single = spawnSync(binaries.postgres, ['--single', '-D', beside, 'postgres'], { ...options, input: `create database ${DATABASE}\n` })
  if (single.status !== 0) throw cannotStart('the database could not be made', single.stderr)
  writeFileSync(join(beside, 'pg_hba.conf'), 'local all all trust\n')
  renameSync(beside, cluster)
}

/**
 * Sorted by code point everywhere, so that an update of the operating system cannot spoil an index; PostgreSQL brings that locale itself from 17 on. What a
 * letter is, the full-text search asks the system: in the locale C, a dash and a picture would be letters too.
 */
function locale(major: number): readonly string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8', '--no-instructions']
    : ['--locale-provider=libc', '--locale=C.UTF-8', '--no-instructions']
}

function refuseOtherMajor(cluster: string, { major, version }: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (String(major) === made) return
  throw new BlamefreeError(
    'store/other-major',
    `Cannot start the embedded PostgreSQL: the data in ${cluster} was made by version ${made}, and this is version ${version}.`,
    'Start the version of Blamefree that made it, run blamefree backup, then restore the file with this one into an empty folder.',
  )
}
