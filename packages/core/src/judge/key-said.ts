import { millisOf } from '../instant.ts'
import { contentWords } from './content-words.ts'
import { isTelling, strength, type Entry } from './record.ts'

/** A message that may become a key event, with what speaks for it. */
export interface Candidate {
  readonly entry: Entry
  /** The strongest reason's rule. */
  readonly rule: string
  /** About 1 for a message that any reader would keep; below 0.5 it says too little. */
  readonly score: number
  readonly millis: number
  readonly words: ReadonlySet<string>
}

/** Scores every message that says something, in the record's order. Messages that say nothing are absent. */
export function scoreMessages(entries: readonly Entry[], weights: ReadonlyMap<string, number>): Candidate[] {
  const context = new Context(entries)
  const candidates: Candidate[] = []
  for (const entry of entries) {
    const telling = isTelling(entry)
    // What is only to be done later has a section of its own.
    const later = strength(entry, 'follow-up') >= 0.9 && strength(entry, 'closing') === 0
    if (telling && entry.hits.length > 0 && !later) {
      const base = baseScore(entry, weights, context.isAgreed(entry))
      if (base.score >= 0.3) {
        const words = contentWords(entry.event.text)
        const score = base.score * information(entry, words) + context.bonus(entry, words)
        candidates.push({ entry, rule: base.rule, score, millis: millisOf(entry.event.at), words })
      }
    }
    if (telling) context.pass(entry)
  }
  return candidates
}

/** The strongest reason in full, the second by a third, the third by a tenth. */
function baseScore(entry: Entry, weights: ReadonlyMap<string, number>, agreed: boolean): { score: number; rule: string } {
  let best = 0
  let second = 0
  let third = 0
  let rule = ''
  for (const hit of entry.hits) {
    const decided = agreed && hit.signal === 'proposal'
    const name = decided ? 'decision' : hit.signal
    const score = (weights.get(name) ?? 0) * (decided ? 0.9 : hit.weight)
    if (score > best) {
      ;[third, second, best] = [second, best, score]
      rule = name
    } else if (score > second) [third, second] = [second, score]
    else if (score > third) third = score
  }
  return { score: best + second / 3 + third / 10, rule }
}

/** How much a reader learns: few words say little, numbers, names of systems and links say more. From 0.65 to 1.3. */
function information(entry: Entry, words: ReadonlySet<string>): number {
  const { text } = entry.event
  let factor = 0.65 + 0.06 * Math.min(6, words.size)
  if (/\d/.test(text)) factor += 0.08
  if (/`|\b[a-z]+[-_][a-z\d]+|\b[a-z]+\d/.test(text)) factor += 0.06
  if (text.includes('://')) factor += 0.06
  if (text.length < 160 && /\?\s*$/.test(text) && strength(entry, 'report') === 0) factor -= 0.2
  return factor
}

/** What the messages before and after say about one. */
class Context {
  readonly #entries: readonly Entry[]
  readonly #replies = new Map<string, number>()
  readonly #known = new Set<string>()
  #previous = Number.NaN

  constructor(entries: readonly Entry[]) {
    this.#entries = entries
    for (const { event } of entries)
      if (event.thread !== null && event.thread !== event.id) this.#replies.set(event.thread, (this.#replies.get(event.thread) ?? 0) + 1)
  }

  /** A proposal that somebody else answers with `yes`, `go`, `approved` within the next five messages and ten minutes. */
  isAgreed(entry: Entry): boolean {
    if (strength(entry, 'proposal') === 0) return false
    const until = millisOf(entry.event.at) + 10 * 60_000
    for (const next of this.#entries.slice(entry.index + 1, entry.index + 6)) {
      if (millisOf(next.event.at) > until) return false
      if (next.voice === 'person' && next.event.actor !== entry.event.actor && AGREED.test(next.event.text)) return true
    }
    return false
  }

  /** A component named for the first time, the end of a silence, a message that many answered or reacted to, a broadcast, a picture. */
  bonus(entry: Entry, words: ReadonlySet<string>): number {
    const { event } = entry
    let bonus = 0
    for (const word of words) {
      if (this.#known.has(word)) continue
      this.#known.add(word)
      if (bonus < 0.15 && COMPONENT.test(word)) bonus += 0.05
    }
    if (millisOf(event.at) - this.#previous > 15 * 60_000) bonus += 0.1
    if ((this.#replies.get(event.id) ?? 0) >= 3) bonus += 0.12
    if (event.what.kind === 'message') {
      if (event.what.broadcast) bonus += 0.2
      if (event.what.attachments.length > 0) bonus += 0.05
      bonus += 0.03 * Math.min(4, event.what.reactions.length)
    }
    return bonus
  }

  /** Told of each telling message after it was judged. */
  pass(entry: Entry): void {
    this.#previous = millisOf(entry.event.at)
  }
}

const AGREED = /^\W{0,3}(?:yes|yep|yeah|yup|go|go ahead|do it|approved|agreed|sounds (?:good|right)|\+1|:\+1:|:thumbsup:|ok do|please do|ship it|lgtm|sure)\b/i
const COMPONENT = /[a-z][-_./][a-z\d]|[a-z]\d|\d[a-z]/
