import type { TimelineEvent } from '../event.ts'
import { inferred, type Fact } from '../fact.ts'
import type { Inference } from './infer.ts'
import { inferLead } from './infer-lead.ts'
import { firstReport } from './key-ends.ts'
import type { PersonFinder } from './person-finder.ts'

type Roles = Readonly<Record<string, readonly Fact<string>[]>>

/** Lead, reporter, active participants and observers: those that a source states stay, the others are read out of the record. */
export function inferRoles(inference: Inference, finder: PersonFinder): Roles {
  const kept = new Set(inference.configuration.roles.map(({ id }) => id))
  let roles = inference.incident.roles
  const set = (id: string, facts: readonly Fact<string>[]): void => {
    if (kept.has(id) && facts.length > 0) roles = { ...roles, [id]: facts }
  }
  if (isOpen(roles['lead'], 'ticket-assignee')) set('lead', one(inferLead(inference, finder)))
  if (isOpen(roles['reporter'], 'ticket-creator')) set('reporter', one(inferReporter(inference, finder)))
  set('participants', participants(inference, roles))
  const { observers, ...others } = roles
  const watching = observersOf(inference, observers ?? [], others)
  if (watching.length > 0 || observers !== undefined) roles = { ...others, observers: watching }
  return kept.has('observers') ? roles : { ...others, ...(observers === undefined ? {} : { observers }) }
}

const one = (fact: Fact<string> | null): readonly Fact<string>[] => (fact === null ? [] : [fact])

/** Nobody has the role, or only by the weakest of guesses: people's own words are better than a ticket's form. */
function isOpen(facts: readonly Fact<string>[] | undefined, weakest: string): boolean {
  return facts === undefined || facts.every(({ basis, rule }) => basis === 'inferred' && rule === weakest)
}

function inferReporter({ entries, incident }: Inference, finder: PersonFinder): Fact<string> | null {
  for (const { event } of entries.slice(0, 200)) {
    const name = event.what.kind === 'note' || event.actor === null ? REPORTED.exec(event.text.slice(0, 200))?.[1] : undefined
    const person = name === undefined ? null : finder.named(name)
    if (person !== null) return inferred(person.id, event.origin, 'timeline-line', [event.id])
  }
  const report = firstReport(entries)?.event
  if (report !== undefined && report.actor !== null) return inferred(report.actor, report.origin, 'first-report', [report.id])
  const opened = entries.find(({ event: { what, actor } }) => actor !== null && what.kind === 'action' && /^(?:opened|created|declared)/i.test(what.action))
  const opener = incident.people.find(({ id, bot }) => id === opened?.event.actor && !bot)
  return opened === undefined || opener === undefined ? null : inferred(opener.id, opened.event.origin, 'ticket-opened', [opened.event.id])
}

const REPORTED = /^(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2}) reported\b/u

/** Everybody who did anything and has no role of their own; in order of appearance, after those whom a source names. */
function participants({ incident, configuration }: Inference, roles: Roles): readonly Fact<string>[] {
  const named = roles['participants'] ?? []
  if (named.some(isPersons)) return named
  const taken = new Set([
    ...named.map(({ value }) => value),
    ...configuration.roles.flatMap(({ id, many }) => (many ? [] : (roles[id] ?? []).map(({ value }) => value))),
  ])
  const bots = new Set(incident.people.filter(({ bot }) => bot).map(({ id }) => id))
  const found: Fact<string>[] = []
  for (const event of incident.events) {
    if (event.actor === null || taken.has(event.actor) || bots.has(event.actor) || !isAct(event)) continue
    taken.add(event.actor)
    found.push(inferred(event.actor, event.origin, 'took-part', [event.id]))
  }
  return [...named, ...found]
}

function isAct({ what }: TimelineEvent): boolean {
  return what.kind !== 'membership' && !('bot' in what && what.bot)
}

/** Everybody who only joined or answered with an emoji. Who watched a ticket and then took part is no observer. */
function observersOf({ incident }: Inference, named: readonly Fact<string>[], others: Roles): readonly Fact<string>[] {
  if (named.some(isPersons)) return named
  const taken = new Set(Object.values(others).flatMap((facts) => facts.map(({ value }) => value)))
  for (const { id, bot } of incident.people) if (bot) taken.add(id)
  const stay = named.filter(({ value, basis }) => basis === 'stated' || !taken.has(value))
  for (const { value } of stay) taken.add(value)
  const found: Fact<string>[] = []
  const add = (person: string, event: TimelineEvent, rule: string): void => {
    if (taken.has(person)) return
    taken.add(person)
    found.push(inferred(person, event.origin, rule, [event.id]))
  }
  for (const event of incident.events) {
    if (event.what.kind === 'membership' && event.what.action === 'joined' && event.actor !== null) add(event.actor, event, 'only-joined')
    if (event.what.kind === 'message') for (const { people } of event.what.reactions) for (const person of people) add(person, event, 'only-reacted')
  }
  return [...stay, ...found]
}

/** A person, or the file that a person wrote by hand, said who they were: then that is who they were. */
const isPersons = ({ origin, basis }: Fact<string>): boolean => basis === 'stated' && (origin.source === 'person' || origin.source === 'incident-file')
