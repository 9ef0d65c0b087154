import { CUES_OF_JUDGEMENT } from './cues-of-judgement.ts'
import { CUES } from './cues.ts'
import type { Sentence } from './sentences.ts'
import { actorIn } from './subject.ts'
import { sureness, wordsOf, type Sureness, type Word } from './words-of-people.ts'

const STEM = 5
const ENDINGS = [3, 4]
/** So many words on, one still belongs to another. */
const REACH = 3
const CLASSES = [...CUES, ...CUES_OF_JUDGEMENT]

/** What a trait of a sentence is and where it stands. */
export interface Trait {
  readonly name: string
  readonly at: number
  readonly to: number
}

/**
 * What a sentence is weighed by, each trait once. People are `PERSON` (behind a preposition `SOMEBODY`), other capitals `NAME`, numbers `NUM`, so that nothing
 * is learned about anybody. `ignor~` is how a word begins, `~ssly` how one ends, `PERSON ignored` two words, `PERSON * ignored` two with others between them;
 * `#motive` is a class of cues, `#motive+known` two of them, and other `#` what the sentence is like as a whole.
 */
export function traitsOf({ text, asked }: Pick<Sentence, 'text' | 'asked'>, known: ReadonlySet<string>): Trait[] {
  const words = wordsOf(text)
  const sure = words.map((_, index) => sureness(words, index, known))
  const found = new Map<string, Trait>()
  const add = (name: string, at: number, to: number): void => {
    if (!found.has(name)) found.set(name, { name, at, to })
  }
  addWords(named(words, sure), add)
  addCues(text, actorIn(words, sure), add)
  if (asked) add('#asked', 0, 0)
  if (text.includes('¤')) add('#quote', 0, 0)
  add(`#length${Math.min(4, Math.floor(words.length / 7))}`, 0, 0)
  add(`#person${Math.max(0, ...sure)}`, 0, 0)
  return [...found.values()]
}

type Add = (name: string, at: number, to: number) => void

function addWords(words: readonly Trait[], add: Add): void {
  for (const [index, { name, at, to }] of words.entries()) {
    if (index > 0) add(name, at, to)
    if (/^[a-z]/.test(name)) {
      if (name.length >= STEM) add(`${name.slice(0, STEM)}~`, at, to)
      for (const length of ENDINGS) if (name.length > length + 1) add(`~${name.slice(-length)}`, at, to)
    }
    for (let other = index + 1; other <= Math.min(index + REACH, words.length - 1); other++) {
      const then = words[other]
      if (then !== undefined && (index > 0 || other === 1)) add(other === index + 1 ? `${name} ${then.name}` : `${name} * ${then.name}`, at, then.to)
    }
  }
}

/** `actor`: where somebody who acts stands. What is said of a sentence with her in it, and without, is weighed apart. */
function addCues(text: string, actor: number | null, add: Add): void {
  const classes: string[] = []
  if (actor !== null) add('#actor', actor, actor)
  const who = actor === null ? 'nobody' : 'actor'
  for (const { name, words } of CLASSES) {
    const [match] = words.matchesIn(text)
    if (match === undefined) continue
    add(`#${name}`, match.index, match.index + match[0].length)
    add(`#${who}+${name}`, match.index, match.index + match[0].length)
    for (const other of classes) add(`#${other}+${name}`, match.index, match.index + match[0].length)
    classes.push(name)
  }
}

/** The words by their names as traits, behind `^` for the beginning. */
function named(words: readonly Word[], sure: readonly Sureness[]): Trait[] {
  return [
    { name: '^', at: 0, to: 0 },
    ...words.map(({ text, at }, index) => ({
      name: isObject(words, index) && (sure[index] ?? 0) >= 3 ? 'SOMEBODY' : nameOf(text, sure[index] ?? 0),
      at,
      to: at + text.length,
    })),
  ]
}

function nameOf(text: string, sure: Sureness): string {
  const bare = text.replace(/['’]s?$/, '')
  if (sure >= 3) return 'PERSON'
  if (sure > 0 && /^\p{Lu}/u.test(bare)) return 'NAME'
  return /\d/.test(bare) ? 'NUM' : bare.toLowerCase().replaceAll('’', "'")
}

/** Whether a word stands behind a preposition: `to the engineer`. */
function isObject(words: readonly Word[], index: number): boolean {
  const before = DETERMINER.test(words[index - 1]?.text ?? '') ? index - 2 : index - 1
  return PREPOSITION.test(words[before]?.text ?? '')
}

const DETERMINER = /^(?:the|an?|our|their|his|her|its|this|that|my|your|some|one|two)$/i
const PREPOSITION = /^(?:to|for|with|on|at|from|of|by|about|behind|in)$/i
