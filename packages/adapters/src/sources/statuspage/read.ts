import {
  DETAIL,
  cleanText,
  escapeMarkdown,
  foreignInline,
  foreignMarkdown,
  inferred,
  newReading,
  peekJson,
  readJson,
  stated,
  wordsOfHtml,
  type Fact,
  type Facts,
  type Instant,
  type Origin,
  type Part,
  type Problem,
  type Raw,
  type ReadOptions,
  type Reading,
  type Recognition,
  type TimelineEvent,
} from '@blamefree/core'
import { incidentsIn, type StatusIncident, type Update } from './schema.ts'

const ID = 'statuspage'

/** Certain for anything with updates and a field that only Statuspage has. */
export function recognise(raw: Raw): Recognition {
  return peekJson(raw).some((value) => incidentsIn(value).length > 0) ? 'certain' : 'no'
}

/** One incident's own facts. Of a page with several, `channels` (their ids or names), `from` and `to` choose; otherwise the latest is taken, and a problem lists them. */
export function read(raw: Raw, options: ReadOptions = {}): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const all = new Map<string, StatusIncident>()
  for (const { value, file, line } of documents) {
    const found = incidentsIn(value)
    if (found.length === 0) {
      const message = 'This is JSON, but holds no incident of Statuspage (an object with incident_updates).'
      problems.push({
        code: 'statuspage/shape',
        message,
        hint: 'Give what /api/v2/incidents.json answers, or one incident of it.',
        weight: 'error',
        place: { file, line },
      })
    }
    for (const incident of found) all.set(incident.id, incident)
  }
  const incidents = [...all.values()]
  const chosen = choose(incidents, options, problems, raw.name)
  const parts = incidents.length > 1 ? incidents.map(partOf) : []
  return { ...newReading(ID, raw, chosen === null ? {} : factsOf(chosen), problems), parts }
}

function choose(incidents: readonly StatusIncident[], options: ReadOptions, problems: Problem[], file: string): StatusIncident | null {
  const { channels, from, to } = options
  const wanted = incidents.filter((incident) => {
    const start = startOf(incident)
    const named = channels === undefined || channels.includes(incident.id) || (incident.name !== null && channels.includes(incident.name))
    return named && (from === undefined || start === null || start >= from) && (to === undefined || start === null || start < to)
  })
  if (wanted.length === 0 && incidents.length > 0) {
    problems.push({
      code: 'statuspage/none-chosen',
      message: `None of the ${incidents.length} incidents here is the one that was asked for.`,
      weight: 'error',
      place: { file },
    })
  }
  const [latest = null] = wanted.toSorted((a, b) => ((startOf(a) ?? '') > (startOf(b) ?? '') ? -1 : 1))
  if (wanted.length > 1) {
    const list = wanted.slice(0, 5).map(({ id, name }) => `${cleanText(id).slice(0, 40)} (${cleanText(name ?? 'without a name').slice(0, 50)})`)
    problems.push({
      code: 'statuspage/several-incidents',
      message: `There are ${wanted.length} incidents here, and the latest is taken: ${list.join(', ')}${wanted.length > 5 ? ' \u2026' : ''}.`,
      hint: 'Choose one with its id, or with a time window.',
      weight: 'warning',
      place: { file },
    })
  }
  return latest
}

const startOf = (incident: StatusIncident): Instant | null => incident.startedAt ?? incident.scheduledFor ?? incident.createdAt

function partOf(incident: StatusIncident): Part {
  const instants = incident.updates.flatMap(({ at }) => at ?? []).toSorted()
  return {
    id: incident.id,
    name: cleanText(incident.name ?? incident.id),
    messages: incident.updates.length,
    from: startOf(incident),
    to: incident.resolvedAt ?? instants.at(-1) ?? null,
  }
}

function factsOf(incident: StatusIncident): Partial<Facts> {
  const origin: Origin = { source: ID, ref: cleanText(incident.id), url: incident.url, label: 'Status page incident' }
  const said = (text: string | null): Fact<string> | null => (text === null || cleanText(text).trim() === '' ? null : stated(cleanText(text).trim(), origin))
  const impact = incident.impact?.toLowerCase()
  const postmortem = incident.postmortem === null ? '' : foreignMarkdown(incident.postmortem)
  return {
    title: said(incident.name),
    summary: postmortem === '' ? null : inferred(postmortem, origin, 'status-page-postmortem'),
    status: said(incident.status),
    severity: impact === 'none' || impact === 'maintenance' ? null : said(incident.impact),
    services: [...new Set(incident.components.map((name) => cleanText(name).trim()))].filter((name) => name !== '').map((name) => stated(name, origin)),
    fields: {
      ...(incident.scheduledFor === null ? {} : { 'scheduled-for': stated(incident.scheduledFor, origin) }),
      ...(incident.scheduledUntil === null ? {} : { 'scheduled-until': stated(incident.scheduledUntil, origin) }),
    },
    timestamps: timestampsOf(incident, origin),
    links: [stated({ kind: 'status-page', title: 'Status page', url: incident.url }, origin)],
    events: incident.updates.flatMap((update) => eventsOf(update, origin)),
  }
}

/** A fix that is being watched is a fix; where the page was never set to monitoring, the end is all that it says. */
function timestampsOf(incident: StatusIncident, origin: Origin): Facts['timestamps'] {
  const identified = incident.updates
    .filter(({ status, at }) => status === 'identified' && at !== null)
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))[0]
  const evidence = identified === undefined ? [] : [eventId(origin, identified)]
  const { startedAt, createdAt, monitoringAt, resolvedAt } = incident
  return {
    ...(startedAt === null ? {} : { 'impact-started': stated(startedAt, origin) }),
    ...(createdAt === null ? {} : { reported: inferred(createdAt, origin, 'status-page-created') }),
    ...(identified?.at === undefined || identified.at === null ? {} : { identified: stated(identified.at, origin, evidence) }),
    ...(monitoringAt === null
      ? resolvedAt === null
        ? {}
        : { fixed: inferred(resolvedAt, origin, 'status-page-resolved') }
      : { fixed: inferred(monitoringAt, origin, 'status-page-monitoring') }),
    ...(resolvedAt === null ? {} : { closed: stated(resolvedAt, origin) }),
  }
}

const eventId = (origin: Origin, update: Update): string => `${ID}:${origin.ref}:${cleanText(update.id)}`

function eventsOf(update: Update, origin: Origin): TimelineEvent[] {
  const { at } = update
  if (at === null) return []
  const id = eventId(origin, update)
  const event = { at, actor: null, thread: null, origin, mark: DETAIL }
  const words = update.body === null ? '' : bodyText(update.body)
  const status = update.status === null ? null : cleanText(update.status)
  const text = words === '' ? escapeMarkdown(`Status: ${status ?? 'updated'}`) : words
  const changes = update.components.flatMap((component, index): TimelineEvent[] => {
    const [name, from, to] = [component.name, component.from, component.to].map((word) => (word === null ? null : cleanText(word).replaceAll('_', ' ').trim()))
    if (from === to || to === null || to === undefined || name === null || name === undefined || name === '') return []
    const sentence = `${escapeMarkdown(name)}: ${from === null || from === undefined ? '' : `${escapeMarkdown(from)} \u2192 `}${escapeMarkdown(to)}`
    return [{ ...event, id: `${id}:component-${index}`, text: sentence, what: { kind: 'change', field: 'component', from: from ?? null, to } }]
  })
  return [{ ...event, id, text, what: { kind: 'update', status } }, ...changes]
}

/** Pages hold HTML, Markdown and plain text; of HTML the words are kept, a line for each block. */
function bodyText(body: string): string {
  return /<\/?[a-z][^>]*>/i.test(body) ? escapeMarkdown(wordsOfHtml(body)) : foreignInline(body)
}
