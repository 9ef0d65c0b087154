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
  type GatheredPeople,
  type Link,
  type Origin,
  type Problem,
  type Raw,
  type Reading,
  type Recognition,
  type TimelineEvent,
} from '@blamefree/core'
import { momentsIn, type Moment } from './schema.ts'

const ID = 'grafana'

/** Certain for webhooks with an `orgId` or a rule, and for annotations. */
export function recognise(raw: Raw): Recognition {
  return peekJson(raw).some((value) => momentsIn(value).length > 0) ? 'certain' : 'no'
}

/** Alerts that fire and resolve, and annotations. A repeated notification adds nothing. */
export function read(raw: Raw): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const people = gatherPeople(ID)
  const moments: Moment[] = []
  for (const { value, file, line } of documents) {
    const found = momentsIn(value)
    if (found.length === 0) {
      const message = 'This is JSON, but no webhook of Grafana with alerts, and no annotations.'
      problems.push({
        code: 'grafana/shape',
        message,
        hint: 'Give the body of a webhook, or what /api/annotations answers.',
        weight: 'error',
        place: { file, line },
      })
    }
    if (found.some(({ at }) => at === null)) {
      const message = 'An alert of Grafana does not say when it changed, so it is not on the timeline.'
      problems.push({ code: 'grafana/no-time', message, hint: 'Add what /api/annotations answers.', weight: 'warning', place: { file, line } })
    }
    moments.push(...found)
  }
  const alerts = moments.filter(({ state }) => state !== null)
  const severe = alerts.find(({ labels }) => cleanText(labels['severity'] ?? '').trim() !== '')
  const severity = severe === undefined ? null : inferred(cleanText(severe.labels['severity'] ?? '').trim(), originOf(severe), 'alert-severity')
  const facts = { severity, services: servicesOf(alerts), links: linksOf(moments), events: moments.flatMap((moment) => eventsOf(moment, people)) }
  return newReading(ID, raw, { ...facts, people: people.list() }, problems)
}

function originOf(moment: Moment): Origin {
  return { source: ID, ref: cleanText(moment.ref), url: moment.url, label: moment.state === null ? 'Grafana annotation' : `Alert ${cleanText(moment.name)}` }
}

function eventsOf(moment: Moment, people: GatheredPeople): TimelineEvent[] {
  const { at, state, name, text, labels } = moment
  if (at === null) return []
  const origin = originOf(moment)
  const detail = text === null ? '' : foreignInline(text)
  const event = { id: `${ID}:${origin.ref}`, at, thread: null, origin, mark: DETAIL }
  const actor = moment.author === null ? null : people.add({ ref: moment.author, name: moment.author })
  if (state === null)
    return [{ ...event, actor, text: detail === '' ? escapeMarkdown(cleanText(name)) : detail, what: { kind: 'action', action: 'annotated' } }]
  const sentence = `Alert ${state === 'firing' ? 'fires' : 'resolved'}: ${escapeMarkdown(name)}${detail === '' ? '' : ` \u2013 ${escapeMarkdown(text ?? '')}`}`
  return [{ ...event, actor: null, text: sentence, what: { kind: 'alert', name: cleanText(name), state, key: cleanText(moment.key), labels } }]
}

function servicesOf(moments: readonly Moment[]): Fact<string>[] {
  const services = new Map<string, Fact<string>>()
  for (const moment of moments) {
    const name = cleanText(moment.labels['service'] ?? '').trim()
    if (name !== '' && !services.has(name)) services.set(name, stated(name, originOf(moment)))
  }
  return [...services.values()]
}

function linksOf(moments: readonly Moment[]): Fact<Link>[] {
  const links = new Map<string, Fact<Link>>()
  for (const moment of moments) {
    const name = cleanText(moment.name)
    if (moment.runbookUrl !== null)
      links.set(moment.runbookUrl, stated({ kind: 'runbook', title: `Runbook ${name}`, url: moment.runbookUrl }, originOf(moment)))
    if (moment.url !== null) links.set(moment.url, stated({ kind: 'dashboard', title: `Grafana ${name}`, url: moment.url }, originOf(moment)))
  }
  return [...links.values()]
}
