import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../instant.ts'
import { keyEvent } from '../testing/made-incident.ts'
import { mostTelling } from './most-telling.ts'

const RULES = ['alert-fires', 'first-report', 'role-change', 'action', 'observation', 'finding', 'status-change', 'last-word']
const EVENTS = RULES.map((rule, index) => keyEvent(`a:${index}`, `2026-03-04T09:0${index}:00.000Z` as Instant, rule, { mark: { level: 'key', rule } }))
const kept = (most: number): string[] => mostTelling(EVENTS, most).map(({ text }) => text)

test('a limited list has the beginning, the end and what tells the story in between, in order', () => {
  assert.deepEqual(kept(2), ['alert-fires', 'last-word'])
  assert.deepEqual(kept(4), ['alert-fires', 'first-report', 'finding', 'last-word'])
  assert.deepEqual(kept(5), ['alert-fires', 'first-report', 'action', 'finding', 'last-word'])
  assert.deepEqual(kept(8), RULES)
  assert.deepEqual(kept(0), [])
})
