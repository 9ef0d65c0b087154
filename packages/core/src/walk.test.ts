import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from './assemble.ts'
import { DEFAULT_CONFIGURATION } from './configuration.ts'
import { inferred, stated, type Fact, type Origin } from './fact.ts'
import type { FollowUp } from './incident.ts'
import { instantFromMillis, type Instant } from './instant.ts'
import type { Reading } from './source.ts'
import { madePerson, madeReading, messageEvent, typedEvent } from './testing/made-reading.ts'
import { understand } from './walk.ts'

const NASTY = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\ud800',
  '<script>',
  '`'.repeat(30),
  ':person[x]{id="a:1"}',
  ':person[',
  '[ ] x',
  'TODO: y by 2026-13-99',
  'sev1',
  "I'll take IC",
  'https://x.example/browse/A-1',
  '- [ ]',
]
const word = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 12 }))
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
const instant = fc.integer({ min: 1_600_000_000_000, max: 1_600_000_900_000 }).map((millis) => instantFromMillis(millis) as Instant)
const personId = fc.constantFrom('a:1', 'a:2', 'b:1', 'b:2', 'person:x', 'nobody')
const origin = fc.record({ source: fc.constantFrom('a', 'jira', 'person'), ref: word, url: fc.constant(null), label: word }) satisfies fc.Arbitrary<Origin>
const factOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.tuple(value, origin, fc.boolean()).map(([of, from, sure]) => (sure ? stated(of, from) : inferred(of, from, 'rule')))
const name = fc.oneof(word, fc.constantFrom('lead', 'assignee', 'observers', 'fixed', 'impact-started', 'created', 'closed'))
const dictionary = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(name, value), { maxLength: 4 }).map((all) => Object.fromEntries(all))
const event = fc
  .tuple(fc.integer({ min: 0, max: 30 }), instant, text, fc.option(personId), fc.boolean())
  .map(([id, at, words, actor, edited]) =>
    id % 7 === 0
      ? typedEvent(`a:${id}`, at, { kind: 'change', field: 'status', from: null, to: words }, { text: words, actor })
      : messageEvent(`a:${id}`, at, { text: words, actor, edited, reactions: [{ name: 'eyes', people: ['b:1', 'nobody'] }] }),
  )
const people = fc.array(
  fc
    .tuple(personId, text, fc.option(word), fc.option(fc.constantFrom('x@y.example', 'X@y.example', 'z@y.example')), fc.boolean())
    .map(([id, called, handle, email, bot]) => madePerson(id, { name: called === '' ? id : called, handle, email, bot, zone: 'Europe/Paris' })),
  { maxLength: 5 },
)
const followUp = fc
  .tuple(word, text, fc.option(personId))
  .map(([id, words, owner]): FollowUp => ({ id, text: words, owner, due: null, priority: null, outcome: 'open', reason: null, ticket: null }))
const reading: fc.Arbitrary<Reading> = fc
  .record({
    title: fc.option(factOf(text)),
    severity: fc.option(factOf(text)),
    status: fc.option(factOf(text)),
    services: fc.array(factOf(text), { maxLength: 3 }),
    fields: dictionary(factOf(text)),
    roles: dictionary(fc.array(factOf(personId), { maxLength: 3 })),
    timestamps: dictionary(factOf(instant)),
    people,
    events: fc.array(event, { maxLength: 12 }),
    followUps: fc.array(factOf(followUp), { maxLength: 3 }),
  })
  .chain((facts) => fc.constantFrom('a', 'jira', 'person', 'unheard-of').map((source) => madeReading(source, facts)))
const readings = fc.array(reading, { maxLength: 4 })

test('any readings give an incident, the same one each time, with each event and person once and in order', () => {
  fc.assert(
    fc.property(readings, (all) => {
      const { incident, problems } = understand(all, DEFAULT_CONFIGURATION)
      assert.deepEqual(understand(all, DEFAULT_CONFIGURATION), { incident, problems })
      assert.equal(new Set(incident.events.map(({ id }) => id)).size, incident.events.length)
      assert.equal(new Set(incident.people.flatMap(({ accounts }) => accounts)).size, incident.people.flatMap(({ accounts }) => accounts).length)
      assert.ok(incident.events.every(({ at }, index) => index === 0 || at >= (incident.events[index - 1]?.at ?? '')))
      for (const { message } of problems) assert.match(message, /\.$/)
    }),
  )
})

test('reading everything twice changes nothing', () => {
  fc.assert(
    fc.property(readings, (all) => {
      assert.deepEqual(assemble([...all, ...all], DEFAULT_CONFIGURATION).incident, assemble(all, DEFAULT_CONFIGURATION).incident)
    }),
  )
})

test('an incident that is read again as one reading stays the same', () => {
  fc.assert(
    fc.property(readings, (all) => {
      const { incident } = assemble(all, DEFAULT_CONFIGURATION)
      const { id: _id, zone: _zone, schemaVersion: _version, ...facts } = incident
      const again = assemble([madeReading('a', facts)], DEFAULT_CONFIGURATION).incident
      assert.deepEqual([again.events, again.zone, again.severity, again.timestamps], [incident.events, incident.zone, incident.severity, incident.timestamps])
    }),
  )
})

test('which source was read first decides nothing that precedence decides', () => {
  const at = (minute: number): Instant => `2026-03-04T09:${String(minute).padStart(2, '0')}:00.000Z` as Instant
  const from = (source: string, minute: number): Reading => {
    const own = { source, ref: `${source}-1`, url: null, label: source }
    return madeReading(source, {
      title: stated(`Title of ${source}`, own),
      severity: stated(source === 'jira' ? 'High' : 'P1', own),
      timestamps: { fixed: stated(at(minute), own) },
      services: [stated(source, own), stated('Login', own)],
      events: [messageEvent(`${source}:1`, at(minute), { text: source })],
    })
  }
  const all = [from('jira', 1), from('pagerduty', 2), from('statuspage', 3), from('slack-export', 4)]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      assert.deepEqual(assemble(shuffled, DEFAULT_CONFIGURATION), assemble(all, DEFAULT_CONFIGURATION))
    }),
  )
})
