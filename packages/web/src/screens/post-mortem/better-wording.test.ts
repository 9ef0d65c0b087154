import assert from 'node:assert/strict'
import { test } from 'node:test'
import { betterWording } from './better-wording.ts'

test('what can be said without a culprit is', () => {
  const cases: readonly (readonly [rule: string, words: string, instead: string | null])[] = [
    ['blame', 'The engineer forgot to', 'Nothing reminded anybody to'],
    ['blame', 'Bob should have checked', 'Nothing made it easy to see that somebody had to have checked'],
    ['blame', 'the operator ignored', 'nothing drew attention to'],
    ['blame', 'human error', 'a tool that made the wrong step easy'],
    ['blame', 'What he did there', null],
    ['single-cause', 'The root cause was a full disk', 'One contributor was a full disk'],
    ['timeline-order', 'The engineer forgot to', null],
  ]
  for (const [rule, words, instead] of cases) assert.equal(betterWording(rule, words, ''), instead, words)
  assert.equal(betterWording('zone-season', 'PST', 'Write PDT, or use UTC.'), 'PDT')
})
