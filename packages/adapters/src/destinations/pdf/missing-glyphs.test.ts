import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { missingGlyphs } from './missing-glyphs.ts'

describe('characters that no font has', () => {
  it('are no problem when there are none', () => assert.equal(missingGlyphs([]), null))

  it('are counted, named by script, and come with what to install', () => {
    const problem = missingGlyphs(['漢', '字', '漢', '🚀'])
    assert.match(problem?.message ?? '', /^The PDF shows boxes for 3 different characters \(Chinese, emoji\)/)
    assert.match(problem?.hint ?? '', /apt-get install fonts-noto-cjk fonts-noto-color-emoji\)/)
    assert.equal(problem?.weight, 'warning')
  })

  it('are shown with their numbers, the first dozen of them', () => {
    assert.match(missingGlyphs(['\u{10ffff}'])?.message ?? '', /1 character, because .* \(U\+10FFFF\)\.$/)
    assert.match(missingGlyphs(Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x4e00 + index)))?.message ?? '', /\u2026\.$/)
  })
})
