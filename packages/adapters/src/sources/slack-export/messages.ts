import { instantFromMillis, isRecord, listAt, textAt, valueAt, type Instant, type JsonRecord, type Problem } from '@blamefree/core'
import { itemsOf, type Conversation, type Day } from './conversations.ts'

/** A message of a conversation after edits and deletions, with its identity. */
export interface Message {
  /** `1668786080.000300`: identity in its conversation, and time. */
  readonly ts: string
  readonly at: Instant
  readonly record: JsonRecord
}

/** Half-open: from ≤ at < to. */
export interface Window {
  readonly from: Instant | null
  readonly to: Instant | null
}

const TS = /^(\d{1,11})(?:\.(\d{1,6}))?$/

/** Slack's `ts` → the moment, cut to milliseconds; null for anything else. */
export function instantOfTs(ts: unknown): Instant | null {
  const match = typeof ts === 'string' ? TS.exec(ts) : null
  if (match === null) return null
  return instantFromMillis(Number(match[1]) * 1000 + Number((match[2] ?? '').slice(0, 3).padEnd(3, '0')))
}

/**
 * The messages of a conversation in a window, oldest first: an edit replaces what was edited, what was deleted is not there, and a message that is
 * told twice (a reply that was also sent to the channel) comes once.
 */
export function messagesOf(conversation: Conversation, window: Window, problems: Problem[]): readonly Message[] {
  const found = new Map<string, Message>()
  const deleted = new Set<string>()
  const edits: JsonRecord[] = []
  for (const day of conversation.days) {
    if (!mayHold(day, window)) continue
    let without = 0
    for (const item of itemsOf(day.file, problems)) {
      const kept = isRecord(item) && collect(item, { window, found, deleted, edits })
      if (!kept) without++
    }
    if (without > 0) problems.push(withoutTime(without, day))
  }
  for (const edit of edits) applyEdit(edit, window, found)
  for (const ts of deleted) found.delete(ts)
  return [...found.values()].toSorted(byTs)
}

interface Collected {
  readonly window: Window
  readonly found: Map<string, Message>
  readonly deleted: Set<string>
  readonly edits: JsonRecord[]
}

/** False when the record cannot be placed in time. */
function collect(record: JsonRecord, into: Collected): boolean {
  const { ts, subtype } = record
  const at = instantOfTs(ts)
  if (at === null || typeof ts !== 'string') return false
  if (subtype === 'message_changed') into.edits.push(record)
  else if (subtype === 'message_deleted') into.deleted.add(String(record['deleted_ts']))
  else if (subtype === 'tombstone') into.deleted.add(ts)
  else if (inWindow(at, into.window)) {
    const known = into.found.get(ts)
    if (known === undefined) into.found.set(ts, { ts, at, record })
    else if (subtype === 'thread_broadcast') into.found.set(ts, { ts, at, record: { ...known.record, ...record } })
  }
  for (const reply of listAt(record, 'slackdump_thread_replies')) if (isRecord(reply) && reply['ts'] !== ts) collect(reply, into)
  return true
}

function applyEdit(edit: JsonRecord, window: Window, found: Map<string, Message>): void {
  const message = edit['message']
  if (!isRecord(message)) return
  const ts = textAt(message, 'ts')
  const at = instantOfTs(ts)
  if (ts === null || at === null || !inWindow(at, window)) return
  const record = { ...found.get(ts)?.record, ...message, edited: message['edited'] ?? true }
  if (valueAt(message, 'subtype') === 'tombstone') found.delete(ts)
  else found.set(ts, { ts, at, record })
}

/** Whether a moment lies in a window. */
export function inWindow(at: Instant, { from, to }: Window): boolean {
  return (from === null || from <= at) && (to === null || at < to)
}

/** A day file is named after a day in the workspace's zone, which the export does not tell: a day and a half around it may be in it. */
function mayHold({ day }: Day, { from, to }: Window): boolean {
  if (day === null) return true
  const noon = Date.parse(`${day}T12:00:00Z`)
  if (Number.isNaN(noon)) return true
  return (from === null || noon + DAY_AND_A_HALF >= Date.parse(from)) && (to === null || noon - DAY_AND_A_HALF < Date.parse(to))
}

const DAY_AND_A_HALF = 36 * 3_600_000

function byTs(a: Message, b: Message): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0
}

function withoutTime(count: number, { file }: Day): Problem {
  return {
    code: 'slack-export/no-time',
    message: `${count} ${count === 1 ? 'entry' : 'entries'} of ${file.place} ${count === 1 ? 'is no message' : 'are no messages'} with a time and ${count === 1 ? 'was' : 'were'} left out.`,
    weight: 'warning',
    place: { file: file.place },
  }
}
