import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from './clean-text.ts'

test('a line ending is a space, with the blanks around it; a tab is one each', () => {
  for (const [text, clean] of [
    ['a \t\n\t b', 'a b'],
    ['a\t\tb', 'a  b'],
    ['\t \tb', '   b'],
    ['a\r\n\r\nb\u2028c', 'a b c'],
    ['a \t', 'a  '],
  ] as const)
    assert.equal(cleanText(text), clean, JSON.stringify(text))
})

test('a hundred thousand blanks take no longer than as many letters', () => {
  for (const blank of ['\t', ' \t', ' ']) {
    const text = `\t${blank.repeat(100_000)}x`
    const began = process.cpuUsage().user
    assert.equal(cleanText(text).length, text.length)
    assert.ok(process.cpuUsage().user - began < 500_000, JSON.stringify(blank))
  }
})
