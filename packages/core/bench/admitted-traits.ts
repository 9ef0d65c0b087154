import type { Labelled } from './blame-examples.ts'

const SEEN = 3
const SETS = 2
const NOUN = 0.12
const BEFORE_NOUNS = /^(?:the|an?|our|this|that|these|those|its|no|any|each|every|my|his|her|their|your|one|two|three|another|some|of|for|with)$/
const GRAMMAR =
  /^(?:[*,:()^]|PERSON|SOMEBODY|NAME|NUM|the|an?|our|us|we|i|me|my|this|that|these|those|its?|no|any|each|every|his|her|hers|him|their|them|they|he|she|you|your|one|some|of|for|with|and|or|but|so|then|because|since|although|though|while|when|whenever|after|before|until|where|which|who|whom|whose|whoever|what|why|how|if|than|as|in|on|at|to|from|by|without|during|into|over|under|about|behind|between|through|off|out|up|down|back|away|again|too|also|even|just|only|still|yet|never|not|nor|neither|instead|had|has|have|having|was|were|is|are|am|be|been|being|did|does|do|done|didn't|doesn't|don't|wasn't|weren't|isn't|hadn't|hasn't|haven't|couldn't|can't|won't|wouldn't|shouldn't|could|can|will|would|should|must|may|might|ought|himself|herself|themselves|myself|nobody|somebody|someone|anyone|everyone|nothing|something|anything|everything|there|here|more|most|much|many|less|very|such|same|other|all|both|now|once|ever|always|another|it's|that's|i'm)$/

/**
 * The traits that may be learned: classes of cues, words of grammar and words that judge or tell what people do; seen in some sentences of at least two sets.
 * Nouns of things are left out: what was switched off or sold says nothing about whether somebody is blamed for it. A noun is what mostly stands behind an
 * article and ends there.
 */
export function admittedTraits(sentences: readonly Labelled[]): ReadonlySet<string> {
  const nouns = nounsOf(sentences)
  const seen = new Map<string, { times: number; sets: Set<string> }>()
  for (const { set, traits } of sentences)
    for (const trait of traits) {
      const one = seen.get(trait) ?? { times: 0, sets: new Set() }
      one.times++
      one.sets.add(set)
      seen.set(trait, one)
    }
  const fits = (part: string): boolean => GRAMMAR.test(part) || (/^[a-z']{3,}$/.test(part) && !nouns.has(part))
  const fitting = (trait: string): boolean => {
    if (/^[#~]/.test(trait)) return true
    if (trait.endsWith('~')) return !nouns.has(trait)
    return trait.split(' ').every(fits)
  }
  return new Set([...seen].filter(([trait, { times, sets }]) => times >= SEEN && sets.size >= SETS && fitting(trait)).map(([trait]) => trait))
}

/** Words, and beginnings of words, that are nouns too often. */
function nounsOf(sentences: readonly Labelled[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; noun: number }>()
  for (const { text } of sentences) {
    const words =
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[a-z'-]+|[,.:;()!?]/g) ?? []
    for (const [index, word] of words.entries()) {
      const noun =
        BEFORE_NOUNS.test(words[index - 1] ?? '') &&
        /^(?:[,.:;()!?]|of|was|were|is|are|had|has|in|on|to|for|at|and|that|which|by|with|from|did|because|)$/.test(words[index + 1] ?? '')
      for (const name of [word, `${word.slice(0, 5)}~`]) {
        const one = counts.get(name) ?? { all: 0, noun: 0 }
        one.all++
        if (noun) one.noun++
        counts.set(name, one)
      }
    }
  }
  const nouns = new Set([...counts].filter(([, { all, noun }]) => noun / all >= NOUN).map(([name]) => name))
  for (const name of counts.keys()) if (nouns.has(name.replace(/s$/, '')) || nouns.has(`${name}s`)) nouns.add(name)
  return nouns
}
