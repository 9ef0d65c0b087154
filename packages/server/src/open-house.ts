import { resolve } from 'node:path'
import type { House } from './house.ts'
import { openLog, type Log } from './log.ts'
import { openAuthentication } from './people/authentication.ts'
import { openSecrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { openDatabase } from './store/database.ts'

/** A house and what closes it, in the right order. */
export interface OpenHouse extends AsyncDisposable {
  readonly house: House
}

/** Builds the house: database, secrets, people, in the order in which they need each other. */
export async function openHouse(settings: Settings, log: Log = openLog(settings.logLevel, (line) => void process.stdout.write(line))): Promise<OpenHouse> {
  const db = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir })
  const secrets = openSecrets(settings.secretKey, db.folder ?? resolve(settings.dataDir))
  const authentication = openAuthentication(db, () => Promise.resolve(null))
  const publicUrl = settings.publicUrl ?? `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`
  const house: House = { settings, publicUrl, db, secrets, log, authentication }
  return { house, [Symbol.asyncDispose]: () => db.close() }
}
