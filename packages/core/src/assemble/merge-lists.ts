import type { Configuration } from '../configuration.ts'
import type { Fact } from '../fact.ts'
import type { Finding, FollowUp, Link } from '../incident.ts'
import type { Reading } from '../source.ts'
import { foldName } from './fold-name.ts'
import { isPersonal, rankCandidates, type Candidate } from './candidate.ts'
import { withPeopleInText } from './merge-events.ts'

/** Every service that any source names, once however it is written; only those that a person names, where one did. Inferred ones only where none is stated. */
export function mergeServices(readings: readonly Reading[], configuration: Configuration): readonly Fact<string>[] {
  const all = readings.flatMap((reading) => reading.services.map((fact) => ({ fact, reading, distance: 0 })))
  const personal = all.filter(({ fact, reading }) => isPersonal(fact, reading))
  const stated = all.filter(({ fact }) => fact.basis === 'stated')
  const chosen = personal.length > 0 ? personal : stated.length > 0 ? stated : all
  return bySource(chosen, 'services', configuration, ({ value }) =>
    value
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  )
}

/** Every link once: of two with one address, or without address and with one title, the most believed source's. */
export function mergeLinks(readings: readonly Reading[], configuration: Configuration): readonly Fact<Link>[] {
  const all = readings.flatMap((reading) => reading.links.map((fact) => ({ fact, reading, distance: 0 })))
  return bySource(all, 'links', configuration, ({ value: { url, title, kind } }) =>
    url === null ? `${kind} ${foldName(title)}` : url.replace(/^https?:\/\//, '').replace(/\/$/, ''),
  )
}

/** Every follow-up once, by id or by its words; its owner is one of the incident's people. What has an owner, an end or a ticket in only one telling has it. */
export function mergeFollowUps(readings: readonly Reading[], configuration: Configuration, renamed: ReadonlyMap<string, string>): readonly Fact<FollowUp>[] {
  const all = readings.flatMap((reading) => reading.followUps.map((fact): Candidate<FollowUp> => ({ fact: ofPeople(fact, renamed), reading, distance: 0 })))
  const byId = new Map<string, Candidate<FollowUp>>()
  for (const candidate of all) byId.set(candidate.fact.value.id, candidate)
  const merged = new Map<string, Fact<FollowUp>>()
  for (const { fact } of mostBelieved([...byId.values()], 'followUps', configuration)) {
    const key = foldName(fact.value.text) || fact.value.id
    const known = merged.get(key)
    merged.set(key, known === undefined ? fact : { ...known, value: completed(known.value, fact.value) })
  }
  return [...merged.values()]
}

/** Every finding once, by its kind and words. */
export function mergeFindings(readings: readonly Reading[], configuration: Configuration, renamed: ReadonlyMap<string, string>): readonly Fact<Finding>[] {
  const all = readings.flatMap((reading) =>
    reading.findings.map((fact) => ({ fact: { ...fact, value: { ...fact.value, text: withPeopleInText(fact.value.text, renamed) } }, reading, distance: 0 })),
  )
  return bySource(all, 'findings', configuration, ({ value: { kind, text } }) => `${kind} ${foldName(text) || text}`)
}

/** Each key once, as the most believed source has it; sources in the order of belief, each in its own order. */
function bySource<T>(candidates: readonly Candidate<T>[], kind: string, configuration: Configuration, keyOf: (fact: Fact<T>) => string): Fact<T>[] {
  const merged = new Map<string, Fact<T>>()
  for (const { fact } of mostBelieved(candidates, kind, configuration)) {
    const key = keyOf(fact)
    if (key !== '' && !merged.has(key)) merged.set(key, fact)
  }
  return [...merged.values()]
}

/** One origin may give many members of a list, so none replaces another: each is ranked as a thing of its own. */
function mostBelieved<T>(candidates: readonly Candidate<T>[], kind: string, configuration: Configuration): Candidate<T>[] {
  const own = candidates.map((candidate, index) => ({
    ...candidate,
    fact: { ...candidate.fact, origin: { ...candidate.fact.origin, ref: String(index) } },
  }))
  return rankCandidates(own, kind, configuration).flatMap(({ fact }) => candidates[Number(fact.origin.ref)] ?? [])
}

function ofPeople(fact: Fact<FollowUp>, renamed: ReadonlyMap<string, string>): Fact<FollowUp> {
  const { owner, text } = fact.value
  return { ...fact, value: { ...fact.value, owner: owner === null ? null : (renamed.get(owner) ?? owner), text: withPeopleInText(text, renamed) } }
}

function completed(known: FollowUp, other: FollowUp): FollowUp {
  return {
    ...known,
    owner: known.owner ?? other.owner,
    due: known.due ?? other.due,
    priority: known.priority ?? other.priority,
    ticket: known.ticket ?? other.ticket,
  }
}
