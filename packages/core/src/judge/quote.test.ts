import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerpt, plainWords } from './quote.ts'

test('the plain words of a message have neither marks nor line breaks of Markdown', () => {
  assert.equal(plainWords('a **burst** of `503`\\\nooh I found\\_one\\\nlooking'), 'a burst of 503 ooh I found_one looking')
  assert.equal(excerpt('first\\\nsecond \\*third\\*, v1_2'), String.raw`first second third, v1\_2`)
})
