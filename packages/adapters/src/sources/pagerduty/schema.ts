import { addressAt, instantAt, isRecord, listAt, textAt, valueAt, type Instant } from '@blamefree/core'

/** A person, or the service or rule that acted in their place. */
export interface Agent {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
  readonly zone: string | null
  readonly bot: boolean
}

/** The fields of an incident that we use. */
export interface PagerIncident {
  readonly id: string
  readonly title: string | null
  readonly status: string | null
  readonly urgency: string | null
  readonly priority: string | null
  readonly service: string | null
  readonly url: string | null
  readonly createdAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly assignees: readonly Agent[]
}

/** One thing that happened: a log entry, a webhook's event, or a note. `kind` is the entry's type without its tail, or the event's after `incident.`. */
export interface PagerEntry {
  readonly id: string
  readonly kind: string
  readonly at: Instant | null
  readonly agent: Agent | null
  readonly incident: string | null
  readonly url: string | null
  /** What it says of itself: a note's words, a notification's summary. */
  readonly text: string | null
  /** Whom it names: assignees, responders. */
  readonly people: readonly string[]
}

/** What a document of PagerDuty's holds; both empty when it is not PagerDuty's. */
export interface PagerDocument {
  readonly incidents: readonly PagerIncident[]
  readonly entries: readonly PagerEntry[]
}

/** Reads incidents, log entries, notes and webhook events out of any of the API's shapes. */
export function pagerDocumentOf(value: unknown): PagerDocument {
  if (Array.isArray(value)) return joined(value.filter(isRecord).map((item) => pagerDocumentOf(item)))
  const event = valueAt(value, 'event')
  if (/^(?:incident|service)\./.test(textAt(event, 'event_type') ?? '')) return webhookOf(event)
  const incidents = [value, valueAt(value, 'incident'), ...listAt(value, 'incidents')].filter(isIncident)
  const logged = [value, valueAt(value, 'log_entry'), ...listAt(value, 'log_entries')].filter(isEntry)
  const notes = listAt(value, 'notes').filter((note) => textAt(note, 'content') !== null && textAt(note, 'user', 'id') !== null)
  return { incidents: incidents.map(incidentOf), entries: [...logged.map(entryOf), ...notes.map(noteOf)] }
}

const joined = (all: readonly PagerDocument[]): PagerDocument => ({
  incidents: all.flatMap(({ incidents }) => incidents),
  entries: all.flatMap(({ entries }) => entries),
})

const isIncident = (value: unknown): boolean =>
  isRecord(value) &&
  textAt(value, 'id') !== null &&
  (Object.hasOwn(value, 'incident_number') || (textAt(value, 'type') === 'incident' && Object.hasOwn(value, 'urgency')))

const isEntry = (value: unknown): boolean => /^[a-z_]+_log_entry(?:_reference)?$/.test(textAt(value, 'type') ?? '') && textAt(value, 'id') !== null

function incidentOf(value: unknown): PagerIncident {
  return {
    id: textAt(value, 'id') ?? '',
    title: textAt(value, 'title') ?? textAt(value, 'summary'),
    status: textAt(value, 'status'),
    urgency: textAt(value, 'urgency'),
    priority: textAt(value, 'priority', 'summary') ?? textAt(value, 'priority', 'name'),
    service: textAt(value, 'service', 'summary') ?? textAt(value, 'service', 'name'),
    url: addressAt(value, 'html_url'),
    createdAt: instantAt(value, 'created_at'),
    resolvedAt: instantAt(value, 'resolved_at') ?? (textAt(value, 'status') === 'resolved' ? instantAt(value, 'last_status_change_at') : null),
    assignees: [...listAt(value, 'assignments').map((one) => valueAt(one, 'assignee')), ...listAt(value, 'assignees')].flatMap((one) => agentOf(one) ?? []),
  }
}

function agentOf(value: unknown): Agent | null {
  const id = textAt(value, 'id') ?? textAt(value, 'email')
  if (id === null) return null
  const type = textAt(value, 'type') ?? 'user'
  return {
    id,
    name: textAt(value, 'name') ?? textAt(value, 'summary'),
    email: textAt(value, 'email'),
    zone: textAt(value, 'time_zone'),
    bot: !type.startsWith('user'),
  }
}

const namesIn = (list: readonly unknown[]): string[] => list.flatMap((one) => textAt(one, 'summary') ?? textAt(one, 'name') ?? [])

function entryOf(value: unknown): PagerEntry {
  return {
    id: textAt(value, 'id') ?? '',
    kind: (textAt(value, 'type') ?? '').replace(/_log_entry(?:_reference)?$/, ''),
    at: instantAt(value, 'created_at'),
    agent: agentOf(valueAt(value, 'agent')),
    incident: textAt(value, 'incident', 'id'),
    url: addressAt(value, 'html_url'),
    text:
      textAt(value, 'channel', 'content') ??
      textAt(value, 'note') ??
      textAt(value, 'message') ??
      textAt(value, 'channel', 'summary') ??
      textAt(value, 'summary'),
    people: namesIn([...listAt(value, 'assignees'), valueAt(value, 'user')]),
  }
}

function noteOf(value: unknown): PagerEntry {
  const text = textAt(value, 'content')
  const [id, url] = [textAt(value, 'id') ?? '', null]
  return { id, kind: 'annotate', at: instantAt(value, 'created_at'), agent: agentOf(valueAt(value, 'user')), incident: null, url, text, people: [] }
}

/** A webhook's `data` is the incident for some events, and a note, a responder or an update with a reference to it for others. */
function webhookOf(event: unknown): PagerDocument {
  const data = valueAt(event, 'data')
  const whole = textAt(data, 'type') === 'incident' && textAt(data, 'id') !== null
  const entry: PagerEntry = {
    id: textAt(event, 'id') ?? '',
    kind: (textAt(event, 'event_type') ?? '').replace(/^incident\./, ''),
    at: instantAt(event, 'occurred_at'),
    agent: agentOf(valueAt(event, 'agent')),
    incident: whole ? textAt(data, 'id') : textAt(data, 'incident', 'id'),
    url: addressAt(data, 'html_url') ?? addressAt(data, 'incident', 'html_url'),
    text: textAt(data, 'content') ?? textAt(data, 'message') ?? textAt(data, 'title') ?? textAt(data, 'summary'),
    people: namesIn([...listAt(data, 'assignees'), valueAt(data, 'user'), valueAt(data, 'escalation_policy')]),
  }
  return { incidents: whole ? [incidentOf(data)] : [], entries: [entry] }
}
