import { CUES } from './cues.ts'
import { actorIn } from './subject.ts'
import { sureness, wordsOf } from './words-of-people.ts'

const STEM = 5

/** What a trait of a sentence is and where it stands: a word, two words, how a word begins, or a class of cues. */
export interface Trait {
  readonly name: string
  readonly at: number
  readonly to: number
}

/**
 * What a sentence is weighed by, each trait once. People are `PERSON`, other capitals `NAME`, numbers `NUM`, so that nothing is learned about anybody; `ignor~` is how a
 * word begins, `#motive` a class of cues, `#motive+known` two of them.
 */
export function traitsOf(sentence: string, known: ReadonlySet<string>): Trait[] {
  const found = new Map<string, Trait>()
  const add = (name: string, at: number, to: number): void => {
    if (!found.has(name)) found.set(name, { name, at, to })
  }
  const words = wordsOf(sentence)
  const sure = words.map((_, index) => sureness(words, index, known))
  let before: Trait = { name: '^', at: 0, to: 0 }
  for (const [index, { text, at }] of words.entries()) {
    const name = classOf(text, sure[index] ?? 0)
    const here = { name, at, to: at + text.length }
    add(name, at, here.to)
    if (name.length > STEM - 1 && /^[a-z]/.test(name)) add(`${name.slice(0, STEM)}~`, at, here.to)
    add(`${before.name} ${name}`, before.at, here.to)
    before = here
  }
  const classes: string[] = []
  for (const { name, words: cues } of CUES) {
    const [match] = cues.matchesIn(sentence)
    if (match === undefined) continue
    add(`#${name}`, match.index, match.index + match[0].length)
    for (const other of classes) add(`#${other}+${name}`, match.index, match.index + match[0].length)
    classes.push(name)
  }
  const actor = actorIn(words, sure)
  if (actor !== null) add('#actor', actor, actor)
  return [...found.values()]
}

function classOf(text: string, sure: number): string {
  const bare = text.replace(/['’]s?$/, '')
  if (sure >= 3) return 'PERSON'
  if (sure > 0 && /^\p{Lu}/u.test(bare)) return 'NAME'
  return /\d/.test(bare) ? 'NUM' : bare.toLowerCase().replaceAll('’', "'")
}
