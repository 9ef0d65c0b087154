import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const NAME = 'blamefree-tests-'
/** So much has to be free in memory: all suites together leave less than one lying about at a time. */
const ROOM = 6 * 1024 ** 3

/**
 * A temporary folder for one run of tests: in memory where there is room (databases and Git wait for the disk at every step otherwise), else where the system has them.
 * What a run has left that was killed is removed first.
 */
export function temporaryFolder(): string {
  const home = inMemory() ?? tmpdir()
  for (const name of readdirSync(home)) {
    const [, pid] = /^blamefree-tests-(\d+)-/.exec(name) ?? []
    if (pid !== undefined && !runs(Number(pid))) rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const folder = mkdtempSync(join(home, `${NAME}${process.pid}-`))
  // Others go through it to what is theirs: PostgreSQL does not run as root.
  chmodSync(folder, 0o755)
  return folder
}

/** The system's folder in memory, or null where there is none or too little of it (containers often have 64 MB). */
function inMemory(): string | null {
  if (!existsSync(MEMORY)) return null
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM ? MEMORY : null
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
