import { BlamefreeError } from '@blamefree/core'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { movedTo, type Binaries } from './binaries.ts'
import { closedFolder, serverUser, type Account } from './server-user.ts'

/** Where the data is and who serves it. */
export interface Place {
  readonly folder: string
  /** Null: ourselves. */
  readonly account: Account | null
  /** True when it is not the folder asked for, because the server's account cannot get into that. */
  readonly moved: boolean
}

/** Where the system keeps such data when root starts us from a folder that the server's account cannot enter. */
export const SYSTEM_PLACE = '/var/lib/blamefree'

/** Chooses the data folder and makes it. Throws when the system's place already holds the data of another folder. */
export function placeFor(asked: string, systemPlace: string): Place {
  const account = serverUser(join(asked, 'postgres'))
  const moved = account !== null && closedFolder(dirname(asked), account) !== null
  const folder = moved ? systemPlace : asked
  mkdirSync(folder, { recursive: true })
  if (moved) claim(folder, asked)
  const own = moved ? serverUser(join(folder, 'postgres')) : account
  // The server's account has to pass through our folder; it cannot list it.
  if (own !== null && closedFolder(folder, own) === folder) chmodSync(folder, 0o711)
  return { folder, account: own, moved }
}

/** The system's place belongs to the first folder that was moved there, so that two checkouts do not share one workspace unasked. */
function claim(folder: string, asked: string): void {
  const file = join(folder, 'in-place-of')
  if (!existsSync(file)) {
    writeFileSync(file, `${asked}\n`)
    return
  }
  const first = readFileSync(file, 'utf8').trim()
  if (first === asked) return
  throw new BlamefreeError(
    'store/place-taken',
    `Cannot keep the data in ${asked}: the account that PostgreSQL runs as cannot enter it, and ${folder} already holds the data of ${first}.`,
    `Set DATA_DIR to a folder that others can pass through, or to ${folder} to go on with the data there.`,
  )
}

/** The binaries themselves, or a copy of them beside the data where the server's account cannot reach them or their links cannot be made. */
export function reachable(binaries: Binaries, { folder, account }: Place): Binaries {
  const bin = dirname(binaries.postgres)
  const closed = account === null ? null : closedFolder(binaries.home ?? bin, account)
  if (closed === null && binaries.complete) return binaries
  if (binaries.home === null) {
    throw new BlamefreeError(
      'store/no-binaries',
      `Cannot start the embedded PostgreSQL: the account ${account?.name ?? ''} that it runs as cannot enter ${closed ?? bin}.`,
      'Correct PG_BIN_DIR, or set DATABASE_URL.',
    )
  }
  const home = join(folder, `pgbin-${binaries.version}`)
  if (!existsSync(join(home, 'bin', 'postgres'))) {
    for (const name of readdirSync(folder)) if (name.startsWith('pgbin-')) rmSync(join(folder, name), { recursive: true, force: true })
    const beside = `${home}.part`
    cpSync(binaries.home, beside, { recursive: true, verbatimSymlinks: true })
    renameSync(beside, home)
  }
  return movedTo(binaries, home)
}

/** The folder of the server's socket, private to it, and what removes it. A unix socket's path may have 107 bytes; a longer folder gets a short one of its own. */
export function socketFolder({ folder, account }: Place): { readonly path: string; remove(): void } {
  const near = join(folder, 'run')
  const short = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100
  const path = short ? near : elsewhere(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (account !== null) chownSync(path, account.uid, account.gid)
  return {
    path,
    remove() {
      if (!short) rmSync(path, { recursive: true, force: true })
    },
  }
}

/** A short folder, and its name written down so that the next start removes what a killed one left. */
function elsewhere(folder: string): string {
  const note = join(folder, 'run-elsewhere')
  const left = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (/\/blamefree-\w+$/.test(left) && lstatSync(left, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(left, { recursive: true, force: true })
  const temporary = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp'
  const made = mkdtempSync(join(temporary, 'blamefree-'))
  writeFileSync(note, `${made}\n`)
  return made
}
