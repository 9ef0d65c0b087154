import { HUMAN_FAULTS, IRREALIS, NOT_BLAME, PHRASES, SHARED_FAULTS } from './blame-words.ts'
import type { Found } from './finding.ts'
import { foundAt, type Passage } from './passages.ts'
import { BOTH, NAMES, PRONOUNS, ROLES, SYSTEMS, TEAMS } from './people-words.ts'

const HINT = 'Say what made it possible: which tool, check, alert or runbook let it happen, as in “the deploy tool accepts an untested build”.'
const LONGEST = 600

/** Finds people as agents of faults. `known`: names that the document itself gives to people, in lower case. */
export function blame(passage: Passage, known: ReadonlySet<string>): Found[] {
  if (passage.quoted) return []
  const text = masked(passage.text)
  const found: Found[] = []
  for (const [from, sentence] of sentences(text)) {
    if (NOT_BLAME.test(sentence) || /^\W*(?:how|if|why|who|what|when)\b/i.test(sentence)) continue
    const span = blamed(sentence, known)
    if (span === null) continue
    const message = `“${passage.text.slice(from + span[0], from + Math.min(span[1], span[0] + 80)).trim()}” puts the fault on a person.`
    found.push(foundAt(passage, [from + span[0], from + span[1]], { rule: 'blame', message, hint: HINT }))
  }
  return found
}

/** Quotations and addresses are not the author's words: they become `¤`, as long as they were. */
function masked(text: string): string {
  return text.replace(/"[^"\n]{2,300}"|“[^”\n]{2,300}”|«[^»\n]{2,300}»|https?:\/\/\S{1,2000}/g, (quote) => '¤'.repeat(quote.length))
}

function* sentences(text: string): Generator<readonly [number, string]> {
  let from = 0
  for (const match of text.matchAll(/[.!?;](?=\s|$)| [-–—] |$/g)) {
    for (let at = from; at < match.index; at += LONGEST) yield [at, text.slice(at, Math.min(match.index, at + LONGEST))]
    from = match.index + match[0].length
  }
}

function blamed(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  for (const pattern of PHRASES)
    for (const match of sentence.matchAll(pattern)) {
      const who = match[1]?.split(/ (?:of|in|on|at|and|who|that|to|for|after|when|which|because)\b/)[0]
      if (who !== undefined && !who.split(' ').some((word) => isPerson(word, known, 'surely'))) continue
      return [match.index, match.index + match[0].length]
    }
  for (const [pattern, sureness] of [
    [HUMAN_FAULTS, 'maybe'],
    [SHARED_FAULTS, 'surely'],
  ] as const)
    for (const match of sentence.matchAll(pattern)) {
      const subject = subjectOf(sentence, match.index, { known, sureness })
      if (subject !== null && !IRREALIS.test(sentence.slice(0, subject))) return [subject, match.index + match[0].length]
    }
  return null
}

interface Search {
  readonly known: ReadonlySet<string>
  readonly sureness: 'maybe' | 'surely'
}

const SKIPPED =
  /^(?:had|has|have|been|was|were|is|are|be|being|simply|also|again|then|just|completely|totally|even|apparently|clearly|obviously|who|that|really|still|probably|likely|later|first|repeatedly|unfortunately|both|all|himself|herself|themselves|actually|basically|somehow|did|once|accidentally|mistakenly|inadvertently|not|never|either|already)$/i
const LINKS =
  /^(?:on|in|of|from|at|for|with|responsible|assigned|working|doing|running|performing|handling|who|that|whose|named|called|which|about|leading|reviewing|deploying|behind)$/i
const JOINS = /^(?:and|but|then|or)$/i
const MODALS = /^(?:might|may|can|could|would|will|shall|must|to|cannot|should)$/i
const STOPS = /^(?:because|since|although|though|while|when|as|so|after|before|until|where|which|if|than)$/i

/** Walks back from a fault to its subject: over adverbs, phrases that hang on the noun, and verbs that are joined to it. Gives the subject's offset, or null. */
function subjectOf(sentence: string, fault: number, search: Search): number | null {
  const tokens = [...sentence.slice(Math.max(0, fault - 200), fault).matchAll(/[@¤\p{L}\p{N}_'’-]+|[,:()]/gu)]
  const shift = Math.max(0, fault - 200)
  let mode: 'subject' | 'phrase' | 'joined' = 'subject'
  for (let index = tokens.length - 1, steps = 0; index >= 0 && steps < 22; index--, steps++) {
    const token = tokens[index]
    const word = token?.[0] ?? ''
    if (mode === 'subject' && steps < 3 && MODALS.test(word)) return null
    if (/^[,()]$/.test(word)) {
      if (mode === 'subject' && steps > 0) mode = 'phrase'
      continue
    }
    if (word === ':') return null
    if (JOINS.test(word)) mode = 'joined'
    else if (SKIPPED.test(word)) continue
    else if (STOPS.test(word) && mode !== 'phrase') return null
    else if (isPerson(word, search.known, search.sureness) && !isObject(tokens, index)) return (token?.index ?? 0) + shift
    else if (mode === 'subject') {
      const near = tokens.slice(Math.max(0, index - 6), index).some(([one]) => LINKS.test(one))
      if (!near) return null
      mode = 'phrase'
    } else if (mode === 'phrase' && steps > 10) return null
  }
  return null
}

/** Whether the person at `index` hangs on another noun: "the pods of the engineer". */
function isObject(tokens: readonly RegExpMatchArray[], index: number): boolean {
  const before = tokens.slice(Math.max(0, index - 3), index).map(([word]) => word.toLowerCase())
  const link = before.findLastIndex((word) => /^(?:of|by|from|for|to|with|paged|called|told|asked|at|on|alerted|notified|pinged)$/.test(word))
  if (link < 0) return false
  return !/^(?:one|some|member|members|two|three|none|either|most|many|night|day|week|monday|friday)$/.test(
    before[link - 1] ?? tokens[index - before.length + link - 1]?.[0]?.toLowerCase() ?? 'one',
  )
}

function isPerson(word: string, known: ReadonlySet<string>, sureness: 'maybe' | 'surely'): boolean {
  const lower = word.toLowerCase().replace(/['’]s?$/, '')
  if (word.startsWith('@') && word.length > 1) return true
  if (ROLES.has(lower) || PRONOUNS.has(lower) || known.has(lower)) return true
  if (TEAMS.has(lower)) return true
  if (/^\p{Lu}\p{Ll}/u.test(word) && NAMES.has(lower)) return true
  if (sureness === 'surely') return false
  return BOTH.has(lower) || (/^\p{Lu}\p{Ll}+$/u.test(word) && !SYSTEMS.has(lower) && !/(?:ly|ing|ion|ed|er|or|ity|ment|s|db|sql|git|hub)$/.test(lower))
}
