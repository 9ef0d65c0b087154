import { BlamefreeError, type ArchivePlace, type KeptArchive, type PageDestination, type World } from '@blamefree/core'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { exportWorkspace, type ExportOptions, type ExportReport } from '../store/workspace/export-workspace.ts'

/** Where the archive goes, and what goes. */
export interface ArchiveAsk extends ExportOptions {
  readonly owner: pg.ClientConfig
  readonly destination: PageDestination
  readonly config: unknown
  readonly place: ArchivePlace
  readonly world: World
}

/** Exports the whole workspace, as it is in one moment, into a temporary folder and keeps that in a place: what `import` reads is what lies there. Throws in sentences what the place refuses. */
export async function keepArchive({
  owner,
  destination,
  config,
  place,
  world,
  ...options
}: ArchiveAsk): Promise<{ readonly report: ExportReport; readonly kept: KeptArchive }> {
  const keeper = archiveKeeperOf(destination)
  sweep(world)
  const outer = mkdtempSync(join(tmpdir(), PREFIX))
  try {
    const path = join(outer, 'archive')
    const report = await exportWorkspace(owner, path, options)
    const message = `Archive: ${counted(report.incidents, 'incident')}, ${counted(report.postMortems, 'post-mortem')}\n`
    return { report, kept: await keeper.keep({ path, workspace: workspaceOf(path), message, place }, config, world) }
  } finally {
    rmSync(outer, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** How a place keeps archives. Throws where it does not. */
export function archiveKeeperOf({ title, archive }: PageDestination): NonNullable<PageDestination['archive']> {
  if (archive !== undefined) return archive
  throw new BlamefreeError('archive/place', `${title} cannot keep the archive.`, 'Choose a connection to a Git repository.')
}

const PREFIX = 'blamefree-archive-'
/** No archive takes so long, in milliseconds. */
const LONGEST = 2 * 3_600_000

/** Takes away what a process left that was killed: everything is in it. */
function sweep(world: World): void {
  const now = Date.parse(world.now())
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(PREFIX)) {
      const path = join(tmpdir(), name)
      const found = statSync(path, { throwIfNoEntry: false })
      if (found !== undefined && found.mtimeMs < now - LONGEST) rmSync(path, { recursive: true, force: true })
    }
}

/** The same for a workspace wherever it was brought to: its first member. Null while it has none. */
function workspaceOf(path: string): string | null {
  try {
    const [first] = JSON.parse(readFileSync(join(path, 'members.json'), 'utf8')) as { readonly id?: string }[]
    return first?.id ?? null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
