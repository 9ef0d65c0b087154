import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitWords } from './search.ts'

const CASES: readonly (readonly [string, ReturnType<typeof splitWords>])[] = [
  ['check', { head: '', last: 'check:*' }],
  ['checkout fail', { head: 'checkout ', last: 'fail:*' }],
  ['checkout ', { head: 'checkout ', last: '' }],
  ['"bad deploy"', { head: '"bad deploy"', last: '' }],
  ['"bad dep', { head: '"bad dep', last: '' }],
  ['checkout -cart', { head: 'checkout -cart', last: '' }],
  ['cart or check', { head: 'cart or check', last: '' }],
  ["o'brien", { head: "o'brien", last: '' }],
  ['!! &', null],
  ['', null],
]

for (const [said, query] of CASES) test(`${JSON.stringify(said)} is looked for as ${JSON.stringify(query)}`, () => assert.deepEqual(splitWords(said), query))
