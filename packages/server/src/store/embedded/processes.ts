import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** Whether a process lives. A zombie does not live. */
export const isRunning = (pid: number): boolean => isKnown(pid) && procStat(pid)?.state !== 'Z'

/** Whether the system has a process of this number: a living one, or a dead one that its parent has not taken notice of yet. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in the kernel's ticks since boot: tells a process from a later one with the same number. Null where the system cannot tell. */
export function startedAt(pid: number): string | null {
  return procStat(pid)?.began ?? null
}

/**
 * The PostgreSQL processes that work on a cluster, whoever started them: PostgreSQL stands in its data folder while it runs. `suspect` is the process
 * that the cluster's own lock file names; where the system has no list of processes to look through, it alone is looked at.
 */
export function serversOn(cluster: string, suspect: number | null): number[] {
  const folder = realpathSync(cluster)
  let all: string[]
  try {
    all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return suspect !== null && isRunning(suspect) && commandOf(suspect).includes(folder) ? [suspect] : []
  }
  return all.map(Number).filter((pid) => {
    try {
      const stat = procStat(pid)
      return stat?.name === 'postgres' && stat.state !== 'Z' && readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  })
}

const commandOf = (pid: number): string => spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''

function procStat(pid: number): { name: string; state: string; began: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const close = text.lastIndexOf(')')
    const rest = text.slice(close + 2).split(' ')
    return { name: text.slice(text.indexOf('(') + 1, close), state: rest[0] ?? '', began: rest[19] ?? '' }
  } catch {
    return null
  }
}
