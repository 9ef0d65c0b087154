import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOfWords, placeOfWords, wordsOfHash } from './named-words.ts'

test('words go into an address and out of it', () => {
  assert.equal(wordsOfHash(`#${hashOfWords('100 % of “requests”\n & more')}`), '100 % of “requests” & more')
  assert.equal(wordsOfHash('#impact'), null)
  assert.equal(wordsOfHash('#says=%E0%A4%A'), null)
})

test('words are found whole, or by how they begin', () => {
  assert.deepEqual(placeOfWords('First. The disk was full at noon.', 'the disk  was full'), [7, 24])
  assert.deepEqual(placeOfWords('The disk was full at one, and nobody saw', 'The disk was full at noon'), [0, 17])
  assert.deepEqual(placeOfWords('Nobody saw the zanzibar partition.', 'zanzibar partition. Impact Nobody'), [15, 34])
  assert.equal(placeOfWords('Nothing here', 'The disk was full'), null)
  assert.deepEqual(placeOfWords('a (b)* c', '(b)*'), [2, 6])
})
