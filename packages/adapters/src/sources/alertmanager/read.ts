import {
  DETAIL,
  cleanText,
  escapeMarkdown,
  gatherPeople,
  inferred,
  newReading,
  peekJson,
  readJson,
  stated,
  type Fact,
  type GatheredPeople,
  type Link,
  type Origin,
  type Problem,
  type Raw,
  type Reading,
  type Recognition,
  type TimelineEvent,
} from '@blamefree/core'
import { notificationOf, type Alert, type Notification, type Silence } from './schema.ts'

const ID = 'alertmanager'

/** Certain when a document has Alertmanager's own shape. */
export function recognise(raw: Raw): Recognition {
  return peekJson(raw).some((value) => notificationOf(value) !== null) ? 'certain' : 'no'
}

/** The alerts of any number of notifications. A repeated notification tells of the same events again: they have the same ids. */
export function read(raw: Raw): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const people = gatherPeople(ID)
  const notifications: Notification[] = []
  for (const { value, file, line } of documents) {
    const notification = notificationOf(value)
    if (notification === null) {
      const message = 'This is JSON, but no notification of Alertmanager and no answer of its API.'
      problems.push({
        code: 'alertmanager/shape',
        message,
        hint: 'Give the body of a webhook, or what /api/v2/alerts answers.',
        weight: 'error',
        place: { file, line },
      })
      continue
    }
    notifications.push(notification)
    problems.push(...problemsOf(notification, file))
  }
  const alerts = notifications.flatMap((notification) => notification.alerts.filter(({ state }) => state !== 'pending'))
  const events = [...alerts.flatMap(alertEvents), ...notifications.flatMap(({ silences }) => silences.flatMap((silence) => silenceEvents(silence, people)))]
  return newReading(
    ID,
    raw,
    { events, people: people.list(), severity: severityOf(alerts), services: servicesOf(alerts), links: linksOf(notifications, alerts) },
    problems,
  )
}

function problemsOf(notification: Notification, file: string): Problem[] {
  const problems: Problem[] = []
  if (notification.truncated > 0) {
    problems.push({
      code: 'alertmanager/truncated',
      message: `Alertmanager left ${notification.truncated} ${notification.truncated === 1 ? 'alert' : 'alerts'} out of this notification (max_alerts).`,
      hint: 'Raise max_alerts of the receiver, or add what /api/v2/alerts answers.',
      weight: 'warning',
      place: { file, path: 'truncatedAlerts' },
    })
  }
  for (const { startsAt, resolvedAt, state, name, path } of notification.alerts) {
    if (startsAt === null && state !== 'pending') {
      problems.push({
        code: 'alertmanager/no-start',
        message: `The alert ${cleanText(name)} does not say when it began.`,
        weight: 'warning',
        place: { file, path: `${path}.startsAt` },
      })
    }
    if (state === 'resolved' && resolvedAt === null) {
      problems.push({
        code: 'alertmanager/no-end',
        message: `The alert ${cleanText(name)} is resolved but does not say when.`,
        weight: 'warning',
        place: { file, path: `${path}.endsAt` },
      })
    }
  }
  return problems
}

function alertEvents(alert: Alert): TimelineEvent[] {
  const start = alert.startsAt ?? alert.resolvedAt
  if (start === null) return []
  const origin = originOf(alert)
  const detail = alert.summary === null ? '' : ` \u2013 ${escapeMarkdown(alert.summary)}`
  const event = (at: typeof start, state: 'firing' | 'resolved'): TimelineEvent => ({
    id: `${ID}:${origin.ref}:${state}`,
    at,
    text: `Alert ${state === 'firing' ? 'fires' : 'resolved'}: ${escapeMarkdown(alert.name)}${detail}`,
    actor: null,
    thread: null,
    origin,
    what: { kind: 'alert', name: cleanText(alert.name), state, key: cleanText(alert.fingerprint), labels: alert.labels },
    mark: DETAIL,
  })
  const firing = alert.startsAt === null ? [] : [event(alert.startsAt, 'firing')]
  return alert.resolvedAt === null ? firing : [...firing, event(alert.resolvedAt, 'resolved')]
}

/** The same fingerprint fires again with another start: together they name one firing. */
function originOf(alert: Alert): Origin {
  return { source: ID, ref: `${cleanText(alert.fingerprint)}:${alert.startsAt ?? ''}`, url: alert.generatorUrl, label: `Alert ${cleanText(alert.name)}` }
}

function silenceEvents(silence: Silence, people: GatheredPeople): TimelineEvent[] {
  if (silence.startsAt === null) return []
  const name =
    silence.matchers['alertname'] ??
    Object.entries(silence.matchers)
      .map(([label, value]) => `${label}=${value}`)
      .join(', ')
  const comment = silence.comment === null ? '' : ` \u2013 ${escapeMarkdown(silence.comment)}`
  return [
    {
      id: `${ID}:silence:${cleanText(silence.id)}`,
      at: silence.startsAt,
      text: `Alert silenced: ${escapeMarkdown(name)}${comment}`,
      actor: silence.createdBy === null ? null : people.add({ ref: silence.createdBy, name: silence.createdBy }),
      thread: null,
      origin: { source: ID, ref: `silence:${cleanText(silence.id)}`, url: null, label: 'Alertmanager silence' },
      what: { kind: 'alert', name: cleanText(name), state: 'silenced', key: cleanText(silence.id), labels: silence.matchers },
      mark: DETAIL,
    },
  ]
}

/** How bad a severity label's usual values are, worst first. Whatever is not here comes after them. */
const WORST_FIRST = ['disaster', 'emergency', 'page', 'critical', 'crit', 'high', 'error', 'major', 'warning', 'warn', 'minor', 'info', 'none']

/** An alert's severity is its rule's, not the incident's: so it is inferred, from the worst. */
function severityOf(alerts: readonly Alert[]): Fact<string> | null {
  const rank = ({ labels }: Alert): number =>
    (WORST_FIRST.indexOf((labels['severity'] ?? '').toLowerCase()) + WORST_FIRST.length + 1) % (WORST_FIRST.length + 1)
  const [worst] = alerts.filter(({ labels }) => (labels['severity'] ?? '').trim() !== '' && labels['severity'] !== 'none').toSorted((a, b) => rank(a) - rank(b))
  if (worst === undefined) return null
  const evidence = alertEvents(worst)
    .slice(0, 1)
    .map(({ id }) => id)
  return inferred(cleanText(worst.labels['severity'] ?? '').trim(), originOf(worst), 'alert-severity', evidence)
}

/** Labels that name what is broken; the first that an alert has counts. Only `service` says so outright. */
const SERVICE_LABELS = ['service', 'service_name', 'app', 'application', 'component']

function servicesOf(alerts: readonly Alert[]): Fact<string>[] {
  const services = new Map<string, Fact<string>>()
  for (const alert of alerts) {
    const label = SERVICE_LABELS.find((name) => cleanText(alert.labels[name] ?? '').trim() !== '')
    if (label === undefined) continue
    const name = cleanText(alert.labels[label] ?? '').trim()
    if (!services.has(name)) services.set(name, label === 'service' ? stated(name, originOf(alert)) : inferred(name, originOf(alert), 'alert-label'))
  }
  return [...services.values()]
}

function linksOf(notifications: readonly Notification[], alerts: readonly Alert[]): Fact<Link>[] {
  const links = new Map<string, Fact<Link>>()
  const add = (kind: Link['kind'], title: string, url: string | null, origin: Origin): void => {
    if (url !== null && !links.has(url)) links.set(url, stated({ kind, title, url }, origin))
  }
  for (const alert of alerts) {
    const name = cleanText(alert.name)
    add('runbook', `Runbook ${name}`, alert.runbookUrl, originOf(alert))
    add('dashboard', `Dashboard ${name}`, alert.dashboardUrl, originOf(alert))
    add('alert', `Alert ${name}`, alert.generatorUrl, originOf(alert))
  }
  for (const { externalUrl } of notifications) {
    add('alert', 'Alertmanager', externalUrl, { source: ID, ref: 'notification', url: externalUrl, label: 'Alertmanager' })
  }
  return [...links.values()]
}
