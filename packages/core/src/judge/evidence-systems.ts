import type { TimelineEvent } from '../event.ts'
import type { Incident } from '../incident.ts'
import { millisOf, type Instant } from '../instant.ts'
import { between, evidenceItem, spanText, type EvidenceItem } from './evidence-item.ts'
import { escapeInline } from './quote.ts'

/** How long before the impact a deploy is still worth a look. */
export const DEPLOY_WINDOW_MINUTES = 120

/** Deploys that were made shortly before the impact started, newest first: what was made last is the first to ask about. */
export function deployEvidence(incident: Incident, impact: Instant | null): EvidenceItem[] {
  if (impact === null) return []
  const start = millisOf(impact)
  const items: EvidenceItem[] = []
  for (const event of incident.events) {
    if (event.what.kind !== 'deploy' || event.what.state === 'rolled-back' || event.what.state === 'started') continue
    const before = start - millisOf(event.at)
    if (before < 0 || before > DEPLOY_WINDOW_MINUTES * 60_000) continue
    const outcome = event.what.state === 'failed' ? 'failed' : 'was deployed'
    items.push(evidenceItem(`${deployed(event)} ${outcome} ${spanText(before)} before the impact started`, [event]))
  }
  return items.toReversed()
}

/** Deploys that were rolled back, as the deploying system tells it. */
export function rollbackEvidence(incident: Incident): EvidenceItem[] {
  return incident.events
    .filter((event) => event.what.kind === 'deploy' && event.what.state === 'rolled-back')
    .map((event) => evidenceItem(`${deployed(event)} was rolled back`, [event]))
}

/** One item an alert: how often it fired, and from its first firing to its last resolving. */
export function alertEvidence(incident: Incident): EvidenceItem[] {
  const alerts = new Map<string, TimelineEvent[]>()
  for (const event of incident.events) {
    if (event.what.kind !== 'alert') continue
    const events = alerts.get(event.what.key)
    if (events === undefined) alerts.set(event.what.key, [event])
    else events.push(event)
  }
  return [...alerts.values()].map(alertItem)
}

function alertItem(events: readonly TimelineEvent[]): EvidenceItem {
  const name = events[0]?.what.kind === 'alert' ? events[0].what.name : ''
  const inState = (state: string): TimelineEvent[] => events.filter((event) => event.what.kind === 'alert' && event.what.state === state)
  const fired = inState('firing')
  const first = fired[0]
  const last = inState('resolved').at(-1)
  const title = `Alert “${escapeInline(name)}”`
  const times = fired.length > 1 ? ` ${fired.length} times` : ''
  if (first === undefined) return evidenceItem(`${title}: no firing in the record`, events)
  if (last === undefined || last.at < first.at) return evidenceItem(`${title} fired${times}; no resolving in the record`, fired)
  return evidenceItem(`${title} fired${times} over ${spanText(between(first, last))}`, [...fired, last])
}

function deployed(event: TimelineEvent): string {
  if (event.what.kind !== 'deploy') return ''
  const { service, version, environment } = event.what
  const name = [service ?? 'An unnamed service', version].filter((part) => part !== null).join(' ')
  return escapeInline(environment === null ? name : `${name} (${environment})`)
}
