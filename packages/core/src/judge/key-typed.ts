import type { Configuration } from '../configuration.ts'
import type { TimelineEvent } from '../event.ts'
import { millisOf } from '../instant.ts'
import { sameName } from './same-name.ts'
import { firstReport } from './key-ends.ts'
import { MARKING_REACTIONS } from './key-rules.ts'
import type { Entry } from './record.ts'

/** Which rule takes each event by its kind alone, without judging words; events of which no rule is sure are absent. */
export function typedRules(entries: readonly Entry[], configuration: Configuration): Map<number, string> {
  const rules = new Map<number, string>()
  const give = (rule: string, chosen: readonly Entry[]): void => {
    for (const entry of chosen) rules.set(entry.index, rule)
  }
  for (const entry of entries) {
    const rule = ruleByKind(entry.event, configuration)
    if (rule !== null) rules.set(entry.index, rule)
  }
  const alerts = entries.filter((entry) => entry.event.what.kind === 'alert')
  // That a channel was made says nothing about the incident, unless nothing else marks its beginning.
  if (alerts.length > 0 || firstReport(entries) !== null || entries.some(({ event }) => isTicketAction(event) && !isChannelMade(event))) {
    for (const { event, index } of entries) if (isChannelMade(event)) rules.delete(index)
  }
  give('alert-fires', spread(firstOf(alerts, 'firing'), MOST_ALERTS))
  give('alert-resolves', spread(lastResolving(alerts), MOST_ALERTS))
  give('alert-answered', firstOf(alerts, 'acknowledged', 'escalated').slice(0, 3))
  give('deploy', deploys(entries))
  return rules
}

function ruleByKind(event: TimelineEvent, configuration: Configuration): string | null {
  const { what } = event
  switch (what.kind) {
    case 'note':
      return 'note'
    case 'message':
      if (what.pinned) return 'pinned'
      return what.reactions.some((reaction) => MARKING_REACTIONS.has(reaction.name)) ? 'marked' : null
    case 'update':
      return 'public-update'
    case 'change':
      return changeRule(what.field, configuration)
    case 'deploy':
      return what.state === 'rolled-back' ? 'rolled-back' : null
    case 'action':
      return isTicketAction(event) ? 'ticket-action' : null
    default:
      return null
  }
}

function isTicketAction({ what }: TimelineEvent): boolean {
  return what.kind === 'action' && TICKET_ACTIONS.test(what.action)
}

function isChannelMade({ what, text }: TimelineEvent): boolean {
  return what.kind === 'action' && /^created$/i.test(what.action) && /^created the channel\b/i.test(text)
}

function changeRule(field: string, configuration: Configuration): string | null {
  if (/^(?:severity|priority|urgency)$/i.test(field)) return 'severity-change'
  if (/^(?:status|state|stage)$/i.test(field)) return 'status-change'
  const isRole = configuration.roles.some((role) => !role.many && [role.id, role.name, ...role.aliases].some((name) => sameName(name, field)))
  return isRole || /^(?:role|owner)\b/i.test(field) ? 'role-change' : null
}

/** The first event of each alert in one of these states. */
function firstOf(alerts: readonly Entry[], ...states: readonly string[]): Entry[] {
  const first = new Map<string, Entry>()
  for (const entry of alerts) {
    const { what } = entry.event
    if (what.kind === 'alert' && states.includes(what.state) && !first.has(what.key)) first.set(what.key, entry)
  }
  return onePerName([...first.values()])
}

/** The last resolving of each alert that does not fire again after it. */
function lastResolving(alerts: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>()
  for (const entry of alerts) {
    const { what } = entry.event
    if (what.kind !== 'alert') continue
    if (what.state === 'resolved') last.set(what.key, entry)
    else if (what.state === 'firing') last.delete(what.key)
  }
  return onePerName([...last.values()].toSorted((a, b) => b.index - a.index)).toReversed()
}

/** One alert that fires for forty hosts at once is one event to a reader: of equal names, the first in the list stays. */
function onePerName(entries: readonly Entry[]): Entry[] {
  const names = new Set<string>()
  return entries.filter(({ event }) => {
    const name = event.what.kind === 'alert' ? event.what.name : ''
    if (names.has(name)) return false
    names.add(name)
    return true
  })
}

/** Finished deploys, and started ones of which no end is known, from shortly before the incident; of very many, the ones closest to its start. */
function deploys(entries: readonly Entry[]): Entry[] {
  const start = entries.find(({ event, voice }) => voice === 'person' || event.what.kind === 'alert')?.event.at
  if (start === undefined) return entries.filter(({ event }) => event.what.kind === 'deploy' && event.what.state !== 'rolled-back').slice(-MOST_DEPLOYS)
  const earliest = millisOf(start) - DEPLOYS_BEFORE
  const ended = new Set<string>()
  for (const { event } of entries) if (event.what.kind === 'deploy' && event.what.state !== 'started') ended.add(deployKey(event))
  const inTime = entries.filter(
    ({ event }) =>
      event.what.kind === 'deploy' &&
      event.what.state !== 'rolled-back' &&
      millisOf(event.at) >= earliest &&
      (event.what.state !== 'started' || !ended.has(deployKey(event))),
  )
  const distance = (entry: Entry): number => Math.abs(millisOf(entry.event.at) - millisOf(start))
  return inTime.length <= MOST_DEPLOYS ? inTime : inTime.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_DEPLOYS)
}

function deployKey(event: TimelineEvent): string {
  return event.what.kind === 'deploy' ? JSON.stringify([event.what.service, event.what.version, event.what.environment]) : ''
}

/** At most `most` entries, the first and the last among them. */
function spread(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries
  const step = (entries.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => entries[Math.round(index * step)]).filter((entry) => entry !== undefined)
}

const TICKET_ACTIONS = /^(?:merged|released|reverted|published|paged|escalated|declared|reopened|resolved|opened|created|closed|triggered)/i
const MOST_ALERTS = 8
const MOST_DEPLOYS = 8
const DEPLOYS_BEFORE = 2 * 60 * 60_000
