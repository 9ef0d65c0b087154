import type { BlockContent, PhrasingContent } from 'mdast'
import type { TimelineEvent } from '../event.ts'
import { mostTelling } from '../judge/most-telling.ts'
import { parseInlines } from '../markdown.ts'
import { safeUrl } from '../safe-url.ts'
import { spend, type Filling } from '../template/filling.ts'
import { container, linkNode, paragraph, personNode, placeholder, table, text } from '../template/nodes.ts'
import { clockText, dateText, elapsedText, zoneLabel } from '../time.ts'
import { isOn, type Attributes, type Block } from './block.ts'

const COLUMNS = ['time', 'event', 'who', 'source'] as const
type Column = (typeof COLUMNS)[number]
const TITLES: Readonly<Record<Column, string>> = { time: 'Timestamp', event: 'Event', who: 'Who', source: 'Source' }

/** The story of the incident: `12:07:00 (+7mins)` and what happened. */
export const timeline: Block = {
  name: 'timeline',
  sentence: 'What happened, in order: the time of day, the time since the notional start, the event. Each row leads back to where the record has it.',
  example: '::timeline{events=key columns=time,event,source}',
  attributes: [
    { name: 'events', sentence: 'Only key events (where nothing is said), or all.', values: ['key', 'all'] },
    { name: 'limit', sentence: 'How many rows at most: the first, the last, and the most telling ones between them.', values: 'number' },
    { name: 'columns', sentence: 'Which columns, in this order; `time,event` where nothing is said.', values: COLUMNS, many: true },
    { name: 'links', sentence: 'Whether each time links to where the record has the event.', values: ['true', 'false'] },
    { name: 'names', sentence: 'Whether a message says who wrote it.', values: ['true', 'false'] },
  ],
  fill: (attributes, filling) => [container('timeline', attributes, filling.blank ? [blankTable(columnsOf(attributes))] : filled(attributes, filling))],
}

function columnsOf(attributes: Attributes): Column[] {
  const wanted = (attributes['columns'] ?? '').split(',').map((name) => name.trim())
  const known = wanted.flatMap((name) => COLUMNS.find((column) => column === name) ?? [])
  return known.length === 0 ? ['time', 'event'] : known
}

function filled(attributes: Attributes, filling: Filling): BlockContent[] {
  const { incident } = filling
  const wanted = incident.events.filter(({ mark, what }) => (attributes['events'] === 'all' ? what.kind !== 'membership' : mark.level === 'key'))
  const limit = Number(attributes['limit'] ?? Number.POSITIVE_INFINITY)
  const events = mostTelling(wanted, Number.isNaN(limit) ? wanted.length : limit)
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return [paragraph(placeholder('No event is in the record yet.'))]
  const rest = wanted.length - events.length
  return [
    paragraph(text(zoneSentence(first, last, filling))),
    eventTable(events, attributes, filling),
    ...(rest === 0 ? [] : [paragraph(text(`${rest} more ${rest === 1 ? 'event is' : 'events are'} in the record.`))]),
  ]
}

/** The day and the zone, once: `November 10, 2022. All times are in UTC.` Where the clocks change in between, both names. */
function zoneSentence(first: TimelineEvent, last: TimelineEvent, { zone }: Filling): string {
  const labels = [...new Set([zoneLabel(first.at, zone), zoneLabel(last.at, zone)])].join(', then ')
  const [from, to] = [dateText(first.at, zone), dateText(last.at, zone)]
  return `${from === to ? from : `${from} to ${to}`}. All times are in ${labels}.`
}

function eventTable(events: readonly TimelineEvent[], attributes: Attributes, filling: Filling): BlockContent {
  const columns = columnsOf(attributes)
  const rows: PhrasingContent[][][] = [columns.map((column) => [text(TITLES[column])])]
  const row = { filling, links: isOn(attributes, 'links', true), names: isOn(attributes, 'names', true) && !columns.includes('who') }
  const dates = events.map(({ at }) => dateText(at, filling.zone))
  const spansDays = dates[0] !== dates.at(-1)
  let words: PhrasingContent[][] = []
  for (const [index, event] of events.entries()) {
    if (index % AT_ONCE === 0 && columns.includes('event')) words = parseInlines(events.slice(index, index + AT_ONCE).map((one) => one.text))
    if (!spend(filling, columns.length * 4)) break
    const date = dates[index] ?? ''
    if (spansDays && date !== dates[index - 1]) rows.push(columns.map((_, place) => (place === 0 ? [{ type: 'strong', children: [text(date)] }] : [])))
    rows.push(columns.map((column) => CELLS[column](event, { ...row, words: words[index % AT_ONCE] ?? [] })))
  }
  return table(rows)
}

/** How many events' words are read at once. */
const AT_ONCE = 100

interface Row {
  readonly filling: Filling
  /** What the event says. */
  readonly words: PhrasingContent[]
  readonly links: boolean
  readonly names: boolean
}

const CELLS: Readonly<Record<Column, (event: TimelineEvent, row: Row) => PhrasingContent[]>> = {
  time: ({ id, at, origin }, { filling, links }) => {
    const elapsed = filling.start === null ? '' : elapsedText(filling.start, at)
    const label = `${clockText(at, filling.zone)}${elapsed === '' ? '' : ` (${elapsed})`}`
    const node: PhrasingContent = { type: 'textDirective', name: 'event', attributes: { id, at }, children: [text(label)] }
    const url = links && origin.url !== null ? safeUrl(origin.url) : null
    return [url === null ? node : { type: 'link', url, title: null, children: [node] }]
  },
  event: (event, { filling, names, words: said }) => {
    const words = wordsOf(event, said)
    const person = event.actor === null || !names || !isSaid(event) ? undefined : filling.people.get(event.actor)
    return person === undefined ? words : [personNode(person, null), text(': '), ...words]
  },
  who: ({ actor }, { filling }) => {
    const person = actor === null ? undefined : filling.people.get(actor)
    return person === undefined ? [] : [personNode(person, null)]
  },
  source: ({ origin }) => [linkNode({ title: origin.label, url: origin.url })],
}

/** Words that somebody said: a reader wants to know who. */
function isSaid({ what }: TimelineEvent): boolean {
  return what.kind === 'message' || what.kind === 'comment'
}

function wordsOf({ what }: TimelineEvent, nodes: PhrasingContent[]): PhrasingContent[] {
  if (nodes.length > 0) return nodes
  const files = what.kind === 'message' ? what.attachments : []
  if (files.length === 0) return [placeholder('no words')]
  return files.flatMap(({ name, url }, index) => [...(index === 0 ? [] : [text(', ')]), linkNode({ title: name === '' ? 'a file' : name, url })])
}

function blankTable(columns: readonly Column[]): BlockContent {
  const cell: Readonly<Record<Column, string>> = { time: '[time]', event: '[what happened]', who: '[name]', source: '[link]' }
  const row = columns.map((column) => [placeholder(cell[column])])
  return table([columns.map((column) => [text(TITLES[column])]), row, row, row])
}
