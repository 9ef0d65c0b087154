import type { Configuration, Term } from '../configuration.ts'
import type { FieldValue, Finding, Incident, Link } from '../incident.ts'
import { measureMetrics } from '../metrics.ts'
import type { Filling } from './filling.ts'
import { own, personValue, PROPERTIES, textValue, timeValue, zoneName } from './properties.ts'
import type { Shape, Value } from './value.ts'

/** A property of the incident: `incident.severity`. */
interface IncidentVariable {
  readonly shape: Shape
  readonly sentence: string
  readonly label: string
  readonly read: (filling: Filling) => Value
}

/** Variables that the team's configuration names: `incident.roles.lead`. */
interface Family {
  readonly shape: Shape
  readonly sentence: string
  readonly terms: (configuration: Configuration) => readonly Pick<Term, 'id' | 'name'>[]
  readonly read: (id: string, filling: Filling, name: string) => Value
}

/** What a template can ask for by name, with a sentence each: those of the incident, then those of each record that a loop gives. */
export interface Variable {
  readonly name: string
  readonly shape: Shape
  readonly sentence: string
}

const finding = (kind: Finding['kind']) => ({
  shape: 'list of finding' as const,
  read: ({ incident }: Filling): Value => ({
    kind: 'list',
    items: incident.findings.filter(({ value }) => value.kind === kind).map(({ value }) => ({ kind: 'finding', subject: value })),
  }),
})
const firstLink = (kind: Link['kind'], label: string) => ({
  shape: 'link' as const,
  label,
  read: ({ incident }: Filling): Value => {
    const subject = incident.links.find(({ value }) => value.kind === kind)?.value
    return subject === undefined ? { kind: 'missing', label } : { kind: 'link', subject }
  },
})
const stated = (key: 'title' | 'type' | 'severity' | 'status', label: string) => ({
  shape: 'text' as const,
  label,
  read: ({ incident }: Filling): Value => textValue(incident[key]?.value, label),
})
const inRole = (id: string, label: string) => ({
  shape: 'person' as const,
  label,
  read: (filling: Filling): Value => personValue(peopleIn(filling.incident, id)[0], filling, label, id),
})
const events = (wanted: 'key' | 'all') => ({
  shape: 'list of event' as const,
  read: ({ incident }: Filling): Value => ({
    kind: 'list',
    items: incident.events.filter(({ mark }) => wanted === 'all' || mark.level === 'key').map((subject) => ({ kind: 'event', subject })),
  }),
})
const followUps = (open: boolean) => ({
  shape: 'list of follow-up' as const,
  read: ({ incident }: Filling): Value => ({
    kind: 'list',
    items: incident.followUps.filter(({ value }) => !open || value.outcome === 'open').map(({ value }) => ({ kind: 'follow-up', subject: value })),
  }),
})

/** The incident's own variables by what follows `incident.`. */
export const INCIDENT: Readonly<Record<string, IncidentVariable>> = {
  id: { shape: 'text', sentence: 'The incident\u2019s id.', label: 'Id', read: ({ incident }) => textValue(incident.id, 'Id') },
  title: { ...stated('title', 'Title'), sentence: 'The title.' },
  summary: {
    shape: 'prose',
    sentence: 'The summary that somebody stated; alone in a paragraph it may be many paragraphs, and refill keeps it up to date until somebody edits it.',
    label: 'Summary',
    read: ({ incident }) => {
      const markdown = incident.summary?.value ?? ''
      return markdown.trim() === '' ? { kind: 'missing', label: 'Summary' } : { kind: 'prose', markdown }
    },
  },
  type: { ...stated('type', 'Incident Type'), sentence: 'The incident type.' },
  severity: { ...stated('severity', 'Severity'), sentence: 'The severity.' },
  status: { ...stated('status', 'Status'), sentence: 'The status.' },
  services: {
    shape: 'list of text',
    sentence: 'The affected services.',
    label: 'Affected services',
    read: ({ incident }) => ({
      kind: 'list',
      items: incident.services.map(({ value }) => textValue(value, 'Service')).filter(({ kind }) => kind === 'text'),
    }),
  },
  zone: { shape: 'text', sentence: 'The zone that times are shown in: `UTC`, `GMT`.', label: 'Zone', read: (filling) => textValue(zoneName(filling), 'Zone') },
  start: {
    shape: 'time',
    sentence: 'The notional start: the impact, else the report, else the first key event.',
    label: 'Start',
    read: (filling) => timeValue(filling.start, filling, 'Start'),
  },
  lead: { ...inRole('lead', 'Incident Lead'), sentence: 'The incident lead.' },
  reporter: { ...inRole('reporter', 'Reporter'), sentence: 'Who reported it.' },
  ticket: { ...firstLink('ticket', 'Ticket'), sentence: 'The first ticket.' },
  channel: { ...firstLink('channel', 'Channel'), sentence: 'The first channel.' },
  people: {
    shape: 'list of person',
    sentence: 'Everybody in the record.',
    label: 'People',
    read: ({ incident }) => ({ kind: 'list', items: incident.people.map((subject) => ({ kind: 'person', subject, role: null })) }),
  },
  links: {
    shape: 'list of link',
    sentence: 'Every link.',
    label: 'Links',
    read: ({ incident }) => ({ kind: 'list', items: incident.links.map(({ value }) => ({ kind: 'link', subject: value })) }),
  },
  events: { ...events('all'), sentence: 'Every event, oldest first.', label: 'Events' },
  'key-events': { ...events('key'), sentence: 'The events that belong in the document.', label: 'Key events' },
  'follow-ups': { ...followUps(false), sentence: 'Every follow-up.', label: 'Follow-ups' },
  'open-follow-ups': { ...followUps(true), sentence: 'The follow-ups that are still open.', label: 'Open follow-ups' },
  contributors: { ...finding('contributor'), sentence: 'The contributors that somebody stated.', label: 'Contributors' },
  mitigators: { ...finding('mitigator'), sentence: 'The mitigators that somebody stated.', label: 'Mitigators' },
  learnings: { ...finding('learning'), sentence: 'The learnings that somebody stated.', label: 'Learnings' },
  risks: { ...finding('risk'), sentence: 'The risks that somebody stated.', label: 'Risks' },
}

/** The families of variables by what follows `incident.`. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  roles: {
    shape: 'list of person',
    sentence: 'The people in one of the configured roles: `incident.roles.observers`.',
    terms: ({ roles }) => roles,
    read: (id, filling, name) => ({
      kind: 'list',
      items: peopleIn(filling.incident, id)
        .map((person) => personValue(person, filling, name, id))
        .filter(({ kind }) => kind === 'person'),
    }),
  },
  timestamps: {
    shape: 'time',
    sentence: 'One of the configured timestamps: `incident.timestamps.impact-started`.',
    terms: ({ timestamps }) => timestamps,
    read: (id, filling, name) => timeValue(own(filling.incident.timestamps, id)?.value, filling, name),
  },
  metrics: {
    shape: 'duration',
    sentence: 'One of the configured durations: `incident.metrics.time-to-fix`.',
    terms: ({ metrics }) => metrics,
    read: (id, { incident, configuration }, name) => {
      const millis = measureMetrics(incident, configuration).find((metric) => metric.id === id)?.millis ?? null
      return millis === null ? { kind: 'missing', label: name } : { kind: 'duration', millis }
    },
  },
  fields: {
    shape: 'text',
    sentence: 'One of the team\u2019s own fields: `incident.fields.region`.',
    terms: ({ fields }) => fields,
    read: (id, { incident }, name) => textValue(fieldText(own(incident.fields, id)?.value), name),
  },
}

/** The ids of the people in a role, in order. */
export function peopleIn({ roles }: Pick<Incident, 'roles'>, id: string): string[] {
  return (own(roles, id) ?? []).map(({ value }) => value)
}

/** A custom field's value in words; empty when there is none. */
export function fieldText(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/** Everything that a template can ask for inline. */
export const VARIABLES: readonly Variable[] = [
  ...Object.entries(INCIDENT).map(([name, { shape, sentence }]) => ({ name: `incident.${name}`, shape, sentence })),
  ...Object.entries(FAMILIES).map(([name, { shape, sentence }]) => ({ name: `incident.${name}.<id>`, shape, sentence })),
  ...Object.entries(PROPERTIES).flatMap(([record, properties]) =>
    Object.entries(properties).map(([name, { shape, sentence }]) => ({ name: `<${record}>.${name}`, shape, sentence })),
  ),
]
