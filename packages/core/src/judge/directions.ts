import type { TimelineEvent } from '../event.ts'
import { millisOf, type Instant } from '../instant.ts'
import type { Person } from '../person.ts'
import { clausesOf, type Clause } from './clauses.ts'
import { NAMES_THAT_ARE_WORDS, namedOrder, SETS_THE_COURSE, SMALL_START, unnamedOrder } from './direction-words.ts'
import { isTelling, strength, type Entry } from './record.ts'

/** Somebody told others what to do, asked one of them, or set the course for all. */
export interface Direction {
  readonly by: string
  readonly event: TimelineEvent
  /** 1 for an order by name to somebody who then answers; less for what is said to nobody in particular, or into the void. */
  readonly weight: number
}

/** What people told each other to do, the last first; what is to be done later, once it is over, does not count. Only the beginning of a long record counts: a lead shows early. */
export function directionsGiven(entries: readonly Entry[], people: readonly Person[], end: Instant | undefined): readonly Direction[] {
  const said = entries.filter((entry) => entry.event.actor !== null && entry.voice === 'person').slice(0, MOST)
  const names = namesOf(said, people)
  const next = new Map<string, number>()
  const directions: Direction[] = []
  for (const entry of said.toReversed()) {
    const { actor, at } = entry.event
    if (actor === null) continue
    const now = millisOf(at)
    const late = end !== undefined && at > end && strength(entry, 'follow-up') > 0
    const weight = isTelling(entry) && !late ? weigh(entry, { actor, now, names, next }) : 0
    if (weight > 0) directions.push({ by: actor, event: entry.event, weight })
    next.set(actor, now)
  }
  return directions
}

interface Situation {
  readonly actor: string
  readonly now: number
  readonly names: ReadonlyMap<string, string | null>
  /** When each person speaks next. */
  readonly next: ReadonlyMap<string, number>
}

function weigh(entry: Entry, situation: Situation): number {
  if (entry.event.text.length > LONGEST) return 0
  const { actor, now, next } = situation
  const parts = clausesOf(entry.event.text).flatMap(partsOf)
  const heard = [...next].some(([person, at]) => person !== actor && at - now <= SOON)
  let sum = 0
  let called: string | null = null
  for (const part of parts) {
    const { person, rest } = vocative(part.text, situation.names)
    const whom: string | null = person ?? called
    called = rest === '' ? person : null
    if (rest === '') continue
    if (whom !== null && whom !== actor) sum += namedOrder(rest, part.asked) * answered(next.get(whom), now)
    else if (whom === null && heard) sum += unnamedOrder(rest, part.asked)
  }
  if (strength(entry, 'closing') >= 0.95 || strength(entry, 'severity') > 0 || SETS_THE_COURSE.test(parts.map(({ text }) => text).join(', '))) sum += 0.5
  return Math.min(MOST_OF_ONE, sum)
}

function partsOf({ text, asked }: Clause): Clause[] {
  return text.split(/, (?:and )?|; | and (?=@)/).map((part) => ({ text: part, asked }))
}

/** Whom a part of a sentence calls by name, and the words after the name; the whole where it calls nobody. */
function vocative(text: string, names: Situation['names']): { readonly person: string | null; readonly rest: string } {
  const words = text.replace(SMALL_START, '').split(' ')
  for (const length of [3, 2, 1]) {
    if (words.length < length) continue
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/^@|[,:]$/g, '')
    const person = names.get(name)
    if (person === undefined || person === null || (NAMES_THAT_ARE_WORDS.has(name) && words.length > length && !/^@|[,:]$/.test(words[length - 1] ?? '')))
      continue
    return { person, rest: words.slice(length).join(' ') }
  }
  return { person: null, rest: words.join(' ') }
}

/** What everybody who speaks may be called by, in lower case: full name, handle, first name; null for what several are called by. */
function namesOf(said: readonly Entry[], people: readonly Person[]): Map<string, string | null> {
  const names = new Map<string, string | null>()
  const speakers = new Set(said.map(({ event }) => event.actor))
  for (const { id, name, handle, bot } of people) {
    if (bot || !speakers.has(id)) continue
    const full = name.toLowerCase()
    for (const one of new Set([full, full.split(' ')[0] ?? '', handle?.toLowerCase() ?? ''])) {
      if (one !== '') names.set(one, names.has(one) ? null : id)
    }
  }
  return names
}

function answered(at: number | undefined, now: number): number {
  return at !== undefined && at - now <= LATER ? 1 : 0.5
}

const MOST = 200
const LONGEST = 600
const MOST_OF_ONE = 2
const SOON = 15 * 60_000
const LATER = 45 * 60_000
