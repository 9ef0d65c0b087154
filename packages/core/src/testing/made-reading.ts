import { DETAIL, type Reaction, type TimelineEvent, type What } from '../event.ts'
import { NO_FACTS, type Facts } from '../incident.ts'
import type { Instant } from '../instant.ts'
import type { Person } from '../person.ts'
import type { Reading } from '../source.ts'

/** A reading that a test makes by hand. */
export function madeReading(source: string, facts: Partial<Facts>): Reading {
  return { ...NO_FACTS, ...facts, source, raw: `${source}.json`, problems: [], parts: [] }
}

/** Somebody who is only what a test says. */
export function madePerson(id: string, known: Partial<Person>): Person {
  return { id, name: id, handle: null, email: null, zone: null, bot: false, accounts: [id], ...known }
}

/** What a test says of a message. */
export interface MadeMessage {
  readonly text?: string
  readonly actor?: string | null
  readonly edited?: boolean
  readonly bot?: boolean
  readonly reactions?: readonly Reaction[]
}

/** A message in the channel `inc`. */
export function messageEvent(id: string, at: Instant, { text = '', actor = null, edited = false, bot = false, reactions = [] }: MadeMessage): TimelineEvent {
  return typedEvent(id, at, { kind: 'message', channel: 'inc', bot, pinned: false, broadcast: false, edited, reactions, attachments: [] }, { text, actor })
}

/** An event of any kind. */
export function typedEvent(id: string, at: Instant, what: What, { text = '', actor = null }: MadeMessage = {}): TimelineEvent {
  const [source = '', ...ref] = id.split(':')
  return { id, at, text, actor, thread: null, origin: { source, ref: ref.join(':'), url: null, label: `${source} event` }, what, mark: DETAIL }
}
