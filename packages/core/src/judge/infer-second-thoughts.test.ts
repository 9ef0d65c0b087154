import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import { madePerson, madeReading, messageEvent } from '../testing/made-reading.ts'
import { infer } from './infer.ts'

const PEOPLE = ['Chris Evans', 'Steven Millhouse', 'Rebecca Song'].map((name) =>
  madePerson(`chat:${name.split(' ')[0]?.toLowerCase() ?? ''}`, { name, handle: name.split(' ')[0]?.toLowerCase() ?? '' }),
)

/** What is inferred from a conversation, one line a message: `15:41 steven: text`. */
function inferredFrom(...lines: readonly string[]): Incident {
  const events = lines.map((line, index) => {
    const [, time = '', who = '', text = ''] = /^(\S+) (\w+): (.*)$/.exec(line) ?? []
    return messageEvent(`chat:${index}`, `2022-11-18T${time}:00.000Z` as Instant, { actor: `chat:${who}`, text })
  })
  const { incident } = assemble([madeReading('chat', { people: PEOPLE, events })], DEFAULT_CONFIGURATION)
  return infer(incident, DEFAULT_CONFIGURATION).incident
}

const clock = ({ timestamps }: Incident, name: string): string | null => timestamps[name]?.value.slice(11, 16) ?? null

const FALSE_LEAD = [
  '10:00 steven: uploads are failing with a 500',
  '10:05 rebecca: found it: the crawler takes every connection, no question about it',
  '10:08 rebecca: blocked the crawler',
  '10:10 steven: uploads work again',
  '10:20 steven: it is failing again',
  "10:25 rebecca: crawler traffic is zero and it makes no difference, so it isn't the crawler",
]

test('a cause that somebody took back is none', () => {
  assert.equal(clock(inferredFrom(...FALSE_LEAD), 'identified'), null)
})

test('the cause is the one found after the other was taken back, and the fix what followed it', () => {
  const incident = inferredFrom(
    ...FALSE_LEAD,
    '10:40 rebecca: that is the reason: the lock table holds twenty rows and every upload takes two',
    '10:45 rebecca: raised the limit to 2000',
    '10:50 steven: 40 uploads in a row without an error, users have stopped calling',
    '11:10 chris: I am content to stand everyone down, thank you',
  )
  assert.equal(clock(incident, 'identified'), '10:40')
  assert.equal(clock(incident, 'fixed'), '10:50')
  assert.equal(clock(incident, 'closed'), '11:10')
})

test('that a part is healthy while people still search is no recovery', () => {
  const incident = inferredFrom(
    '10:00 steven: transfers are failing',
    '10:05 rebecca: restarted the relay',
    '10:10 rebecca: 3 of 3 signer nodes are healthy',
    '10:30 rebecca: found it, the nonce table counts a transfer as sent that was dropped',
    '10:35 rebecca: removed the row from the nonce table',
    '10:40 steven: transfers go through again, the backlog is gone',
  )
  assert.equal(clock(incident, 'fixed'), '10:40')
})

test('words that use understanding and finding for something else name no cause', () => {
  for (const words of [
    'our clock, as I understand it, starts with the impact and not when we noticed',
    'we have found the paper',
    'it is too early to say it is the cause',
  ]) {
    assert.equal(clock(inferredFrom('10:00 steven: logins are failing', `10:05 rebecca: ${words}`), 'identified'), null, words)
  }
})

test('the first words of trouble are the report, not the small talk before them', () => {
  const incident = inferredFrom(
    '10:00 chris: two minutes to the launch, boys and girls',
    '10:03 steven: matchmaking is toast, 0 lobbies formed since the launch',
    '10:04 rebecca: sev1, I lead this',
    '10:05 chris: looking',
  )
  assert.equal(incident.roles['reporter']?.[0]?.value, 'chat:steven')
  assert.equal(clock(incident, 'reported'), '10:03')
})

test('a severity is heard by its name where somebody assesses it, not where somebody asks', () => {
  const said = (words: string): string | null => inferredFrom('10:00 steven: logins are failing', `10:02 chris: ${words}`).severity?.value ?? null
  assert.equal(said('given the numbers I am assessing this as Major'), 'Major')
  assert.equal(said('over 100k users, so this is critical'), 'Critical')
  assert.equal(said('should we treat this as critical?'), null)
})

test('tasks that one person gives one after the other each are a follow-up', () => {
  const END = ['10:00 steven: logins are failing', '10:05 chris: restarted the pool', '10:10 steven: logins work again', '10:30 chris: closing this']
  const tasks = (...lines: readonly string[]): readonly string[] => inferredFrom(...END, ...lines).followUps.map(({ value }) => value.text)
  assert.equal(
    tasks('10:31 chris: Actions. Rebecca: cap the pool', '10:31 chris: Steven writes the runbook', '10:32 chris: Me: flowers for the night shift').length,
    3,
  )
  assert.equal(tasks('10:31 chris: To be tracked. First, Rebecca to cap the pool. Second, Steven to write the runbook.').length, 2)
  assert.equal(tasks('10:31 chris: Action items: (1) Rebecca: cap the pool', '10:32 chris: (2) Steven: alert on the pool').length, 2)
  assert.equal(tasks('10:31 chris: see you all on Monday', '10:32 chris: Steven brings the cake').length, 0)
})

test('where no fix bounds the search, what is said after hours of silence is no cause', () => {
  const lines = ['10:00 steven: uploads are failing with a 500', '10:30 rebecca: I have no idea so far', '10:35 chris: the vendor writes to us when they know']
  assert.equal(clock(inferredFrom(...lines, '11:40 rebecca: found it: the lock table holds twenty rows'), 'identified'), '11:40')
  assert.equal(clock(inferredFrom(...lines, '16:40 rebecca: found it: the lock table holds twenty rows'), 'identified'), null)
})
