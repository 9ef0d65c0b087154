import { foldName } from '../assemble/fold-name.ts'
import type { Person } from '../person.ts'

/** Finds who is meant: by a person directive's id, by full name, by handle, or by a first name that only one person of the record bears. Bots are nobody. */
export interface PersonFinder {
  /** The person whom these words name, or begin with (`Ben Okri will do it`); null when they name nobody. */
  named(words: string): Person | null
  /** The first person mentioned in Markdown: `:person[Ana]{id=…}` or `@ana`. */
  mentioned(markdown: string): Person | null
}

/** A finder among these people. */
export function personFinder(people: readonly Person[]): PersonFinder {
  const byId = new Map<string, Person>()
  const byName = new Map<string, Person | null>()
  const firstNames = new Map<string, Person | null>()
  for (const person of people) {
    if (person.bot) continue
    byId.set(person.id, person)
    const name = foldName(person.name)
    claim(byName, name, person)
    if (person.handle !== null) claim(byName, foldName(person.handle), person)
    claim(firstNames, name.split(' ')[0] ?? '', person)
  }
  const named = (words: string): Person | null => {
    const parts = foldName(words.slice(0, 200)).split(' ').slice(0, 5)
    for (let length = parts.length; length > 0; length--) {
      const found = byName.get(parts.slice(0, length).join(' '))
      if (found !== undefined && found !== null) return found
    }
    return firstNames.get(parts[0] ?? '') ?? null
  }
  const mentioned = (markdown: string): Person | null => {
    for (const match of markdown.matchAll(MENTION)) {
      const found = match[1] === undefined ? named(match[2] ?? '') : (byId.get(match[1]) ?? null)
      if (found !== null) return found
    }
    return null
  }
  return { named, mentioned }
}

const MENTION = /:person\[[^\]]{0,400}\]\{[^}]{0,200}?id=["']?([^"'}\s]{1,400})|@([\p{L}\p{N}][\p{L}\p{N}._-]{0,60}(?: \p{L}[\p{L}'-]{0,40}){0,3})/gu

function claim(names: Map<string, Person | null>, name: string, person: Person): void {
  if (name === '') return
  const known = names.get(name)
  names.set(name, known === undefined || known === person ? person : null)
}
