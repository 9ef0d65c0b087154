import { stated, type Fact, type Origin } from './fact.ts'
import { NO_FACTS, type Facts, type FieldValue } from './incident.ts'
import type { Instant } from './instant.ts'
import type { Person } from './person.ts'
import type { Reading } from './source.ts'

/** A person's word about one fact, which beats every source. */
export interface Correction {
  /** `title`, `severity`, `services`, `roles.lead`, `timestamps.fixed`, `fields.customers`. */
  readonly path: string
  /** A text, an instant, a field's value, or for roles and services a list of names; null when there is none, whatever the sources say. */
  readonly value: unknown
  readonly origin: Origin
}

/** The paths without a dot. Those of the configuration follow `roles.`, `timestamps.` and `fields.`. */
export const CORRECTABLE = ['title', 'summary', 'type', 'severity', 'status', 'services'] as const

/** Corrections as a reading of their own, of the source `person`. The last one of a path holds. */
export function correctionsReading(corrections: readonly Correction[], raw = 'corrections'): Reading {
  let facts: Facts = NO_FACTS
  for (const correction of latest(corrections)) facts = apply(facts, correction)
  return { ...facts, source: 'person', raw, problems: [], parts: [] }
}

/** Facts without the values that a person has taken away. */
export function withoutTakenAway<T extends Facts>(facts: T, corrections: readonly Correction[]): T {
  const taken = latest(corrections).filter(({ value }) => value === null)
  return taken.reduce<T>((left, { path }) => Object.assign(left, emptied(left, path)), { ...facts })
}

function latest(corrections: readonly Correction[]): Correction[] {
  return [...new Map(corrections.map((correction) => [correction.path, correction])).values()]
}

function apply(facts: Facts, { path, value, origin }: Correction): Facts {
  if (value === null) return facts
  const fact = <T>(of: T): Fact<T> => stated(of, origin)
  const [group, name] = parts(path)
  switch (group) {
    case 'title':
    case 'summary':
    case 'type':
    case 'severity':
    case 'status':
      return { ...facts, [group]: fact(typeof value === 'string' ? value : JSON.stringify(value)) }
    case 'services':
      return { ...facts, services: names(value).map(fact) }
    case 'timestamps':
      return { ...facts, timestamps: { ...facts.timestamps, [name]: fact(value as Instant) } }
    case 'fields':
      return { ...facts, fields: { ...facts.fields, [name]: fact(value as FieldValue) } }
    case 'roles': {
      const people = names(value).map(personNamed)
      const known = new Map([...facts.people, ...people].map((person) => [person.id, person]))
      return { ...facts, people: [...known.values()], roles: { ...facts.roles, [name]: people.map(({ id }) => fact(id)) } }
    }
    default:
      return facts
  }
}

function emptied(facts: Facts, path: string): Partial<Facts> {
  const [group, name] = parts(path)
  if (group === 'services') return { services: [] }
  if (group === 'timestamps' || group === 'fields' || group === 'roles')
    return { [group]: Object.fromEntries(Object.entries(facts[group]).filter(([key]) => key !== name)) }
  return (CORRECTABLE as readonly string[]).includes(group) ? { [group]: null } : {}
}

function parts(path: string): [string, string] {
  const dot = path.indexOf('.')
  return dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot + 1)]
}

const names = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

function personNamed(name: string): Person {
  const id = `person:${name.toLowerCase()}`
  return { id, name, handle: null, email: /^[^\s@]+@[^\s@]+$/.test(name) ? name.toLowerCase() : null, zone: null, bot: false, accounts: [id] }
}
