import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixturesOf, rawOf } from '../testing/fixtures.ts'
import { pagerduty } from './index.ts'

const reading = (name: string): ReturnType<typeof pagerduty.read> => pagerduty.read(fixturesOf(pagerduty).find((raw) => raw.name === name) ?? rawOf('', ''))

test('log entries become events, oldest first', () => {
  assert.deepEqual(
    reading('incident.json').events.map(({ at, text, what }) => `${at.slice(11, 16)} ${what.kind} ${text}`),
    ['09:03 alert Incident triggered: 31% of checkouts fail', '09:05 alert Acknowledged', '09:20 comment Rolling back _v42_ now', '09:44 alert Resolved'],
  )
})

test('a priority is stated, an urgency is only inferred to be the severity', () => {
  const [stated, inferred] = ['incident.json', 'webhooks.ndjson'].map((name) => reading(name).severity)
  assert.deepEqual([stated?.value, stated?.basis, inferred?.value, inferred?.rule], ['P2', 'stated', 'low', 'incident-urgency'])
})

test('webhooks tell of notes and status updates', () => {
  assert.deepEqual(
    reading('webhooks.ndjson').events.map(({ text, what }) => `${what.kind} ${text}`),
    ['alert Incident triggered: Search is slow', 'comment Looks like the index', 'update Status update: We are on it'],
  )
})
