import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION, measureMetrics, stated, type Fact, type Instant } from './index.ts'

const origin = { source: 'person', ref: 'x', url: null, label: 'x' }
const at = (time: string): Fact<Instant> => stated(`2026-03-04T${time}:00.000Z` as Instant, origin)
const metric = (id: string, timestamps: Record<string, Fact<Instant>>) => measureMetrics({ timestamps }, DEFAULT_CONFIGURATION).find((one) => one.id === id)

test('a metric with both ends is recorded in milliseconds', () => {
  assert.deepEqual(metric('time-to-fix', { reported: at('09:00'), fixed: at('09:44') }), {
    id: 'time-to-fix',
    name: 'Time to fix',
    from: 'reported',
    to: 'fixed',
    state: 'recorded',
    millis: 44 * 60_000,
    sentence: null,
  })
})

test('a metric without its end is pending, without its beginning not applicable', () => {
  assert.equal(metric('time-to-fix', { reported: at('09:00') })?.state, 'pending')
  assert.equal(metric('time-to-fix', { fixed: at('09:00') })?.state, 'not-applicable')
})

test('a metric to a timestamp that the team does not keep is not applicable, not pending for ever', () => {
  assert.equal(metric('time-to-respond', { reported: at('09:00') })?.state, 'not-applicable')
})

test('an impossible order is invalid with a sentence and no number', () => {
  const found = metric('time-to-fix', { reported: at('09:00'), fixed: at('08:30') })
  assert.equal(found?.state, 'invalid')
  assert.equal(found?.millis, null)
  assert.equal(found?.sentence, 'Time to fix cannot be measured: fixed lies 30mins before reported.')
})
