import {
  DETAIL,
  cleanText,
  escapeMarkdown,
  foreignInline,
  gatherPeople,
  inferred,
  newReading,
  peekJson,
  readJson,
  stated,
  type Fact,
  type Facts,
  type GatheredPeople,
  type Origin,
  type Problem,
  type Raw,
  type Reading,
  type Recognition,
  type TimelineEvent,
  type What,
} from '@blamefree/core'
import { pagerDocumentOf, type Agent, type PagerEntry, type PagerIncident } from './schema.ts'

const ID = 'pagerduty'

/** Certain for incidents, log entries and webhooks v3; notes alone could be anybody's. */
export function recognise(raw: Raw): Recognition {
  const found = peekJson(raw).map(pagerDocumentOf)
  return found.some(({ incidents, entries }) => incidents.length > 0 || entries.some(({ kind }) => kind !== 'annotate')) ? 'certain' : 'no'
}

/** One incident's facts, and everything that its log entries, notes and webhooks tell of. */
export function read(raw: Raw): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const incidents = new Map<string, PagerIncident>()
  const entries: PagerEntry[] = []
  for (const { value, file, line } of documents) {
    const found = pagerDocumentOf(value)
    if (found.incidents.length + found.entries.length === 0) {
      const message = 'This is JSON, but no incident, log entry, note or webhook of PagerDuty.'
      problems.push({
        code: 'pagerduty/shape',
        message,
        hint: 'Give what /incidents/ID or /incidents/ID/log_entries answers.',
        weight: 'error',
        place: { file, line },
      })
    }
    for (const incident of found.incidents) incidents.set(incident.id, incident)
    entries.push(...found.entries)
  }
  const [main] = incidents.values()
  if (incidents.size > 1 && main !== undefined) {
    const message = `There are ${incidents.size} incidents here, and the first is taken: ${cleanText(main.title ?? main.id).slice(0, 100)}.`
    problems.push({
      code: 'pagerduty/several-incidents',
      message,
      hint: 'Give one incident with its log entries.',
      weight: 'warning',
      place: { file: raw.name },
    })
  }
  const people = gatherPeople(ID)
  const facts = main === undefined ? {} : factsOf(main, people)
  const events = entries.flatMap((entry) => eventsOf(entry, main, people))
  return newReading(ID, raw, { ...facts, events, people: people.list() }, problems)
}

const person = (agent: Agent, people: GatheredPeople): string => people.add({ ...agent, ref: agent.id })

function factsOf(incident: PagerIncident, people: GatheredPeople): Partial<Facts> {
  const origin: Origin = { source: ID, ref: cleanText(incident.id), url: incident.url, label: 'PagerDuty incident' }
  const said = (text: string | null): Fact<string> | null => (text === null || cleanText(text).trim() === '' ? null : stated(cleanText(text).trim(), origin))
  const service = said(incident.service)
  const urgency =
    incident.urgency === null || cleanText(incident.urgency).trim() === '' ? null : inferred(cleanText(incident.urgency).trim(), origin, 'incident-urgency')
  const { createdAt, resolvedAt, assignees } = incident
  return {
    title: said(incident.title),
    status: said(incident.status),
    severity: said(incident.priority) ?? urgency,
    services: service === null ? [] : [service],
    roles: assignees.length === 0 ? {} : { participants: assignees.map((agent) => inferred(person(agent, people), origin, 'incident-assignee')) },
    links: [stated({ kind: 'alert', title: 'PagerDuty incident', url: incident.url }, origin)],
    timestamps: {
      ...(createdAt === null ? {} : { reported: inferred(createdAt, origin, 'incident-triggered') }),
      ...(resolvedAt === null ? {} : { fixed: inferred(resolvedAt, origin, 'incident-resolved') }),
    },
  }
}

/** What each kind of entry is called on the timeline; a kind that is not here is said in its own words. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['trigger', 'Incident triggered'],
  ['triggered', 'Incident triggered'],
  ['acknowledge', 'Acknowledged'],
  ['acknowledged', 'Acknowledged'],
  ['unacknowledge', 'No longer acknowledged'],
  ['unacknowledged', 'No longer acknowledged'],
  ['escalate', 'Escalated'],
  ['escalated', 'Escalated'],
  ['delegate', 'Delegated'],
  ['delegated', 'Delegated'],
  ['assign', 'Assigned'],
  ['reassigned', 'Reassigned'],
  ['notify', 'Notified'],
  ['reopen', 'Reopened'],
  ['reopened', 'Reopened'],
  ['resolve', 'Resolved'],
  ['resolved', 'Resolved'],
  ['snooze', 'Snoozed'],
  ['merge', 'Merged with another incident'],
  ['urgency_change', 'Urgency changed'],
  ['priority_change', 'Priority changed'],
  ['priority_updated', 'Priority changed'],
  ['responder_request', 'Responders asked'],
  ['responder.added', 'Responder asked'],
  ['responder.replied', 'Responder answered'],
  ['status_update', 'Status update'],
  ['status_update_published', 'Status update'],
])

const ALERT_STATES: ReadonlyMap<string, 'firing' | 'resolved' | 'acknowledged' | 'escalated'> = new Map([
  ['trigger', 'firing'],
  ['triggered', 'firing'],
  ['reopen', 'firing'],
  ['reopened', 'firing'],
  ['resolve', 'resolved'],
  ['resolved', 'resolved'],
  ['acknowledge', 'acknowledged'],
  ['acknowledged', 'acknowledged'],
  ['escalate', 'escalated'],
  ['escalated', 'escalated'],
])

function eventsOf(entry: PagerEntry, main: PagerIncident | undefined, people: GatheredPeople): TimelineEvent[] {
  if (entry.at === null || entry.id === '' || entry.kind === '') return []
  const kind = cleanText(entry.kind).trim()
  const text = sentenceOf(entry, kind)
  const ref = cleanText(entry.id)
  return [
    {
      id: `${ID}:${ref}`,
      at: entry.at,
      text: text === '' ? 'Note' : text,
      actor: entry.agent === null ? null : person(entry.agent, people),
      thread: null,
      origin: { source: ID, ref, url: entry.url ?? main?.url ?? null, label: 'PagerDuty log entry' },
      what: whatOf(entry, kind, main),
      mark: DETAIL,
    },
  ]
}

const isNote = (kind: string): boolean => kind === 'annotate' || kind === 'annotated'

function sentenceOf(entry: PagerEntry, kind: string): string {
  if (isNote(kind)) return foreignInline(entry.text ?? '')
  const name = SENTENCES.get(kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1).replace(/[._]/g, ' ')
  const people = /^(?:assign|reassigned|escalate|delegate|notify|responder)/.test(kind) ? entry.people.map((one) => cleanText(one)).join(', ') : ''
  const words = /^(?:trigger|status_update)/.test(kind) ? (entry.text ?? '') : ''
  return escapeMarkdown(
    `${name}${people === '' ? '' : ` to ${people}`.replace(/^ to /, /^(?:notify|responder)/.test(kind) ? ': ' : ' to ')}${words === '' ? '' : `: ${cleanText(words)}`}`,
  )
}

function whatOf(entry: PagerEntry, kind: string, main: PagerIncident | undefined): What {
  const state = ALERT_STATES.get(kind)
  const key = cleanText(entry.incident ?? main?.id ?? '')
  if (state !== undefined) return { kind: 'alert', name: cleanText(main?.title ?? entry.text ?? 'PagerDuty incident'), state, key, labels: {} }
  if (isNote(kind)) return { kind: 'comment', bot: entry.agent?.bot ?? false }
  if (kind.startsWith('status_update')) return { kind: 'update', status: null }
  return { kind: 'action', action: kind }
}
