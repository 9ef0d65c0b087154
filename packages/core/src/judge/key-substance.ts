import { millisOf } from '../instant.ts'
import { contentWords } from './content-words.ts'
import type { Candidate } from './key-said.ts'
import { isTelling, strength, type Entry } from './record.ts'

/** The rule's name, as in `KEY_RULES`. */
export const SUBSTANTIVE = 'substantive'

/**
 * Messages that say something in no phrase we know, for the places that are left: told rather than asked, long enough, with figures or names of systems, in words
 * that somebody else takes up later. One pass over the record.
 */
export function substantiveMessages(entries: readonly Entry[], weights: ReadonlyMap<string, number>): Candidate[] {
  const weight = weights.get(SUBSTANTIVE) ?? 0
  const candidates: Candidate[] = []
  if (weight <= 0) return candidates
  const saidLater = new Map<string, { readonly by: string | null; readonly alone: boolean }>()
  for (const entry of entries.toReversed()) {
    if (!isTelling(entry)) continue
    const { actor, at, text } = entry.event
    const words = contentWords(text)
    let echoes = 0
    for (const word of words) {
      const later = saidLater.get(word)
      if (later !== undefined && (!later.alone || later.by !== actor)) echoes += 1
      saidLater.set(word, { by: actor, alone: later === undefined || (later.alone && later.by === actor) })
    }
    if (words.size < 2 || isAskedOrLater(entry) || isOff(entry, weights)) continue
    const score = weight * (0.4 + 0.05 * Math.min(6, words.size) + 0.14 * Math.min(2, systemTokens(text)) + 0.05 * Math.min(3, echoes))
    candidates.push({ entry, rule: SUBSTANTIVE, score, millis: millisOf(at), words })
  }
  return candidates.reverse()
}

function isAskedOrLater(entry: Entry): boolean {
  return /\?[?!\s]*$/.test(entry.event.text.slice(-200)) || strength(entry, 'follow-up') > 0
}

/** Says what a team turned off; it does not come back by this rule. */
function isOff(entry: Entry, weights: ReadonlyMap<string, number>): boolean {
  return entry.hits.some((hit) => weights.get(hit.signal) === 0)
}

/** Kinds of words that people say of systems: figures, code, addresses, names with a digit or a hyphen, names in capitals. */
function systemTokens(text: string): number {
  const start = text.slice(0, 1000)
  return SYSTEM_TOKENS.filter((pattern) => pattern.test(start)).length
}

const SYSTEM_TOKENS = [/\d/, /`/, /:\/\//, /\b[a-zA-Z]+[-_][a-zA-Z\d]+|\b[a-zA-Z]+\d/, /\b[A-Z]{2,}\b/, /\d ?(?:%|percent|ms|s|m|[kMGT]i?B|dB)(?![a-zA-Z])/]
