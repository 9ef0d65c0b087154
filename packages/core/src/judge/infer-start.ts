import type { TimelineEvent } from '../event.ts'
import { millisOf, type Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { firstReport } from './key-ends.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'
import { spokenTimes } from './spoken-time.ts'

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

/** When the impact started: the first alert before (or just after) the report, or the hour before it that somebody named, else a deploy that was rolled back later. */
export function impactMoment(entries: readonly Entry[], known: Moments, zone: string): Moment | null {
  const reported = known.get('reported')
  const alert = firstAlert(entries, reported)
  const spoken = spokenStart(entries, zone, known)
  // Alerts fire some minutes late; who says that it began before may have looked.
  if (alert !== null && spoken !== null && spoken.at < alert.at && millisOf(alert.at) - millisOf(spoken.at) <= ALERT_DELAY) return spoken
  return alert ?? spoken ?? rolledBackDeploy(entries, reported)
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

/**
 * `since 14:02`, `started around 9:15 UTC`, `dead for 7 mins`: what somebody tells of the beginning, on the clock of the document's zone unless they name one.
 * In the report itself a time `at` which something happened counts as well, and of what fell or stopped when it did.
 */
function spokenStart(entries: readonly Entry[], zone: string, known: Moments): Moment | null {
  const reported = known.get('reported')
  for (const entry of entries.filter(isTelling).slice(0, 60)) {
    const { event } = entry
    if (!LEADS_TO_TIME.test(event.text) || strength(entry, 'confirmation') > 0 || strength(entry, 'closing') > 0) continue
    const isReport = reported !== undefined && event.at === reported
    for (const time of spokenTimes(speech(event.text), event.at, zone)) {
      const { at } = time
      if (!(time.kind === 'span' ? isReport && !OWN_SPAN.test(time.before) : beginsTrouble(entry, time.before, isReport))) continue
      if (isNear(at, reported ?? event.at) && [...known.values()].every((other) => at <= other)) return { at, rule: 'spoken-start', events: [event] }
    }
  }
  return null
}

/** `up since 14:02` is no start of an impact; `since` is neither, when it tells of somebody's own time (`on call since`). */
function beginsTrouble(entry: Entry, before: string, isReport: boolean): boolean {
  const isTrouble = TROUBLE.some((signal) => strength(entry, signal) > 0)
  const words = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1)
  if (UNTIL.test(words)) return true
  if (GOOD_BEFORE.test(words) || NO_START.test(words)) return false
  if (STARTED.test(words)) return true
  if (FROM.test(words)) return isReport || strength(entry, 'report') > 0
  if (SINCE.test(words)) return isTrouble || isReport || !OWN_TIME.test(words)
  if (BROKE.test(words)) return true
  return isReport && AT.test(words) && !SCHEDULED.test(words)
}

const OWN_SPAN =
  /\b(?:wait\w*|watch\w*|monitor\w*|hold\w*|stable|quiet|look\w*|check\w*|tr(?:y|ied|ying)|back|up|normal|good|green|call\w*|out|away|scheduled?)\b[^,.]{0,20}$/
const LEADS_TO_TIME =
  /\b(?:since|from|started|began|last|past)\b|\d[:.h]\d\d|\d ?[ap]m\b|\b(?:to|past|after) \w+|\bnoon\b|\bmid(?:night|day)\b|\bfor\b|\bago\b/i
const ABOUT = String.raw`(?: (?:about|around|approximately|approx|aprox|circa|cca|ca|roughly|right|like|exactly|just|shortly|~|the|last|minute))*\s?~?$`
const SINCE = new RegExp(String.raw`\b(?:since|starting(?: at| from)?|as of)${ABOUT}`)
const FROM = new RegExp(String.raw`\bfrom${ABOUT}`)
const STARTED = new RegExp(
  String.raw`\b(?:start(?:ed|s|ing)?|beg(?:an|in|inning)|first (?:\S+ ){0,8}|earliest (?:\S+ ){0,4}|last (?:good|successful|working|accepted|complete|normal) (?:\S+ ){0,3}|goes back to|dates? (?:back )?(?:to|from)|due to (?:open|start|begin|run)|ever since)(?: (?:is|was|at|in the log is|seen|came in|around|about))*(?: (?:at|is|was))?${ABOUT}`,
)
const BROKE = new RegExp(
  String.raw`\b(?:fell|fall|drop(?:s|ped)?|went (?:down|dark|red|up|vertical|to)|stop(?:s|ped)|broke|died|jumped|spiked|lost|failed|flat-?lined|collapsed|rose|expired|ran out)\b(?: \S+){0,6} (?:at|around|about|by)${ABOUT}`,
)
const AT = new RegExp(String.raw`\b(?:at|around|about)${ABOUT}`)
const SCHEDULED =
  /\b(?:deploy\w*|releas\w*|merg\w*|ship\w*|rolled|job|batch|cron|schedul\w*|meeting|call|window|opens?|close[sd]?|until|by|update|maintenance|runs?|ran)\b/
/** `it worked until 9:12`. */
const UNTIL = new RegExp(
  String.raw`\b(?:worked|works|working|fine|ok|normal|good|succeeded)(?: \w+)? (?:until|till|up to)${ABOUT}|\bnothing (?:\w+ )?(?:after|since)${ABOUT}`,
)
const NO_START = /\b(?:until|till|before|by|between|next|back|eta|(?<!was )due|expect\w*|will|deadline)\b[^,]{0,20}$/
const GOOD_BEFORE = /\b(?:up|running|healthy|stable|fine|good|green|live|back|quiet|unchanged) since\b/
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

/** How much earlier a trouble may be said to have begun than its alert fired. */
const ALERT_DELAY = 60 * 60_000
/** An alert that fired longer before the first report than this is somebody else's. */
const LONGEST_UNNOTICED = 3 * 60 * 60_000
const FIRING = /\bfiring\b|\btriggered\b|\balert\b.{0,40}\b(?:open|opened|fired)\b|\bcritical\b/i
