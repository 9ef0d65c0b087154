import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readJson } from './index.ts'
import { jsonFault } from './json-fault.ts'

const read = (text: string): ReturnType<typeof readJson> => {
  const bytes = new TextEncoder().encode(text)
  return readJson({ name: 'x.json', files: [{ path: 'x.json', size: bytes.length, bytes }] })
}
const sentence = (text: string): string => {
  const [problem] = read(text).problems
  return `${problem?.place?.line}:${problem?.place?.column} ${problem?.code}: ${problem?.message}`
}

test('a cut file says so, and where', () => {
  assert.equal(sentence('{\n  "a": [1, 2'), '2:13 json/truncated: x.json ends in the middle: a comma or a closing bracket is missing.')
  assert.equal(sentence('{"a": "b'), '1:9 json/truncated: x.json ends in the middle: a closing double quote is missing.')
})

test('broken JSON has a line and a column', () => {
  assert.equal(sentence('{\n  "a": 1\n  "b": 2\n}'), '3:3 json/broken: x.json is not whole JSON: here should be a comma or a closing brace.')
  assert.equal(sentence("{'a': 1}"), '1:2 json/broken: x.json is not whole JSON: here should be a key in double quotes.')
  assert.equal(sentence('{"a": tru}'), '1:7 json/broken: x.json is not whole JSON: here should be a value.')
})

test('one value a line is as many documents, with their lines', () => {
  assert.deepEqual(
    read('{"a":1}\n\n{"a":2}\n').documents.map(({ value, line }) => [value, line]),
    [
      [{ a: 1 }, 1],
      [{ a: 2 }, 3],
    ],
  )
  const { documents, problems } = read('{"a":1}\n{"a":\n{"a":3}')
  assert.deepEqual([documents.length, problems[0]?.place?.line], [2, 2])
})

test('a byte order mark and UTF-16 are read', () => {
  assert.deepEqual(read('\uFEFF{"a":"ü"}').documents[0]?.value, { a: 'ü' })
  const bytes = new Uint8Array([0xff, 0xfe, ...Array.from('{"a":1}').flatMap((character) => [character.charCodeAt(0), 0])])
  assert.deepEqual(readJson({ name: 'x', files: [{ path: 'x', size: bytes.length, bytes }] }).documents[0]?.value, { a: 1 })
})

test('a recorded HTTP request is opened', () => {
  assert.deepEqual(read('{"headers": {}, "method": "POST", "body": {"a": 1}}').documents[0]?.value, { a: 1 })
})

test('a fault is found exactly where a text is no JSON', () => {
  const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', 'x', '\\')).map(([json, at, put]) => {
    const place = at % (json.length + 1)
    return json.slice(0, place) + put + json.slice(place + 1)
  })
  fc.assert(
    fc.property(broken, (text) => {
      try {
        JSON.parse(text)
        assert.equal(jsonFault(text).expected, 'nothing')
      } catch {
        assert.ok(jsonFault(text).offset <= text.length)
      }
    }),
  )
})
