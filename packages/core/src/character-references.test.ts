import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeReferences } from './character-references.ts'

test('references are the characters that they stand for, and what is none stays as it is', () => {
  for (const [text, expected] of [
    ['a &amp; b &lt;c&gt; &quot;d&quot;', 'a & b <c> "d"'],
    ['&nbsp;&iacute;&ccedil;&yuml;', '\u00a0\u00ed\u00e7\u00ff'],
    ['&minus;&harr;&le;', '\u2212\u2194\u2264'],
    ['&#65;&#x42;&#X43;&#128512;', 'ABC\u{1f600}'],
    ['&#9;&#10;', '\t\n'],
    ['&#0;&#1;&#xd800;&#x110000;', '&#0;&#1;&#xd800;&#x110000;'],
    ['&unknown; &AMP; & &; &amp', '&unknown; &AMP; & &; &amp'],
    ['&amp;lt;', '&lt;'],
  ] as const)
    assert.equal(decodeReferences(text), expected)
})
