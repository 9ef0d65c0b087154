import { Temporal } from 'temporal-polyfill'
import { DETAIL, NO_FACTS, parseInstant, type Incident, type Instant, type Origin, type Person, type TimelineEvent, type What } from '../src/index.ts'

/** A message or typed event to make an incident of. */
export interface Line {
  readonly at: Instant
  readonly who: string | null
  readonly text: string
  readonly what?: What
  readonly bot?: boolean
  readonly pinned?: boolean
  readonly inThread?: boolean
}

/** An incident made of these lines, as assembling a chat's reading would give it: nothing is known but people and events. */
export function madeIncident(lines: readonly Line[], zone: string): Incident {
  const people = new Map<string, Person>()
  let root: string | null = null
  const events = lines.map((line, index): TimelineEvent => {
    const id = `made:${index}`
    if (line.who !== null && !people.has(line.who)) people.set(line.who, person(line.who, line.bot ?? false))
    const thread = line.inThread === true ? root : null
    if (line.inThread !== true && line.what === undefined) root = id
    const actor = line.who === null ? null : `made:${line.who}`
    const origin: Origin = { source: 'made', ref: String(index), url: null, label: 'a made-up message' }
    return { id, at: line.at, text: line.text, actor, thread, origin, what: line.what ?? message(line), mark: DETAIL }
  })
  const origin: Origin = { source: 'made', ref: 'zone', url: null, label: 'a made-up record' }
  return {
    ...NO_FACTS,
    schemaVersion: 1,
    id: 'made',
    people: [...people.values()],
    events,
    zone: { value: zone, origin, basis: 'stated', rule: null, evidence: [] },
  }
}

/** A local day and time in a zone as an instant. */
export function localInstant(date: string, time: string, zone: string): Instant {
  const text = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString()
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`Not a moment: ${date} ${time} ${zone}`)
  return instant
}

/** The local time of an instant, `14:05`. */
export function localTime(at: Instant, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
}

function message(line: Line): What {
  return {
    kind: 'message',
    channel: 'inc',
    bot: line.bot ?? false,
    pinned: line.pinned ?? false,
    broadcast: false,
    edited: false,
    reactions: [],
    attachments: [],
  }
}

function person(name: string, bot: boolean): Person {
  return { id: `made:${name}`, name, handle: name.toLowerCase().replaceAll(' ', '.'), email: null, zone: null, bot, accounts: [`made:${name}`] }
}
