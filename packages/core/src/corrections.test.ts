import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctionsReading, DEFAULT_CONFIGURATION, understand, withoutTakenAway, type Correction } from './index.ts'

const say = (path: string, value: unknown): Correction => ({ path, value, origin: { source: 'person', ref: path, url: null, label: 'Corrected by Ada' } })

test('a person’s word becomes facts of every kind', () => {
  const reading = correctionsReading([
    say('severity', 'Major'),
    say('services', ['Login', 'Cart']),
    say('roles.lead', ['Chris Evans']),
    say('timestamps.fixed', '2026-03-04T09:00:00.000Z'),
    say('fields.customers', 7),
  ])
  assert.equal(reading.severity?.value, 'Major')
  assert.deepEqual(
    reading.services.map(({ value }) => value),
    ['Login', 'Cart'],
  )
  assert.equal(reading.people.find(({ id }) => id === reading.roles['lead']?.[0]?.value)?.name, 'Chris Evans')
  assert.equal(reading.timestamps['fixed']?.value, '2026-03-04T09:00:00.000Z')
  assert.equal(reading.fields['customers']?.value, 7)
  assert.equal(reading.source, 'person')
})

test('the last word about a fact holds', () => {
  assert.equal(correctionsReading([say('severity', 'Minor'), say('severity', 'Major')]).severity?.value, 'Major')
})

test('what a person takes away is gone whatever the sources say', () => {
  const corrections = [say('severity', null), say('timestamps.fixed', null)]
  const source = correctionsReading([say('severity', 'Major'), say('timestamps.fixed', '2026-03-04T09:00:00.000Z'), say('title', 'Down')])
  const { incident } = understand([{ ...source, source: 'jira' }, correctionsReading(corrections)], DEFAULT_CONFIGURATION)
  const left = withoutTakenAway(incident, corrections)
  assert.equal(left.severity, null)
  assert.deepEqual(Object.keys(left.timestamps), [])
  assert.equal(left.title?.value, 'Down')
})
