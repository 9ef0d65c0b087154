import { addressAt, instantAt, isRecord, listAt, numberAt, recordAt, shortHash, textAt, textsOf, valueAt, type Instant } from '@blamefree/core'

/** One change of an alert's state, or an annotation that somebody or something wrote (`state` null). */
export interface Moment {
  readonly ref: string
  readonly name: string
  readonly state: 'firing' | 'resolved' | null
  readonly at: Instant | null
  readonly labels: Readonly<Record<string, string>>
  readonly text: string | null
  readonly key: string
  readonly url: string | null
  readonly runbookUrl: string | null
  readonly author: string | null
}

/** Every moment that a document of Grafana's tells of; none when it is not Grafana's. */
export function momentsIn(value: unknown): readonly Moment[] {
  if (Array.isArray(value)) return value.some(isAnnotation) ? value.flatMap(annotationMoments) : []
  if (!isRecord(value)) return []
  if (Array.isArray(value['alerts']) && 'orgId' in value) return listAt(value, 'alerts').flatMap(alertMoments)
  if ('ruleId' in value && textAt(value, 'ruleName') !== null && textAt(value, 'state') !== null) return legacyMoments(value)
  return []
}

const isAnnotation = (value: unknown): boolean =>
  isRecord(value) && numberAt(value, 'time') !== null && 'text' in value && ('dashboardUID' in value || 'dashboardId' in value || 'panelId' in value)

function alertMoments(alert: unknown): Moment[] {
  const labels = textsOf(valueAt(alert, 'labels'))
  const annotations = recordAt(alert, 'annotations')
  const key = textAt(alert, 'fingerprint') ?? shortHash(JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))))
  const start = instantAt(alert, 'startsAt')
  const base = {
    name: textAt(labels, 'alertname') ?? 'Unnamed alert',
    labels,
    text: textAt(annotations, 'summary') ?? textAt(annotations, 'description'),
    key,
    url: addressAt(alert, 'panelURL') ?? addressAt(alert, 'dashboardURL') ?? addressAt(alert, 'generatorURL'),
    runbookUrl: addressAt(annotations, 'runbook_url'),
    author: null,
  }
  const firing: Moment = { ...base, ref: `${key}:${start ?? ''}:firing`, state: 'firing', at: start }
  if (textAt(alert, 'status') !== 'resolved') return [firing]
  return [firing, { ...base, ref: `${key}:${start ?? ''}:resolved`, state: 'resolved', at: instantAt(alert, 'endsAt') }]
}

/** The old alerting's webhook has no time of its own unless the rule's matches carry one, so it may have none. */
function legacyMoments(value: unknown): Moment[] {
  const state = textAt(value, 'state')
  const at = instantAt(value, 'time') ?? instantAt(value, 'timestamp') ?? instantAt(value, 'evalMatches', 0, 'time')
  const key = textAt(value, 'ruleId') ?? ''
  const is = state === 'ok' ? 'resolved' : state === 'alerting' || state === 'no_data' ? 'firing' : null
  const base = {
    name: textAt(value, 'ruleName') ?? '',
    labels: textsOf(valueAt(value, 'tags')),
    text: textAt(value, 'message'),
    key,
    url: addressAt(value, 'ruleUrl'),
  }
  return [{ ...base, ref: `${key}:${at ?? ''}:${state ?? ''}`, state: is, at, runbookUrl: null, author: null }]
}

function annotationMoments(value: unknown): Moment[] {
  const at = instantAt(value, 'time')
  const state = textAt(value, 'newState')
  const name = textAt(value, 'alertName')
  const is = name === null || name === '' ? null : /^alerting/i.test(state ?? '') ? 'firing' : /^(?:ok|normal)/i.test(state ?? '') ? 'resolved' : null
  const key = textAt(value, 'alertId') ?? ''
  const ref = `annotation:${textAt(value, 'id') ?? shortHash(JSON.stringify([at, valueAt(value, 'text')]))}`
  return [
    {
      ref,
      name: name ?? 'Annotation',
      state: is,
      at,
      labels: {},
      text: textAt(value, 'text'),
      key,
      url: null,
      runbookUrl: null,
      author: textAt(value, 'login') ?? textAt(value, 'email'),
    },
  ]
}
