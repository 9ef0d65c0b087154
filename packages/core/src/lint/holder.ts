import { subjectOf } from './subject.ts'
import { surenessOfPhrase, surest, wordsOf, type Sureness } from './words-of-people.ts'

/** Whom to look for: the names that the document gives to people, and how surely the holder must be a person. */
export interface Search {
  readonly known: ReadonlySet<string>
  readonly least: Sureness
  /** Whether whose it is must stand right beside it. */
  readonly close: boolean
}

const BREAKS = /^(?:[,:()]|the|an?|this|that|these|those|our|no|was|were|is|are|had|has|have|to|of|by|in|on|for|and|but|confirmed|found|fixed|saw)$/i
const OWN = /^(?:his|her|whose)$/i
const LINK = /(?<= )(?:by|of|from|in|within|among|amongst|between|at|inside|on the part of|on behalf of) (?=[\w@¤])/gi
const NEAR = 60
/** What all had is nobody’s fault. */
const EVERYBODY = /^(?:all|both|every|everyone|everybody|most|many|us)\b/i
const HAVING =
  /(?:^|[\s,(])(?!found|fixed|notic|critici|improv|correct|revert|discuss|identif|report|avoid|noted|flagg|prevent|address|detect|caught|explain)((?:[a-z]+(?:ed|s)|made|took|did|gave|wrote|ran|put|chose|led|kept|set|was|were|is|are|being|through|with|of|in|despite|out of)) (?:(?:an?|the|his|her|their|some|such|much|more|very|rather|such an?|sheer|pure|plain|utter|total|complete|gross|[a-z]+ly) ){0,3}$/i

/** Where whoever has a fault that a noun names (`the lead’s haste`, `haste on the part of the lead`, `showed haste`) is found: the offsets that say so, or null. */
export function holderOf(sentence: string, span: readonly [number, number], search: Search): readonly [number, number] | null {
  const [from, to] = span
  const owner = ownerBefore(sentence, from, search)
  if (owner !== null) return [owner, to]
  const rest = sentence.slice(to, to + NEAR).split(/[,;:(]| (?:that|which|when|because|and|but|was (?!\w+ by))\b/)[0] ?? ''
  for (const link of rest.matchAll(LINK)) {
    if (search.close && (link.index > 1 || !/^(?:by|of|from|on)/i.test(link[0]))) break
    const at = to + link.index + link[0].length
    if (follows(sentence, at, search.known) >= search.least && !EVERYBODY.test(sentence.slice(at))) return [from, at]
  }
  const before = HAVING.exec(sentence.slice(Math.max(0, from - 80), from))
  if (before === null || search.close) return null
  const verb = from - before[0].trimStart().length
  if (/^(?:of|with)$/i.test(before[1] ?? ''))
    return surenessOfPhrase(/(?:[\w@'’-]+ ){1,3}$/.exec(sentence.slice(Math.max(0, verb - 60), verb))?.[0] ?? '', search.known) >= search.least
      ? [from, to]
      : null
  const subject = subjectOf(sentence, verb, { ...search, least: 3 })
  return subject === null ? null : [subject, to]
}

/** How surely the noun phrase at `at` begins with a person; whose something is counts (`the DBA’s`). */
export function follows(sentence: string, at: number, known: ReadonlySet<string>): Sureness {
  return surenessOfPhrase(sentence.slice(at, at + 70).replaceAll(/(\w)(?:['’]s|(?<=s)['’])(?!\w)/g, '$1 ,'), known)
}

/** How surely there is any person in a sentence; the writers, their customers and what the sentence only mentions as `you` are none. */
export function somebody(sentence: string, known: ReadonlySet<string>): Sureness {
  return surest(wordsOf(sentence.replaceAll(/(\w)(?:['’]s|(?<=s)['’])(?!\w)/g, '$1 ,')), known)
}

function ownerBefore(sentence: string, from: number, { known, least }: Search): number | null {
  const words = wordsOf(sentence.slice(Math.max(0, from - 60), from), Math.max(0, from - 60))
  const near = words.slice(words.findLastIndex(({ text }) => BREAKS.test(text)) + 1).slice(-4)
  for (const word of near) {
    if (OWN.test(word.text)) return word.at
    if (/^their$/i.test(word.text) && somebody(sentence.slice(0, word.at), known) >= 3) return word.at
    const owner = /^(.+?)(?:['’]s|s['’])$/.exec(word.text)
    if (owner === null) continue
    const whose = /(?:[\w@-]+ )?[\w@-]+$/.exec(sentence.slice(0, word.at + (owner[1]?.length ?? 0)).slice(-60))?.[0] ?? ''
    if (surenessOfPhrase(whose, known) >= Math.max(2, least - 1)) return word.at
  }
  return null
}
