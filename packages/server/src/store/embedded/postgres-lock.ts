import { readFileSync, statSync } from 'node:fs'

/** The process that one of PostgreSQL's lock files names; null where there is none. */
export function processNamedIn(file: string): number | null {
  const named = Number(linesOf(file)[0])
  return Number.isInteger(named) && named > 1 ? named : null
}

/**
 * Whether the lock file of a cluster, `postmaster.pid`, says on its eighth line that the server is ready, as `pg_ctl` reads it. `since`: when that server was started, in milliseconds; a file
 * that an earlier one has left does not count, which may have had the same number.
 */
export function saysReady(lock: string, since: number): boolean {
  return linesOf(lock)[7]?.trim() === 'ready' && (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > since
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
