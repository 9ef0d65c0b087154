import assert from 'node:assert/strict'
import { test } from 'node:test'
import { direction, stretches } from './scripts.ts'

const scripts = (text: string): string =>
  stretches(text, 'ltr')
    .map(({ text: words, script }) => `${words}=${script}`)
    .join(' | ')

test('every emoji that Unicode recommends stays whole, alone and with what it can wear', () => {
  const recommended = /^\p{RGI_Emoji}$/v
  const people = ['👩', '👨', '🧑']
  const flags = Array.from({ length: 26 * 26 }, (_, at) => String.fromCodePoint(0x1f1e6 + Math.floor(at / 26), 0x1f1e6 + (at % 26)))
  const joined = ['👩‍💻', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🏴‍☠️', '❤️‍🔥', '👩🏽‍❤️‍💋‍👨🏻', '🧑🏿‍🚀', '🐻‍❄️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '#️⃣', '*️⃣', '🙂‍↔️', '🧑‍🧑‍🧒']
  const single = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((one) => /\p{Emoji}/u.test(one))
  const all = [...single.flatMap((one) => [one, `${one}\ufe0f`, `${one}🏽`]), ...people, ...flags, ...joined].filter((text) => recommended.test(text))
  assert.ok(all.length > 1500, `${all.length}`)
  for (const emoji of all) {
    assert.equal(scripts(`${emoji}中`), `${emoji}=emoji | 中=east-asian`)
    assert.equal(scripts(`中${emoji}a`), `中=east-asian | ${emoji}=emoji | a=latin`)
  }
})

test('numbers, signs and letters are no emoji, and an emoji of next year is one piece', () => {
  assert.equal(scripts('#1 * → ok ✓'), '#1 * → ok ✓=latin')
  assert.equal(scripts('中12#'), '中=east-asian | 12#=latin')
  assert.equal(scripts('a🧑‍🌌b'), 'a=latin | 🧑‍🌌=emoji | b=latin')
})

test('the direction is that of the first letter', () => {
  assert.deepEqual(['12: hello', '12 שלום hello', '🙂 مرحبا', 'שלום', '— a', '42', 'é', 'ab שלום'].map(direction), [
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    null,
    'ltr',
    'ltr',
  ])
})
