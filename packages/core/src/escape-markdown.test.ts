import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanText, escapeMarkdown, parseInline, plainText } from './index.ts'

const HOSTILE = [
  '# PWNED',
  '- [ ] x',
  '1. x',
  '<img src=x>',
  '| a | b |',
  '**x**',
  '`x`',
  '[x](y)',
  ':time[x]',
  '::timeline',
  ':::callout',
  'www.x.y',
  'a@b.c',
  '&amp;',
  'x  ',
  '> q',
]

for (const text of HOSTILE) {
  test(`${text} stays text`, () => {
    const nodes = parseInline(escapeMarkdown(text))
    assert.ok(
      nodes.every((node) => node.type === 'text'),
      JSON.stringify(nodes),
    )
    assert.equal(plainText(nodes), text.trim())
  })
}

test('any line stays that line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const line = cleanText(text.replace(/[\r\n\u2028\u2029]/g, ' ')).trim()
      assert.equal(plainText(parseInline(escapeMarkdown(line))), line)
    }),
  )
})

test('lines become hard breaks', () => {
  assert.equal(escapeMarkdown('one\n\ntwo'), 'one\\\ntwo')
})
