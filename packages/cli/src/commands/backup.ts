import { BlamefreeError } from '@blamefree/core'
import { backup, keyFingerprint, readSettings, restore, withOwner, type DatabaseSettings, type Settings } from '@blamefree/server'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { counted } from '../report.ts'
import type { Terminal } from '../terminal.ts'

/** The flags of `blamefree backup` and `restore`: where the database is, over the environment. */
export interface StoreFlags {
  readonly dataDir?: string
  readonly databaseUrl?: string
  readonly force?: boolean
}

/** `blamefree backup <file>`: the whole workspace in one file, while the server runs or not. Written beside its place and then renamed. Gives the exit code. */
export async function backupCommand(file: string, flags: StoreFlags, terminal: Terminal): Promise<number> {
  if (existsSync(file) && flags.force !== true)
    throw new BlamefreeError('cli/exists', `Cannot write ${file}: it is already there.`, 'Name another file, or overwrite with --force.')
  const beside = `${file}.part-${process.pid}`
  try {
    const { rows, tables, bytes } = await withOwner(databaseOf(flags), (owner, folder) =>
      backup(owner, createWriteStream(beside, { flags: 'wx', mode: 0o600 }), { key: keyFingerprint(settingsOf(flags).secretKey, folder) }),
    )
    renameSync(beside, file)
    terminal.say(
      `Backed up ${counted(rows, 'row')} of ${counted(tables, 'table')} into ${file} (${(bytes / 1024 ** 2).toFixed(1)} MB).\nKeep SECRET_KEY, or secret.key of the data folder, beside it: it is not in the file.\n`,
    )
    return 0
  } finally {
    rmSync(beside, { force: true })
  }
}

/** `blamefree restore <file>`: a backup into an empty database. Gives the exit code. */
export async function restoreCommand(file: string, flags: StoreFlags, terminal: Terminal): Promise<number> {
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false))
    throw new BlamefreeError('cli/unreadable', `Cannot read ${file}: there is no such file.`, 'Check the path.')
  const { rows, tables, manifest, migrated, key } = await withOwner(databaseOf(flags), async (owner, folder) => ({
    ...(await restore(owner, createReadStream(file))),
    key: keyFingerprint(settingsOf(flags).secretKey, folder),
  }))
  terminal.say(`Brought back ${counted(rows, 'row')} of ${counted(tables, 'table')}, as they were on ${manifest.madeAt.slice(0, 16).replace('T', ' ')} UTC.\n`)
  if (manifest.key !== null && manifest.key !== key)
    terminal.say(
      `The secrets in it were sealed with another key than ${key === null ? 'the one that will be made here' : 'the one here'}: put the SECRET_KEY or secret.key of then in its place, or enter them anew.\n`,
    )
  if (migrated.length > 0) terminal.say(`Brought up to date: ${migrated.join(', ')}.\n`)
  return 0
}

/** Where the database is, by the flags over the environment. */
export function databaseOf(flags: StoreFlags): DatabaseSettings {
  const settings = settingsOf(flags)
  return { url: settings.databaseUrl, dataDir: settings.dataDir, binDir: settings.pgBinDir }
}

function settingsOf({ dataDir, databaseUrl }: StoreFlags): Settings {
  const given = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  return readSettings({ ...process.env, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) })
}
