import { openLog, readSettings, start } from '@blamefree/server/start'
import { painter, type Terminal } from '../terminal.ts'

/** The flags of `blamefree serve`: each is the setting of the same name, over the environment. */
export interface ServeFlags {
  readonly host?: string
  readonly port?: string
  readonly dataDir?: string
  readonly publicUrl?: string
  readonly databaseUrl?: string
}

/** `blamefree serve`: the server, until it is told to stop. Gives the exit code. */
export async function serveCommand(flags: ServeFlags, terminal: Terminal): Promise<number> {
  const given = { HOST: flags.host, PORT: flags.port, DATA_DIR: flags.dataDir, PUBLIC_URL: flags.publicUrl, DATABASE_URL: flags.databaseUrl }
  const settings = readSettings({ ...process.env, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) })
  const began = performance.now()
  // Heard from the beginning: whoever is told to stop while it starts, stops as soon as it has.
  const told = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  const serving = await start(
    settings,
    openLog(settings.logLevel, (line) => terminal.out(line)),
  )
  const paint = painter(terminal)
  terminal.say(`Blamefree answers at ${paint('strong', serving.address)} (after ${((performance.now() - began) / 1000).toFixed(1)} s).\n`)
  if (serving.folder !== null) terminal.say(`Its data is in ${serving.folder}.\n`)
  if (serving.firstAdministrator !== null) terminal.say(`\nBecome its administrator (this link works once):\n  ${paint('good', serving.firstAdministrator)}\n`)
  await told
  terminal.say('Stopping: finishing what has begun …\n')
  await serving.stop()
  return 0
}
