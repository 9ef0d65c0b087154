import { millisOf, type Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { isTelling, strength, type Entry } from './record.ts'
import { readSignals } from './signals.ts'

/**
 * When it was fixed: the first word that it works again after the last that it does not; or, when the alert resolved just before that word, the
 * alert's own time. Without words, the last alert to resolve; without alerts, the last deploy.
 */
export function fixedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const inTime = after(entries, known.get('reported') ?? known.get('impact-started'))
  const word =
    firstLastingConfirmation(inTime, 0.9) ??
    closedAfter(firstLastingConfirmation(inTime, 0.75), inTime) ??
    closedAfter(firstLastingConfirmation(inTime, 0.9, true), inTime)
  const resolved = lastResolving(inTime)
  if (word !== null) {
    if (resolved !== null && resolved.event.at <= word.event.at && millisOf(word.event.at) - millisOf(resolved.event.at) <= CONFIRMED_SOON) {
      return { at: resolved.event.at, rule: 'alert-resolved-and-confirmed', events: [resolved.event, word.event] }
    }
    return moment(word, 'confirmed-fixed')
  }
  return moment(resolved, 'last-alert-resolved') ?? moment(lastDeploy(inTime), 'last-deploy')
}

/**
 * When the cause was found: the first finding before the fix that calls itself the cause, else the first sure one (that may be a symptom), else the first
 * likely one. Guesses do not count.
 */
export function identifiedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const end = known.get('fixed') ?? known.get('closed')
  const findings = after(entries, known.get('reported')).filter(
    (entry) => isTelling(entry) && strength(entry, 'finding') >= LIKELY && strength(entry, 'dead-end') === 0 && (end === undefined || entry.event.at <= end),
  )
  const named = findings.find((entry) => entry.hits.some(({ rule, clause }) => NAMING.has(rule) || (rule === 'cause' && NAMED_CAUSE.test(clause))))
  const sure = named ?? findings.find((entry) => strength(entry, 'finding') >= SURE)
  return moment(sure ?? null, 'sure-finding') ?? moment(findings.find((entry) => strength(entry, 'hypothesis') === 0) ?? null, 'likely-finding')
}

/** When it was closed: the last word that it is over, after the fix. */
export function closedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const closing = after(entries, known.get('fixed') ?? known.get('identified') ?? known.get('reported'))
  return moment(closing.findLast((entry) => isTelling(entry) && strength(entry, 'closing') >= SURE) ?? null, 'closing-word')
}

/** `Austria recovers; Germany does not`: not yet. */
const PARTIAL =
  /\b(?:do|does|is|are|has|have|did)(?:n(?:'|\u2019)t| not)\b|\bstill\b|\bexcept\b|\bsome\b|\bmost(?:ly)?\b|\bhalf\b|\bpart(?:ly|ially)\b|\balmost\b|\bnearly\b|\b\d+ (?:of|out of) \d+\b/i
/** `errors are dropping`: on the way, in that part of the message. */
const ON_THE_WAY =
  /\b(?:recovering|dropping|falling|draining|improving|going down|coming (?:back|down)|getting better|climbing|rising|slowly|starting to|begin\w*)\b/
const CONFIRMED_SOON = 10 * 60_000
const SURE = 0.95
const LIKELY = 0.65

/** Rules of signals that call what they find the cause. */
const NAMING: ReadonlySet<string> = new Set(['there-it-is', 'turns-out'])
const NAMED_CAUSE = /\bcaus(?:e|ed)\b|\bculprit\b|\breason\b/

function moment(entry: Entry | null, rule: string): Moment | null {
  return entry === null ? null : { at: entry.event.at, rule, events: [entry.event] }
}

function after(entries: readonly Entry[], start: Instant | undefined): readonly Entry[] {
  return start === undefined ? entries : entries.filter(({ event }) => event.at >= start)
}

/** Whether a message says that it works again, all of it and now; `onTheWay` lets what is only recovering count too. */
function confirms(entry: Entry, least: number, onTheWay: boolean): boolean {
  if (strength(entry, 'confirmation') < least || strength(entry, 'dead-end') > 0) return false
  if (onTheWay) return true
  if (PARTIAL.test(entry.event.text)) return false
  return speech(entry.event.text)
    .split(/[,;\n]|[.!] /)
    .some((part) => !ON_THE_WAY.test(part) && readSignals(part).some(({ signal, weight }) => signal === 'confirmation' && weight >= least))
}

/** A weaker word that it works again, where somebody says later that it is over. */
function closedAfter(word: Entry | null, entries: readonly Entry[]): Entry | null {
  if (word === null) return null
  return entries.some((entry) => entry.event.at >= word.event.at && isTelling(entry) && strength(entry, 'closing') >= SURE) ? word : null
}

function firstLastingConfirmation(entries: readonly Entry[], least: number, onTheWay = false): Entry | null {
  let found: Entry | null = null
  for (const entry of entries) {
    if (!isTelling(entry)) continue
    if (strength(entry, 'relapse') > 0) found = null
    else if (found === null && confirms(entry, least, onTheWay)) found = entry
  }
  return found
}

function lastResolving(entries: readonly Entry[]): Entry | null {
  const firing = new Set<string>()
  let last: Entry | null = null
  for (const entry of entries) {
    const { what } = entry.event
    if (what.kind !== 'alert') continue
    if (what.state === 'firing') firing.add(what.key)
    else if (what.state === 'resolved') {
      firing.delete(what.key)
      last = entry
    }
  }
  return firing.size === 0 ? last : null
}

function lastDeploy(entries: readonly Entry[]): Entry | null {
  return entries.findLast(({ event: { what } }) => what.kind === 'deploy' && (what.state === 'succeeded' || what.state === 'rolled-back')) ?? null
}
