import { BlamefreeError } from '@blamefree/core'
import { exportWorkspace, importWorkspace, withOwner } from '@blamefree/server'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { counter } from '../counter.ts'
import { exportedText } from '../exported-text.ts'
import { counted } from '../report.ts'
import type { Terminal } from '../terminal.ts'
import { archiveCommand, type ArchiveFlags } from './archive.ts'
import { databaseOf, type StoreFlags } from './backup.ts'

/** The flags of `blamefree export`: what goes, and where the database is. */
export interface ExportFlags extends StoreFlags, ArchiveFlags {
  readonly all?: boolean
}

/**
 * `blamefree export --all <folder>`: the whole workspace as a folder of Markdown and JSON, while the server runs or not. Written beside its place and then renamed. With `--git`, a commit in a
 * repository instead. Gives the exit code.
 */
export async function exportCommand(folder: string | undefined, flags: ExportFlags, terminal: Terminal): Promise<number> {
  if (flags.all !== true)
    throw new BlamefreeError(
      'cli/export',
      'Cannot export: say what.',
      'Use --all for the whole workspace, private incidents included. One post-mortem is downloaded in the web or over the API.',
    )
  if (flags.git !== undefined && folder === undefined) return await archiveCommand(flags.git, flags, terminal)
  if (folder === undefined || flags.git !== undefined)
    throw new BlamefreeError('cli/export', 'Cannot export: say where.', 'Name a folder that does not exist yet, or a repository with --git; not both.')
  const place = resolve(folder)
  if (existsSync(place)) throw new BlamefreeError('cli/exists', `Cannot write ${folder}: it is already there.`, 'Name a folder that does not exist yet.')
  const beside = `${place}.part-${process.pid}`
  const progress = counter(terminal)
  try {
    mkdirSync(dirname(place), { recursive: true })
    const report = await withOwner(databaseOf(flags), (owner) => exportWorkspace(owner, beside, { told: progress.told }))
    progress.end()
    renameSync(beside, place)
    terminal.say(`Exported ${exportedText(report, folder)}\n`)
    return 0
  } finally {
    progress.end()
    rmSync(beside, { recursive: true, force: true })
  }
}

/** `blamefree import <folder>`: an export into an empty workspace. Gives the exit code. */
export async function importCommand(folder: string, flags: StoreFlags, terminal: Terminal): Promise<number> {
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false))
    throw new BlamefreeError('cli/unreadable', `Cannot read ${folder}: there is no such folder.`, 'Check the path. Unpack it first when it is packed.')
  const progress = counter(terminal)
  try {
    const { incidents, postMortems, members } = await withOwner(databaseOf(flags), (owner) => importWorkspace(owner, resolve(folder), progress.told))
    progress.end()
    terminal.say(
      `Imported ${counted(incidents, 'incident')}, ${counted(postMortems, 'post-mortem')} and ${counted(members, 'member')}.\nNobody can sign in yet: blamefree serve prints a link for the first administrator, who invites the others by the addresses they had.\n`,
    )
    return 0
  } finally {
    progress.end()
  }
}
