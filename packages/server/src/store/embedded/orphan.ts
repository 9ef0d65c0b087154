import { BlamefreeError } from '@blamefree/core'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, serversOn } from './processes.ts'

/**
 * Ends what is left of an earlier server on a cluster: one whose Blamefree was killed goes on until it notices, and one that was killed itself may leave
 * processes that are still writing. Waits until all are gone, so that there are never two on one cluster. Throws when they do not go.
 */
export async function endOrphans(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const named = Number(readFileSync(file, 'utf8').split('\n')[0])
  const suspect = Number.isInteger(named) && named > 1 ? named : null
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
  // PostgreSQL refuses to start when a process has the number that its lock file names. Nothing of PostgreSQL is left on this cluster, so it is somebody else's.
  if (suspect !== null && isRunning(suspect)) rmSync(file, { force: true })
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
