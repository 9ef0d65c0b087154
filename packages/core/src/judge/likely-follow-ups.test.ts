import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import { madePerson, madeReading, messageEvent } from '../testing/made-reading.ts'
import { infer } from './infer.ts'

const PEOPLE = ['Chris Evans', 'Steven Millhouse', 'Rebecca Song'].map((name) => madePerson(`chat:${name.split(' ')[0]?.toLowerCase() ?? ''}`, { name }))

function inferredFrom(lines: readonly string[]): Incident {
  const events = lines.map((line, index) => {
    const [, time = '', who = '', text = ''] = /^(\S+) (\w+): (.*)$/.exec(line) ?? []
    return messageEvent(`chat:${index}`, `2022-11-18T${time}:00.000Z` as Instant, { actor: `chat:${who}`, text })
  })
  const { incident } = assemble([madeReading('chat', { people: PEOPLE, events })], DEFAULT_CONFIGURATION)
  return infer(incident, DEFAULT_CONFIGURATION).incident
}

const TALK = [
  '15:41 steven: logins fail with a 500, we see it since 15:30',
  '15:42 rebecca: looking',
  '15:44 chris: I lead this',
  '15:50 rebecca: the session store is full',
  '15:52 chris: Rebecca, drop the expired sessions',
  '15:58 rebecca: found it: the cleaner never ran since the move',
  '16:00 rebecca: started the cleaner',
  '16:05 steven: logins work again',
  '16:06 chris: great',
]

test('what somebody is asked for once it is fixed is a follow-up in whatever words', () => {
  const { followUps } = inferredFrom([...TALK, '16:20 chris: one for Rebecca: alert on the cleaner, so that it cannot stop unseen', '16:21 rebecca: sure'])
  assert.deepEqual(
    followUps.map(({ rule, value, evidence }) => ({ rule, text: value.text, evidence })),
    [{ rule: 'likeliest-follow-up', text: 'One for Rebecca: alert on the cleaner, so that it cannot stop unseen', evidence: ['chat:9'] }],
  )
})

test('a phrase that we know keeps the name of its rule', () => {
  const { followUps } = inferredFrom([...TALK, '16:20 chris: action item for Rebecca: alert on the cleaner'])
  assert.deepEqual(
    followUps.map(({ rule }) => rule),
    ['action-item'],
  )
})

const NONE = [
  '16:20 chris: the post-mortem template is in the wiki, by the way',
  '16:20 steven: thanks Rebecca, good night',
  '16:20 rebecca: 40 logins a second, as on any evening',
  '16:20 chris: what a day',
]
for (const line of NONE) {
  test(`no follow-up: ${line.slice(6)}`, () => {
    assert.deepEqual(inferredFrom([...TALK, line, '16:21 steven: bye']).followUps, [])
  })
}

test('in a talk of a few messages only known phrases count', () => {
  const { followUps } = inferredFrom([TALK[0] ?? '', TALK[7] ?? '', '16:20 chris: one for Rebecca: alert on the cleaner, so that it cannot stop unseen'])
  assert.deepEqual(followUps, [])
})

test('what the same person adds to a thing to do is one too, also where no end is known', () => {
  const add = (who: string): Incident =>
    inferredFrom([
      '16:20 chris: To do: a key for each run, before January',
      `16:21 ${who}: And a check of the sum against the usage, can you write the ticket?`,
    ])
  assert.equal(add('chris').followUps.length, 2)
  assert.equal(add('steven').followUps.length, 1)
})
