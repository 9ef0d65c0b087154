import { DETAIL, foreignInline, isRecord, shortHash, type Instant, type TimelineEvent } from '@blamefree/core'
import { listOf, objectOf, textOf, wrong, type Path } from './known-keys.ts'
import { momentOf } from './moments.ts'
import type { Desk } from './desk.ts'

/** A line with its time in front: `15:43 Chris took the lead`, `2026-03-04 09:00 Deploy started`. */
const LINE = /^(?:(\d{4}-\d\d-\d\d)(?:[T ]|, ?))?(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?\s*(?:[-\u2013\u2014:|]\s+)?(\S[^]*)$/

/** The lines that people wrote: key, unless they say otherwise. A time without a day is on the day of the line before it, or the next day once it runs backwards. */
export function timelineOf(value: unknown, desk: Desk): TimelineEvent[] {
  const events: TimelineEvent[] = []
  let date = desk.clock.date
  const seen = new Map<string, number>()
  for (const [index, entry] of listOf(value).entries()) {
    const path = ['incident', 'timeline', index]
    const line = lineOf(entry, path, desk)
    if (line === null) continue
    const named = /^\s*(\d{4}-\d\d-\d\d)/.exec(line.when)?.[1]
    date = named ?? date
    const first = momentOf(line.when, { ...desk.clock, date }, line.path, desk.page)
    const previous = events.at(-1)?.at
    const at = first !== null && named === undefined && previous !== undefined && first < previous ? overMidnight(first, previous) : first
    if (at === null) continue
    if (at !== first && date !== null) date = nextDay(date)
    const text = foreignInline(line.text)
    if (text === '') continue
    const hash = shortHash(`${at}|${text}`)
    const times = seen.get(hash) ?? 0
    seen.set(hash, times + 1)
    events.push({
      id: `incident-file:${hash}${times === 0 ? '' : `-${times}`}`,
      at,
      text,
      actor: line.by === null ? null : desk.members.find(line.by),
      thread: null,
      origin: desk.originOf(path),
      what: { kind: 'note' },
      mark: line.key ? { level: 'key', rule: 'person' } : DETAIL,
    })
  }
  return events
}

interface Line {
  readonly when: string
  readonly text: string
  readonly by: string | null
  readonly key: boolean
  readonly path: Path
}

function lineOf(entry: unknown, path: Path, { page }: Desk): Line | null {
  if (typeof entry === 'string') {
    const match = LINE.exec(entry.trim())
    if (match !== null) {
      const [, day, time = '', zone, text = ''] = match
      return { when: `${day === undefined ? '' : `${day} `}${time}${zone === undefined ? '' : ` ${zone}`}`, text, by: null, key: true, path }
    }
  }
  if (!isRecord(entry)) {
    wrong(page, path, 'a line such as "15:43 Chris took the lead", or an object with at and text', entry)
    return null
  }
  const object = objectOf(entry, 'event', path, page)
  const { at, text, key } = object ?? {}
  if (typeof at !== 'string' || typeof text !== 'string') {
    wrong(page, path, 'an object with at (a time) and text', typeof at === 'string' ? text : at)
    return null
  }
  if (key !== undefined && typeof key !== 'boolean') wrong(page, [...path, 'key'], 'true or false', key)
  return { when: at, text, by: textOf(object?.['by'], [...path, 'by'], page), key: key !== false, path: [...path, 'at'] }
}

const DAY = 86_400_000

/** A clock that runs backwards by more than half a day has passed midnight; by less, somebody wrote the lines out of order. */
function overMidnight(at: Instant, previous: Instant): Instant {
  const behind = Date.parse(previous) - Date.parse(at)
  return behind > DAY / 2 ? (new Date(Date.parse(at) + DAY).toISOString() as Instant) : at
}

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
