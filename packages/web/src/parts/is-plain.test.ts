import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInline } from '@blamefree/core'
import fc from 'fast-check'
import { isPlain } from './is-plain.ts'

test('what is taken for plain words reads as those words', () => {
  const piece = fc.constantFrom(
    'rolled back',
    'www',
    '.',
    ',',
    ' ',
    '-',
    '+',
    '1.',
    '1)',
    '(',
    ')',
    '"',
    "'",
    '=',
    '/',
    'example.com',
    'ö',
    '👍',
    '...',
    '--',
    'a',
    '%',
    '$',
    '\u00A0',
    '?',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      if (isPlain(text)) assert.deepEqual(parseInline(text), [{ type: 'text', value: text }])
    }),
    { numRuns: 2000 },
  )
})

test('what may be more is not taken for plain', () => {
  for (const text of ['', 'see https://example.com', 'www.example.com', 'ada@example.com', '**a**', 'a  b', ' a', 'a\nb', ':person[Ada]'])
    assert.equal(isPlain(text), false, text)
  assert.equal(isPlain("We're seeing a 503 on every page, is the app down for everyone?"), true)
})
