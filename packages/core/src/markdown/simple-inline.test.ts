import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMarkdown } from '../markdown.ts'
import { normalise } from '../normalise.ts'
import { simpleInline } from './simple-inline.ts'

/** What the parser makes of a line that stands in a document. */
const parsed = (line: string): unknown => parseMarkdown(line).tree
const quick = (line: string): unknown => {
  const children = simpleInline(line)
  return children === null ? null : normalise({ type: 'root', children: [{ type: 'paragraph', children }] })
}

const SIMPLE = [
  'Worker `7` was *restarted*, see [the graph](https://graph.example/7)',
  'Asked :person[Ana B]{id="slack:U1" role="lead"} to look (**now**)',
  'Set snake_case_name to 5% & waited 10:30, ratio 3:4. Ok!',
  'See <https://x.example/a?b=1>, deploy\\_x \\[a\\] done   ',
  'It costs 5 < 6 and _really_ more',
]
for (const line of SIMPLE)
  test(`reads as the parser does: ${line}`, () => {
    assert.notEqual(quick(line), null)
    assert.deepEqual(quick(line), parsed(line))
  })

const OTHERS = [
  'see https://x.example/a',
  'www.example.com is down',
  'mail a@b.example',
  'a * b',
  'x ~y~ z',
  'a &amp; b',
  'a ![x](https://y.example/z.png)',
  'a\nb',
  '- a',
  '1. a',
  'a [^1]',
  'a ``b`` c',
  'ends in \\',
]
for (const line of OTHERS) test(`leaves to the parser: ${JSON.stringify(line)}`, () => assert.equal(simpleInline(line), null))

const PIECES = [
  'word',
  'w',
  ' ',
  ' ',
  '  ',
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '](',
  '<',
  '>',
  '&',
  '&amp;',
  '~',
  '@',
  ':',
  '.',
  '!',
  '\\',
  '\\*',
  '\\_',
  '#',
  '|',
  '{',
  '}',
  '"',
  '=',
  '/',
  '-',
  '+',

  'www.',
  'http://',
  'https://a.example/b_c',
  'x@y.example',
  ':person[',
  ':time[now]{at="x"}',
  ':person[Ana]{id="a:b" role="lead"}',
  '[a b](https://c.example/d)',
  '<https://e.example>',
  '*f*',
  '**g h**',
  '_i_',
  '`j k`',

  'é',
  '日本',
  '\u00A0',
  '\u200B',
  '🔥',
  '\u0301',
  '1',
  '10:30',
  's_t',
  '*)',
  '(*',
]
test('whatever the pieces, it reads as the parser does or leaves the line to it', () => {
  let simple = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const line = `A${pieces.join('')}`
      const made = quick(line)
      if (made === null) return
      simple++
      assert.deepEqual(made, parsed(line), JSON.stringify(line))
    }),
    { numRuns: 4000 },
  )
  assert.ok(simple > 100, `only ${simple} lines were simple`)
})
