import { everyMatch } from './every-match.ts'

const LENGTH = 3
const WORD = /[\w'’-]+/g

/** Wordings to be looked for in sentences. */
export interface WordIndex {
  /** What is found in a sentence, at most once where each word begins; the longest-standing alternative wins there. */
  readonly matchesIn: (sentence: string) => Generator<RegExpExecArray>
}

/**
 * Regular expressions, each of which begins where a word begins and ends where one ends, filed by the letters that they can begin with. A sentence is so held
 * only against those that its own words can begin, and only those are ever compiled: a few of thousands. `alternatives` is asked with the first sentence.
 */
export function wordIndex(alternatives: () => readonly string[]): WordIndex {
  let filed: (RegExp | readonly string[] | undefined)[] | null = null
  return {
    *matchesIn(sentence) {
      filed ??= file(alternatives())
      const { lower, words } = begunIn(sentence)
      for (const { at, letters } of words)
        for (const one of letters) {
          const own = filed[one]
          if (own === undefined) continue
          const pattern = own instanceof RegExp ? own : (filed[one] = new RegExp(`(?:${own.join('|')})(?![\\w-])`, 'y'))
          pattern.lastIndex = at
          const match = pattern.exec(lower)
          if (match === null) continue
          yield match
          break
        }
    },
  }
}

/** The numbers of all letters that some wording begins with: words that begin otherwise need not be looked up. */
const NUMBERS = new Map<string, number>()

/** Wordings that are looked for only in sentences that have what each of them has, where they could begin anywhere. */
export function onlyWith(needed: RegExp, words: WordIndex): WordIndex {
  return {
    *matchesIn(sentence) {
      if (needed.test(sentence)) yield* words.matchesIn(sentence)
    },
  }
}

/** Expressions that heed the case are made much faster, so that both sides are in small letters. */
function file(alternatives: readonly string[]): (RegExp | readonly string[] | undefined)[] {
  const filed: string[][] = []
  for (const alternative of alternatives.map((text) => text.replaceAll(/\\.|[A-Z]+/g, (part) => (part.startsWith('\\') ? part : part.toLowerCase()))))
    for (const letters of beginnings(alternative, LENGTH)) {
      const number = NUMBERS.get(letters) ?? NUMBERS.size
      NUMBERS.set(letters, number)
      const own = filed[number]
      if (own === undefined) filed[number] = [alternative]
      else own.push(alternative)
    }
  // What was looked up before did not know these letters.
  lately = { text: '', lower: '', words: [] }
  return filed
}

interface Begun {
  readonly at: number
  /** The numbers of what the word begins with, the longest first. */
  readonly letters: readonly number[]
}

interface Sentence {
  readonly text: string
  /** In small letters, as long as it was. */
  readonly lower: string
  readonly words: readonly Begun[]
}

/** A sentence is held against several indices, one after another. */
let lately: Sentence = { text: '', lower: '', words: [] }

function begunIn(text: string): Sentence {
  if (lately.text === text) return lately
  const small = text.toLowerCase()
  const lower = small.length === text.length ? small : text
  const words = everyMatch(WORD, lower).map(({ index }): Begun => {
    const letters = lower.slice(index, index + LENGTH)
    const numbers = [letters, letters.slice(0, 2), letters.slice(0, 1), ''].map((one) => NUMBERS.get(one))
    return { at: index, letters: numbers.filter((one) => one !== undefined) }
  })
  lately = { text, lower, words }
  return lately
}

/** The alternatives of a regular expression at its top level. */
export function alternativesOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '\\') at++
    else if (sign === '[') at = text.indexOf(']', at)
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === '|' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

/** What the texts that a regular expression matches can begin with: up to so many letters, fewer where that is not said by letters. */
export function beginnings(text: string, length: number): ReadonlySet<string> {
  if (length === 0 || text === '') return new Set([''])
  const head = headOf(text)
  const rest = text.slice(head.text.length + head.quantifier.length)
  const found = new Set<string>()
  const optional = /^(?:[?*]|\{0)/.test(head.quantifier)
  if (optional || head.kind === 'around') for (const one of beginnings(rest, length)) found.add(one)
  if (head.kind === 'around') return found
  if (head.kind === 'open') return found.add('')
  if (head.kind === 'group') {
    for (const inner of alternativesOf(head.text.slice(head.text.startsWith('(?:') ? 3 : 1, -1)))
      for (const one of beginnings(head.quantifier === '' ? inner + rest : inner, length)) found.add(one)
    return found
  }
  for (const letter of head.letters) for (const one of head.quantifier === '' || optional ? beginnings(rest, length - 1) : ['']) found.add(letter + one)
  return found
}

interface Head {
  readonly kind: 'letters' | 'group' | 'around' | 'open'
  readonly text: string
  readonly letters: readonly string[]
  readonly quantifier: string
}

/** The first piece of a regular expression: a letter or a set of some, a group, what looks around, or what may be anything. */
function headOf(text: string): Head {
  if (text.startsWith('(')) {
    let depth = 0
    let end = 0
    for (; end < text.length; end++) {
      if (text[end] === '\\') end++
      else if (text[end] === '[') end = text.indexOf(']', end)
      else if (text[end] === '(') depth++
      else if (text[end] === ')' && --depth === 0) break
    }
    return headed(/^\(\?(?:<?[=!])/.test(text) ? 'around' : 'group', text, end + 1, [])
  }
  const set = /^\[(?:[a-z'’éï -](?!-[a-z]))+\]/i.exec(text)?.[0]
  if (set !== undefined) return headed('letters', text, set.length, set.slice(1, -1).toLowerCase().split(''))
  if (text.startsWith('\\b')) return headed('around', text, 2, [])
  if (/^[\\.[^$]/.test(text)) return headed('open', text, text.startsWith('[') ? text.indexOf(']') + 1 : 2, [])
  return headed('letters', text, 1, [(text[0] ?? '').toLowerCase()])
}

function headed(kind: Head['kind'], text: string, length: number, letters: readonly string[]): Head {
  return { kind, text: text.slice(0, length), letters, quantifier: /^(?:[?*+]|\{\d[^}]*\})\??/.exec(text.slice(length))?.[0] ?? '' }
}
