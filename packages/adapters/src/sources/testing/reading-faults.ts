import { isDeepStrictEqual } from 'node:util'
import {
  cleanText,
  normalise,
  parseInstant,
  parseMarkdown,
  webAddress,
  type Fact,
  type FollowUp,
  type Link,
  type Origin,
  type Reading,
  type Source,
  type TimelineEvent,
} from '@blamefree/core'

/** Everything in a reading that breaks the contract of sources, each as a sentence; none when it keeps it. */
export function readingFaults(reading: Reading, source: Pick<Source, 'id'>): string[] {
  const faults: string[] = []
  const fault = (sentence: string): void => void faults.push(sentence)
  const check: Check = { id: source.id, people: new Set(reading.people.map(({ id }) => id)), fault }
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(reading)), reading)) fault('The reading is not plain JSON.')
  if (reading.source !== source.id) fault(`The reading says that it is of ${reading.source}.`)
  wordsOf(reading, check)
  for (const [name, facts] of factsOf(reading)) for (const fact of facts) factFaults(fact, name, check)
  for (const event of reading.events) eventFaults(event, check)
  unique(
    reading.events.map(({ id }) => id),
    'event',
    check,
  )
  unique(
    reading.people.map(({ id }) => id),
    'person',
    check,
  )
  unique(
    reading.followUps.map(({ value }) => value.id),
    'follow-up',
    check,
  )
  peopleFaults(reading, check)
  for (const { value } of reading.followUps) followUpFaults(value, check)
  for (const { value } of reading.findings) textFaults(value.text, 'finding', check)
  for (const { value } of reading.links) linkFaults(value, check)
  for (const [id, { value }] of Object.entries(reading.timestamps)) instantFaults(value, `timestamp ${id}`, check)
  if (reading.summary !== null) textFaults(reading.summary.value, 'summary', check)
  problemFaults(reading, check)
  return faults
}

interface Check {
  readonly id: string
  readonly people: ReadonlySet<string>
  fault(sentence: string): void
}

function factsOf(reading: Reading): [string, readonly Fact<unknown>[]][] {
  const single = Object.entries({ title: reading.title, summary: reading.summary, type: reading.type, severity: reading.severity, status: reading.status })
  return [
    ...single.map(([name, fact]): [string, Fact<unknown>[]] => [name, fact === null ? [] : [fact]]),
    ...Object.entries(reading.fields).map(([name, fact]): [string, Fact<unknown>[]] => [`field ${name}`, [fact]]),
    ...Object.entries(reading.timestamps).map(([name, fact]): [string, Fact<unknown>[]] => [`timestamp ${name}`, [fact]]),
    ...Object.entries(reading.roles).map(([name, facts]): [string, readonly Fact<unknown>[]] => [`role ${name}`, facts]),
    ['service', reading.services],
    ['link', reading.links],
    ['follow-up', reading.followUps],
    ['finding', reading.findings],
  ]
}

function factFaults(fact: Fact<unknown>, name: string, check: Check): void {
  if (typeof fact !== 'object' || fact === null || !('value' in fact)) return check.fault(`The ${name} is no fact.`)
  originFaults(fact.origin, name, check)
  if (fact.basis !== 'stated' && fact.basis !== 'inferred') check.fault(`The ${name} is neither stated nor inferred.`)
  if ((fact.basis === 'inferred') !== (typeof fact.rule === 'string' && fact.rule !== '')) check.fault(`The ${name} is ${fact.basis} by the rule ${fact.rule}.`)
}

function originFaults(origin: Origin | undefined, name: string, check: Check): void {
  if (origin === undefined || origin === null) return check.fault(`The ${name} has no origin.`)
  if (origin.source !== check.id) check.fault(`The ${name} comes from ${origin.source}.`)
  if (typeof origin.label !== 'string' || origin.label.trim() === '' || origin.label !== cleanText(origin.label))
    check.fault(`The ${name} has an origin without a clean label.`)
  if (typeof origin.ref !== 'string') check.fault(`The ${name} has an origin without a ref.`)
  addressFaults(origin.url, `origin of the ${name}`, check)
}

function eventFaults(event: TimelineEvent, check: Check): void {
  if (!event.id.startsWith(`${check.id}:`) || event.id.length <= check.id.length + 1) check.fault(`The event id ${event.id} does not begin with ${check.id}:.`)
  originFaults(event.origin, 'event', check)
  instantFaults(event.at, 'event', check)
  textFaults(event.text, 'event', check)
  if (event.actor !== null && !check.people.has(event.actor)) check.fault(`The actor ${event.actor} is nobody.`)
  if (event.thread !== null && !event.thread.startsWith(`${check.id}:`)) check.fault(`The thread ${event.thread} is of another source.`)
  if (event.what.kind === 'message') {
    for (const { people } of event.what.reactions) for (const person of people) if (!check.people.has(person)) check.fault(`${person}, who reacted, is nobody.`)
    for (const { url } of event.what.attachments) addressFaults(url, 'attachment', check)
  }
}

function instantFaults(at: unknown, name: string, check: Check): void {
  if (typeof at !== 'string' || parseInstant(at) !== at) check.fault(`The ${name} is at ${String(at)}, which is no instant.`)
}

/** Made-up constructs in a text: it must parse without a problem, hold no block of ours, and stay the same when it is made safe again. */
function textFaults(text: string, name: string, check: Check): void {
  const { tree, problems } = parseMarkdown(text)
  const [problem] = problems
  if (problem !== undefined) return check.fault(`The text of a ${name} is not safe: ${problem.message} (${JSON.stringify(text.slice(0, 80))})`)
  if (/"type":"(?:containerDirective|leafDirective|html)"/.test(JSON.stringify(tree))) check.fault(`The text of a ${name} holds a block of the document.`)
  if (!isDeepStrictEqual(normalise(tree), tree)) check.fault(`The text of a ${name} is not normal.`)
}

function peopleFaults(reading: Reading, check: Check): void {
  for (const { id, name, accounts } of reading.people) {
    if (!id.startsWith(`${check.id}:`)) check.fault(`The person id ${id} does not begin with ${check.id}:.`)
    if (name.trim() === '') check.fault(`The person ${id} has no name.`)
    if (!accounts.includes(id)) check.fault(`The person ${id} does not list their own account.`)
  }
  for (const [role, facts] of Object.entries(reading.roles)) {
    for (const { value } of facts) if (!check.people.has(value)) check.fault(`The ${role} ${value} is nobody.`)
  }
}

function followUpFaults(followUp: FollowUp, check: Check): void {
  if (!followUp.id.startsWith(`${check.id}:`)) check.fault(`The follow-up id ${followUp.id} does not begin with ${check.id}:.`)
  if (followUp.owner !== null && !check.people.has(followUp.owner)) check.fault(`The owner ${followUp.owner} is nobody.`)
  if (followUp.due !== null && !/^\d{4}-\d\d-\d\d$/.test(followUp.due)) check.fault(`The follow-up is due ${followUp.due}, which is no day.`)
  if (followUp.ticket !== null) linkFaults(followUp.ticket, check)
  textFaults(followUp.text, 'follow-up', check)
}

function linkFaults(link: Link, check: Check): void {
  if (link.title.trim() === '' || link.title !== cleanText(link.title)) check.fault('A link has no clean title.')
  addressFaults(link.url, 'link', check)
}

function addressFaults(url: string | null, name: string, check: Check): void {
  if (url !== null && webAddress(url) !== url) check.fault(`The ${name} has the address ${url}, which is not safe.`)
}

/** Single values are words, not markup: nothing in them may break a line or a terminal. */
function wordsOf(reading: Reading, check: Check): void {
  const values = [reading.title, reading.type, reading.severity, reading.status, ...reading.services, ...Object.values(reading.fields)].map(
    (fact) => fact?.value,
  )
  for (const value of [...values.flat(), ...reading.people.map(({ name }) => name)]) {
    if (typeof value === 'string' && (value !== cleanText(value) || value.trim() === '')) check.fault(`${JSON.stringify(value.slice(0, 60))} is not clean.`)
  }
}

function unique(ids: readonly string[], name: string, check: Check): void {
  if (new Set(ids).size !== ids.length) check.fault(`Two ${name} ids are the same.`)
}

function problemFaults(reading: Reading, check: Check): void {
  for (const { code, message, weight, place, hint } of reading.problems) {
    if (!/^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/.test(code)) check.fault(`The problem code ${code} is not <room>/<what>.`)
    if (!/^\S[^]*[.?!]$/.test(message) || message.length > 600) check.fault(`The problem ${code} is not a sentence: ${message.slice(0, 120)}`)
    if (hint !== undefined && hint.trim() === '') check.fault(`The problem ${code} has an empty hint.`)
    if (!['error', 'warning', 'info'].includes(weight)) check.fault(`The problem ${code} weighs ${weight}.`)
    if (place === undefined) check.fault(`The problem ${code} has no place.`)
  }
}
