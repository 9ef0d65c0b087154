import { GIVEN_NAMES } from './given-names.ts'
import { BOTH, HUMAN_BEFORE, ROLES, SYSTEMS, TEAMS } from './people-words.ts'

/** How surely a word is a person: 3 surely, 2 a person or a program (`operator`, `they`), 1 an unknown word with a capital, 0 none. */
export type Sureness = 0 | 1 | 2 | 3

/** A word of a sentence and where it stands. */
export interface Word {
  readonly text: string
  readonly at: number
}

/** The words and the punctuation of a text that part clauses. A full time (`10:02`) is one word. */
export function wordsOf(text: string, shift = 0): Word[] {
  return [...text.matchAll(/\d+:\d+(?::\d+)?|[@¤\p{L}\p{N}_'’/-]+|[,:()]/gu)].map((match) => ({ text: match[0], at: match.index + shift }))
}

/** How surely the word at `index` is a person by itself. `known`: the names that the document gives to people. A possessive is none: it is not who acts. */
export function sureness(words: readonly Word[], index: number, known: ReadonlySet<string>): Sureness {
  const word = words[index]?.text ?? ''
  if (/['’]s?$/.test(word)) return 0
  if (/^@[\w-]*\p{L}/u.test(word)) return 3
  const lower = word.toLowerCase()
  const capital = /^\p{Lu}\p{Ll}/u.test(word)
  if (ROLES.has(lower) || TEAMS.has(lower)) return 3
  if (capital && (known.has(lower) || GIVEN_NAMES.has(lower))) return 3
  if (BOTH.has(lower)) {
    const before = words.slice(Math.max(0, index - 2), index).map((one) => one.text)
    if (before.some((one) => HUMAN_BEFORE.has(one.toLowerCase()))) return 3
    return before.some((one) => /^\p{Lu}/u.test(one) && index > 1 && !/^(?:An?|The|One|Our|Some)$/.test(one)) ? 0 : 2
  }
  return capital && /^\p{L}+$/u.test(word) && !SYSTEMS.has(lower) && !/(?:ly|ing|ion|ed|er|or|ity|ment|s|db|sql|git|hub|ops|ware|base|io)$/.test(lower) ? 1 : 0
}

/** Verbs in the past, as they follow a subject. */
export const PAST =
  /^(?:\w+ed|ran|wrote|took|made|went|left|put|set|sent|got|knew|thought|came|gave|brought|kept|saw|was|were|had|did|is|has|read|shut|broke|began|told|typed|chose|found|lost|built|let|hit|led|cost)$/i

const FUNCTION_WORDS =
  /^(?:[,:()]|and|but|or|then|so|because|since|although|though|while|when|after|before|until|where|which|that|who|whom|whose|if|than|as|in|on|at|of|to|from|for|by|with|without|during|into|over|under|about|behind|between|through|via|per|the|a|an|our|this|these|we|it|they|he|she|i|yesterday|today|later|again|too|also|twice|once|here|there|had|has|have|was|were|is|are|be|been|did|does|do|not|never|only|just|even|still|already|himself|herself|themselves|alone|in-charge|responsible|assigned|involved|named|called|¤+|\d.*|.*ly|.*ed|.*ing)$/i

/** Whether the word at `index` goes on to another noun, so that what is before it only describes it: `developer` in `developer portal`. */
export function goesOn(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.text
  return next !== undefined && !FUNCTION_WORDS.test(next) && !PAST.test(next) && !/^\p{Lu}\p{Ll}/u.test(next)
}

/** How surely a noun phrase (`the database administrator of …`) is about a person: by its head, the last noun before a word that links. */
export function surenessOfPhrase(text: string, known: ReadonlySet<string>): Sureness {
  const words = wordsOf(text)
  let best: Sureness = 0
  for (let index = 0; index < Math.min(words.length, 7); index++) {
    const here = sureness(words, index, known)
    if (here > best && !goesOn(words, index)) best = here
    const word = words[index]?.text ?? ''
    if (best > 0 || (/^(?:in|on|at|to|from|for|by|with|that|which|who|because|when|and|or|but|,|:)$/i.test(word) && index > 0)) break
  }
  return best
}
