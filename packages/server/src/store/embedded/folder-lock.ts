import { BlamefreeError } from '@blamefree/core'
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, startedAt } from './processes.ts'

/**
 * Takes a data folder for this process and gives what lets it go. Throws when another living process has it. The kernel's lock on the cluster
 * (`server-process.ts`) is what keeps two servers apart in the last resort; this one is earlier and can name the holder.
 */
export async function holdFolder(folder: string): Promise<() => void> {
  const file = join(folder, 'blamefree.pid')
  const mine = `${process.pid}\n${startedAt(process.pid) ?? ''}\n`
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, mine)
      closeSync(handle)
      return () => {
        if (contentOf(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(folder, error)
    }
    const theirs = contentOf(file)
    if (theirs === null) continue
    if (theirs === '' && attempt < 5) {
      // Made in this moment and not written yet, or left by a power cut.
      await new Promise((resume) => setTimeout(resume, 50))
      continue
    }
    const holder = livingHolder(theirs)
    if (holder !== null) throw inUse(folder, `(process ${holder}) is using it`)
    takeAway(file, theirs)
  }
  throw inUse(folder, 'is starting on it')
}

/** The process that a lock file names, when it lives and is not a later one with the same number; null otherwise. */
function livingHolder(content: string): number | null {
  const [pid = '', began = ''] = content.split('\n')
  const holder = Number(pid)
  if (!Number.isInteger(holder) || holder <= 0) return null
  // A second server in one process is refused too; a number that a container gives out again is told by its start.
  return isRunning(holder) && (startedAt(holder) ?? '') === began ? holder : null
}

/** Removes a stale lock file, and puts it back when it turns out to be a fresh one that somebody has made in between. */
function takeAway(file: string, stale: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
    if (contentOf(aside) !== stale) linkSync(aside, file)
  } catch {
    // Somebody else was quicker; the next attempt sees what is there now.
  }
  rmSync(aside, { force: true })
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const inUse = (folder: string, how: string): BlamefreeError =>
  new BlamefreeError(
    'store/folder-in-use',
    `Cannot open ${folder}: another Blamefree ${how}.`,
    'Stop that one, or give this one another folder with DATA_DIR. Several processes share one database with DATABASE_URL.',
  )

function cannotWrite(folder: string, cause: unknown): BlamefreeError {
  const code = (cause as NodeJS.ErrnoException).code
  const why = code === 'ENOSPC' ? 'the disk is full' : code === 'EROFS' ? 'the disk is read-only' : `it cannot be written to (${code ?? 'unknown'})`
  return new BlamefreeError('store/folder-closed', `Cannot open ${folder}: ${why}.`, 'Make room or correct its owner, or name another folder with DATA_DIR.', {
    cause,
  })
}
