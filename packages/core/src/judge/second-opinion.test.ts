import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import type { TimelineEvent, What } from '../event.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import { madePerson, madeReading, messageEvent, typedEvent } from '../testing/made-reading.ts'
import { infer } from './infer.ts'
import { likelihoods, type MomentWeights } from './likelihood.ts'
import type { Moment } from './infer-moments.ts'
import { readRecord } from './record.ts'
import { secondOpinion, type Opinions } from './second-opinion.ts'
import { candidatesIn } from './talk-traits.ts'

const PEOPLE = ['Chris Evans', 'Steven Millhouse', 'Rebecca Song'].map((name) => madePerson(`chat:${name.split(' ')[0]?.toLowerCase() ?? ''}`, { name }))
const at = (time: string): Instant => `2022-11-18T${time}:00.000Z` as Instant

/** A record of one line a message, `15:41 steven: text`, and of typed events. */
function recordOf(lines: readonly string[], typed: readonly TimelineEvent[] = []): Incident {
  const said = lines.map((line, index) => {
    const [, time = '', who = '', text = ''] = /^(\S+) (\w+): (.*)$/.exec(line) ?? []
    return messageEvent(`chat:${index}`, at(time), { actor: `chat:${who}`, text })
  })
  return assemble([madeReading('chat', { people: PEOPLE, events: [...said, ...typed] })], DEFAULT_CONFIGURATION).incident
}

const clock = (incident: Incident, name: string): string | null => incident.timestamps[name]?.value.slice(11, 16) ?? null

/** Nothing in it calls itself the cause, and nothing says in so many words that all is well. */
const PLAIN_TALK = [
  '15:41 steven: every second tablet in the kitchen shows the orders of another restaurant',
  '15:43 rebecca: have a look',
  '15:47 steven: eleven restaurants by now',
  '15:52 rebecca: could it be the printer update',
  '15:55 chris: printers run the old one everywhere, so no',
  '16:04 rebecca: a tablet asks for its queue by the last four digits of its serial number, and the second delivery of tablets begins to count at 0001 like the first, so pairs of them share one queue',
  '16:05 steven: oh wow',
  '16:06 chris: then give the second batch a queue of their own',
  '16:15 rebecca: moved the second batch to queues with the full serial number',
  '16:24 steven: went through all 40 restaurants on the list, each one sees its own orders and 312 were printed in the last ten minutes',
  '16:25 chris: thanks steven',
  '16:50 steven: quiet evening since',
  '17:10 chris: thanks both, see you tomorrow',
]

test('a cause in no phrase that we know is told by its words, its place and how it was answered', () => {
  const { incident } = infer(recordOf(PLAIN_TALK), DEFAULT_CONFIGURATION)
  assert.equal(clock(incident, 'identified'), '16:04')
  const fact = incident.timestamps['identified']
  assert.equal(fact?.basis, 'inferred')
  assert.equal(fact?.rule, 'likeliest-cause')
  assert.deepEqual(fact?.evidence.slice(0, 2), ['chat:5', 'chat:6'], 'it rests on the message and on the answer to it')
})

test('a recovery in no phrase that we know is told by what was done before it and by what follows', () => {
  const { incident } = infer(recordOf(PLAIN_TALK), DEFAULT_CONFIGURATION)
  assert.equal(clock(incident, 'fixed'), '16:24')
  assert.equal(incident.timestamps['fixed']?.rule, 'likeliest-fix')
})

test('what a rule finds keeps the name of the rule', () => {
  const lines = PLAIN_TALK.map((line) => line.replace('a tablet asks', 'found it: a tablet asks'))
  const { incident } = infer(recordOf(lines), DEFAULT_CONFIGURATION)
  assert.equal(clock(incident, 'identified'), '16:04')
  assert.equal(incident.timestamps['identified']?.rule, 'sure-finding')
})

test('the same record gives the same moments', () => {
  const [one, other] = [0, 1].map(() => infer(recordOf(PLAIN_TALK), DEFAULT_CONFIGURATION).incident.timestamps)
  assert.deepEqual(one, other)
})

/** Weights by hand: the longest message is it. */
function opinions(keep: number, say: number): Opinions {
  const opinion: MomentWeights = { keep, say, weights: new Map([['longest', 6]]) }
  return new Map([['identified', () => opinion]])
}

function asked(lines: readonly string[], moment: Moment | null, given: Opinions, typed: readonly TimelineEvent[] = []): Moment | null {
  return secondOpinion(
    moment,
    { id: 'identified', entries: readRecord(recordOf(lines, typed)), known: new Map([['reported', at('15:41')]]), zone: 'UTC' },
    given,
  )
}

const momentOfLine = (index: number): Moment => {
  const event = recordOf(PLAIN_TALK).events[index]
  assert.ok(event)
  return { at: event.at, rule: 'likely-finding', events: [event] }
}

const OPINIONS: readonly (readonly [what: string, found: number | null, keep: number, say: number, expected: string | null])[] = [
  ['what is likely enough is said', null, 0.1, 0.9, '16:04 likeliest-cause'],
  ['what is not likely enough is not', null, 0.1, 0.999, null],
  ['what is next to impossible goes', 4, 0.1, 0.999, null],
  ['what is possible stays where nothing else is likely enough', 4, 0.001, 0.999, '15:55 likely-finding'],
  ['what is much likelier takes its place', 4, 0.001, 0.9, '16:04 likeliest-cause'],
  ['what is asked to stay stays', 4, 0, 0.9, '15:55 likely-finding'],
]
for (const [what, found, keep, say, expected] of OPINIONS) {
  test(`of a moment that is weighed once more, ${what}`, () => {
    const moment = asked(PLAIN_TALK, found === null ? null : momentOfLine(found), opinions(keep, say))
    assert.equal(moment === null ? null : `${moment.at.slice(11, 16)} ${moment.rule}`, expected)
  })
}

test('a talk much shorter or longer than those that were learned from is not weighed', () => {
  const long = Array.from({ length: 200 }, (_, index) => `16:${String(index % 60).padStart(2, '0')} rebecca: one more line about the tablets`)
  for (const lines of [PLAIN_TALK.slice(0, 9), [...PLAIN_TALK, ...long]]) {
    assert.equal(asked(lines, null, opinions(0.1, 0.5)), null)
    assert.deepEqual(asked(lines, momentOfLine(4), opinions(0.9, 0.9)), momentOfLine(4))
  }
})

test('what rests on no person’s words is not weighed against them', () => {
  const what: What = { kind: 'alert', name: 'Down', state: 'resolved', key: 'k', labels: {} }
  const event = typedEvent('chat:alert', at('16:20'), what)
  const moment: Moment = { at: event.at, rule: 'last-alert-resolved', events: [event] }
  assert.equal(asked(PLAIN_TALK, moment, opinions(0.9, 0.9), [event]), moment)
})

test('what is said before the report or after the fix is no cause', () => {
  const entries = readRecord(recordOf(PLAIN_TALK))
  for (const known of [new Map([['fixed', at('15:50')]]), new Map([['reported', at('16:10')]])]) {
    const moment = secondOpinion(null, { id: 'identified', entries, known, zone: 'UTC' }, opinions(0.1, 0.5))
    assert.equal(moment, null)
  }
})

test('likelihoods make one together, and a trait of no weight says nothing', () => {
  const chances = likelihoods(new Map([['good', 1]]), [['good'], ['unheard-of'], []])
  assert.ok(Math.abs(chances.reduce((sum, one) => sum + one, 0) - 1) < 1e-9)
  assert.ok((chances[0] ?? 0) > (chances[1] ?? 0))
  assert.equal(chances[1], chances[2])
})

test('a message’s traits tell its words, its place, its pauses and its answer', () => {
  const explanation = candidatesIn(readRecord(recordOf(PLAIN_TALK)))[5]
  const recovery = candidatesIn(readRecord(recordOf(PLAIN_TALK)))[9]
  for (const trait of ['longest', 'length-5', 'part-1', 'since-deed-none', 'struck', 'pause-before-2']) assert.ok(explanation?.traits.includes(trait), trait)
  for (const trait of ['all', 'number', 'since-deed-0', 'deeds-before-1', 'praised', 'trouble-after-0']) assert.ok(recovery?.traits.includes(trait), trait)
})
