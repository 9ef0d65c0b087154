import type { TimelineEvent } from '../event.ts'
import { millisOf, type Instant } from '../instant.ts'
import { zoneFromText } from '../zone.ts'
import { speech } from './clauses.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { firstReport } from './key-ends.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'
import { lastTimeOfDay } from './last-time-of-day.ts'

/** When the incident was reported: the first person's word, else the first page or alert, else the opening of the ticket. */
export function reportedMoment(entries: readonly Entry[]): Moment | null {
  const report = firstReport(entries)
  if (report !== null) return { at: report.event.at, rule: 'first-report', events: [report.event] }
  return (
    first(entries, 'first-page', ({ what }) => what.kind === 'action' && /^(?:paged|triggered|declared)/i.test(what.action)) ??
    first(entries, 'first-alert', ({ what }) => what.kind === 'alert' && what.state === 'firing') ??
    first(entries, 'ticket-opened', ({ what }) => what.kind === 'action' && /^(?:opened|created)/i.test(what.action))
  )
}

/** When the impact started: the first alert before (or just after) the report, else the hour that somebody named, else a deploy that was rolled back later. */
export function impactMoment(entries: readonly Entry[], known: Moments, zone: string): Moment | null {
  const reported = known.get('reported')
  return firstAlert(entries, reported) ?? spokenStart(entries, zone, known) ?? rolledBackDeploy(entries, reported)
}

function firstAlert(entries: readonly Entry[], reported: Instant | undefined): Moment | null {
  const inTime = (event: TimelineEvent): boolean => {
    if (reported === undefined) return true
    const before = millisOf(reported) - millisOf(event.at)
    return before <= LONGEST_UNNOTICED && before >= 0
  }
  return (
    first(entries, 'first-alert', (event) => event.what.kind === 'alert' && event.what.state === 'firing' && inTime(event)) ??
    first(
      entries.filter(({ voice }) => voice === 'bot'),
      'first-alert-in-chat',
      (event) => FIRING.test(event.text.slice(0, 400)) && inTime(event),
    )
  )
}

/** `since 14:02`, `started around 9:15 UTC`: on the clock of the document's zone unless they name one, on the day of the message or the one before. */
function spokenStart(entries: readonly Entry[], zone: string, known: Moments): Moment | null {
  for (const entry of entries.filter(isTelling).slice(0, 60)) {
    const { event } = entry
    const match = SINCE.exec(speech(event.text))
    if (match === null || !isOfTrouble(entry, match[0])) continue
    const spokenZone = match[4] === undefined ? zone : (zoneFromText(match[4].toUpperCase())?.zone ?? zone)
    const half = match[3] === 'pm' && Number(match[1]) < 12 ? 12 : 0
    const at = lastTimeOfDay(event.at, { hour: Number(match[1]) + half, minute: Number(match[2]) }, spokenZone)
    if (at !== null && isNear(at, known.get('reported') ?? event.at) && [...known.values()].every((other) => at <= other))
      return { at, rule: 'spoken-start', events: [event] }
  }
  return null
}

/** `up since 14:02` is no start of an impact; `since` is neither, when it tells of somebody's own time (`on call since`). */
function isOfTrouble(entry: Entry, words: string): boolean {
  const about = (signal: Signal): boolean => strength(entry, signal) > 0
  if (about('confirmation') || about('closing') || GOOD_SINCE.test(speech(entry.event.text))) return false
  return TROUBLE.some(about) || !words.startsWith('since') || !OWN_TIME.test(speech(entry.event.text))
}

const GOOD_SINCE = /\b(?:up|running|healthy|stable|fine|good|green|live|back|quiet|unchanged) since\b/
const OWN_TIME = /\b(?:i|i'm|i've|we're|we've|on call|online|awake|here|deployed|released|works?|working)\b.{0,30}\bsince\b/

const TROUBLE: readonly Signal[] = ['report', 'impact', 'observation', 'finding', 'hypothesis', 'relapse']

/** What is said to have been so for longer is the state of data, not the start of an impact. */
const isNear = (at: Instant, reported: Instant): boolean => millisOf(reported) - millisOf(at) <= 2 * LONGEST_UNNOTICED

/** What was rolled back had broken something: the impact began with its deploy, when that was within the hour before the report. */
function rolledBackDeploy(entries: readonly Entry[], reported: Instant | undefined): Moment | null {
  if (reported === undefined) return null
  const deploys = entries.map(({ event }) => event).filter(({ what }) => what.kind === 'deploy')
  const back = deploys.find(({ what, at }) => what.kind === 'deploy' && what.state === 'rolled-back' && at > reported)
  if (back?.what.kind !== 'deploy') return null
  const { service } = back.what
  const blamed = deploys.findLast(
    ({ what, at }) =>
      what.kind === 'deploy' &&
      what.state === 'succeeded' &&
      (service === null || what.service === service) &&
      at <= reported &&
      millisOf(reported) - millisOf(at) <= 60 * 60_000,
  )
  return blamed === undefined ? null : { at: blamed.at, rule: 'rolled-back-deploy', events: [blamed, back] }
}

function first(entries: readonly Entry[], rule: string, fits: (event: TimelineEvent) => boolean): Moment | null {
  const found = entries.find(({ event }) => fits(event))
  return found === undefined ? null : { at: found.event.at, rule, events: [found.event] }
}

/** An alert that fired longer before the first report than this is somebody else's. */
const LONGEST_UNNOTICED = 3 * 60 * 60_000
const FIRING = /\bfiring\b|\btriggered\b|\balert\b.{0,40}\b(?:open|opened|fired)\b|\bcritical\b/i
const SINCE =
  /\b(?:since|starting at|start(?:ed|s)? (?:at|around|about)|beg(?:an|inning) (?:at|around)) (?:about |around |~ ?)?(\d{1,2})[:.](\d\d)(?::\d\d)? ?(am|pm)?(?: (utc|gmt|[ecmp][sd]t|[cw]?e?s?t|bst|ist))?\b/
