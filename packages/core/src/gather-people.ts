import type { Person } from './person.ts'
import { cleanText } from './clean-text.ts'

/** What a payload says of somebody. `ref` is their identity in that system; the first of name, handle and e-mail that is there becomes the name. */
export interface Account {
  readonly ref: string
  readonly name?: string | null
  readonly handle?: string | null
  readonly email?: string | null
  readonly zone?: string | null
  readonly bot?: boolean
}

/** The people of one payload, each once, in order of appearance. What one place says about somebody completes what another says. */
export interface GatheredPeople {
  /** Adds somebody and gives their id, `<source>:<ref>`. */
  add(account: Account): string
  list(): readonly Person[]
}

/** Nobody yet. */
export function gatherPeople(source: string): GatheredPeople {
  const people = new Map<string, Person>()
  return {
    add(account) {
      const id = `${source}:${cleanText(account.ref).slice(0, MOST)}`
      people.set(id, together(people.get(id), id, account))
      return id
    },
    list: () => [...people.values()],
  }
}

const MOST = 200

function together(known: Person | undefined, id: string, account: Account): Person {
  const handle = known?.handle ?? words(account.handle)?.replace(/^@/, '') ?? null
  const email = known?.email ?? words(account.email)
  const better = known === undefined || known.name === known.handle || known.name === known.email || id.endsWith(`:${known.name}`)
  return {
    id,
    name: (better ? words(account.name) : null) ?? known?.name ?? handle ?? email ?? (cleanText(account.ref).trim() || 'Unknown'),
    handle,
    email,
    zone: known?.zone ?? words(account.zone),
    bot: (known?.bot ?? false) || account.bot === true,
    accounts: [id],
  }
}

function words(text: string | null | undefined): string | null {
  const clean = cleanText(text ?? '')
    .trim()
    .slice(0, MOST)
  return clean === '' ? null : clean
}
