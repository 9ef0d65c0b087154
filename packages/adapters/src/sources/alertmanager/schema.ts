import { addressAt, instantAt, isRecord, listAt, numberAt, recordAt, shortHash, textAt, textsOf, valueAt, type Instant } from '@blamefree/core'

/**
 * One alert as the webhook (prometheus.io/docs/alerting/latest/configuration/#webhook_config), Alertmanager's `/api/v2/alerts` and Prometheus's
 * `/api/v1/alerts` tell of it.
 */
export interface Alert {
  readonly name: string
  readonly state: 'firing' | 'resolved' | 'pending'
  readonly labels: Readonly<Record<string, string>>
  readonly summary: string | null
  readonly startsAt: Instant | null
  /** When it was resolved; null while it fires (the API's `endsAt` of a firing alert is only when it would expire). */
  readonly resolvedAt: Instant | null
  readonly generatorUrl: string | null
  readonly runbookUrl: string | null
  readonly dashboardUrl: string | null
  /** The same for the same labels. */
  readonly fingerprint: string
  /** Where in the payload it stands. */
  readonly path: string
}

/** One silence of `/api/v2/silences`. */
export interface Silence {
  readonly id: string
  readonly createdBy: string | null
  readonly comment: string | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly matchers: Readonly<Record<string, string>>
}

/** A document that is Alertmanager's, in one shape whichever way it came; null for any other. */
export interface Notification {
  readonly alerts: readonly Alert[]
  readonly silences: readonly Silence[]
  readonly truncated: number
  readonly externalUrl: string | null
}

/** Reads a document in any of the known shapes. */
export function notificationOf(value: unknown): Notification | null {
  if (isWebhook(value)) {
    return {
      alerts: listAt(value, 'alerts').map((alert, index) => alertOf(alert, `alerts[${index}]`)),
      silences: [],
      truncated: Math.max(0, Math.trunc(numberAt(value, 'truncatedAlerts') ?? 0)),
      externalUrl: addressAt(value, 'externalURL'),
    }
  }
  const prometheus = listAt(value, 'data', 'alerts')
  if (prometheus.some((alert) => instantAt(alert, 'activeAt') !== null && isRecord(valueAt(alert, 'labels')))) {
    return { ...NOTHING, alerts: prometheus.map((alert, index) => alertOf(alert, `data.alerts[${index}]`)) }
  }
  if (!Array.isArray(value)) return null
  if (value.some(isApiAlert)) return { ...NOTHING, alerts: value.map((alert: unknown, index) => alertOf(alert, `[${index}]`)) }
  if (value.some(isGroup)) return { ...NOTHING, alerts: value.flatMap((group: unknown, at) => groupAlerts(group, at)) }
  if (value.some(isSilence)) return { ...NOTHING, silences: value.map(silenceOf) }
  return null
}

const NOTHING: Notification = { alerts: [], silences: [], truncated: 0, externalUrl: null }

/** Grafana's webhook looks alike, but has an `orgId` and no version 4. */
function isWebhook(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value['alerts']) || 'orgId' in value) return false
  const grouped = isRecord(value['groupLabels']) && isRecord(value['commonLabels'])
  return (grouped || textAt(value, 'version') === '4') && typeof value['receiver'] === 'string'
}

const isApiAlert = (value: unknown): boolean =>
  isRecord(valueAt(value, 'labels')) &&
  textAt(value, 'fingerprint') !== null &&
  instantAt(value, 'startsAt') !== null &&
  !Object.hasOwn(value as object, 'status.id')

const isGroup = (value: unknown): boolean => listAt(value, 'alerts').some(isApiAlert) && isRecord(valueAt(value, 'labels'))

const isSilence = (value: unknown): boolean =>
  Array.isArray(valueAt(value, 'matchers')) && textAt(value, 'createdBy') !== null && instantAt(value, 'startsAt') !== null

const groupAlerts = (group: unknown, at: number): Alert[] => listAt(group, 'alerts').map((alert, index) => alertOf(alert, `[${at}].alerts[${index}]`))

function alertOf(value: unknown, path: string): Alert {
  const labels = textsOf(valueAt(value, 'labels'))
  const status = textAt(value, 'status') ?? textAt(value, 'state')
  const state = status === 'resolved' ? 'resolved' : status === 'pending' ? 'pending' : 'firing'
  const annotations = recordAt(value, 'annotations')
  const first = (...names: string[]): string | null => names.map((name) => textAt(annotations, name)).find((text) => text !== null) ?? null
  const address = (...names: string[]): string | null => names.map((name) => addressAt(annotations, name)).find((url) => url !== null) ?? null
  return {
    name: textAt(labels, 'alertname') ?? 'Unnamed alert',
    state,
    labels,
    summary: first('summary', 'description', 'message', 'title'),
    startsAt: instantAt(value, 'startsAt') ?? instantAt(value, 'activeAt'),
    resolvedAt: state === 'resolved' ? instantAt(value, 'endsAt') : null,
    generatorUrl: addressAt(value, 'generatorURL'),
    runbookUrl: address('runbook_url', 'runbook', 'runbookUrl'),
    dashboardUrl: address('dashboard_url', 'dashboard', 'dashboardUrl', 'grafana_url'),
    fingerprint: textAt(value, 'fingerprint') ?? shortHash(JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
    path,
  }
}

function silenceOf(value: unknown): Silence {
  const matchers = listAt(value, 'matchers').map((matcher) => [textAt(matcher, 'name') ?? '', textAt(matcher, 'value') ?? ''] as const)
  return {
    id: textAt(value, 'id') ?? shortHash(JSON.stringify(matchers)),
    createdBy: textAt(value, 'createdBy'),
    comment: textAt(value, 'comment'),
    startsAt: instantAt(value, 'startsAt'),
    endsAt: instantAt(value, 'endsAt'),
    matchers: Object.fromEntries(matchers.filter(([name]) => name !== '')),
  }
}
