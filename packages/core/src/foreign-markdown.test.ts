import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foreignInline, foreignMarkdown, parseMarkdown, wordsOfHtml } from './index.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['Rolled back **v42**, see [the pull](https://example.com/1).', 'Rolled back **v42**, see [the pull](https://example.com/1).'],
  ['one<br />two', 'one\\\ntwo'],
  ['<p>One</p>\n<p>Two &amp; three</p>', 'One\\\nTwo & three'],
  ['<!-- fill this in -->\nDone', 'Done'],
  ['a <b>bold</b> word', 'a bold word'],
  ['[x](javascript:alert(1))', 'x'],
  ['![graph](https://example.com/g.png)', '![graph](https://example.com/g.png)'],
]

for (const [text, expected] of CASES) {
  test(`${JSON.stringify(text)} as one paragraph`, () => assert.equal(foreignInline(text), expected))
}

test('nobody\u2019s comment becomes a block of the document', () => {
  for (const text of [':::guidance\nx\n:::', '::timeline', ':::key-information{a=b}\n:::']) {
    assert.doesNotMatch(JSON.stringify(parseMarkdown(foreignMarkdown(text)).tree), /Directive/)
    assert.doesNotMatch(JSON.stringify(parseMarkdown(foreignInline(text)).tree), /containerDirective/)
  }
})

test('lists, code and tables stay in a summary', () => {
  assert.equal(foreignMarkdown('- a\n- b\n\n```\nx\n```'), '- a\n- b\n\n```\nx\n```')
})

test('the words of HTML', () => {
  assert.equal(wordsOfHtml('<p>A&nbsp;b<br>c</p><script>x</script><ul><li>d</li></ul>'), 'A b\nc\nd')
})

test('any text comes out safe', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<br>',
    '\n',
    '\n\n',
    ':::',
    'guidance',
    '[',
    ']',
    '(',
    ')',
    '`',
    '```',
    '|',
    '- ',
    '# ',
    '<!--',
    '-->',
    '&lt;',
    'x',
    ' ',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      for (const text of [foreignInline(pieces.join('')), foreignMarkdown(pieces.join(''))]) {
        assert.deepEqual(parseMarkdown(text).problems, [], JSON.stringify([pieces.join(''), text]))
      }
    }),
    { numRuns: 300 },
  )
})
