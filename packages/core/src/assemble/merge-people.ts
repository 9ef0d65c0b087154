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
  joinBy(all, ({ email }) => (email === null ? [] : [email.trim().toLowerCase()]), true)
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
    if (name === '' || name.includes(' ') || !typed.members.every((person) => sourceOf(person) === 'person')) continue
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
const sourceOf = ({ id }: Person): string => id.slice(0, Math.max(0, id.indexOf(':')))

function shareSource(a: Group, b: Group): boolean {
  return a.members.some((one) => b.members.some((two) => sourceOf(one) === sourceOf(two)))
}

/** Two addresses, or two full names that have no word in common: nobody is both. */
function contradict(a: Group, b: Group): boolean {
  const emails = new Set([...a.members, ...b.members].flatMap(({ email }) => (email === null ? [] : [email.trim().toLowerCase()])))
  if (emails.size > 1) return true
  const [one, two] = [fullNames(a), fullNames(b)]
  return one.length > 0 && two.length > 0 && !one.some((name) => two.some((other) => name.split(' ').some((word) => other.split(' ').includes(word))))
}

const fullNames = (group: Group): string[] => group.members.map(({ name }) => foldName(name)).filter((name) => name.includes(' '))

function together(members: readonly Person[]): Person {
  const first = members[0] as Person
  if (members.length === 1) return first
  const best = members.reduce((a, b) => (nameWorth(b) > nameWorth(a) ? b : a))
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

/** A full name is better than a word, a word than a handle, anything than an e-mail address. */
function nameWorth({ name, handle }: Person): number {
  if (name.includes('@')) return 0
  if (handle !== null && fold(name) === fold(handle)) return 1
  return /\S\s+\S/.test(name) ? 3 : 2
}
