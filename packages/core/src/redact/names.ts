import type { Span } from './span.ts'

/** Somebody whose name must go, and the role that stands there instead. */
export interface Known {
  readonly name: string
  readonly handle: string | null
  /** `the incident lead`, `an engineer`. */
  readonly role: string
}

interface Term {
  readonly text: string
  readonly role: string
  /** The name is an ordinary word too: only with a capital, and not where a sentence begins. */
  readonly ordinary: boolean
}

/**
 * A finder for people's names in prose: whole names, first and last names, handles, possessives, in any case, with or without their accents. A name that two people
 * share becomes `an engineer`. It goes over the text once, however many people there are.
 */
export function nameFinder(people: readonly Known[]): (text: string) => Span[] {
  const terms = termsOf(people)
  const byWord = Map.groupBy(
    terms.filter(({ text }) => !UNSPACED.test(text)),
    ({ text }) => folded(WORD_ONCE.exec(text)?.[0] ?? text),
  )
  for (const list of byWord.values()) list.sort((a, b) => b.text.length - a.text.length)
  const unspaced = terms.filter(({ text }) => UNSPACED.test(text)).toSorted((a, b) => b.text.length - a.text.length)
  if (terms.length === 0) return () => []
  return (text) => {
    const spans: Span[] = []
    for (const match of text.matchAll(WORD)) {
      for (const term of byWord.get(folded(match[0])) ?? []) {
        const end = endOf(term, text, match.index)
        if (end === null) continue
        spans.push({ start: match.index, end, kind: 'name', put: begun(term.role, text, match.index) })
        break
      }
    }
    for (const term of unspaced) {
      for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + term.text.length)) {
        spans.push({ start: at, end: at + term.text.length, kind: 'name', put: term.role })
      }
    }
    return spans
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const WORD_ONCE = /[\p{L}\p{M}\p{N}]+/u
/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function termsOf(people: readonly Known[]): Term[] {
  const terms = new Map<string, Term>()
  const add = (text: string, role: string, ordinary = false): void => {
    const key = folded(text)
    const before = terms.get(key)
    if (text.length >= 2) terms.set(key, { text, role: before === undefined || before.role === role ? role : 'an engineer', ordinary })
  }
  for (const { name, handle, role } of people) {
    const parts = name.match(/[\p{L}\p{M}\p{N}]+(?:['\u2019-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
    const whole = name.trim()
    add(whole, role, parts.length === 1 && ORDINARY.has(folded(whole)))
    for (const part of parts) if (part.length >= 3 || UNSPACED.test(part)) if (!PARTICLES.has(folded(part))) add(part, role, ORDINARY.has(folded(part)))
    if (handle === null) continue
    const telling = /[\d._-]/.test(handle) || parts.some((part) => part.length >= 4 && folded(handle).includes(folded(part)))
    if (telling && handle.length >= 3) add(handle, role)
  }
  return [...terms.values()]
}

/** Where the term ends if it stands here as whole words; null if it does not. */
function endOf({ text: term, ordinary }: Term, text: string, start: number): number | null {
  if (ordinary && (!/^\p{Lu}/u.test(text.slice(start, start + 2)) || startsSentence(text, start))) return null
  // Accents may be written as marks of their own, so as many letters are taken as the term has without them.
  let at = start
  for (const letter of folded(term)) {
    const code = text.codePointAt(at)
    if (code === undefined) return null
    const here = String.fromCodePoint(code)
    if (folded(here) !== letter && !(/\s/.test(letter) && /\s/.test(here))) return null
    at += here.length
    while (/^\p{M}/u.test(text.slice(at, at + 1))) at++
    if (letter === ' ') while (/^\s/.test(text.slice(at, at + 1))) at++
  }
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? null : at
}

/** Without case and accents, a character for a character. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\u0142', 'l').replaceAll('\u00f8', 'o')

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n]["')\]]?\s{0,3}|\n)$/.test(text.slice(Math.max(0, at - 6), at)) && (at === 0 || /[.!?:\n]/.test(text.slice(Math.max(0, at - 6), at)))

/** A role as it stands at a place in a text: with a capital where a sentence begins. */
export const begun = (role: string, text: string, at: number): string =>
  at === 0 || /[.!?]\s{1,3}$/.test(text.slice(Math.max(0, at - 5), at)) ? role.charAt(0).toUpperCase() + role.slice(1) : role

const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'del',
  'dos',
  'das',
  'bin',
  'ibn',
  'the',
  'and',
  'ter',
  'ten',
  'mac',
  'saint',
  'bot',
  'app',
  'ops',
  'sre',
  'team',
  'support',
  'admin',
  'user',
  'call',
])

/** Names that are ordinary words in an incident's prose. */
export const ORDINARY = new Set(
  'will may mark grace hope bill rose art sky dawn june april august summer frank jack rob sue pat drew chase grant guy miles max dean stone case page young long king cook baker park parks lane wood woods price bell bush brown black white green gray short small field fields banks rivers song day west north east law love power powers snow storm winter winters worth read root ray gene faith joy ivy amber crystal robin penny sandy rich nick chuck skip lance dot trace web log hand hands head first last back down fast good best bug cache port host server pool ring rule rush said sharp shell string swift table test times tower trust turner walker wall ward waters wells wise'.split(
    ' ',
  ),
)
