import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import { openDatabase, type Database } from './store/database.ts'

/** Opens the database that the settings name. */
export async function databaseOf(settings: Settings, log: Log): Promise<Database> {
  return await openDatabase({
    url: settings.databaseUrl,
    dataDir: settings.dataDir,
    binDir: settings.pgBinDir,
    report: (sentence) => log.warn({}, sentence),
  })
}
