import {
  DETAIL,
  cleanText,
  decodeText,
  escapeMarkdown,
  gatherPeople,
  instantFromLocal,
  isZone,
  newReading,
  printInline,
  shortHash,
  webAddress,
  type Instant,
  type LocalTime,
  type Problem,
  type Raw,
  type Reading,
  type ReadOptions,
  type Recognition,
  type TimelineEvent,
  withEmoji,
} from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { isConversation } from './conversation.ts'
import { dateOrder, dateOrderProblems } from './date-order.ts'
import { entriesOf, type Entry } from './entries.ts'
import { timedLine, type Day, type TimedLine } from './timed-line.ts'
import { titleOf } from './title.ts'

const ID = 'transcript'
const MOST_BYTES = 50_000_000
const LOOKED_AT = 400

/** Never certain: possible for a text with a line that begins with a time or with somebody's name and a time. */
export function recognise(raw: Raw): Recognition {
  const [file] = raw.files
  if (file === undefined || raw.files.length > 1 || file.size > MOST_BYTES) return 'no'
  const head = file.bytes.subarray(0, 100_000)
  if (head.includes(0)) return 'no'
  const text = decodeText(head)
  if (/^\s*[[{]\s*["[{]/.test(text)) return 'no'
  return text.split('\n', LOOKED_AT).some((line) => timedLine(line.replace(/^> ?/, '').trimEnd()) !== null) ? 'possible' : 'no'
}

/** The lines of a conversation or a timeline. Local times need a zone and a day: written in the text, or given. */
export function read(raw: Raw, options: ReadOptions = {}): Reading {
  const [file] = raw.files
  const fail = (problem: Omit<Problem, 'weight' | 'place'>): Reading => newReading(ID, raw, {}, [{ ...problem, weight: 'error', place: { file: raw.name } }])
  if (file === undefined || raw.files.length > 1)
    return fail({ code: 'transcript/folder', message: 'A transcript is one file of text.', hint: 'Give the file itself.' })
  if (file.size > MOST_BYTES)
    return fail({ code: 'transcript/too-large', message: `${cleanText(raw.name)} is larger than 50 MB.`, hint: 'Give the part about the incident.' })
  const text = decodeText(file.bytes)
  const order = dateOrder(text, givenDay(options.date))
  const { entries, passedOver, leftOut } = entriesOf(text, order.dayFirst)
  if (entries.length === 0) {
    return fail({
      code: 'transcript/no-times',
      message: `${cleanText(raw.name)} has no line with a time.`,
      hint: 'Begin lines with a time (14:05 rollback started), or paste the conversation with its names and times.',
    })
  }
  const problems: Problem[] = [...dateOrderProblems(order, file.path), ...proseProblems(passedOver, file.path), ...leftOutProblems(leftOut, file.path)]
  const people = gatherPeople(ID)
  const seen = new Map<string, number>()
  const clock: Clock = {
    zone: options.zone !== undefined && isZone(options.zone) ? options.zone : null,
    given: givenDay(options.date),
    last: null,
    day: null,
    undated: 0,
    zoneless: 0,
  }
  clock.day = clock.given
  const events: TimelineEvent[] = []
  const conversation = isConversation(entries)
  for (const entry of entries) {
    const at = momentOf(entry, clock, { problems, file: file.path })
    if (entry.who !== null) people.add({ ref: entry.who.toLowerCase(), name: entry.who })
    if (at === null || (options.from !== undefined && at < options.from) || (options.to !== undefined && at >= options.to)) continue
    const actor = entry.who === null ? null : people.add({ ref: entry.who.toLowerCase(), name: entry.who })
    events.push(eventOf(entry, at, { seen, actor, said: entry.line.chat || (conversation && actor !== null) }))
  }
  problems.push(...clockProblems(clock, entries.length, raw))
  return newReading(ID, raw, { events, people: people.list(), title: titleOf(text) }, problems)
}

interface Clock {
  readonly zone: string | null
  readonly given: Day | null
  /** The time of day of the entry before, in minutes. */
  last: { readonly minutes: number } | null
  day: Day | null
  undated: number
  zoneless: number
}

/** The moment of an entry. A time that is much earlier than the one before it is of the next day. */
function momentOf(entry: Entry, clock: Clock, { problems, file }: { problems: Problem[]; file: string }): Instant | null {
  const { line } = entry
  const day = daySaid(line.day ?? entry.heading, clock)
  const minutes = line.hour * 60 + line.minute
  if (day !== null) clock.day = day
  else if (clock.day !== null && clock.last !== null && clock.last.minutes - minutes > 12 * 60) clock.day = dayAfter(clock.day, 1)
  clock.last = { minutes }
  if (clock.day === null || clock.day.year === null) {
    clock.undated++
    return null
  }
  if (line.zone === null && clock.zone === null) clock.zoneless++
  const local: LocalTime = { year: clock.day.year, month: clock.day.month, day: clock.day.day, hour: line.hour, minute: line.minute, second: line.second }
  const reading = instantFromLocal(local, line.zone ?? clock.zone ?? 'UTC')
  if (reading === null || reading.note !== null)
    problems.push(timeProblem(reading?.note ?? null, { line: entry.number, file, zone: line.zone ?? clock.zone ?? 'UTC' }))
  return reading?.instant ?? null
}

function daySaid(said: TimedLine['day'], clock: Clock): Day | null {
  if (said === null) return null
  if (said === 'today') return clock.given
  if (said === 'yesterday') return clock.given === null ? null : dayAfter(clock.given, -1)
  return said.year === null ? { ...said, year: clock.day?.year ?? clock.given?.year ?? null } : said
}

function dayAfter({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day + days))
  return { year: year === null ? null : date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function givenDay(date: string | undefined): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '')
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** `said`: it is a message, and not a line for the timeline. */
function eventOf(
  entry: Entry,
  at: TimelineEvent['at'],
  { seen, actor, said }: { seen: Map<string, number>; actor: string | null; said: boolean },
): TimelineEvent {
  const plain = entry.text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  const text = markdownOf(plain.replace(SHORT_NAMES, withEmoji))
  // Of the text as it came: an event keeps its name, and with it what people did to it, when a later version shows more of its emoji.
  const hash = shortHash(`${at} ${entry.who ?? ''} ${markdownOf(plain)}`)
  const count = seen.get(hash) ?? 0
  seen.set(hash, count + 1)
  const ref = count === 0 ? hash : `${hash}-${count + 1}`
  return {
    id: `${ID}:${ref}`,
    at,
    text: text === '' ? '(no text)' : said || entry.who === null ? text : `${escapeMarkdown(entry.who)}: ${text}`,
    actor,
    thread: null,
    origin: { source: ID, ref, url: null, label: `Transcript, line ${entry.number}` },
    what: said
      ? { kind: 'message', channel: null, bot: false, pinned: false, broadcast: false, edited: entry.edited, reactions: [], attachments: [] }
      : { kind: 'note' },
    mark: said ? DETAIL : { level: 'key', rule: 'note' },
  }
}

/** `:pray:` between spaces, as a chat's text is copied where its emoji are pictures. */
const SHORT_NAMES = /(?<=^|\s)(?::[a-z0-9_+-]{1,60}(?:::skin-tone-[2-6])?:)+(?=$|[\s.,!?)])/gm

/** Somebody's words with their addresses as links, without tokens; nothing else in them is markup. */
function markdownOf(text: string): string {
  if (!text.includes('://')) return escapeMarkdown(text)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => printInline(linked(cleanText(line).trim()), 'block')).join('\\\n')
}

function linked(line: string): PhrasingContent[] {
  return line.split(/(https?:\/\/[^\s<>"'`()[\]|]*[^\s<>"'`()[\]|.,;:!?])/).flatMap((value, index): PhrasingContent[] => {
    const url = index % 2 === 1 ? webAddress(value) : null
    if (url !== null) return [{ type: 'link', url, title: null, children: [{ type: 'text', value: url }] }]
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

function timeProblem(note: 'ambiguous' | 'skipped' | null, { line, file, zone }: { line: number; file: string; zone: string }): Problem {
  const message =
    note === 'ambiguous'
      ? `This time came twice in ${zone}, when daylight saving ended; the earlier is taken.`
      : note === 'skipped'
        ? `This time did not exist in ${zone}, when daylight saving began; it is moved forward.`
        : 'There is no such day or time; the line is left out.'
  return {
    code: `transcript/${note ?? 'no-such'}-time`,
    message,
    ...(note === 'ambiguous' ? { hint: 'Write the offset behind it, 01:30 +01:00.' } : {}),
    weight: 'warning',
    place: { file, line },
  }
}

function proseProblems(lines: readonly number[], file: string): Problem[] {
  const [line] = lines
  if (line === undefined) return []
  const message = `${lines.length === 1 ? 'A line that begins with a time is' : `${lines.length} lines that begin with a time are`} taken for prose of the document, not for ${lines.length === 1 ? 'an event' : 'events'}.`
  return [{ code: 'transcript/prose', message, hint: 'Put events under a heading Timeline, or into a list or table.', weight: 'info', place: { file, line } }]
}

function leftOutProblems(lines: readonly number[], file: string): Problem[] {
  const [line] = lines
  if (line === undefined) return []
  const message =
    lines.length === 1
      ? `Line ${line} has no time that can be read, and is left out.`
      : `${lines.length} lines have no time that can be read, and are left out; the first is line ${line}.`
  const hint = 'Give each a time, or indent those that go on with the line above.'
  return [{ code: 'transcript/left-out', message, hint, weight: 'warning', place: { file, line } }]
}

function clockProblems({ undated, zoneless }: Clock, count: number, raw: Raw): Problem[] {
  const problems: Problem[] = []
  const place = { file: raw.name }
  if (undated > 0) {
    const message = `${undated === count ? 'No line' : `${undated} of ${count} lines`} of ${cleanText(raw.name)} ${undated === count ? 'says' : 'do not say'} which day it was${undated === count ? '' : ', and are left out'}.`
    problems.push({ code: 'transcript/no-date', message, hint: 'Give the day of the first line, such as 2026-03-04.', weight: 'error', place })
  }
  if (zoneless > 0) {
    const message = `The times of ${cleanText(raw.name)} carry no time zone; they are read as UTC.`
    problems.push({ code: 'transcript/no-zone', message, hint: 'Say in which zone they are, such as Europe/London.', weight: 'warning', place })
  }
  return problems
}
