import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMarkdown } from '../markdown.ts'
import { normalise } from '../normalise.ts'
import { simpleInline } from './simple-inline.ts'
import { simpleRow } from './simple-row.ts'

/** What the parser makes of a line that stands in a document. */
const parsed = (line: string): unknown => parseMarkdown(line).tree
const quick = (line: string): unknown => {
  const children = simpleInline(line)
  return children === null ? null : normalise({ type: 'root', children: [{ type: 'paragraph', children }] })
}

const SIMPLE = [
  'Worker `7` was *restarted*, see [the graph](https://graph.example/7)',
  'Asked :person[Ana B]{id="slack:U1" role="lead"} to look (**now**)',
  'At :time[15:39:00 (+7mins)]{at=2022-11-18T15:39:00.000Z} it was :event[:]{id=slack:C1:1.2} **ärgerlich**',
  'www\\.example.com, https\\://x.example and a\\@b.example',
  'One<br>two<br/>',
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
  'a [^1](https://x.example)',
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
  ':event[:]{id=slack:C1:1.2}',
  ':time[15:39:00 (+7mins)]{at=2022-11-18T15:39:00.000Z}',
  '[a b](https://c.example/d)',
  '[15:39 (+1)](https://c.example/d)',
  '[^1](https://c.example)',
  '<br>',
  '<br />',
  '\\.',
  '\\:',
  '\\@',
  '\\&',
  '\\!',
  '\\[',
  '**é**',
  '*日*',
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

/** What stands in the cell of a table that is so short that nothing but the parser reads it. */
const parsedCell = (text: string): unknown => parseMarkdown(`| a | b |\n| --- | --- |\n| ${text} | x |\n`).tree
const quickCell = (text: string): unknown => {
  const row = simpleRow(`| ${text} | x |`)
  const head = simpleRow('| a | b |')
  return row === null || head === null ? null : normalise({ type: 'root', children: [{ type: 'table', align: [null, null], children: [head, row] }] })
}

test('whatever the pieces in a cell, the row is read as the parser does or left to it', () => {
  let simple = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES, '\\|', ' | ', '|', '- ', '1. ', '> '), { maxLength: 9 }), (pieces) => {
      const text = pieces.join('')
      const made = quickCell(text)
      if (made === null) return
      simple++
      assert.deepEqual(made, parsedCell(text), JSON.stringify(text))
    }),
    { numRuns: 4000 },
  )
  assert.ok(simple > 200, `only ${simple} rows were simple`)
})
