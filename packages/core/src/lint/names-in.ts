import { SYSTEMS } from './people-words.ts'

/** The names of people in a sentence, with those that are known: whoever stands in it with `he` or `her` is most likely a person. */
export function namesIn(sentence: string, known: ReadonlySet<string>): ReadonlySet<string> {
  if (!/\b(?:he|she|his|her|him|herself|himself)\b/i.test(sentence)) return known
  const names = [...sentence.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{2,20}(?![\p{L}\p{N}-])/gu)].map(([word]) => word.toLowerCase())
  return new Set([...known, ...names.filter((name) => !SYSTEMS.has(name))])
}
