import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orderedJson } from './ordered-json.ts'

const written = (value: unknown): string => new TextDecoder().decode(orderedJson(value))

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
    fc.property(tree, (value) => assert.equal(written(value), `${JSON.stringify(sorted(value), null, 2)}\n`)),
    { numRuns: 300 },
  )
})

test('A node says first what it is and last what it holds, and what is left out is not written', () => {
  assert.equal(
    written({ children: [], url: 'a', type: 'link', title: undefined, attributes: { z: 1, a: 2 } }),
    '{\n  "type": "link",\n  "attributes": {\n    "z": 1,\n    "a": 2\n  },\n  "url": "a",\n  "children": []\n}\n',
  )
})

test('Objects of one kind with other keys are written as themselves, however many there are', () => {
  const nodes = Array.from({ length: 40 }, (_, index) => ({ type: 'x', [`b${index % 13}`]: index, a: 'é"\\\u0001\ud800🔥' }))
  assert.equal(
    written({ children: nodes }),
    `${JSON.stringify({ children: nodes.map(({ type, ...rest }) => ({ type, ...(sorted(rest) as object) })) }, null, 2)}\n`,
  )
})

test('Records keep their order, and lists of objects under their names do not', () => {
  assert.equal(
    written({ labels: { z: 1, a: 2 }, fields: [{ z: 1, a: 2 }] }),
    '{\n  "fields": [\n    {\n      "a": 2,\n      "z": 1\n    }\n  ],\n  "labels": {\n    "z": 1,\n    "a": 2\n  }\n}\n',
  )
})

test('A text of any length and any script is written whole', () => {
  const value = ['é'.repeat(70_000), 'a'.repeat(70_000), '漢'.repeat(9000)]
  assert.equal(written(value), `${JSON.stringify(value, null, 2)}\n`)
})
