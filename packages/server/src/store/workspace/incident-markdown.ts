import { escapeMarkdown } from '@blamefree/core'
import type pg from 'pg'
import { streamRows } from './row-files.ts'

interface IncidentLine {
  readonly title: string
  readonly private: boolean
  readonly day: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** One value with where it is from, as `facts` keeps it. */
interface KeptFact {
  readonly value: unknown
  readonly basis?: string
  readonly rule?: string | null
  readonly origin?: { readonly source?: string; readonly label?: string | null; readonly url?: string | null }
}

/** An incident for people: what is known and from where, what happened, who was there, what is to be done. Import does not read it. */
export async function* incidentMarkdown(client: pg.Client, incident: string): AsyncGenerator<string> {
  const { rows } = await client.query<IncidentLine>(`select title, private, to_char(happened_at, 'YYYY-MM-DD') as day, facts from incident where id = $1`, [
    incident,
  ])
  const [line] = rows
  if (line === undefined) return
  yield `# ${oneLine(line.title) || 'Incident'}\n\n${line.day}${line.private ? '. **Private:** only the people in access.json may see it.' : ''}\n`
  const people = await client.query<{ id: string; name: string }>('select id, name from incident_person where incident_id = $1', [incident])
  const names = new Map(people.rows.map(({ id, name }) => [id, name]))
  yield* facts(line.facts, names)
  yield* timeline(client, incident, names)
  yield* listed(
    client,
    'Corrections',
    `select format('%s: %s (said by %s on %s%s)', path, coalesce(value::text, 'taken away'), coalesce((select name from member where id = made_by), made_by), to_char(made_at, 'YYYY-MM-DD HH24:MI'), case when undone_at is null then '' else ', undone' end) as text from correction where incident_id = $1 order by made_at, id`,
    incident,
  )
  yield* listed(
    client,
    'Follow-ups',
    `select format('[%s] %s%s%s', outcome, text, coalesce(', ' || owner_name, ''), coalesce(', due ' || due, '')) as text from follow_up where incident_id = $1 and removed_at is null order by created_at, id`,
    incident,
  )
  yield* listed(
    client,
    'People',
    `select format('%s%s', name, coalesce(' (' || handle || ')', '')) as text from incident_person where incident_id = $1 order by lower(name), id`,
    incident,
  )
}

/** What has a part of the page of its own. */
const ELSEWHERE = new Set(['title', 'summary', 'followUps', 'people', 'events'])
/** What people look for first; the rest follows by name. */
const FIRST = ['severity', 'type', 'status', 'services', 'roles', 'timestamps', 'fields', 'links']

function* facts(known: IncidentLine['facts'], names: ReadonlyMap<string, string>): Generator<string> {
  const { summary } = known
  const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  const rows = Object.entries(known)
    .filter(([name]) => !ELSEWHERE.has(name))
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .flatMap(([name, value]) => factRows(name, value, names))
  // The summary is Markdown that its source has made safe.
  if (isFact(summary)) yield `\n## Summary\n\n${String(summary.value).trim()}\n`
  if (rows.length > 0) yield `\n## What is known\n\n| what | value | from |\n|---|---|---|\n${rows.join('')}`
}

/** Rows for a fact, for a list of them, for facts by name; nothing for the rest. */
function factRows(name: string, value: unknown, names: ReadonlyMap<string, string>): string[] {
  if (isFact(value)) return [`| ${cell(name)} | ${cell(shown(value.value, names))} | ${cell(from(value))} |\n`]
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (isFact(one) ? factRows(name, one, names) : []))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => (isFact(one) || Array.isArray(one) ? factRows(`${name}: ${key}`, one, names) : []))
  return []
}

const isFact = (value: unknown): value is KeptFact => typeof value === 'object' && value !== null && 'value' in value && 'origin' in value

function shown(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return names.get(value) ?? value
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, title, url, text } = value as Readonly<Record<string, unknown>>
  const said = [name, title, text, url].filter((part) => typeof part === 'string')
  return said.length === 0 ? JSON.stringify(value) : said.join(', ')
}

function from({ origin, basis, rule }: KeptFact): string {
  const said = origin?.label ?? origin?.source ?? ''
  return basis === 'inferred' ? `${said} (inferred: ${rule ?? 'by a rule'})` : said
}

async function* timeline(client: pg.Client, incident: string, names: ReadonlyMap<string, string>): AsyncGenerator<string> {
  const events = streamRows<{ at: string; actor: string | null; text: string; level: string; edited: boolean }>(
    client,
    `select to_char(at, 'YYYY-MM-DD HH24:MI:SS') as at, actor, text, level, edited_at is not null as edited from event where incident_id = $1 order by at, position, id collate "C"`,
    [incident],
  )
  let any = false
  for await (const { at, actor, text, level, edited } of events) {
    if (!any) yield '\n## Timeline\n\nTimes are in UTC. Key events are bold.\n\n'
    any = true
    const when = level === 'key' ? `**${at}**` : at
    // The text is Markdown that its source has made safe.
    yield `- ${when} ${actor === null ? '' : `${oneLine(names.get(actor) ?? actor)}: `}${text.replaceAll(/\s*\n\s*/g, ' ')}${edited ? ' (edited; timeline.jsonl has the original)' : ''}\n`
  }
}

async function* listed(client: pg.Client, title: string, question: string, incident: string): AsyncGenerator<string> {
  let any = false
  for await (const { text } of streamRows<{ text: string }>(client, question, [incident])) {
    if (!any) yield `\n## ${title}\n\n`
    any = true
    yield `- ${oneLine(text)}\n`
  }
}

const oneLine = (text: string): string => escapeMarkdown(text.replaceAll(/\s+/g, ' ').trim())
const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|')
