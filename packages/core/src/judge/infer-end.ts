import { millisOf, type Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import { applaudedWord, endingWord, isDeed } from './ends-by-context.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { momentOf } from './moment-of.ts'
import { isTelling, strength, withdraws, type Entry } from './record.ts'
import { readSignals } from './signals.ts'

/**
 * When it was fixed: the first word that it works again after the last that it does not and after something was done; or, when the alert resolved just before that word, the
 * alert's own time. Without words, the last alert to resolve; without alerts, the last deploy. Null where people searched or worked on afterwards and nothing bore it out.
 */
export function fixedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const inTime = after(entries, known.get('reported') ?? known.get('impact-started'))
  const word =
    lastingConfirmation(inTime, 0.9) ??
    closedAfter(lastingConfirmation(inTime, 0.75), inTime) ??
    closedAfter(lastingConfirmation(inTime, 0.9, true), inTime) ??
    unopposed(lastingConfirmation(inTime, 0.75), inTime)
  const applauded = word === null || strength(word, 'closing') > 0 ? applaudedWord(inTime) : null
  // Who closes says once more that all is well: it was so before.
  if (applauded !== null && (word === null || applauded.event.at < word.event.at)) return momentOf(applauded, 'taken-as-fixed')
  const resolved = lastResolving(inTime)
  if (word !== null && isDoubtful(word, inTime)) return null
  if (word !== null) {
    if (resolved !== null && resolved.event.at <= word.event.at && millisOf(word.event.at) - millisOf(resolved.event.at) <= CONFIRMED_SOON) {
      return { at: resolved.event.at, rule: 'alert-resolved-and-confirmed', events: [resolved.event, word.event] }
    }
    return momentOf(word, 'confirmed-fixed')
  }
  const silent = momentOf(resolved, 'last-alert-resolved') ?? momentOf(lastDeploy(inTime), 'last-deploy')
  // What no word confirms, a word denies: as long as people search or work on afterwards, nothing is fixed.
  return silent !== null && inTime.some((entry) => entry.event.at > silent.at && strength(entry, 'follow-up') === 0 && goesOn(entry)) ? null : silent
}

/** When it was closed: the last word that it is over, after the fix. */
export function closedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const closing = after(entries, known.get('fixed') ?? known.get('identified') ?? known.get('reported'))
  const word = closing.findLast((entry) => isTelling(entry) && strength(entry, 'closing') >= SURE) ?? null
  return momentOf(word, 'closing-word') ?? (known.has('fixed') ? momentOf(endingWord(closing.slice(1)), 'closing-word') : null)
}

/** `Austria recovers; Germany does not`: not yet. */
const PARTIAL =
  /\b(?:do|does|is|are|has|have|did)(?:n(?:'|\u2019)t| not)\b|\bstill\b|\bexcept\b|\bsome\b|\bmost(?:ly)?\b|\bhalf\b|\bpart(?:ly|ially)\b|\balmost\b|\bnearly\b|\b(\d+) (?:of|out of) (?!\1\b)\d+\b/i
/** `errors are dropping`: on the way, in that part of the message. */
const ON_THE_WAY =
  /\b(?:recovering|dropping|falling|draining|improving|going down|coming (?:back|down)|getting better|climbing|rising|slowly|starting to|begin\w*)\b/
const CONFIRMED_SOON = 10 * 60_000
const SURE = 0.95
/** A report that says in so many words that it does not work: not one that only holds a word of failure. */
const TROUBLE = 0.75

/** Nobody says once more that it works, nobody closes and no alert resolves, and those who spoke afterwards went on searching. */
function isDoubtful(word: Entry, entries: readonly Entry[]): boolean {
  const later = entries.filter((entry) => entry.index > word.index && strength(entry, 'follow-up') === 0)
  return !later.some(bearsOut) && later.some(goesOn)
}

/** Somebody still does something about it, searches, or says that it is not well. */
function goesOn(entry: Entry): boolean {
  return isTelling(entry) && (isDeed(entry) || withdraws(entry) || TROUBLED.some((signal) => strength(entry, signal) > 0))
}

function bearsOut(entry: Entry): boolean {
  const { what } = entry.event
  if (what.kind === 'alert') return what.state === 'resolved'
  return isTelling(entry) && (strength(entry, 'confirmation') >= 0.75 || strength(entry, 'closing') >= SURE)
}

function after(entries: readonly Entry[], start: Instant | undefined): readonly Entry[] {
  return start === undefined ? entries : entries.filter(({ event }) => event.at >= start)
}

/** Whether a message says that it works again, all of it and now; `onTheWay` lets what is only recovering count too. */
function confirms(entry: Entry, least: number, onTheWay: boolean): boolean {
  if (strength(entry, 'confirmation') < least) return false
  if (onTheWay) return strength(entry, 'dead-end') === 0
  return speech(entry.event.text)
    .split('\n')
    .filter((line) => !PARTIAL.test(line))
    .flatMap((line) => line.split(/[,;]|[.!] /))
    .some((part) => {
      if (ON_THE_WAY.test(part)) return false
      const hits = readSignals(part)
      // `the relay is fine` rules the relay out: that is no word of the whole.
      return hits.some(({ signal, weight }) => signal === 'confirmation' && weight >= least) && !hits.some(({ signal }) => signal === 'dead-end')
    })
}

/** A weaker word that it works again, where somebody says later that it is over. */
function closedAfter(word: Entry | null, entries: readonly Entry[]): Entry | null {
  if (word === null) return null
  return entries.some((entry) => entry.event.at >= word.event.at && isTelling(entry) && strength(entry, 'closing') >= SURE) ? word : null
}

/** A weaker word that it works again, after something was done, where all that follows is no work and no trouble. */
function unopposed(word: Entry | null, entries: readonly Entry[]): Entry | null {
  if (word === null || !entries.some((entry) => entry.event.at <= word.event.at && isDeed(entry))) return null
  const later = entries.slice(entries.indexOf(word) + 1).filter((entry) => strength(entry, 'follow-up') === 0)
  return later.some((entry) => isDeed(entry) || TROUBLED.some((signal) => isTelling(entry) && strength(entry, signal) > 0)) ? null : word
}

/** What people say who are still at it. */
const TROUBLED = ['report', 'relapse', 'dead-end', 'hypothesis', 'finding'] as const

/**
 * The first word that it works again after which nobody says that it does not. One from before anybody had done anything is worth nothing where
 * something is done later: nothing had been done, so nothing was fixed (`their status page says all is normal`). One that is in doubt, because its ground was taken back or because it
 * only told the state of a part before the cause was found, falls with the next thing done.
 */
function lastingConfirmation(entries: readonly Entry[], least: number, onTheWay = false): Entry | null {
  let found: { readonly entry: Entry; readonly acted: boolean } | null = null
  let acted = false
  let doubts = 0
  for (const entry of entries) {
    const deed = isDeed(entry)
    acted ||= deed
    if (deed && doubts >= 1) {
      found = null
      doubts = 0
    }
    if (!isTelling(entry)) continue
    if (strength(entry, 'relapse') > 0) found = null
    else if ((found === null || (acted && !found.acted)) && confirms(entry, least, onTheWay)) {
      found = { entry, acted }
      doubts = 0
    } else if (found !== null) doubts += doubtOf(entry, found.entry)
  }
  return found === null || (acted && !found.acted) ? null : found.entry
}

/** How much what is said after a good word speaks against it: 1 is enough for what is done next to be done about the same trouble. */
function doubtOf(entry: Entry, word: Entry): number {
  if (withdraws(entry) || strength(entry, 'report') >= TROUBLE || (strength(entry, 'finding') >= SURE && !tellsOfChange(word))) return 1
  return SEARCHING.some((signal) => strength(entry, signal) > 0) ? 0.5 : 0
}

const SEARCHING = ['report', 'hypothesis', 'dead-end', 'finding'] as const

/** `errors are gone`, `it works again`: a change for the better. `the nodes are healthy` may have been so all the time. */
function tellsOfChange({ event }: Entry): boolean {
  return CHANGED.test(event.text)
}

const CHANGED =
  /\b(?:again|back|once more|recover\w*|restor\w*|fixed|resolved|solved|mitigated|repaired|gone|clear(?:ed)?|drained|caught up|zero|no (?:more|new|further)|stopped|now)\b/i

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
