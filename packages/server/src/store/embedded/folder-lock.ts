import { BlamefreeError } from '@blamefree/core'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Takes a data folder for this process and gives what lets it go. Throws when another living process has it. */
export function holdFolder(folder: string): () => void {
  const file = join(folder, 'blamefree.pid')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, `${process.pid}\n${startedAt(process.pid) ?? ''}\n`)
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = '', began = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
      const holder = Number(pid)
      const alive = Number.isInteger(holder) && holder > 0 && holder !== process.pid && isRunning(holder) && (startedAt(holder) ?? '') === began
      if (alive) {
        throw new BlamefreeError(
          'store/folder-in-use',
          `Cannot open ${folder}: another Blamefree (process ${holder}) is using it.`,
          'Stop that one, or give this one another folder with DATA_DIR.',
        )
      }
      rmSync(file, { force: true })
    }
  }
  throw new BlamefreeError('store/folder-in-use', `Cannot open ${folder}: another Blamefree is starting on it.`, 'Try again in a moment.')
}

/** Whether a process lives, and runs the program named, where the system can tell. A zombie does not live. */
export function isRunning(pid: number, program?: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const stat = procStat(pid)
  if (stat === null) return true
  return stat.state !== 'Z' && (program === undefined || stat.name === program)
}

/** When a process began, in the kernel's ticks since boot: tells a process from a later one with the same number. Null where the system cannot tell. */
function startedAt(pid: number): string | null {
  return procStat(pid)?.began ?? null
}

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
