import type { TimelineEvent } from '../event.ts'
import { inferred, type Fact } from '../fact.ts'
import { directionsGiven, type Direction } from './directions.ts'
import type { Instant } from '../instant.ts'
import type { Inference } from './infer.ts'
import { leadByClaim } from './lead-claims.ts'
import type { PersonFinder } from './person-finder.ts'
import { plainWords } from './quote.ts'
import { isTelling, strength, type Entry } from './record.ts'
import { sameName } from './same-name.ts'

/**
 * Who led: whom the incident's own record names last, else whom a command, topic or bot names, else who claimed it first or took it over, else whom somebody
 * named first, else the ticket's assignee, else the one person who told the others what to do, or who made most of the decisions. Null when none of these is clear.
 */
export function inferLead(inference: Inference, finder: PersonFinder): Fact<string> | null {
  const { entries, incident } = inference
  const end = (incident.timestamps['fixed'] ?? incident.timestamps['closed'])?.value
  return (
    byChange(inference, finder) ??
    byCommand(entries, finder) ??
    leadByClaim(entries, finder, end) ??
    byNaming(entries, finder) ??
    incident.roles['lead']?.[0] ??
    byAssignee(entries, finder) ??
    byDirections(inference, end) ??
    byDecisions(inference)
  )
}

const fact = (person: string, event: TimelineEvent, rule: string): Fact<string> => inferred(person, event.origin, rule, [event.id])

function byChange({ entries, configuration }: Inference, finder: PersonFinder): Fact<string> | null {
  const role = configuration.roles.find(({ id }) => id === 'lead')
  const names = role === undefined ? ['lead'] : [role.id, role.name, ...role.aliases].filter((name) => name !== 'assignee')
  return lastChange(entries, finder, (field) => names.some((name) => sameName(name, field)), 'role-change')
}

function byAssignee(entries: readonly Entry[], finder: PersonFinder): Fact<string> | null {
  return lastChange(entries, finder, (field) => sameName(field, 'assignee') || sameName(field, 'owner'), 'ticket-assignee')
}

function lastChange(entries: readonly Entry[], finder: PersonFinder, isOf: (field: string) => boolean, rule: string): Fact<string> | null {
  for (const { event } of entries.toReversed()) {
    if (event.what.kind !== 'change' || event.what.to === null || !isOf(event.what.field)) continue
    const person = finder.named(event.what.to)
    if (person !== null) return fact(person.id, event, rule)
  }
  return null
}

/** `/incident lead @ana`, `Incident lead: Ana Ruiz` by a bot, in a topic, or as a line of a timeline. */
function byCommand(entries: readonly Entry[], finder: PersonFinder): Fact<string> | null {
  for (const { event, voice } of entries) {
    const text = event.what.kind === 'change' && /topic|purpose/i.test(event.what.field) ? (event.what.to ?? '') : event.text
    if (!/lead|commander|\bic\b|manager/i.test(text)) continue
    const words = plainWords(text).slice(0, 600)
    const match = COMMAND.exec(words) ?? (voice === 'person' && event.what.kind !== 'note' ? TITLE_LINE.exec(words) : TITLE.exec(words))
    const name = match?.[1] ?? ''
    const person = name === '' ? null : (finder.named(name) ?? finder.mentioned(event.text))
    if (person !== null) return fact(person.id, event, 'lead-named')
  }
  return null
}

const NAME = String.raw`@?(\p{L}[\p{L}\p{N}._'-]*(?: \p{L}[\p{L}'-]*){0,3})`
const COMMAND = new RegExp(String.raw`^/[a-z-]+ (?:lead|commander|ic|assign(?: lead)?) ${NAME}`, 'iu')
const LEAD = String.raw`(?:incident (?:lead|commander|manager)|\blead|\bcommander|\bic)`
const TITLE = new RegExp(String.raw`${LEAD}\s*(?:[:=\u2192]|->|is now|is|assigned to|set to|changed to)\s*${NAME}`, 'iu')
const TITLE_LINE = new RegExp(String.raw`^${LEAD}\s*(?:[:=\u2192]|->)\s*${NAME}`, 'iu')

function byNaming(entries: readonly Entry[], finder: PersonFinder): Fact<string> | null {
  for (const { event, hits } of entries) {
    const clause = hits.find(({ rule }) => rule === 'is-lead')?.clause
    const person = clause === undefined ? null : finder.named(clause.replace(/^(?:(?:ok|so|fyi),? )?@?/, ''))
    if (person !== null) return fact(person.id, event, 'named-lead')
  }
  return null
}

/** Somebody who told the others what to do, and nobody else did so half as much, led without saying so. */
function byDirections({ entries, incident }: Inference, end: Instant | undefined): Fact<string> | null {
  const byPerson = new Map<string, Direction[]>()
  for (const direction of directionsGiven(entries, incident.people, end)) byPerson.set(direction.by, [...(byPerson.get(direction.by) ?? []), direction])
  const sums = [...byPerson].map(([person, given]) => ({ person, given, sum: given.reduce((sum, { weight }) => sum + weight, 0) }))
  const [most, second] = sums.toSorted((a, b) => b.sum - a.sum)
  const others = second?.sum ?? 0
  // One message can give two orders by name: that is enough where nobody else gives any.
  if (most === undefined || (most.given.length < 2 && others > 0) || most.sum < (others <= SLIGHT ? ALONE : ENOUGH) || most.sum < 2 * others) return null
  const events = most.given.toReversed().map(({ event }) => event)
  const [first] = events
  return first === undefined
    ? null
    : inferred(
        most.person,
        first.origin,
        'directed-others',
        events.slice(0, 10).map(({ id }) => id),
      )
}

/** Two orders by name that were answered, and something more. */
const ENOUGH = 2.5
/** Where hardly anybody else told anybody anything. */
const ALONE = 2
const SLIGHT = 0.5

/** Somebody who decided at least three times, and twice as often as anybody else, led in all but name. */
function byDecisions({ entries }: Inference): Fact<string> | null {
  const decisions = new Map<string, TimelineEvent[]>()
  for (const entry of entries) {
    const { event } = entry
    const weight = Math.max(strength(entry, 'decision'), strength(entry, 'closing'), strength(entry, 'severity'), strength(entry, 'escalation'))
    if (event.actor === null || !isTelling(entry) || weight < 0.7) continue
    decisions.set(event.actor, [...(decisions.get(event.actor) ?? []).slice(-500), event])
  }
  const [most, second] = [...decisions].toSorted((a, b) => b[1].length - a[1].length)
  if (most === undefined || most[1].length < 3 || most[1].length < 2 * (second?.[1].length ?? 0)) return null
  const [person, events] = most
  const [first] = events
  return first === undefined
    ? null
    : inferred(
        person,
        first.origin,
        'made-the-decisions',
        events.slice(0, 10).map(({ id }) => id),
      )
}
