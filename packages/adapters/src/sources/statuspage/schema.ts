import { addressAt, instantAt, isRecord, listAt, textAt, valueAt, type Instant } from '@blamefree/core'

/** One public word about an incident. */
export interface Update {
  readonly id: string
  readonly status: string | null
  /** HTML, Markdown or plain text, as whoever wrote it pleased. */
  readonly body: string | null
  /** When the page shows it; an update may be backdated. */
  readonly at: Instant | null
  readonly components: readonly ComponentChange[]
}

/** A component whose state an update changed. */
export interface ComponentChange {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

/** An incident or a scheduled maintenance. */
export interface StatusIncident {
  readonly id: string
  readonly name: string | null
  readonly status: string | null
  readonly impact: string | null
  readonly url: string | null
  readonly startedAt: Instant | null
  readonly createdAt: Instant | null
  readonly monitoringAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly scheduledFor: Instant | null
  readonly scheduledUntil: Instant | null
  readonly components: readonly string[]
  /** As in the payload: newest first. */
  readonly updates: readonly Update[]
  readonly postmortem: string | null
  readonly path: string
}

/** Every incident and maintenance of a document; none when it is not Statuspage's. */
export function incidentsIn(value: unknown): readonly StatusIncident[] {
  const page = addressAt(value, 'page', 'url')
  const several = (list: readonly unknown[], path: string): StatusIncident[] =>
    list.flatMap((incident, index) => (isIncident(incident) ? [incidentOf(incident, page, `${path}[${index}]`)] : []))
  if (Array.isArray(value)) return several(value, '')
  if (isIncident(value)) return [incidentOf(value, page, '')]
  if (isIncident(valueAt(value, 'incident'))) return [incidentOf(valueAt(value, 'incident'), page, 'incident')]
  return [...several(listAt(value, 'incidents'), 'incidents'), ...several(listAt(value, 'scheduled_maintenances'), 'scheduled_maintenances')]
}

/** Its updates, and one of the fields that only Statuspage has. */
function isIncident(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value['incident_updates']) || textAt(value, 'id') === null) return false
  return ['impact', 'shortlink', 'page_id', 'monitoring_at', 'scheduled_for'].some((key) => Object.hasOwn(value, key))
}

function incidentOf(value: unknown, page: string | null, path: string): StatusIncident {
  const id = textAt(value, 'id') ?? ''
  const updates = listAt(value, 'incident_updates').map(updateOf)
  const named = listAt(value, 'components').flatMap((component) => textAt(component, 'name') ?? [])
  return {
    id,
    name: textAt(value, 'name'),
    status: textAt(value, 'status'),
    impact: textAt(value, 'impact_override') ?? textAt(value, 'impact'),
    url: addressAt(value, 'shortlink') ?? addressAt(page === null ? null : `${page.replace(/\/$/, '')}/incidents/${encodeURIComponent(id.toWellFormed())}`),
    startedAt: instantAt(value, 'started_at'),
    createdAt: instantAt(value, 'created_at'),
    monitoringAt: instantAt(value, 'monitoring_at'),
    resolvedAt: instantAt(value, 'resolved_at'),
    scheduledFor: instantAt(value, 'scheduled_for'),
    scheduledUntil: instantAt(value, 'scheduled_until'),
    components: named.length > 0 ? named : updates.flatMap(({ components }) => components.map(({ name }) => name)),
    updates,
    postmortem: textAt(value, 'postmortem_body'),
    path,
  }
}

function updateOf(value: unknown, index: number): Update {
  const components = listAt(value, 'affected_components').flatMap((component) => {
    const name = textAt(component, 'name')
    return name === null ? [] : [{ name, from: textAt(component, 'old_status'), to: textAt(component, 'new_status') }]
  })
  return {
    id: textAt(value, 'id') ?? `#${index}`,
    status: textAt(value, 'status'),
    body: textAt(value, 'body'),
    at: instantAt(value, 'display_at') ?? instantAt(value, 'created_at'),
    components,
  }
}
