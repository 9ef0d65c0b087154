import { PAGE_DESTINATIONS } from '@blamefree/adapters'
import { BlamefreeError, type PageDestination, type World } from '@blamefree/core'
import { archiveKeeperOf, keepArchive, mayKeep, withOwner } from '@blamefree/server'
import { commandWorld } from '../command-world.ts'
import { counter } from '../counter.ts'
import { exportedText } from '../exported-text.ts'
import { placeSettings } from '../pages/place-settings.ts'
import type { Terminal } from '../terminal.ts'
import { databaseOf, type StoreFlags } from './backup.ts'

/** The flags of `blamefree export --all --git`. */
export interface ArchiveFlags extends StoreFlags {
  readonly git?: string
  readonly branch?: string
  readonly folder?: string
  readonly settings?: string
  readonly confirmAudience?: boolean
}

/** `blamefree export --all --git <address>`: the whole workspace as a commit in a repository, none where nothing changed. Gives the exit code. */
export async function archiveCommand(repository: string, flags: ArchiveFlags, terminal: Terminal): Promise<number> {
  const destination = gitOf(PAGE_DESTINATIONS)
  const keeper = archiveKeeperOf(destination)
  const place = keeper.place({ branch: flags.branch ?? keeper.usual.branch, folder: flags.folder ?? keeper.usual.folder })
  const given = placeSettings(destination, { file: flags.settings, environment: process.env })
  const config = destination.configure({ ...given, repository, branch: place.branch, review: false })
  const world = await commandWorld()
  await mustBeSeenByFew(destination, { config, world, repository, confirmed: flags.confirmAudience === true })
  const progress = counter(terminal)
  try {
    const { report, kept } = await withOwner(databaseOf(flags), (owner) => keepArchive({ owner, destination, config, place, world, told: progress.told }))
    progress.end()
    const where = `branch ${place.branch}${place.folder === '' ? '' : `, ${place.folder}`}`
    if (kept.found === 'changed')
      terminal.say(
        `Somebody had changed the archive there. ${kept.made ? 'That was taken back' : 'It is as it was again'}; the history has it, at ${kept.from ?? ''}.\n`,
      )
    terminal.say(kept.made ? `Exported ${exportedText(report, where)}\n` : `Nothing has changed on ${where} since the last archive.\n`)
    terminal.out(`${keeper.address(place, config, kept.version)}\n`)
    return 0
  } finally {
    progress.end()
  }
}

function gitOf(destinations: readonly PageDestination[]): PageDestination {
  const found = destinations.find(({ id }) => id === 'git')
  if (found !== undefined) return found
  throw new Error('There is no destination "git".')
}

/** Throws where more people see the repository than may read everything, and where nobody knows and nobody has confirmed it. */
async function mustBeSeenByFew(
  destination: PageDestination,
  { config, world, repository, confirmed }: { readonly config: unknown; readonly world: World; readonly repository: string; readonly confirmed: boolean },
): Promise<void> {
  const { works, findings, audience } = await destination.check(config, world)
  const wrong = findings.find(({ ok }) => !ok)
  if (!works && wrong !== undefined) throw new BlamefreeError('cli/git', wrong.sentence, '')
  const { answer, sentence, hint } = mayKeep({ place: repository, seenBy: audience })
  if (answer === 'yes' || (answer === 'confirm' && confirmed)) return
  throw new BlamefreeError('cli/too-open', `Cannot export: ${sentence ?? ''}`, answer === 'confirm' ? `${hint} The flag is --confirm-audience.` : hint)
}
