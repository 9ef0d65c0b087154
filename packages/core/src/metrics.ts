import type { Configuration } from './configuration.ts'
import type { Facts } from './incident.ts'
import { clockSpan, durationText } from './time.ts'

/**
 * A span between two timestamps, as data. `recorded`: both ends are known. `pending`: the beginning is known and the end is still to come.
 * `not-applicable`: the beginning is not known, or the team keeps no such timestamp. `invalid`: the end lies before the beginning.
 */
export interface Metric {
  readonly id: string
  readonly name: string
  /** Timestamp ids. */
  readonly from: string
  readonly to: string
  readonly state: 'recorded' | 'pending' | 'not-applicable' | 'invalid'
  /** Milliseconds, never negative; null unless recorded. */
  readonly millis: number | null
  /** Why it is invalid, in a sentence; null otherwise. */
  readonly sentence: string | null
}

/** Every metric of the configuration, measured on an incident's timestamps, in the configuration's order. */
export function measureMetrics({ timestamps }: Pick<Facts, 'timestamps'>, configuration: Configuration): Metric[] {
  const kept = new Map(configuration.timestamps.map(({ id, name }) => [id, name.replace(/ at$/, '')]))
  return configuration.metrics.map(({ id, name, from, to }) => {
    const metric = { id, name, from, to, millis: null, sentence: null }
    const start = Object.hasOwn(timestamps, from) ? timestamps[from] : undefined
    const end = Object.hasOwn(timestamps, to) ? timestamps[to] : undefined
    if (start === undefined || !kept.has(to)) return { ...metric, state: 'not-applicable' }
    if (end === undefined) return { ...metric, state: 'pending' }
    const millis = clockSpan(start.value, end.value)
    if (millis >= 0) return { ...metric, state: 'recorded', millis }
    const sentence = `${kept.get(to) ?? to} lies ${durationText(-millis)} before ${(kept.get(from) ?? from).toLowerCase()}.`
    return { ...metric, state: 'invalid', sentence: `${name} cannot be measured: ${lowerFirst(sentence)}` }
  })
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
