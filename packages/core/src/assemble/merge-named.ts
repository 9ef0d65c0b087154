import type { Configuration, FieldDefinition, Term } from '../configuration.ts'
import type { Fact } from '../fact.ts'
import type { FieldValue } from '../incident.ts'
import { millisOf, type Instant } from '../instant.ts'
import type { Problem } from '../problem.ts'
import type { Reading } from '../source.ts'
import { dateTimeZoneText } from '../time.ts'
import { rankCandidates, type Candidate } from './candidate.ts'
import { clashes, originText, quoted } from './clash.ts'
import { matchTerm } from './match-term.ts'

/** How far two sources' times for one moment may lie apart before they disagree: clocks differ and people round to the minute. */
export const TOLERANCE_MILLIS = 60_000

/** The timestamps under the team's ids, each as the most believed source has it. `zone` is for the sentences. */
export function mergeTimestamps(
  readings: readonly Reading[],
  zone: string,
  { configuration, problems }: { readonly configuration: Configuration; readonly problems: Problem[] },
): Readonly<Record<string, Fact<Instant>>> {
  const candidates = gather(readings, 'timestamps', configuration.timestamps)
  const merged: [string, Fact<Instant>][] = []
  for (const [id, found] of candidates) {
    const ranked = rankCandidates(found, 'timestamps', configuration)
    const winner = ranked[0]?.fact
    if (winner === undefined) continue
    merged.push([id, winner])
    const name = configuration.timestamps.find((term) => term.id === id)?.name ?? id
    const same = (a: Instant, b: Instant): boolean => Math.abs(millisOf(a) - millisOf(b)) <= TOLERANCE_MILLIS
    // A name that only an alias of somebody's leads to (`created` for `reported`) is a good guess, not a rival statement.
    const named = ranked.filter(({ distance }) => distance === ranked[0]?.distance)
    problems.push(...clashes(named, { subject: quoted(name), path: `timestamps.${id}`, same, show: (at) => dateTimeZoneText(at, zone) }))
    if (!configuration.timestamps.some((term) => term.id === id) && !configuration.metrics.some(({ from, to }) => from === id || to === id)) {
      problems.push(unknown('timestamp', id, winner))
    }
  }
  return Object.fromEntries(merged)
}

/** The team's own fields, each in the kind that the configuration wants where the value can be read so. */
export function mergeFields(
  readings: readonly Reading[],
  { configuration, problems }: { readonly configuration: Configuration; readonly problems: Problem[] },
): Readonly<Record<string, Fact<FieldValue>>> {
  const merged: [string, Fact<FieldValue>][] = []
  for (const [id, found] of gather(readings, 'fields', configuration.fields)) {
    const definition = configuration.fields.find((field) => field.id === id)
    const ranked = rankCandidates(found, 'fields', configuration).map((candidate): Candidate<FieldValue> => {
      const value = definition === undefined ? candidate.fact.value : inKind(candidate.fact.value, definition)
      return value === candidate.fact.value ? candidate : { ...candidate, fact: { ...candidate.fact, value } }
    })
    const winner = ranked[0]?.fact
    if (winner === undefined) continue
    merged.push([id, winner])
    const show = (value: FieldValue): string => quoted(Array.isArray(value) ? value.join(', ') : String(value))
    problems.push(
      ...clashes(ranked, {
        subject: quoted(definition?.name ?? id),
        path: `fields.${id}`,
        same: (a, b) => show(a).toLowerCase() === show(b).toLowerCase(),
        show,
      }),
    )
  }
  return Object.fromEntries(merged)
}

/** What every reading has under each name, by the team's ids; a name that is none of the team's stays. */
export function gather<K extends 'timestamps' | 'fields'>(
  readings: readonly Reading[],
  kind: K,
  terms: readonly Term[],
): Map<string, Candidate<Reading[K][string]['value']>[]> {
  const found = new Map<string, Candidate<Reading[K][string]['value']>[]>()
  for (const reading of readings) {
    for (const [name, fact] of Object.entries(reading[kind]) as [string, Fact<Reading[K][string]['value']>][]) {
      const match = matchTerm(terms, name)
      const id = match?.term.id ?? name
      const candidate = { fact, reading, distance: match?.distance ?? 0 }
      const known = found.get(id)
      if (known === undefined) found.set(id, [candidate])
      else known.push(candidate)
    }
  }
  return found
}

/** A word of a source that the team has no term for, kept as it is. */
export function unknown(what: string, name: string, fact: Fact<unknown>): Problem {
  return {
    code: `assemble/unknown-${what}`,
    message: `The ${what} ${quoted(name)} of ${originText(fact.origin)} is none of yours; it is kept, but no part of a template shows it.`,
    hint: `Add it to the ${what}s of the configuration, or as an alias of one of them.`,
    weight: 'info',
  }
}

function inKind(value: FieldValue, { kind }: FieldDefinition): FieldValue {
  if (kind === 'list') return typeof value === 'object' ? value : [String(value)]
  const text = typeof value === 'object' ? value.join(', ') : String(value).trim()
  if (kind === 'text') return text
  if (kind === 'number') return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : value
  return /^(?:yes|true|y|1)$/i.test(text) ? true : /^(?:no|false|n|0)$/i.test(text) ? false : value
}
