import { placeText, type Artifact, type Problem, type Reading } from '@blamefree/core'
import { flagHint } from './flag-hints.ts'
import { harmless, painter, type Terminal } from './terminal.ts'

/** How many problems of one weight are shown before the rest is only counted. */
const SHOWN = 8

/** Prints problems, the worst first, each with its place and hint. Infos are shown as what they are: hints about what is missing. */
export function reportProblems(terminal: Terminal, problems: readonly Problem[]): void {
  const paint = painter(terminal)
  const titles = { error: ['bad', 'Error'], warning: ['warn', 'Warning'], info: ['quiet', 'Note'] } as const
  for (const weight of ['error', 'warning', 'info'] as const) {
    const found = problems.filter((problem) => problem.weight === weight)
    const [tone, title] = titles[weight]
    for (const problem of found.slice(0, SHOWN)) {
      const place = placeText(problem.place)
      terminal.say(`  ${paint(tone, title)}  ${harmless(problem.message)}${place === '' ? '' : paint('quiet', `  (${harmless(place)})`)}\n`)
      const hint = flagHint(problem)
      if (hint !== undefined) terminal.say(`         ${harmless(hint)}\n`)
    }
    if (found.length > SHOWN) terminal.say(`  ${paint(tone, title)}  … and ${found.length - SHOWN} more; --json lists all of them.\n`)
  }
}

/** One line for each payload: what it was taken for, and what was in it. */
export function reportReadings(terminal: Terminal, readings: readonly Reading[], titles: ReadonlyMap<string, string>): void {
  const paint = painter(terminal)
  const shown = readings.filter(({ source }) => source !== 'person')
  if (shown.length > 0) terminal.say(`${paint('strong', 'Read')}\n`)
  const width = Math.min(48, Math.max(0, ...shown.map(({ raw }) => raw.length)))
  for (const { source, raw, events, people, parts, findings, followUps } of shown) {
    const period = events.length === 0 ? '' : `, ${periodText(events[0]?.at, events.at(-1)?.at)}`
    const held = [
      ...(events.length > 0 || findings.length + followUps.length === 0 ? [counted(events.length, 'event')] : []),
      ...(people.length > 0 ? [counted(people.length, 'person', 'people')] : []),
      ...(findings.length > 0 ? [counted(findings.length, 'finding')] : []),
      ...(followUps.length > 0 ? [counted(followUps.length, 'follow-up')] : []),
    ]
    if (parts.length > 1) held.push(counted(parts.length, 'channel'))
    terminal.say(`  ${harmless(raw).padEnd(width)}  ${titles.get(source) ?? source}: ${held.join(', ')}${period}\n`)
  }
}

function periodText(from: string | undefined, to: string | undefined): string {
  const [start = '', end = ''] = [from, to].map((at) => at?.slice(0, 16).replace('T', ' '))
  return start === end ? `${start} UTC` : `${start} to ${end.startsWith(start.slice(0, 10)) ? end.slice(11) : end} UTC`
}

/** The files that were made, with their sizes and what did not survive in them. */
export function reportFiles(terminal: Terminal, paths: readonly string[], artifacts: readonly Artifact[]): void {
  const paint = painter(terminal)
  terminal.say(`${paint('strong', 'Made')}\n`)
  const width = Math.max(0, ...paths.map((path) => path.length))
  for (const [index, path] of paths.entries()) {
    const artifact = artifacts[index]
    terminal.say(`  ${paint('good', harmless(path).padEnd(width))}  ${sizeText(artifact?.bytes.byteLength ?? 0)}\n`)
    for (const loss of artifact?.losses ?? []) terminal.say(`    ${paint('warn', loss.what)}  ${harmless(loss.message)}\n`)
  }
}

const sizeText = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`

/** `1 file`, `3 files`, `0 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
