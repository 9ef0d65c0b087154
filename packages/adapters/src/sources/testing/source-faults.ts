import { isDeepStrictEqual } from 'node:util'
import type { Raw, Reading, Source } from '@blamefree/core'
import { freshCopy, rawOf } from './fixtures.ts'
import { readingFaults } from './reading-faults.ts'

/** Sources of plain text, whose payloads bear no marks that no other format has: they may only ever say `possible`. */
export const PLAIN_TEXT: ReadonlySet<string> = new Set(['transcript'])

/** Payloads that are nobody's. */
export const STRANGERS: readonly Raw[] = [
  rawOf('empty.txt', ''),
  rawOf('null.json', 'null'),
  rawOf('object.json', '{}'),
  rawOf('list.json', '[]'),
  rawOf('numbers.json', '[1, 2, 3]'),
  rawOf('other.json', '{"id": 1, "name": "x", "title": "y", "status": "open", "url": "https://example.com", "body": "text"}'),
  rawOf('package.json', '{"name": "x", "version": "1.0.0", "dependencies": {}}'),
  rawOf('noise.bin', new Uint8Array(Array.from({ length: 400 }, (_, index) => (index * 7919) % 256))),
]

/** Everything that is wrong with how a source treats one of its fixtures, as sentences. */
export function fixtureFaults(source: Source, raw: Raw): string[] {
  const recognised = PLAIN_TEXT.has(source.id) ? 'possible' : 'certain'
  const faults: string[] = []
  if (attempt(() => source.recognise(raw), faults) !== recognised) faults.push(`It does not recognise ${raw.name} as ${recognised}.`)
  const reading = attempt(() => source.read(raw), faults)
  const again = attempt(() => source.read(freshCopy(raw)), faults)
  const renamed = attempt(() => source.read(freshCopy(raw, `copy-of-${raw.name}`)), faults)
  if (reading === null || again === null || renamed === null) return faults
  if (!isDeepStrictEqual(reading, again)) faults.push('Reading it twice gives two readings.')
  if (!isDeepStrictEqual(idsOf(reading), idsOf(renamed))) faults.push('The ids depend on the name of the payload.')
  if (reading.events.length + reading.people.length + reading.findings.length === 0) faults.push(`Nothing comes out of ${raw.name}.`)
  return [...faults, ...readingFaults(reading, source)]
}

/** What is wrong with how a source treats a payload that is not its own: it must neither claim it nor fall over it. */
export function strangerFaults(source: Source, raw: Raw): string[] {
  const faults = junkFaults(source, raw)
  if (attempt(() => source.recognise(raw), faults) === 'certain') faults.push(`It says that ${raw.name} is certainly its own.`)
  return faults
}

/** What is wrong with how a source treats any payload at all. */
export function junkFaults(source: Source, raw: Raw): string[] {
  const faults: string[] = []
  attempt(() => source.recognise(raw), faults)
  const reading = attempt(() => source.read(raw), faults)
  if (reading === null) return faults
  const said = reading.problems.length + reading.events.length + reading.people.length + reading.parts.length
  const empty = said === 0 && reading.title === null && reading.findings.length + reading.followUps.length === 0
  if (empty && !raw.files.every(({ size }) => size === 0)) faults.push(`It read nothing from ${raw.name} and reports no problem.`)
  return [...faults, ...readingFaults(reading, source)]
}

const idsOf = (reading: Reading): string[] => [...reading.events.map(({ id }) => id), ...reading.people.map(({ id }) => id)]

function attempt<T>(work: () => T, faults: string[]): T | null {
  try {
    return work()
  } catch (error) {
    faults.push(`It throws: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`)
    return null
  }
}
