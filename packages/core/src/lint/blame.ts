import { betterWording } from './better-wording.ts'
import type { Found } from './finding.ts'
import { judgedSentence } from './judged-sentence.ts'
import { foundAt, type Passage } from './passages.ts'
import { sayInstead } from './say-instead.ts'
import { sentencesOf } from './sentences.ts'

/** Finds people as agents of faults. `document`: how many passages it has, and the names that it gives to people, in lower case. */
export function blame(passage: Passage, document: { readonly passages: number; readonly known: ReadonlySet<string> }): Found[] {
  if (passage.quoted) return []
  const found: Found[] = []
  for (const sentence of sentencesOf(passage.text)) {
    const span = judgedSentence(sentence, document)
    if (span === null) continue
    const from = sentence.at
    const words = passage.text.slice(from + span[0], from + span[1]).trim()
    const message = `“${words.slice(0, 80).trim()}” puts the fault on a person.`
    const about = { rule: 'blame', message, hint: betterWording(words) }
    const better = sayInstead(passage.text.slice(from, from + sentence.text.length), span)
    found.push(foundAt(passage, [from + (better?.at ?? span[0]), from + span[1]], { ...about, suggestion: better?.words ?? null }))
  }
  return found
}
