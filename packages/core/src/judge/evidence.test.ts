import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import type { What } from '../event.ts'
import type { Instant } from '../instant.ts'
import { madePerson, madeReading, messageEvent, typedEvent } from '../testing/made-reading.ts'
import { gatherEvidence, SEED_SECTIONS } from './evidence.ts'

const at = (time: string): Instant => `2026-03-04T${time}:00.000Z` as Instant
const deploy = (state: 'succeeded' | 'rolled-back', version: string): What => ({ kind: 'deploy', service: 'cart', version, environment: 'production', state })
const alert = (state: 'firing' | 'resolved'): What => ({ kind: 'alert', name: 'Down', state, key: 'k', labels: {} })

const { incident } = assemble(
  [
    madeReading('chat', {
      people: [madePerson('chat:a', { name: 'Ana *Ruiz*' }), madePerson('chat:bot', { name: 'bot', bot: true })],
      events: [
        typedEvent('chat:1', at('06:00'), deploy('succeeded', 'v1')),
        typedEvent('chat:2', at('08:45'), deploy('succeeded', 'v2')),
        typedEvent('chat:3', at('09:00'), alert('firing')),
        messageEvent('chat:4', at('09:02'), { text: 'it is down', actor: 'chat:a' }),
        messageEvent('chat:5', at('09:20'), { text: 'noise', actor: 'chat:bot', bot: true }),
        messageEvent('chat:6', at('09:40'), { text: 'Yes. Rolling back to `v1`. Tell me when it is up', actor: 'chat:a' }),
        typedEvent('chat:7', at('09:45'), deploy('rolled-back', 'v2')),
        typedEvent('chat:8', at('09:50'), alert('resolved')),
      ],
    }),
  ],
  DEFAULT_CONFIGURATION,
)
const evidence = gatherEvidence(incident)
const shown = (kind: 'deploys' | 'rollbacks' | 'actions' | 'alerts' | 'actors' | 'silences'): [string, readonly string[]][] =>
  evidence[kind].map(({ text, events }) => [text, events])

test('deploys shortly before the impact are evidence, older ones are not', () => {
  assert.deepEqual(shown('deploys'), [[String.raw`cart v2 (production) was deployed 15 min before the impact started`, ['chat:2']]])
})

test('what was rolled back, how long an alert fired, who acted, and where nobody did', () => {
  assert.deepEqual(shown('rollbacks'), [
    [String.raw`Ana \*Ruiz\*: “Rolling back to v1.”`, ['chat:6']],
    ['cart v2 (production) was rolled back', ['chat:7']],
  ])
  assert.deepEqual(shown('alerts'), [['Alert “Down” fired over 50 min', ['chat:3', 'chat:8']]])
  assert.deepEqual(shown('actors'), [[String.raw`Ana \*Ruiz\*: 2 messages`, ['chat:4', 'chat:6']]])
  assert.deepEqual(
    shown('silences').map(([text]) => text),
    ['Nothing in the record for 2 h 45 min', 'Nothing in the record for 38 min'],
  )
})

test('every section that people write has its list', () => {
  assert.deepEqual(Object.keys(evidence.sections), [...SEED_SECTIONS])
})

/** What an incident with these messages, `08:55 text`, and an impact at 09:00 offers. */
function offered(...lines: readonly string[]): ReturnType<typeof gatherEvidence> {
  const events = lines.map((line, index) => messageEvent(`chat:${index}`, at(line.slice(0, 5)), { text: line.slice(6), actor: 'chat:a' }))
  const alarm = typedEvent('alert:1', at('09:00'), alert('firing'))
  const reading = madeReading('chat', { people: [madePerson('chat:a', { name: 'Ana' })], events: [...events, alarm] })
  return gatherEvidence(assemble([reading], DEFAULT_CONFIGURATION).incident)
}

test('what messages say was done is quoted, by kind, with its event', () => {
  for (const [kind, line, text] of [
    ['deploys', '08:55 deployed cart v7', 'Ana: “deployed cart v7”'],
    ['deploys', '09:20 could it be the deploy of v7 at 08:40?', String.raw`Ana: “could it be the deploy of v7 at 08\:40?”`],
    ['rollbacks', '09:20 reverted the flag', 'Ana: “reverted the flag”'],
    ['actions', '09:20 ok. restarted both gateways. watching', 'Ana: “restarted both gateways.”'],
    ['actions', '09:20 I disabled the import', 'Ana: “I disabled the import”'],
  ] as const) {
    assert.deepEqual(offered(line)[kind], [{ text, events: ['chat:0'], at: at(line.slice(0, 5)) }], line)
  }
})

test('what was only asked, wished, denied or long ago is no evidence of what was done', () => {
  for (const line of [
    '09:20 should we roll back?',
    '09:20 we have not restarted anything',
    '05:00 deployed cart v6',
    '09:20 what about the deploy at 02:10?',
  ]) {
    const { deploys, rollbacks, actions } = offered(line)
    assert.deepEqual([deploys, rollbacks, actions], [[], [], []], line)
  }
})

test('what was done stands under mitigators in order, deploys under contributors', () => {
  const { sections } = offered('08:50 merged the new pool size', '09:10 restarted the pods', '09:20 rolled back to v6')
  assert.deepEqual(
    [sections.contributors, sections.mitigators].map((items) => items.flatMap(({ events }) => events)),
    [['chat:0'], ['chat:1', 'chat:2']],
  )
})
