import { isMitigated } from './mitigation.ts'
import { namesIn } from './names-in.ts'
import { isAboutBlame } from './not-blame.ts'
import { byRules } from './rules-of-blame.ts'
import type { Sentence } from './sentences.ts'
import { weigh } from './weighed.ts'
import { CAUTION, ENOUGH } from './weights.ts'
import { likeliest, wordsOf } from './words-of-people.ts'

/** A text with so many passages is long. */
const LONG = 40

/**
 * Where a sentence blames: offsets into it, or null. Where no rule finds its words, they are weighed: more must speak for blame the longer the document is, since
 * each of its sentences may be taken for blame wrongly, while next to none blames.
 */
export function judgedSentence(
  sentence: Sentence,
  document: { readonly passages: number; readonly known: ReadonlySet<string> },
): readonly [number, number] | null {
  if (isAboutBlame(sentence.text)) return null
  const known = namesIn(sentence.text, document.known)
  const ruled = byRules(sentence, known)
  if (ruled !== null) return ruled
  if (likeliest(wordsOf(sentence.text), known) < 2 || isMitigated(sentence.text, sentence.next)) return null
  const { weight, heaviest } = weigh(sentence, known)
  return weight < ENOUGH + CAUTION * Math.min(1, (document.passages - 1) / LONG) ? null : heaviest()
}
