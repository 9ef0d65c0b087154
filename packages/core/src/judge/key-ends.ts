import { millisOf } from '../instant.ts'
import { contentWords } from './content-words.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'

/**
 * Where a person first says that something is wrong: a report in words, unless somebody responded before it; then what began the talk that led to the
 * response. Else the words that set people talking, the first telling number or state, or the first words that tell anything.
 */
export function firstReport(entries: readonly Entry[]): Entry | null {
  const said = entries.filter((entry) => entry.event.what.kind === 'message' && isTelling(entry))
  const early = said.slice(0, 25)
  const report = early.find((entry) => strength(entry, 'report') > 0)
  const response = early.find((entry) => strength(entry, 'ownership') >= 0.9 || strength(entry, 'severity') > 0)
  if (response !== undefined && response !== report && (report === undefined || report.event.at > response.event.at)) {
    const opening = openingOf(early.slice(0, early.indexOf(response)), response)
    if (opening !== null) return opening
  }
  const began = beganTheTalk(said)
  // A report in known words half an hour into the talk is of what they are talking about already.
  if (began !== null && (report === undefined || comesBefore(began, report, said))) return began
  return (
    report ?? early.find((entry) => strength(entry, 'impact') > 0 || strength(entry, 'observation') > 0) ?? early.find((entry) => entry.hits.length > 0) ?? null
  )
}

/** What began the talk is the report where the one in known words came much later, or where somebody took it up at once. */
function comesBefore(began: Entry, report: Entry, said: readonly Entry[]): boolean {
  const earlier = millisOf(report.event.at) - millisOf(began.event.at)
  return (
    earlier > LATE ||
    (earlier > 0 && tellsOfTrouble(began) && contentWords(began.event.text).size >= 6) ||
    (earlier > 0 && isTakenUp(began, said.slice(said.indexOf(began))))
  )
}

/**
 * The record's first words, where they set people talking at once: a channel that was opened for the incident begins with what was wrong, in whatever words; words of trouble
 * before others, for the first may be small talk. Null where they are a question, a plan or something done, or where nobody else answered soon.
 */
function beganTheTalk(said: readonly Entry[]): Entry | null {
  const openings = said.slice(0, TROUBLED_OPENINGS).filter((entry, index) => setsTalking(entry, said.slice(index)))
  const early = openings.find((entry) => said.indexOf(entry) < OPENINGS) ?? null
  return openings.find(tellsOfTrouble) ?? early
}

/** In whatever words: somebody or something does not, is not, cannot, has none, or does what it should not. */
function tellsOfTrouble(entry: Entry): boolean {
  return TROUBLE.test(entry.event.text) || TROUBLE_SIGNALS.some((signal) => strength(entry, signal) > 0)
}

const TROUBLE =
  /\b(?:not?|none|nobody|nothing|never|zero|0|cannot|unable|without|gone|lost|lose|losing|empty|wrong|weird|odd|strange|broken|breaks?|dead|died|dies|down|dropp?\w*|fail\w*|errors?|crash\w*|slow\w*|late|stuck|spin\w*|hang\w*|hung|stopp\w*|miss\w*|reject\w*|refus\w*|declin\w*|den(?:y|ies|ied)|unusual\w*|suspicious|toast|borked|timeouts?|twice|double\w*|duplicat\w*|too (?:many|much|long|high|low)|complain\w*)\b|n(?:'|\u2019)t\b/i
const TROUBLE_SIGNALS: readonly Signal[] = ['report', 'impact', 'relapse']

function setsTalking(opening: Entry, said: readonly Entry[]): boolean {
  const troubled = tellsOfTrouble(opening)
  const unfit = troubled ? NEVER_A_REPORT : NOT_A_REPORT
  if (contentWords(opening.event.text).size < 4 || unfit.some((signal) => strength(opening, signal) > 0)) return false
  // A question asks; after a sentence that tells something it only asks for help.
  if (!troubled && /\?\s*$/.test(opening.event.text) && contentWords(opening.event.text.replace(/[^.!?\n]{0,300}\?\s*$/, '')).size < 4) return false
  const until = millisOf(opening.event.at) + SOON
  const soon = said.slice(1, 12).filter(({ event }) => millisOf(event.at) <= until)
  const others = soon.filter(({ event }) => event.actor !== opening.event.actor)
  // Some talk is slow: one answer is enough to what itself reports.
  return others.length > 0 && (soon.length >= 3 || strength(opening, 'report') > 0 || isTakenUp(opening, said))
}

/** Somebody else answers what was said first as one answers a report: takes it up, asks how bad it is, sees it too. */
function isTakenUp(opening: Entry, said: readonly Entry[]): boolean {
  return said
    .slice(1, 4)
    .some(
      (entry) =>
        entry.event.actor !== opening.event.actor && (TAKES_UP.test(entry.event.text) || strength(entry, 'ownership') > 0 || strength(entry, 'severity') > 0),
    )
}

const TAKES_UP =
  /^\W{0,3}(?:(?:good )?(?:morning|evening|afternoon)\W+|(?:hi|ok|okay|oh|uh|ugh|hm+)\b\W*){0,2}(?:on it|looking|checking|ack\b|acknowledged|understood|copy|taking|i(?:'| a)m (?:looking|checking|on)|i (?:take|look|check)|same here|same\b|see(?:ing)? (?:it|the same|that)|can (?:confirm|repro)|indeed|true|me too|confirmed|since when|how many|which|i see (?:it|the same)|i can (?:see|repro|confirm))|\bi(?:'ll| will| am|'m)? (?:go |have a |take a )?(?:look|check)(?:ing)?\b/i

/** So many first words may be a greeting or a joke before the report. */
const OPENINGS = 3
/** And so many where the report can be told by its words. */
const TROUBLED_OPENINGS = 6
const SOON = 20 * 60_000
const LATE = 30 * 60_000
const NEVER_A_REPORT: readonly Signal[] = ['ownership', 'closing', 'follow-up']
const NOT_A_REPORT: readonly Signal[] = ['proposal', 'decision', 'action', 'ownership', 'confirmation', 'closing', 'follow-up']

/** The first message that says enough to be a report, of those that lead up to the response without a pause; one of trouble before any other. */
function openingOf(before: readonly Entry[], response: Entry): Entry | null {
  let opening: Entry | null = null
  let troubled: Entry | null = null
  let next = millisOf(response.event.at)
  for (const entry of before.toReversed()) {
    const at = millisOf(entry.event.at)
    if (next - at > LONGEST_PAUSE) break
    next = at
    if (contentWords(entry.event.text).size < 4) continue
    opening = entry
    if (tellsOfTrouble(entry)) troubled = entry
  }
  return troubled ?? opening
}

const LONGEST_PAUSE = 6 * 60_000

/** The last thing a person says about the incident itself: that it is over or works again, else the last thing done or found. */
export function lastWord(entries: readonly Entry[]): Entry | null {
  const said = entries.filter((entry) => entry.event.what.kind === 'message' && isTelling(entry) && entry.hits.length > 0)
  const last = (strong: (entry: Entry) => boolean): Entry | null => said.findLast(strong) ?? null
  return (
    last((entry) => strength(entry, 'closing') > 0) ??
    last((entry) => strength(entry, 'confirmation') > 0 && strength(entry, 'relapse') === 0) ??
    last((entry) => strength(entry, 'action') > 0 || strength(entry, 'finding') > 0)
  )
}
