import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../instant.ts'
import { dueDate } from './due-date.ts'

/** Said on Friday, November 18, 2022, 23:30 in London. */
const SAID = '2022-11-18T23:30:00.000Z' as Instant
const CASES: readonly (readonly [string, string | null])[] = [
  ["I'll do that by Tuesday", '2022-11-22'],
  ['before Friday', '2022-11-25'],
  ['next Monday', '2022-11-21'],
  ['next Friday', '2022-11-25'],
  ['tomorrow', '2022-11-19'],
  ['today, I promise', '2022-11-18'],
  ['next week', '2022-11-25'],
  ['by end of the week', '2022-11-18'],
  ['end of the month', '2022-11-30'],
  ['next month', '2022-12-31'],
  ['this quarter', '2022-12-31'],
  ['by December 3rd', '2022-12-03'],
  ['by 3 Jan', '2023-01-03'],
  ['before January', '2022-12-31'],
  ['by 2022-11-25', '2022-11-25'],
  ['by 2022-13-45', null],
  ['February 30', null],
  ['add a dead-letter queue', null],
  ['we may march on', null],
]
for (const [text, due] of CASES) {
  test(`“${text}”, said on a Friday, is ${due ?? 'no day'}`, () => {
    assert.equal(dueDate(text, SAID, 'Europe/London'), due)
  })
}

test('the day on which it was said is that of the document’s zone', () => {
  assert.equal(dueDate('tomorrow', SAID, 'Asia/Kolkata'), '2022-11-20')
  assert.equal(dueDate('next week', '2026-01-17T15:00:00.000Z' as Instant, 'UTC'), '2026-01-23')
})
