import { BlamefreeError } from '@blamefree/core'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { processNamedIn } from './postgres-lock.ts'
import { isKnown, serversOn } from './processes.ts'

/**
 * Ends what is left of an earlier server on a cluster: one whose Blamefree was killed goes on until it notices, and one that was killed itself may leave
 * processes that are still writing. Waits until all are gone, so that there are never two on one cluster. Throws when they do not go.
 */
export async function endOrphans(cluster: string, socket: string): Promise<void> {
  const locks = [join(cluster, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')].filter((file) => existsSync(file))
  if (locks.length === 0) return
  const suspect = processNamedIn(join(cluster, 'postmaster.pid'))
  const left = (): number[] => serversOn(cluster, suspect)
  if (suspect !== null && left().includes(suspect)) send([suspect], 'SIGINT')
  if (!(await gone(left, 30_000))) {
    send(left(), 'SIGQUIT')
    if (!(await gone(left, 5000))) {
      throw new BlamefreeError(
        'store/orphan',
        `Cannot start the embedded PostgreSQL: another one (process ${left().join(', ')}) is still working on ${cluster} and does not end.`,
        'End that process, then start again.',
      )
    }
  }
  // PostgreSQL refuses to start when a process has the number that one of its lock files names. Nothing of PostgreSQL is left on this cluster: the number
  // is somebody else's by now, or that of a dead process which nobody has buried yet.
  for (const file of locks) {
    const named = processNamedIn(file)
    if (named !== null && isKnown(named)) rmSync(file, { force: true })
  }
}

async function gone(left: () => number[], patience: number): Promise<boolean> {
  for (let waited = 0; left().length > 0; waited += 50) {
    if (waited >= patience) return false
    await new Promise((resume) => setTimeout(resume, 50))
  }
  return true
}

function send(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended meanwhile, or it is another user's: then the wait says so.
    }
  }
}
