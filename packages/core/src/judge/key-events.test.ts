import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION, type Configuration } from '../configuration.ts'
import type { TimelineEvent, What } from '../event.ts'
import type { Instant } from '../instant.ts'
import { madeReading, messageEvent, typedEvent } from '../testing/made-reading.ts'
import { chooseKeyEvents } from './key-events.ts'
import { KEY_RULES } from './key-rules.ts'

const at = (minute: number): Instant => `2026-03-04T09:${String(minute).padStart(2, '0')}:00.000Z` as Instant

function choice(events: readonly TimelineEvent[], configuration: Configuration = DEFAULT_CONFIGURATION): Record<string, string | null> {
  const { incident } = assemble([madeReading('chat', { events })], configuration)
  const key = chooseKeyEvents(incident, configuration).events.filter(({ mark }) => mark.level === 'key')
  return Object.fromEntries(key.map(({ id, mark }) => [id, mark.rule]))
}

const alert = (state: 'firing' | 'resolved', key = 'k', name = 'Down'): What => ({ kind: 'alert', name, state, key, labels: {} })
const deploy = (state: 'started' | 'succeeded' | 'rolled-back'): What => ({ kind: 'deploy', service: 'cart', version: 'v2', environment: null, state })
const change = (field: string): What => ({ kind: 'change', field, from: null, to: 'x' })

/** Kinds of events that belong in the document whatever they say, and the rule that takes them; null for those that never do. */
const TYPED: readonly (readonly [string, What, string | null])[] = [
  ['a note', { kind: 'note' }, 'note'],
  ['a status page update', { kind: 'update', status: 'identified' }, 'public-update'],
  ['a change of severity', change('severity'), 'severity-change'],
  ['a change of status', change('status'), 'status-change'],
  ['a change of lead', change('Incident Commander'), 'role-change'],
  ['a change of anything else', change('labels'), null],
  ['a rollback', deploy('rolled-back'), 'rolled-back'],
  ['a deploy', deploy('succeeded'), 'deploy'],
  ['a firing alert', alert('firing'), 'alert-fires'],
  ['a resolving alert', alert('resolved'), 'alert-resolves'],
  ['a page', { kind: 'action', action: 'paged' }, 'ticket-action'],
  ['a label', { kind: 'action', action: 'labelled' }, null],
  ['a join', { kind: 'membership', action: 'joined', channel: 'inc' }, null],
]
for (const [title, what, rule] of TYPED) {
  test(`${title} is ${rule === null ? 'detail' : `key by ${rule}`}`, () => {
    assert.deepEqual(choice([typedEvent('chat:1', at(1), what, { text: title })]), rule === null ? {} : { 'chat:1': rule })
  })
}

test('an alert fires once and resolves once, however often it flaps or for how many hosts', () => {
  const events = ['firing', 'resolved', 'firing', 'resolved'].map((state, index) => typedEvent(`chat:${index}`, at(index), alert(state as 'firing')))
  const other = typedEvent('chat:host', at(0), alert('firing', 'other-host'))
  assert.deepEqual(choice([...events, other]), { 'chat:0': 'alert-fires', 'chat:3': 'alert-resolves' })
})

test('pinned and marked messages are key, joins, bots’ noise and small talk never', () => {
  const pinned = messageEvent('chat:p', at(1), { text: 'hm', actor: 'chat:a' })
  const events = [
    { ...pinned, what: { ...(pinned.what as What & { kind: 'message' }), pinned: true } },
    messageEvent('chat:m', at(2), { text: 'ok', actor: 'chat:a', reactions: [{ name: 'pushpin', people: ['chat:b'] }] }),
    messageEvent('chat:t', at(3), { text: 'thanks all!', actor: 'chat:a' }),
    messageEvent('chat:b', at(4), { text: 'reminder: stand-up in 5 minutes', actor: 'chat:bot', bot: true }),
  ]
  assert.deepEqual(choice(events), { 'chat:p': 'pinned', 'chat:m': 'marked' })
})

const TALK = [
  messageEvent('chat:1', at(1), { text: 'is checkout down? I get a 503', actor: 'chat:a' }),
  messageEvent('chat:2', at(2), { text: 'looking', actor: 'chat:b' }),
  messageEvent('chat:3', at(9), { text: 'found it, the disk on db-1 is full', actor: 'chat:b' }),
  messageEvent('chat:4', at(15), { text: 'restarting db-1 with a bigger disk', actor: 'chat:b' }),
  messageEvent('chat:5', at(21), { text: 'confirmed fixed, checkout is back to normal', actor: 'chat:a' }),
  messageEvent('chat:6', at(22), { text: 'yay', actor: 'chat:a' }),
]

test('of a conversation, report, finding, action and last word are key, each by its rule', () => {
  assert.deepEqual(choice(TALK), { 'chat:1': 'first-report', 'chat:3': 'finding', 'chat:4': 'action', 'chat:5': 'last-word' })
})

test('every rule that chooses is one of the list', () => {
  const names = new Set(KEY_RULES.map(({ name }) => name))
  for (const rule of Object.values(choice(TALK))) assert.ok(rule !== null && names.has(rule))
})

test('a rule can be turned off', () => {
  assert.ok(!('chat:3' in choice(TALK, { ...DEFAULT_CONFIGURATION, keyEvents: { finding: { enabled: false } } })))
})

test('what a person decided stays, either way', () => {
  const decided = TALK.map((event): TimelineEvent => {
    if (event.id === 'chat:3') return { ...event, mark: { level: 'detail', rule: 'person' } }
    return event.id === 'chat:6' ? { ...event, mark: { level: 'key', rule: 'person' } } : event
  })
  const chosen = choice(decided)
  assert.deepEqual(['chat:3' in chosen, chosen['chat:6']], [false, 'person'])
})

test('choosing twice chooses the same', () => {
  const { incident } = assemble([madeReading('chat', { events: TALK })], DEFAULT_CONFIGURATION)
  const once = chooseKeyEvents(incident, DEFAULT_CONFIGURATION)
  assert.deepEqual(chooseKeyEvents(once, DEFAULT_CONFIGURATION).events, once.events)
})

test('that a channel was made is key only where nothing else marks the beginning', () => {
  const made = typedEvent('chat:1', at(1), { kind: 'action', action: 'created' }, { text: 'created the channel #inc-7' })
  const report = messageEvent('chat:2', at(2), { text: 'is checkout down?', actor: 'chat:a' })
  assert.deepEqual(choice([made]), { 'chat:1': 'ticket-action' })
  assert.deepEqual(choice([made, report]), { 'chat:2': 'first-report' })
  const ticket = typedEvent('chat:3', at(3), { kind: 'action', action: 'opened' }, { text: 'Opened OPS-7' })
  assert.deepEqual(choice([made, ticket]), { 'chat:3': 'ticket-action' })
})

/** Messages in no phrase that we know, and whether there is room for them. */
const SUBSTANCE: readonly (readonly [string, boolean])[] = [
  ['antenna 3 sees 4.1 dB, antenna 2 beside it 9.4 dB', true],
  ['the modem has a lease for 10.40.8.17, and so does the camera', true],
  ['which antenna has 9.4 dB at that elevation?', false],
  ['pizza', false],
]
for (const [text, expected] of SUBSTANCE) {
  test(`${text}: ${expected ? 'substantive' : 'detail'}, and never with the rule off`, () => {
    const events = [...TALK, messageEvent('chat:s', at(12), { text, actor: 'chat:c' })]
    assert.equal(choice(events)['chat:s'] ?? null, expected ? 'substantive' : null)
    assert.ok(!('chat:s' in choice(events, { ...DEFAULT_CONFIGURATION, keyEvents: { substantive: { enabled: false } } })))
  })
}
