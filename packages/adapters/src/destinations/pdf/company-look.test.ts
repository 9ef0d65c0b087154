import { BlamefreeError } from '@blamefree/core'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { companyLook } from './company-look.ts'

const GOOD = '#import "look.typ": base\n#let template(doc, body) = { show: base.with(doc); title(); body }\n'
const look = (text: string): string => companyLook({ name: 'acme.typ', bytes: new TextEncoder().encode(text) })

describe('a company\u2019s own .typ', () => {
  it('is taken as it is when it is one file that defines template', () => {
    assert.equal(look(GOOD), GOOD)
    assert.ok(look(`${GOOD}// #import "@preview/x:1.0.0" in a comment is a comment\n`))
  })

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a package', '#import "@preview/cetz:0.3.0"', /line 3 names a Typst package/],
    ['another file', '#import "other.typ": *', /line 3 imports something other/],
    ['an included file', '#include "/etc/passwd"', /line 3 imports something other/],
    ['a path in a variable', '#let p = "x.typ"\n#import p', /line 4 imports something other/],
    ['a file that is read', '#let x = read("/etc/passwd")', /line 3 reads a file/],
    ['a plugin', '#let x = plugin("x.wasm")', /line 3 reads a file/],
    ['an image from a file', '#image("../logo.png")', /line 3 shows an image from a file/],
    ['evaluated text', '#eval("1 + 1")', /line 3 evaluates text as code/],
  ]
  for (const [name, line, expected] of refused) {
    it(`is refused with ${name}`, () => assert.throws(() => look(`${GOOD}${line}`), { name: 'BlamefreeError', code: 'pdf/refused-look', message: expected }))
  }

  it('is refused without template, and when it is no text', () => {
    assert.throws(() => look('= Heading'), /does not define template/)
    assert.throws(() => companyLook({ name: 'acme.docx', bytes: new Uint8Array([0x50, 0x4b, 0xff, 0xfe]) }), BlamefreeError)
  })
})
