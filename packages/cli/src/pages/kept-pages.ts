import { BlamefreeError, shortHash, type PageDestination, type Settings, type WrittenPage } from '@blamefree/core'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writeFiles } from '../output-files.ts'

/** What is kept of a page beside the post-mortem's file, so that the next publishing updates it. */
export interface KeptPage {
  readonly destination: string
  /** Tells one place from another of the same kind: a sum of what was entered, without the secrets. */
  readonly place: string
  readonly marker: string
  readonly written: WrittenPage | null
  /** What was about to be written, where it is not known how that ended. */
  readonly intended: string | null
}

/** The pages of a post-mortem's file. */
export interface KeptPages {
  /** Where they are kept: `pm.pages.json` beside `pm.json`. */
  readonly path: string
  find(destination: string, place: string): KeptPage | null
  /** Keeps a page in the place of the one before, in a file that is whole at any time. */
  keep(page: KeptPage): void
}

/** Opens what is kept. Throws when the file is none of ours. */
export function openKeptPages(path: string): KeptPages {
  let pages = existsSync(path) ? pagesIn(path) : []
  const same = (one: KeptPage, destination: string, place: string): boolean => one.destination === destination && one.place === place
  return {
    path,
    find: (destination, place) => pages.find((one) => same(one, destination, place)) ?? null,
    keep(page) {
      pages = [...pages.filter((one) => !same(one, page.destination, page.place)), page]
      const text = `${JSON.stringify({ schemaVersion: 1, pages }, null, 2)}\n`
      writeFiles(dirname(path), [{ name: basename(path), bytes: Buffer.from(text) }], true)
    },
  }
}

/** `pm.pages.json` for `pm.json` or `pm.md`. */
export const keptBeside = (path: string): string => join(dirname(path), `${basename(path).replace(/\.[^.]+$/, '')}.pages.json`)

/** Tells one place from another, whatever its secrets are. */
export function placeSum({ connect }: PageDestination, settings: Settings): string {
  const shown = connect.settings.filter(({ secret }) => secret !== true).map(({ key }) => [key, settings[key] ?? null])
  return shortHash(JSON.stringify(shown))
}

function pagesIn(path: string): readonly KeptPage[] {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as { schemaVersion?: unknown; pages?: unknown }
    if (value.schemaVersion === 1 && Array.isArray(value.pages) && value.pages.every(isKept)) return value.pages
  } catch {
    // Said below.
  }
  throw new BlamefreeError(
    'cli/kept-pages',
    `Cannot publish: ${path} is not what Blamefree keeps of pages.`,
    'Put it back as it was; or move it away, and the page is looked for by its marker.',
  )
}

function isKept(value: unknown): value is KeptPage {
  const { destination, place, marker } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [destination, place, marker].every((part) => typeof part === 'string')
}

/** Does something while no other process publishes the same file. What a process that is gone has left behind does not count. */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`
  const held = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  if (held > 0 && !isAlive(held)) rmSync(lock, { force: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EEXIST')
      throw new BlamefreeError('cli/unwritable', `Cannot write beside ${path}.`, 'What is kept of pages lies there; choose another place with --state.', {
        cause,
      })
    throw new BlamefreeError('cli/busy', `Cannot publish: another process (${held}) publishes this file.`, `Wait for it; or remove ${lock} if there is none.`)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
