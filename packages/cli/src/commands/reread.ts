import { openReader, rereadAll, withDatabase } from '@blamefree/server'
import { counted } from '../report.ts'
import { harmless, painter, type Terminal } from '../terminal.ts'
import { databaseOf, type StoreFlags } from './backup.ts'
import { counter } from '../counter.ts'

/** The flags of `blamefree reread`. */
export interface RereadFlags extends StoreFlags {
  readonly all?: boolean
}

/** Incidents that failed are listed up to here. */
const SHOWN = 20

/** `blamefree reread`: reads the records again that an older version has read, while the server runs or not. Gives the exit code: 1 when some could not be read. */
export async function rereadCommand(flags: RereadFlags, terminal: Terminal): Promise<number> {
  const progress = counter(terminal)
  const reader = openReader()
  try {
    const { incidents, payloads, problems, failed } = await withDatabase(databaseOf(flags), (db) =>
      rereadAll({ db, reader, all: flags.all === true }, progress.told),
    )
    progress.end()
    if (incidents + failed.length === 0) {
      terminal.say('There is nothing to read again: this version has read every record. With --all, everything is read again.\n')
      return 0
    }
    terminal.say(`Read ${counted(payloads, 'record')} of ${counted(incidents, 'incident')} again. What people said stays.\n`)
    if (problems > 0) terminal.say(`${counted(problems, 'error')} in the records: each incident says what is wrong with its own.\n`)
    for (const { incident, message } of failed.slice(0, SHOWN))
      terminal.say(`  ${painter(terminal)('bad', 'Error')}  ${incident} stays as it was: ${harmless(message)}\n`)
    if (failed.length > SHOWN) terminal.say(`  … and ${failed.length - SHOWN} more.\n`)
    return failed.length === 0 ? 0 : 1
  } finally {
    progress.end()
    await reader.close()
  }
}
