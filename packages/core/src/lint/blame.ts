import { betterWording } from './better-wording.ts'
import { FAULTS, PHRASES, SARCASM } from './blame-words.ts'
import { CONDUCT } from './conduct.ts'
import { isGeneral, neglect } from './duties.ts'
import type { Found } from './finding.ts'
import { isAboutBlame } from './not-blame.ts'
import { foundAt, type Passage } from './passages.ts'
import { sayInstead } from './say-instead.ts'
import { SYSTEMS } from './people-words.ts'
import { subjectOf } from './subject.ts'
import { VERDICTS } from './verdicts.ts'
import { surenessOfPhrase } from './words-of-people.ts'

const LONGEST = 600

/** Finds people as agents of faults. `known`: names that the document itself gives to people, in lower case. */
export function blame(passage: Passage, known: ReadonlySet<string>): Found[] {
  if (passage.quoted) return []
  const text = masked(passage.text)
  const found: Found[] = []
  for (const [from, sentence] of sentences(text)) {
    const span = isAboutBlame(sentence) ? null : blamed(sentence, withNames(sentence, known))
    if (span === null) continue
    const words = passage.text.slice(from + span[0], from + span[1]).trim()
    const message = `“${words.slice(0, 80).trim()}” puts the fault on a person.`
    const about = { rule: 'blame', message, hint: betterWording(words) }
    const better = sayInstead(passage.text.slice(from, from + sentence.length), span)
    found.push(foundAt(passage, [from + (better?.at ?? span[0]), from + span[1]], { ...about, suggestion: better?.words ?? null }))
  }
  return found
}

/** Whoever stands in a sentence with `he` or `her` is most likely a person, also when the name is unknown. */
function withNames(sentence: string, known: ReadonlySet<string>): ReadonlySet<string> {
  if (!/\b(?:he|she|his|her|him|herself|himself)\b/i.test(sentence)) return known
  const names = [...sentence.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{2,20}(?![\p{L}\p{N}-])/gu)].map(([word]) => word.toLowerCase())
  return new Set([...known, ...names.filter((name) => !SYSTEMS.has(name))])
}

/** Quotations and addresses are not the author's words: they become `¤`, as long as they were. */
function masked(text: string): string {
  return text.replace(/"[^"\n]{2,300}"|“[^”\n]{2,300}”|«[^»\n]{2,300}»|‘[^’\n]{2,200}’(?!\w)|(?<![\w'])'[^'\n]{2,200}'(?!\w)|https?:\/\/\S{1,2000}/g, (quote) =>
    '¤'.repeat(quote.length),
  )
}

function* sentences(text: string): Generator<readonly [number, string]> {
  let from = 0
  for (const match of text.matchAll(/[.!?;](?=\s|$)| [-–—] |$/g)) {
    for (let at = from; at < match.index; at += LONGEST) yield [at, text.slice(at, Math.min(match.index, at + LONGEST))]
    from = match.index + match[0].length
  }
}

const QUESTION = /^\W*(?:how|if|why|who|what|whether|could|can|did|does|do|would|was|were|is|are)\b/i
const COUNTERFACTUAL = /\bif (?:only )?(?:[\w@-]+ ){1,4}had\b/i

function blamed(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  const sarcasm = phrase(sentence, known, SARCASM)
  if (sarcasm !== null) return sarcasm
  if (QUESTION.test(sentence) && !COUNTERFACTUAL.test(sentence)) return null
  const words = phrase(sentence, known, PHRASES) ?? phrase(sentence, known, VERDICTS)
  if (words !== null) return words
  const neglected = neglect(sentence, known)
  if (neglected !== null) return neglected
  for (const [pattern, least] of [...FAULTS, ...CONDUCT])
    for (const match of overlapping(sentence, pattern)) {
      const subject = subjectOf(sentence, match.index, { known, least })
      if (subject !== null && !isGeneral(sentence, subject, match[0])) return [subject, match.index + match[0].length]
    }
  return null
}

/** Every match, also where one begins inside another: `A tired admin deleted` matches from `tired` and from `deleted`. */
function* overlapping(sentence: string, pattern: RegExp): Generator<RegExpExecArray> {
  const own = new RegExp(pattern)
  for (let match = own.exec(sentence); match !== null; match = own.exec(sentence)) {
    yield match
    own.lastIndex = match.index + Math.max(1, /^[\w'’-]*/.exec(match[0])?.[0].length ?? 1)
  }
}

function phrase(sentence: string, known: ReadonlySet<string>, phrases: typeof PHRASES): readonly [number, number] | null {
  for (const [pattern, least] of phrases)
    for (const match of overlapping(sentence, pattern)) {
      const who = match.slice(1).find((group) => group !== undefined)
      if (least === 0 || (who !== undefined && surenessOfPhrase(who, known) >= least)) return [match.index, match.index + match[0].length]
    }
  return null
}
