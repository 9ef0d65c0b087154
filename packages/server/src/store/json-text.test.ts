import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonText, storable } from './json-text.ts'

const read = (value: unknown): unknown => JSON.parse(jsonText(value))

test('what PostgreSQL refuses is replaced, and nothing else', () => {
  assert.equal(read('a\u0000b'), 'a\ufffdb')
  assert.equal(read('half \ud83d and \udc00.'), 'half \ufffd and \ufffd.')
  assert.equal(read('whole 😀'), 'whole 😀')
  assert.equal(read('\\u0000 said in words'), '\\u0000 said in words')
  assert.equal(read('\\\u0000'), '\\\ufffd')
  assert.deepEqual(read({ 'k\u0000': ['\u0000\u0000'] }), { 'k\ufffd': ['\ufffd\ufffd'] })
})

test('a value that can be kept is the same object', () => {
  const value = { text: 'plain' }
  assert.equal(storable(value).value, value)
  assert.deepEqual(storable({ text: '\u0000' }).value, { text: '\ufffd' })
})
