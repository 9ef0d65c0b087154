import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** An account of the machine that a process can run as. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Who PostgreSQL has to run as: null for ourselves, because only root may not run it. For root it is whoever owns the cluster already, else the
 * machine's `postgres`, else `nobody`.
 */
export function serverUser(cluster: string, uid: number | undefined = process.getuid?.()): Account | null {
  if (uid !== 0) return null
  const accounts = readAccounts()
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const wanted = owner === 0 ? undefined : accounts.find((account) => account.uid === owner)
  return (
    wanted ?? accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
  )
}

/** The first folder above (or at) a path that an account may not enter; null when it can reach the path. */
export function closedFolder(path: string, { uid, gid }: Account): string | null {
  const closed: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const stats = statSync(folder)
      const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001
      if (stats.isDirectory() && (stats.mode & bit) === 0) closed.push(folder)
    }
    if (folder === dirname(folder)) return closed.at(-1) ?? null
  }
}

function readAccounts(): Account[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, , uid]) => name !== undefined && uid !== undefined && uid !== '')
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
