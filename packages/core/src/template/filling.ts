import type { Configuration } from '../configuration.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import type { Person } from '../person.ts'
import type { Place, Problem } from '../problem.ts'

/** What is at hand while a template is filled: the facts, how times are shown, and where problems go. */
export interface Filling {
  readonly incident: Incident
  readonly configuration: Configuration
  readonly zone: string
  /** The notional start that elapsed times count from; null when the record has none. */
  readonly start: Instant | null
  /** Without an incident: everything is a legible placeholder. */
  readonly blank: boolean
  readonly people: ReadonlyMap<string, Person>
  readonly problems: Problem[]
  /** What has been said already, so that it is said once. */
  readonly said: Set<string>
  /** How many nodes may still be made. */
  readonly budget: { left: number }
}

/** The most nodes that a template may make: some forty thousand timeline rows. */
export const MOST_NODES = 400_000

/** A filling of an incident. */
export function newFilling(incident: Incident, configuration: Configuration, options: { zone?: string | null; blank?: boolean } = {}): Filling {
  return {
    incident,
    configuration,
    zone: options.zone ?? incident.zone.value,
    start: notionalStart(incident),
    blank: options.blank ?? false,
    people: new Map(incident.people.map((person) => [person.id, person])),
    problems: [],
    said: new Set(),
    budget: { left: MOST_NODES },
  }
}

/** When the incident notionally began: the impact, else the report, else the first key event, else the first event. */
export function notionalStart({ timestamps, events }: Pick<Incident, 'timestamps' | 'events'>): Instant | null {
  const stated = timestamps['impact-started'] ?? timestamps['reported']
  if (stated !== undefined) return stated.value
  return (events.find(({ mark }) => mark.level === 'key') ?? events[0])?.at ?? null
}

/** Says once that a fact is missing. */
export function sayMissing(filling: Filling, label: string, place?: Place): void {
  const key = `missing ${label.toLowerCase()}`
  if (filling.blank || filling.said.has(key)) return
  filling.said.add(key)
  filling.problems.push({
    code: 'fill/missing',
    message: `${label} is missing: nothing in the record says it.`,
    hint: 'Add it to an incident file, or write it in the document.',
    weight: 'info',
    ...(place === undefined ? {} : { place }),
  })
}

/** Takes from the budget; false, and said once, when it is used up. */
export function spend(filling: Filling, nodes: number): boolean {
  filling.budget.left -= nodes
  if (filling.budget.left >= 0) return true
  if (!filling.said.has('budget')) {
    filling.said.add('budget')
    filling.problems.push({
      code: 'fill/too-large',
      message: `The template makes more than ${MOST_NODES} nodes; what came after them was left out.`,
      hint: 'Give the loops a limit, and nest fewer of them.',
      weight: 'error',
    })
  }
  return false
}
