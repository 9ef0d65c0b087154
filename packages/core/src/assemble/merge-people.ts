import type { Person } from '../person.ts'
import { foldName } from './fold-name.ts'

/** Everybody once, and the id that each id of a reading has become. */
export interface MergedPeople {
  readonly people: readonly Person[]
  /** Only the ids that change. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Recognises one person across systems: by e-mail address, then by handle, then by display name. Two different addresses, or a bot and a person, are
 * never one; two accounts in one system are one only when they share an address; a name that two people of one system bear identifies nobody.
 */
export function mergePeople(lists: readonly (readonly Person[])[]): MergedPeople {
  const groups = lists.flat().reduce(known, new Map<string, Group>())
  const all = [...groups.values()]
  joinBy(all, addressOf, true)
  joinBy(all, (person) => (person.handle === null ? [] : [fold(person.handle)]), false)
  joinBy(all, (person) => [foldName(person.name)], false)
  joinBy(all, (person) => [foldName(person.name), ...(person.handle === null ? [] : [foldName(person.handle)])], false)
  joinFirstNames(all)
  const people: Person[] = []
  const renamed = new Map<string, string>()
  for (const group of all) {
    if (group.into !== null) continue
    const person = together(group.members)
    people.push(person)
    for (const { id } of group.members) if (id !== person.id) renamed.set(id, person.id)
  }
  return { people, renamed }
}

/** Accounts that are taken for one person. A group that has gone into another says which. */
interface Group {
  members: Person[]
  into: Group | null
}

function known(groups: Map<string, Group>, person: Person): Map<string, Group> {
  const group = groups.get(person.id)
  if (group === undefined) groups.set(person.id, { members: [person], into: null })
  else group.members.push(person)
  return groups
}

function joinBy(groups: readonly Group[], keysOf: (person: Person) => readonly string[], sure: boolean): void {
  const bearers = new Map<string, Set<Group>>()
  for (const group of groups) {
    if (group.into !== null) continue
    for (const key of group.members.flatMap(keysOf)) if (key !== '') bearers.set(key, (bearers.get(key) ?? new Set()).add(group))
  }
  for (const bearing of bearers.values()) {
    const alike = [...new Set([...bearing].map(top))]
    for (const bot of [false, true])
      joinAll(
        alike.filter((group) => isBot(group) === bot),
        sure,
      )
  }
}

/** Joins groups that share a key, unless the key is borne by two of one system, in which case it says nothing of anybody. */
function joinAll(alike: readonly Group[], sure: boolean): void {
  if (!sure && alike.some((a, index) => alike.some((b, other) => other > index && shareSource(a, b)))) return
  const [first, ...others] = alike
  for (const other of others) if (first !== undefined && (sure || !contradict(first, other))) join(first, other)
}

/** Somebody typed `Chris`, and exactly one person of the record is called Chris. */
function joinFirstNames(groups: readonly Group[]): void {
  const open = groups.filter((group) => group.into === null)
  for (const typed of open) {
    const name = foldName(typed.members[0]?.name ?? '')
    if (name === '' || name.includes(' ') || !typed.members.flatMap(sourcesOf).every((source) => source === 'person')) continue
    const called = open.filter((group) => group !== typed && !isBot(group) && group.members.some((person) => foldName(person.name).split(' ')[0] === name))
    const [only, second] = called
    if (only !== undefined && second === undefined && !contradict(only, typed)) join(only, typed)
  }
}

function join(into: Group, other: Group): void {
  into.members.push(...other.members)
  other.into = into
}

function top(group: Group): Group {
  let here = group
  while (here.into !== null) here = here.into
  return here
}

const isBot = (group: Group): boolean => group.members.some(({ bot }) => bot)
const fold = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase()

/** The systems that somebody is known from: of one who was recognised before, those of all accounts. */
const sourcesOf = ({ id, accounts }: Person): string[] => [id, ...accounts].map((account) => account.slice(0, Math.max(0, account.indexOf(':'))))

function shareSource(a: Group, b: Group): boolean {
  const sources = new Set(a.members.flatMap(sourcesOf))
  return b.members.flatMap(sourcesOf).some((source) => sources.has(source))
}

/** Addresses, or full names, none of which (or no word of which) they have in common: nobody is both. */
function contradict(a: Group, b: Group): boolean {
  const [mine, theirs] = [addresses(a), addresses(b)]
  if (mine.length > 0 && theirs.length > 0 && !mine.some((address) => theirs.includes(address))) return true
  const [one, two] = [fullNames(a), fullNames(b)]
  return one.length > 0 && two.length > 0 && !one.some((name) => two.some((other) => name.split(' ').some((word) => other.split(' ').includes(word))))
}

const addresses = (group: Group): string[] => group.members.flatMap(addressOf)
const addressOf = ({ email }: Person): string[] => (email === null ? [] : [email.trim().toLowerCase()])

/** Only names that `together` would keep before any other: what a name says against somebody, it still says when the incident is read again. */
function fullNames({ members }: Group): string[] {
  const handles = handlesOf(members)
  return members.filter(({ name }) => nameWorth(name, handles) >= FULL).map(({ name }) => foldName(name))
}

function together(members: readonly Person[]): Person {
  const first = members[0] as Person
  if (members.length === 1) return first
  const handles = handlesOf(members)
  const best = members.reduce((a, b) => (nameWorth(b.name, handles) > nameWorth(a.name, handles) ? b : a))
  return {
    id: first.id,
    name: best.name,
    handle: of(members, 'handle'),
    email: of(members, 'email'),
    zone: of(members, 'zone'),
    bot: members.some(({ bot }) => bot),
    accounts: [...new Set(members.flatMap(({ accounts, id }) => [id, ...accounts]))],
  }
}

function of(members: readonly Person[], key: 'handle' | 'email' | 'zone'): string | null {
  return members.find((person) => person[key] !== null)?.[key] ?? null
}

const handlesOf = (members: readonly Person[]): ReadonlySet<string> => new Set(members.flatMap(({ handle }) => (handle === null ? [] : [fold(handle)])))

/** What a full name is worth at least. */
const FULL = 3

/** A full name is better than a word, a word than a handle, anything than an e-mail address; `Ana Bell` is better than `ana.bell`. */
function nameWorth(name: string, handles: ReadonlySet<string>): number {
  if (name.includes('@')) return 0
  if (handles.has(fold(name))) return 1
  if (!foldName(name).includes(' ')) return 2
  return /\S\s+\S/.test(name) ? FULL + 1 : FULL
}
