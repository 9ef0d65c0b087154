import { readFileSync } from 'node:fs'

/** A process's CPU time and memory with all its descendants, read from /proc; so Linux only. */
export interface TreeCost {
  /** User and system in milliseconds, of the living and of children that ended and were waited for. In steps of 10 ms. */
  readonly cpu: number
  /** Resident memory of all of them in MB; pages they share count once for each. */
  readonly memory: number
}

/** What a process and everything it started has cost so far. */
export function treeCost(pid: number): TreeCost {
  let cpu = 0
  let memory = 0
  for (const id of [pid, ...descendants(pid)]) {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), the third of which is the first here. A tick is 10 ms.
      cpu += fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
      memory += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      // It ended between the listing and the reading: its time is in its parent's, if that waited for it.
    }
  }
  return { cpu, memory }
}

/** The ids of everything a process started that still lives. */
export function descendants(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    return children.flatMap((child) => [child, ...descendants(child)])
  } catch {
    return []
  }
}
