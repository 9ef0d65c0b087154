import { cleanText, gatherPeople, isRecord, type GatheredPeople } from '@blamefree/core'
import { listOf, objectOf, textOf, type Page, type Path } from './known-keys.ts'
import { zoneOf } from './moments.ts'

/** The people of a file, found again by name, handle or e-mail wherever it names one. */
export interface Members {
  readonly people: GatheredPeople
  /** The id of whoever is meant; somebody new is added. */
  find(who: string): string
}

/** Reads `people`; whoever else the file names joins them when found. */
export function membersOf(value: unknown, path: Path, page: Page): Members {
  const people = gatherPeople('incident-file')
  const known = new Map<string, string>()
  const learn = (id: string, names: readonly (string | null)[]): string => {
    for (const name of names) if (name !== null && !known.has(plain(name))) known.set(plain(name), id)
    return id
  }
  const find = (who: string): string => {
    const name = cleanText(who).trim().replace(/^@/, '') || 'Unknown'
    const email = /^\S+@\S+$/.test(name) ? name : null
    return known.get(plain(name)) ?? learn(people.add({ ref: plain(name), name: email === null ? name : null, email }), [name])
  }
  for (const [index, entry] of listOf(value).entries()) {
    const here = [...path, index]
    if (!isRecord(entry)) {
      const name = textOf(entry, here, page)
      if (name !== null) find(name)
      continue
    }
    const person = objectOf(entry, 'person', here, page)
    const [name, email, handle] = (['name', 'email', 'handle'] as const).map((key) => textOf(person?.[key], [...here, key], page))
    const ref = email ?? handle ?? name
    if (ref === null || ref === undefined) continue
    const zone = zoneOf(person?.['zone'], [...here, 'zone'], page)
    const id = people.add({ ref: plain(ref), name: name ?? null, email: email ?? null, handle: handle ?? null, zone, bot: person?.['bot'] === true })
    learn(id, [name ?? null, email ?? null, handle?.replace(/^@/, '') ?? null])
  }
  return { people, find }
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').replace(/^@/, '').slice(0, 100)
