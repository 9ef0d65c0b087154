import type { Configuration } from '../configuration.ts'
import type { Fact } from '../fact.ts'
import type { Person } from '../person.ts'
import type { Problem } from '../problem.ts'
import type { Reading } from '../source.ts'
import { isPersonal, rankCandidates, type Candidate } from './candidate.ts'
import { clashes } from './clash.ts'
import { matchTerm } from './match-term.ts'
import { unknown } from './merge-named.ts'

/** What the roles are merged with: the incident's people, and what their ids were. */
export interface RoleContext {
  readonly configuration: Configuration
  readonly people: readonly Person[]
  readonly renamed: ReadonlyMap<string, string>
  readonly problems: Problem[]
}

/** Who has each role: of the roles for one, as the most believed source has it; of the others, everybody whom any source names (only whom a person names, where one did). */
export function mergeRoles(readings: readonly Reading[], context: RoleContext): Readonly<Record<string, readonly Fact<string>[]>> {
  const { configuration, people, problems } = context
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (person: string): string => names.get(person) ?? person
  const merged: [string, readonly Fact<string>[]][] = []
  for (const [id, found] of gatherRoles(readings, context)) {
    const role = configuration.roles.find((one) => one.id === id)
    const ranked = rankCandidates(found, 'roles', configuration)
    const personal = ranked.filter(({ fact, reading }) => isPersonal(fact, reading))
    const [winner] = ranked
    if (winner === undefined) continue
    if (role === undefined) problems.push(unknown('role', id, winner.fact))
    const many = role?.many ?? true
    if (!many) {
      // One source's several people (two assignees) are its statement, not a disagreement.
      const rivals = ranked.filter(({ reading }, index) => index === 0 || reading.source !== winner.reading.source)
      problems.push(...clashes(rivals, { subject: `who was ${role?.name ?? id}`, path: `roles.${id}`, same: Object.is, show: nameOf, said: nameOf }))
      merged.push([id, [winner.fact]])
    } else merged.push([id, once(personal.length > 0 ? personal : found)])
  }
  return Object.fromEntries(merged)
}

function gatherRoles(readings: readonly Reading[], { configuration, renamed }: RoleContext): Map<string, Candidate<string>[]> {
  const found = new Map<string, Candidate<string>[]>()
  for (const reading of readings) {
    for (const [name, facts] of Object.entries(reading.roles)) {
      const match = matchTerm(configuration.roles, name)
      const id = match?.term.id ?? name
      const candidates = facts.map((fact) => ({ fact: { ...fact, value: renamed.get(fact.value) ?? fact.value }, reading, distance: match?.distance ?? 0 }))
      found.set(id, [...(found.get(id) ?? []), ...candidates])
    }
  }
  return found
}

function once(candidates: readonly Candidate<string>[]): Fact<string>[] {
  const seen = new Map<string, Fact<string>>()
  for (const { fact } of candidates) if (!seen.has(fact.value)) seen.set(fact.value, fact)
  return [...seen.values()]
}
