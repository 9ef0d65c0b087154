import { readFrontMatter } from '../front-matter.ts'
import type { Passage } from './passages.ts'

const LISTS =
  /^\W{0,6}(?:authors?|created by|written by|reported by|reporter|incident (?:lead|commander)|lead|owner|active participants|participants|observers|attendees|involved|responders|commander|on-?call)\b[^:]{0,20}:/i

/** The names that a document itself gives to people, in lower case: front matter, lists of participants, `:person` directives. */
export function knownPeople(passages: readonly Passage[], source: string): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (text: string): void => {
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’-]{2,30}/gu)) names.add(word.toLowerCase())
  }
  for (const [key, value] of Object.entries(readFrontMatter(source).values ?? {}))
    if (/author|lead|reporter|participant|observer|owner/i.test(key)) add(JSON.stringify(value) ?? '')
  for (const { text } of passages) if (text.length < 300 && LISTS.test(text)) add(text.slice(text.indexOf(':')))
  for (const match of source.matchAll(/:person\[([^\]\n]{1,80})\]/g)) add(match[1] ?? '')
  return names
}
