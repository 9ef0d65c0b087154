import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orderedJson } from './ordered-json.ts'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  )
}

test('It is what JSON.stringify writes, with sorted keys', () => {
  const key = fc.string({ minLength: 1, maxLength: 5 }).map((text) => `k${text}`)
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree')),
    ),
  }))
  fc.assert(
    fc.property(tree, (value) => assert.equal(orderedJson(value), JSON.stringify(sorted(value), null, 2))),
    { numRuns: 300 },
  )
})

test('A node says first what it is and last what it holds, and what is left out is not written', () => {
  assert.equal(
    orderedJson({ children: [], url: 'a', type: 'link', title: undefined, attributes: { z: 1, a: 2 } }),
    '{\n  "type": "link",\n  "attributes": {\n    "z": 1,\n    "a": 2\n  },\n  "url": "a",\n  "children": []\n}',
  )
})
