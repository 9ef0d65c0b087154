import { BlamefreeError, type KeptArchive } from '@blamefree/core'
import type { House } from '../house.ts'
import type { RunningJob } from '../jobs/job-kind.ts'
import { configOf } from '../pages/connection-config.ts'
import type { ArchiveChange, ArchiveRow } from '../store/archive.ts'
import { findConnection, recordCheck } from '../store/connections.ts'
import { archiveKeeperOf, keepArchive } from './keep-archive.ts'
import { isConfirmedFor, mayKeep } from './may-keep.ts'

/** Keeps the archive where it is set, and gives how that ended. Throws in sentences what the place refuses. */
export async function archiveNow(
  house: House,
  row: ArchiveRow,
  { signal, progress, data }: Pick<RunningJob<{ readonly why: string }>, 'signal' | 'progress' | 'data'>,
): Promise<ArchiveChange> {
  const connection = await findConnection(house.db.sql, row.connection ?? '')
  if (connection === null) return { state: 'none' }
  if (!connection.sealed)
    throw new BlamefreeError(
      'archive/no-secrets',
      `Cannot keep the archive in ${connection.name}: its secrets are not here, as after an import.`,
      'Enter them again in the settings of that place.',
    )
  const { destination, config } = await configOf(house, connection)
  const world = house.world(signal)
  // Asked each time: it changes, and everything is in the archive.
  const check = await destination.check(config, world)
  await recordCheck(house.db.sql, connection, check)
  if (!check.works && check.audience.level === 'unknown')
    throw new BlamefreeError(
      'archive/not-asked',
      `Cannot keep the archive in ${connection.name}. ${check.findings.find(({ ok }) => !ok)?.sentence ?? ''}`.trim(),
      '',
    )
  const { answer, sentence, hint } = mayKeep({ place: archiveKeeperOf(destination).origin(config), seenBy: check.audience })
  if (answer === 'no' || (answer === 'confirm' && !isConfirmedFor(row.confirmed, check))) return { state: 'failed', sentence: `${sentence ?? ''} ${hint}` }
  const { report, kept } = await keepArchive({
    owner: house.db.owner,
    destination,
    config,
    world,
    place: { branch: row.branch, folder: row.folder },
    withoutPrivate: !house.settings.archivePrivate,
    told: (incidents) => {
      // Whoever looks sees that it goes on; that this could not be written down is no reason to stop.
      if (incidents % 250 === 0) void progress({ incidents }).catch(() => undefined)
    },
  })
  const { incidents, privateIncidents, postMortems } = report
  const made = kept.made || row.sum !== kept.sum
  return {
    state: 'kept',
    sentence: null,
    ...noticeOf(kept, row, data.why === 'asked'),
    kept: {
      version: made ? kept.version : row.version,
      sum: kept.sum,
      counts: { incidents, privateIncidents, postMortems, files: kept.files, bytes: kept.bytes },
    },
    made,
  }
}

/** What others did with it there. It stays said until somebody asks for the archive and nobody has touched it since. */
function noticeOf({ found, from, made }: KeptArchive, { version }: ArchiveRow, asked: boolean): Pick<ArchiveChange, 'notice'> {
  if (found === 'changed') {
    const done = made ? 'That was taken back' : 'It is as it was again'
    return { notice: `Somebody had changed the archive in the repository. ${done}; the history has what they wrote, at commit ${(from ?? '').slice(0, 10)}.` }
  }
  if (found === 'none' && version !== null) return { notice: 'The archive was not in the repository any more, and was made anew.' }
  return asked ? { notice: null } : {}
}
