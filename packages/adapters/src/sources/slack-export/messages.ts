import { instantFromMillis, isRecord, listAt, type Instant, type JsonRecord, type Problem } from '@blamefree/core'
import { amended, amendmentOf, noAmendments, type Amendments } from './amendments.ts'
import { eachItem, type Conversation, type Day } from './conversations.ts'

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
  if (typeof ts !== 'string') return null
  if (USUAL.test(ts)) return usual(ts)
  const match = TS.exec(ts)
  if (match === null) return null
  return instantFromMillis(Number(match[1]) * 1000 + Number((match[2] ?? '').slice(0, 3).padEnd(3, '0')))
}

const USUAL = /^\d{10}\.\d{6}$/
/** The last day that was met, and how its instants begin: messages come by days, and writing the date anew for each is most of the work. */
const LAST = { day: -1, date: '' }
const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

function usual(ts: string): Instant {
  const seconds = Number(ts.slice(0, 10))
  const day = Math.floor(seconds / 86_400)
  if (day !== LAST.day) Object.assign(LAST, { day, date: new Date(day * 86_400_000).toISOString().slice(0, 11) })
  const rest = seconds - day * 86_400
  return `${LAST.date}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}.${ts.slice(11, 14)}Z` as Instant
}

/** What walking through a conversation's messages needs to know, and where it puts what it finds. */
export interface Walk {
  readonly window: Window
  /** Of this conversation; what it tells of is added. */
  readonly amendments: Amendments
  readonly problems: Problem[]
}

/**
 * Shows each message of a conversation in a window once, in the files' order, one at a time, so that none has to stay in memory: an edit replaces what was edited,
 * what was deleted is not shown, and a message that is told twice comes once. False when something was amended after it had been shown: then
 * all has to be gone through again, with the amendments, which are known now.
 */
export function eachMessage(conversation: Conversation, walk: Walk, show: (message: Message) => void): boolean {
  const { window, amendments, problems } = walk
  const again = amendments.deleted.size + amendments.edits.size + amendments.broadcasts.size > 0
  const state: State = { window, amendments, show, shown: new Set(), again, late: false }
  for (const day of conversation.days) {
    if (!mayHold(day, window)) continue
    let without = 0
    for (const item of eachItem(day.file, problems)) if (!isRecord(item) || !tell(item, state)) without++
    if (without > 0) problems.push(withoutTime(without, day))
  }
  for (const ts of amendments.edits.keys()) {
    const at = instantOfTs(ts)
    if (at !== null && inWindow(at, window) && !state.shown.has(ts)) showAmended({ ts, at, record: null }, state)
  }
  return !state.late
}

interface State extends Pick<Walk, 'window' | 'amendments'> {
  readonly show: (message: Message) => void
  readonly shown: Set<string>
  /** The amendments are known already. */
  readonly again: boolean
  late: boolean
}

/** False when the record cannot be placed in time. */
function tell(record: JsonRecord, state: State): boolean {
  const { window, amendments, shown, again } = state
  const { ts, subtype } = record
  const at = instantOfTs(ts)
  if (at === null || typeof ts !== 'string') return false
  const target = amendmentOf(record, again ? noAmendments() : amendments)
  if (target !== null) state.late ||= !again && shown.has(target)
  else if (inWindow(at, window)) {
    if (!shown.has(ts)) showAmended({ ts, at, record }, state)
    else if (subtype === 'thread_broadcast' && !again) {
      amendments.broadcasts.set(ts, record)
      state.late = true
    }
  }
  for (const reply of listAt(record, 'slackdump_thread_replies')) if (isRecord(reply) && reply['ts'] !== ts) tell(reply, state)
  return true
}

function showAmended({ ts, at, record }: Pick<Message, 'ts' | 'at'> & { readonly record: JsonRecord | null }, { amendments, show, shown }: State): void {
  shown.add(ts)
  const last = amended(ts, record, amendments)
  if (last !== null) show({ ts, at, record: last })
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

/** Oldest first. */
export function byTs(a: Pick<Message, 'ts' | 'at'>, b: Pick<Message, 'ts' | 'at'>): number {
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
