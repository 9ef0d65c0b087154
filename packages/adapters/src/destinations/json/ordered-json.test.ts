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

/** The same laid out without haste: what holds plain values only on one line, anything else an entry a line. */
const laidOut = (value: unknown, indent = ''): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const [open, close] = isList ? '[]' : '{}'
  const entries = isList
    ? value.map((entry) => ['', entry] as const)
    : Object.entries(value).map(([key, entry]) => [`${JSON.stringify(key)}: `, entry] as const)
  if (entries.length === 0) return `${open}${close}`
  if (entries.every(([, entry]) => typeof entry !== 'object' || entry === null)) {
    const line = entries.map(([key, entry]) => key + JSON.stringify(entry)).join(', ')
    return isList ? `[${line}]` : `{ ${line} }`
  }
  const inner = `${indent}  `
  return `${open}\n${entries.map(([key, entry]) => inner + key + laidOut(entry, inner)).join(',\n')}\n${indent}${close}`
}

test('Any value is written as it is, with sorted keys and plain values on one line', () => {
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
    fc.property(tree, (value) => {
      assert.equal(written(value), `${laidOut(sorted(value))}\n`)
      assert.deepEqual(JSON.parse(written(value)), JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 300 },
  )
})

test('A node says first what it is and last what it holds, and what is left out is not written', () => {
  assert.equal(
    written({ children: [], url: 'a', type: 'link', title: undefined, attributes: { z: 1, a: 2 } }),
    '{\n  "type": "link",\n  "attributes": { "z": 1, "a": 2 },\n  "url": "a",\n  "children": []\n}\n',
  )
})

test('Objects of one kind with other keys are written as themselves, however many there are', () => {
  const nodes = Array.from({ length: 40 }, (_, index) => ({ type: 'x', [`b${index % 13}`]: index, a: 'é"\\\u0001\ud800🔥' }))
  assert.equal(written({ children: nodes }), `${laidOut({ children: nodes.map(({ type, ...rest }) => ({ type, ...(sorted(rest) as object) })) })}\n`)
})

test('Records keep their order, and lists of objects under their names do not', () => {
  assert.equal(
    written({ labels: { z: 1, a: 2 }, fields: [{ z: 1, a: 2 }] }),
    '{\n  "fields": [\n    { "a": 2, "z": 1 }\n  ],\n  "labels": { "z": 1, "a": 2 }\n}\n',
  )
})

test('A text of any length and any script is written whole', () => {
  const value = ['é'.repeat(70_000), 'a'.repeat(70_000), '漢'.repeat(9000)]
  assert.equal(written(value), `${laidOut(value)}\n`)
})
