import { millisOf, type Instant } from '../instant.ts'
import { ORDER_WORDS } from './action-words.ts'
import { clausesOf } from './clauses.ts'
import { contentWords } from './content-words.ts'
import { namedOrder, unnamedOrder } from './direction-words.ts'
import { isDeed } from './ends-by-context.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { momentOf } from './moment-of.ts'
import { isTelling, strength, withdraws, type Entry } from './record.ts'

/**
 * When the cause was found. What was thought before somebody took it back does not count, nor, where there is anything later, what was thought before a step that did not last. Of the
 * rest the first finding before the fix that calls itself the cause, else the first sure one (that may be a symptom), else the answer that says yes to a guess and tells more, else what
 * somebody explained right before the order or decision that led to the fix, else the first likely finding, which where nothing was fixed has to say why. Guesses do not count, nor does what is said hours later
 * where no fix bounds the search.
 */
export function identifiedMoment(entries: readonly Entry[], known: Moments): Moment | null {
  const reported = known.get('reported')
  const end = known.get('fixed') ?? known.get('closed')
  const since = entries.filter(({ event }) => reported === undefined || event.at >= reported)
  const inTime = end === undefined ? untilSilence(since) : since.filter(({ event }) => event.at <= end)
  const standing = inTime.slice(lastWithdrawal(inTime))
  return causeIn(standing.slice(lastFailure(standing)), known) ?? causeIn(standing, known)
}

/** What people said before they fell silent for hours: where no fix bounds the search, what they come back with is of its consequences. */
function untilSilence(entries: readonly Entry[]): readonly Entry[] {
  const said = entries.filter(({ voice }) => voice === 'person')
  const last = said.find(({ event }, index) => millisOf(said[index + 1]?.event.at ?? event.at) - millisOf(event.at) > LONGEST_SILENCE)
  return last === undefined ? entries : entries.filter(({ event }) => event.at <= last.event.at)
}

/** The place of the last entry that takes back what was thought to be the cause: nothing before it counts. It may name the true one itself. */
function lastWithdrawal(entries: readonly Entry[]): number {
  return Math.max(
    0,
    entries.findLastIndex((entry) => isTelling(entry) && withdraws(entry)),
  )
}

/** The place of the last trouble that came back after something had been done. */
function lastFailure(entries: readonly Entry[]): number {
  const first = entries.findIndex(isDeed)
  const last = entries.findLastIndex((entry) => isTelling(entry) && strength(entry, 'relapse') > 0)
  return first === -1 || last < first ? 0 : last
}

function causeIn(inTime: readonly Entry[], known: Moments): Moment | null {
  const findings = inTime.filter((entry) => isTelling(entry) && strength(entry, 'finding') >= LIKELY && isClaimed(entry))
  const named = findings.find((entry) => entry.hits.some(({ rule, clause }) => NAMING.has(rule) || (rule === 'cause' && NAMED_CAUSE.test(clause))))
  const sure = named ?? inTime.find((entry) => (findings.includes(entry) ? strength(entry, 'finding') >= SURE : hasGotIt(entry)))
  // What nothing was mended by has to say itself why it is so.
  const likely = findings.find((entry) => strength(entry, 'hypothesis') === 0 && (known.has('fixed') || entry.hits.some(({ rule }) => rule === 'because')))
  const unreported = inTime.filter(({ event }) => event.at !== known.get('reported'))
  return (
    momentOf(sure, 'sure-finding') ??
    momentOf(confirmedGuess(inTime), 'confirmed-guess') ??
    (known.has('fixed') ? momentOf(explained(unreported, known.get('fixed')), 'explained-before-fix') : null) ??
    momentOf(likely, 'likely-finding')
  )
}

/** A finding that its own message does not deny, doubt, or put off. */
function isClaimed(entry: Entry): boolean {
  if (strength(entry, 'follow-up') >= 0.75 || UNSURE.test(entry.event.text)) return false
  const finding = entry.hits.find(({ signal }) => signal === 'finding')
  const denial = entry.hits.find(({ signal }) => signal === 'dead-end')
  if (finding?.rule === 'found' && contentWords(entry.event.text).size < 5 && !/\bit\b/.test(finding.clause)) return false
  // `found it: the engine refuses to sign` tells of the cause what would elsewhere be a failed step.
  return denial === undefined || (denial.rule === 'no-effect' && (finding?.weight ?? 0) >= SURE)
}

const UNSURE = /\b(?:too early|cannot prove|can(?:'|\u2019)?t (?:prove|say|tell)|not (?:sure|certain|clear|confirmed|proven)|no idea|unclear|unconfirmed)\b/i

/** `got it! the pool answers with a leap flag and …`: those words and then what it is. Alone they only say that somebody has understood. */
function hasGotIt(entry: Entry): boolean {
  return (
    isTelling(entry) && GOT_IT.test(entry.event.text) && contentWords(entry.event.text).size >= 7 && !UNWANTED.some((signal) => strength(entry, signal) > 0)
  )
}

const GOT_IT = /^\W{0,3}(?:(?:oh|ah|ok|yes|right),? )?(?:got it|gotcha|i (?:have|got|found) it|found it|bingo|aha)\b[!.,: ]/i
const SURE = 0.95
const LIKELY = 0.65

/** Rules of signals that call what they find the cause. */
const NAMING: ReadonlySet<string> = new Set(['there-it-is', 'turns-out'])
const NAMED_CAUSE = /\bcaus(?:e|ed)\b|\bculprit\b|\breason\b/

/** `yes, each call holds a worker for 30 s and there are only 64`: who says yes to somebody's guess or question at a cause, and tells how it comes. */
function confirmedGuess(entries: readonly Entry[]): Entry | null {
  const said = entries.filter(({ voice }) => voice === 'person')
  return (
    said.find((entry, index) => {
      if (!YES.test(entry.event.text) || !isTelling(entry) || contentWords(entry.event.text).size < 7 || /\?\s*$/.test(entry.event.text)) return false
      if (strength(entry, 'dead-end') > 0 || UNWANTED.some((signal) => strength(entry, signal) > 0)) return false
      const before = said.slice(Math.max(0, index - CLOSE_BY), index)
      return before.some((guess) => guess.event.actor !== null && strength(guess, 'hypothesis') > 0 && strength(guess, 'dead-end') === 0)
    }) ?? null
  )
}

const YES =
  /^\W{0,3}(?:yes|yep|yeah|yup|confirmed|confirms|correct|exactly|indeed|bingo|right|that's it|checked|verified|proven|sure enough|it is\b|it was\b)\b|\bso (?:yes|yeah|yep|it is)\W*$/i

/**
 * What one person explained shortly before another told them what to change, or was struck by it, where nothing failed between that and the fix: the last such pair. What is only
 * tried is followed by another try.
 */
function explained(entries: readonly Entry[], fixed: Instant | undefined): Entry | null {
  const said = entries.filter((entry) => entry.voice === 'person' && (fixed === undefined || entry.event.at < fixed)).slice(-MOST)
  for (let index = said.length - 1; index > 0; index--) {
    const order = said[index]
    if (order === undefined) continue
    if (strength(order, 'relapse') > 0 || strength(order, 'dead-end') >= NO_EFFECT) return null
    const orders = ordersChange(order)
    if (!orders && !STRUCK.test(order.event.text)) continue
    const before = said.slice(Math.max(0, index - (orders ? CLOSE_BY : 1)), index).toReversed()
    const found = before.find((entry) => entry.event.actor !== order.event.actor && explains(entry, order))
    if (found !== undefined) return found
  }
  return null
}

/** Tells somebody, or all, to change something: not to look, to ask or to wait. */
function ordersChange(entry: Entry): boolean {
  if (!isTelling(entry) && !GO.test(entry.event.text)) return false
  if (strength(entry, 'follow-up') > 0) return false
  if (strength(entry, 'decision') >= 0.75) return true
  return clausesOf(entry.event.text).some(({ text, asked }) => {
    if (asked) return false
    const words = text.replace(/^(?:(?:ok|okay|yes|right|nice|good|great|thanks|ouch|wow)\b,? ?){0,2}/, '')
    const called = /^@?[\p{L}.'-]{2,20}(?: [\p{L}'-]{2,20})?,? (.+)$/u.exec(words)?.[1] ?? ''
    return CHANGES.test(words) || CHANGES.test(called) ? unnamedOrder(words, false) > 0 || namedOrder(called, false) > 0 || namedOrder(words, false) > 0 : false
  })
}

/** Says how things are in enough words, claims it, and is no guess, no plan, no result of a step. */
function explains(entry: Entry, order: Entry): boolean {
  if (!isTelling(entry) || millisOf(order.event.at) - millisOf(entry.event.at) > LONGEST_THOUGHT) return false
  const { text } = entry.event
  if (/\?\s*$/.test(text) || UNWANTED.some((signal) => strength(entry, signal) > 0)) return false
  const words = contentWords(text).size
  return strength(entry, 'finding') > 0 ? words >= 3 : words >= (strength(entry, 'observation') > 0 ? 6 : 8)
}

const UNWANTED = ['hypothesis', 'proposal', 'confirmation', 'closing', 'follow-up', 'ownership', 'progress'] as const
/** How people answer what explains everything. */
const STRUCK =
  /^\W{0,3}(?:of course|makes sense|(?:nice|good|great) (?:find|catch)|well spotted|that explains|there we go|face_?palm|d'oh|doh|classic)\b|:(?:facepalm|face_palm|man_facepalming|woman_facepalming|melting_face):/i
const MOST = 150
const CLOSE_BY = 4
const NO_EFFECT = 0.85
const LONGEST_THOUGHT = 15 * 60_000
const LONGEST_SILENCE = 2 * 60 * 60_000
const GO = /^\W*(?:go ahead|do it|ship it|go for it|please do|pull it|make it so)\b/i
const CHANGES = new RegExp(String.raw`^(?:please |pls |now |ok |both )?(?:${ORDER_WORDS}|go|do|make)\b`)
