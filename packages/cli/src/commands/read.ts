import { SOURCES } from '@blamefree/adapters'
import { understand } from '@blamefree/core'
import { gather, somethingRead, type GatherFlags } from '../gather.ts'
import { reportInferred, reportMissing } from '../explain.ts'
import { counted, reportReadings } from '../report.ts'
import { harmless, painter, type Terminal } from '../terminal.ts'

/** What users call each source, by id. */
export const SOURCE_TITLES: ReadonlyMap<string, string> = new Map(SOURCES.map(({ id, title }) => [id, title]))

/** The flags of `blamefree read`. */
export interface ReadFlags extends GatherFlags {
  readonly json?: boolean
  readonly all?: boolean
}

/** `blamefree read`: what a record holds, without making anything. `--json` prints the whole incident. Gives the exit code. */
export async function readCommand(paths: readonly string[], flags: ReadFlags, terminal: Terminal): Promise<number> {
  const gathered = await gather(paths, flags, terminal)
  const parts = gathered.readings.flatMap((reading) => reading.parts)
  if (parts.length === 0) somethingRead(gathered)
  const { incident, problems } = understand(gathered.readings, gathered.configuration)
  const all = [...gathered.problems, ...problems]
  if (flags.json === true) {
    terminal.out(`${JSON.stringify({ schemaVersion: 1, incident, parts, problems: all }, null, 2)}\n`)
    return 0
  }
  const paint = painter(terminal)
  reportReadings(terminal, gathered.readings, SOURCE_TITLES)
  if (parts.length > 1) {
    terminal.say(`${paint('strong', 'Channels')}\n`)
    for (const part of parts.slice(0, 40)) terminal.say(`  #${harmless(part.name).padEnd(40)} ${counted(part.messages, 'message')}\n`)
    if (parts.length > 40) terminal.say(`  … and ${parts.length - 40} more; --json lists all of them.\n`)
  }
  terminal.say(`${paint('strong', 'Understood')}\n`)
  reportInferred(terminal, incident)
  for (const event of incident.events.filter(({ mark }) => flags.all === true || mark.level === 'key')) {
    terminal.out(`${event.at.slice(0, 19).replace('T', ' ')}  ${harmless(event.text.split('\n')[0] ?? '')}  ${paint('quiet', event.mark.rule ?? '')}\n`)
  }
  reportMissing(terminal, all)
  return 0
}
