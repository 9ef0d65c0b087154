import assert from 'node:assert/strict'
import { test } from 'node:test'
import { steady } from './steady.ts'

const order = (seen: string, rows: string): string =>
  steady(
    seen.split(''),
    rows.split('').map((id) => ({ id })),
  )
    .map(({ id }) => id)
    .join('')

const CASES: readonly (readonly [what: string, seen: string, rows: string, is: string])[] = [
  ['what was never seen is as it comes', '', 'abc', 'abc'],
  ['a row that would move stays', 'abc', 'cab', 'abc'],
  ['a row that is gone leaves no gap', 'abc', 'ca', 'ac'],
  ['new rows stand behind the one that they follow', 'abc', 'cxyab', 'abcxy'],
  ['a new first row is first', 'abc', 'xcab', 'xabc'],
  ['a next page stands at the end', 'ab', 'abcd', 'abcd'],
]

for (const [what, seen, rows, is] of CASES) test(what, () => assert.equal(order(seen, rows), is))
