import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSearch } from './find-search.ts'

for (const [said, understood] of [
  [{}, {}],
  [
    { show: 'risk', q: ' pool is full ' },
    { show: 'risk', q: 'pool is full' },
  ],
  [{ q: 503 }, { q: '503' }],
  [{ show: 7, q: '  ', other: 'x' }, {}],
] as const)
  test(`${JSON.stringify(said)} is understood as ${JSON.stringify(understood)}`, () => assert.deepEqual(findSearch(said), understood))
