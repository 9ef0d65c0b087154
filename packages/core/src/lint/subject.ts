import { goesOn, PAST, sureness, wordsOf, type Sureness, type Word } from './words-of-people.ts'

const REACH = 220
const ADVERB =
  /^(?:had|has|have|having|been|was|were|is|are|be|being|also|again|then|just|even|still|first|once|did|do|does|not|never|either|already|both|all|himself|herself|themselves|too|so|obviously|somehow|later|simply|always|often|now|.*ly|.*n['’]t)$/i
const AFTER_NOUN =
  /^(?:[,(]|on|in|of|from|at|for|with|behind|about|responsible|assigned|working|doing|running|performing|handling|who|that|whose|named|called|which|leading|reviewing|deploying|involved)$/i
const MODAL = /^(?:might|may|can|cannot|could|would|will|shall|must|to|should|won['’]t|wouldn['’]t|can['’]t|couldn['’]t)$/i
const CLAUSE = /^(?:because|since|although|though|while|when|as|so|after|before|until|where|which|than|that|and|but|or|then|like|[,:(])$/i
const SAYING =
  /^(?:says?|said|think|thinks|thought|believes?|believed|found|admits?|admitted|agree|agrees|agreed|concluded|shows?|showed|means|meant|know|apparently)$/i
const UNREAL = /^(?:if|unless|whether|lest)$/i
const PREPOSITION = /^(?:of|by|from|for|to|with|at|on|in|into|during|under|over|about|behind|between|through|via|without|near)$/i
const PARTITIVE = /^(?:one|some|two|three|four|none|either|most|many|few|several|member|members|part|rest|all)$/i
const DETERMINER = /^(?:the|a|an|our|their|his|her|its|this|that|these|those|my|your|each|every|some|any|another)$/i

/** Where the person stands that a fault belongs to: offsets into the sentence. Null where the subject is a system, or where it did not happen. */
export function subjectOf(sentence: string, fault: number, search: { readonly known: ReadonlySet<string>; readonly least: Sureness }): number | null {
  const shift = Math.max(0, fault - REACH)
  const words = wordsOf(sentence.slice(shift, fault), shift)
  if (words.slice(-3).some(({ text }) => MODAL.test(text))) return null
  for (let index = words.length - 1; index >= Math.max(0, words.length - 26); index--) {
    const sure = sureness(words, index, search.known)
    if (sure < search.least || sure === 0) continue
    if (leadsTo(words, index) && begins(words, index)) return words[index]?.at ?? null
  }
  return null
}

const ACTS_NOT = /^(?:might|may|can|cannot|will|shall|must|to|should|is|are|has|have|could|would)$/i

/** `sure`: how surely each word is a person. Where the first person stands that begins a clause and did something in it. Null where people only stand elsewhere, or do not act. */
export function actorIn(words: readonly Word[], sure: readonly Sureness[]): number | null {
  for (let index = 0; index < words.length; index++) {
    if (WRITERS.test(words[index]?.text ?? '') || (sure[index] ?? 0) < 3 || goesOn(words, index) || !begins(words, index)) continue
    const between = withoutAside(words.slice(index + 1, index + 24).map(({ text }) => text))
    const verb = between.find((word) => !BESIDE.test(word) && !/^\p{Lu}/u.test(word))
    if (verb !== undefined && (ACTED.test(verb) || (PAST.test(verb) && !ACTS_NOT.test(verb)))) return words[index]?.at ?? null
  }
  return null
}

const BESIDE = /^(?:also|again|then|just|even|still|first|once|either|already|both|all|himself|herself|themselves|\w+ly)$/i
const WRITERS = /^(?:i|author|authors|user|users|customer|customers)$/i
const ACTED = /^(?:keeps|thinks|never|didn['’]t|doesn['’]t|wasn['’]t|weren['’]t|hadn['’]t|couldn['’]t|wouldn['’]t|hasn['’]t)$/i

/** Whether what stands between the person and the fault keeps the person as the fault's subject. */
function leadsTo(words: readonly Word[], person: number): boolean {
  const between = withoutAside(words.slice(person + 1).map(({ text }) => text))
  if (between.includes(':')) return false
  while (/^(?:\p{Lu}\p{Ll}|\p{Lu}$)/u.test(between[0] ?? '')) between.shift()
  const first = between.find((word) => !ADVERB.test(word))
  if (first === undefined) return true
  if (goesOn(words, person) && !PAST.test(first)) return false
  const last = between.findLast((word) => !ADVERB.test(word)) ?? ''
  if (/^whoever$/i.test(words[person]?.text ?? '')) return !opensAnother(between)
  const joined = /^(?:and|but|then|or|,)$/i.test(last)
  if (joined) return !/^(?:so|because|since|as|while|when|if|where|from)$/i.test(first) && !opensAnother(between.slice(1, -1))
  if (!AFTER_NOUN.test(first) || (/^from$/i.test(first) && /ing$|ly$/.test(between[1] ?? ''))) return false
  // `The engineer on duty ignored`: one phrase; `the engineer, because the pod failed`: another clause.
  return between.length <= 14 && !opensAnother(between.slice(1))
}

/** `Bob, who was on call that night, ignored` without what is between the commas. */
function withoutAside(words: readonly string[]): string[] {
  const end = words[0] === ',' ? words.indexOf(',', 1) : -1
  return end > 0 ? words.slice(end + 1) : [...words]
}

const DAY = /^(?:night|day|morning|afternoon|evening|time|week|weekend|moment|shift|hour|minute|deploy|change|release|script|line)$/i

/** Whether another clause with a subject of its own begins. */
function opensAnother(words: readonly string[]): boolean {
  if (words.some((word, index) => /^(?:it|this|that|they|we|he|she|which)$/i.test(word) && /^(?:and|but|,|so)$/i.test(words[index - 1] ?? ''))) return true
  if (words.some((word, index) => /^(?:and|but|so)$/i.test(word) && words[index - 1] === ',' && DETERMINER.test(words[index + 1] ?? ''))) return true
  return words.some(
    (word, index) =>
      /^(?:because|since|although|when|while|that|if|where|which|so|as)$/i.test(word) &&
      index < words.length - 1 &&
      !(/^that$/i.test(word) && DAY.test(words[index + 1] ?? '')),
  )
}

/** Whether the person begins its clause, perhaps after a phrase: `on Monday Alice`, `one of the engineers`, `we think that Bob`. */
function begins(words: readonly Word[], person: number): boolean {
  let described = 0
  for (let index = person - 1, steps = 0; index >= 0; index--, steps++) {
    const word = words[index]?.text ?? ''
    if (UNREAL.test(word) && !/^(?:as|even)$/i.test(words[index - 1]?.text ?? '')) return false
    if (CLAUSE.test(word) || SAYING.test(word)) return !UNREAL.test(words[index - 1]?.text ?? '') && !isPurpose(words, index)
    if (PREPOSITION.test(word)) {
      if (PARTITIVE.test(words[index - 1]?.text ?? '')) return index < 2 || begins(words, index - 1)
      const first = PREPOSITION.test(words[index - 1]?.text ?? '') ? index - 1 : index
      const opens = first === 0 || CLAUSE.test(words[first - 1]?.text ?? '')
      return opens && described > 0
    }
    if (steps > 5) return false
    if (!DETERMINER.test(word)) described++
  }
  return true
}

function isPurpose(words: readonly Word[], index: number): boolean {
  return /^that$/i.test(words[index]?.text ?? '') && /^(?:so|such|case|sure|ensure)$/i.test(words[index - 1]?.text ?? '')
}
