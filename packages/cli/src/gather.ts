import { readRaw, SOURCES } from '@blamefree/adapters'
import { BlamefreeError, type Configuration, type Problem, type Raw, type Reading, type ReadOptions } from '@blamefree/core'
import { configurationOf } from './configuration-of.ts'
import { corrections, instant } from './corrections.ts'
import { flagHint } from './flag-hints.ts'
import { inputs } from './inputs.ts'
import { counted } from './report.ts'
import { progress, type Terminal } from './terminal.ts'

/** The flags that say what to read, shared by `read` and `fill`. */
export interface GatherFlags {
  readonly channel?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly timezone?: string
  readonly date?: string
  readonly source?: string
  readonly config?: string
  readonly set?: readonly string[]
}

/** Everything that the user gave us, read. */
export interface Gathered {
  readonly configuration: Configuration
  readonly readings: readonly Reading[]
  /** Problems of the configuration and of every reading. */
  readonly problems: readonly Problem[]
}

/** Reads every input, with its source recognised by its content. Throws only when nothing could be read at all. */
export async function gather(paths: readonly string[], flags: GatherFlags, terminal: Terminal): Promise<Gathered> {
  const { configuration, problems } = configurationOf(flags)
  const options = readOptions(flags)
  const shown = progress(terminal)
  const raws = await inputs(paths, isOneRecord, terminal.stdin)
  const readings: Reading[] = []
  for (const [index, raw] of raws.entries()) {
    shown.step(`Reading ${raw.name} (${index + 1} of ${raws.length}) …`)
    readings.push(read(raw, options, flags.source))
  }
  shown.done()
  const said = corrections(flags.set ?? [], configuration, flags.timezone ?? 'UTC')
  return {
    configuration,
    readings: said === null ? readings : [...readings, said],
    problems: [...problems, ...readings.flatMap((reading) => reading.problems)],
  }
}

/** Whether a folder is one record of one system, such as an unpacked Slack export: a source is certain of it, and no other is of a file that lies in it directly. */
function isOneRecord(folder: Raw): boolean {
  const source = SOURCES.find((candidate) => candidate.recognise(folder) === 'certain')
  if (source === undefined) return false
  const near = folder.files.filter(({ path }) => !path.includes('/'))
  return !near.some((file) => SOURCES.some((other) => other !== source && other.recognise({ name: file.path, files: [file] }) === 'certain'))
}

function read(raw: Raw, options: ReadOptions, source: string | undefined): Reading {
  if (source !== undefined && !SOURCES.some(({ id }) => id === source)) {
    throw new BlamefreeError('cli/unknown-source', `Cannot read as "${source}": there is no such source.`, `Known: ${SOURCES.map(({ id }) => id).join(', ')}.`)
  }
  return readRaw(raw, options, source)
}

function readOptions(flags: GatherFlags): ReadOptions {
  const zone = flags.timezone ?? 'UTC'
  return {
    ...(flags.channel === undefined || flags.channel.length === 0 ? {} : { channels: flags.channel.map((name) => name.replace(/^#/, '')) }),
    ...(flags.from === undefined ? {} : { from: instant('--from', flags.from, zone) }),
    ...(flags.until === undefined ? {} : { to: instant('--until', flags.until, zone) }),
    ...(flags.timezone === undefined ? {} : { zone: flags.timezone }),
    ...(flags.date === undefined ? {} : { date: flags.date }),
  }
}

/** Stops where nothing was understood in any input, because then nothing can be made. */
export function somethingRead({ readings, problems }: Gathered): void {
  const useful = readings.some(
    ({ source, title, events, summary, timestamps }) =>
      source !== 'person' && (title !== null || summary !== null || events.length > 0 || Object.keys(timestamps).length > 0),
  )
  if (useful) return
  const first = problems.find(({ weight }) => weight === 'error') ?? problems[0]
  throw new BlamefreeError(
    first?.code ?? 'cli/nothing-read',
    first?.message ?? `Nothing was understood in ${counted(readings.length, 'input')}.`,
    (first === undefined ? undefined : flagHint(first)) ?? `Sources: ${SOURCES.map(({ title }) => title).join(', ')}.`,
  )
}
