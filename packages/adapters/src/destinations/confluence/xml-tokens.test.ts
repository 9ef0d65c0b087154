import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { xmlTokens } from './xml-tokens.ts'

describe('pieces of storage format', () => {
  for (const [text, kinds] of [
    ['<p>a<br>b</p>', 'open p, text, single br, text, close p'],
    ['<ac:x-y.z_1 a="b>c" d=\'<\'/>', 'single ac:x-y.z_1'],
    ['<ri:page\n  ri:title="a"\n/>', 'single ri:page'],
    ['a < b <1> <- > </ p>', 'text'],
    ['<p class="never closed>', 'text'],
    ['<p <b>', 'text, open b'],
    ['<![CDATA[<p>]]></p>', 'cdata, close p'],
    ['<![CDATA[<p>', 'cdata'],
    ['<!-- <p> --><!DOCTYPE x>', 'comment, text'],
    ['</br/>', 'close br'],
  ] as const)
    it(`are ${kinds} of ${JSON.stringify(text)}`, () =>
      assert.equal(
        xmlTokens(text)
          .map(({ kind, name }) => `${kind} ${name}`.trim())
          .join(', '),
        kinds,
      ))

  it('are the whole text, whatever it is', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '<p>',
      '</p>',
      '<br/>',
      '<a b="c>d"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!',
      'x',
      ' ',
      '=',
      'ü',
      '<1',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const tokens = xmlTokens(text)
        assert.equal(tokens.map(({ raw }) => raw).join(''), text)
        for (const { raw, start, end } of tokens) assert.equal(text.slice(start, end), raw)
      }),
    )
  })
})
