import type { components } from '../../api/schema.ts'
import type { Configuration } from '../../session/configuration.ts'
import { intakeText as text } from '../../text/intake.ts'

type Facts = components['schemas']['Incident']['facts']

/** A value of an incident with where it comes from. */
export interface Understood {
  /** `Severity`, `Impact started`. */
  readonly name: string
  readonly value: string
  /** The rule that read it out of the record; null for what a source states. */
  readonly rule: string | null
  readonly origin: string
  /** The first event that it rests on. */
  readonly event: string | null
}

/** What is known of an incident, by how it is known, and the names of what a post-mortem asks for and nobody said. */
export function understood(facts: Facts, configuration: Configuration): { inferred: Understood[]; stated: Understood[]; missing: string[] } {
  const people = new Map(facts.people.map(({ id, name }) => [id, name ?? id]))
  const all: Understood[] = []
  const missing: string[] = []
  const add = (name: string, fact: Known | null | undefined, show: (value: unknown) => string = String): void => {
    if (fact === null || fact === undefined) return void missing.push(name)
    const { basis, rule, origin, evidence, value } = fact
    all.push({ name, value: show(value), rule: basis === 'inferred' ? (rule ?? '') : null, origin: origin.label, event: evidence[0] ?? null })
  }
  add(text.paths['title'] ?? '', facts.title)
  add(text.paths['severity'] ?? '', facts.severity)
  add(text.paths['type'] ?? '', facts.type)
  if (facts.services.length === 0) missing.push(text.result.services)
  for (const service of facts.services) add(text.paths['services'] ?? '', service)
  for (const { id, name } of configuration.timestamps) add(name, facts.timestamps[id])
  for (const { id, name, many } of configuration.roles) {
    const held = facts.roles[id] ?? []
    if (held.length === 0 && !many) missing.push(name)
    for (const fact of many ? [] : held) add(name, fact, (value) => people.get(String(value)) ?? String(value))
  }
  return { inferred: all.filter(({ rule }) => rule !== null), stated: all.filter(({ rule }) => rule === null), missing }
}

interface Known {
  readonly value?: unknown
  readonly basis: string
  readonly rule: string | null
  readonly origin: { readonly label: string }
  readonly evidence: readonly string[]
}
