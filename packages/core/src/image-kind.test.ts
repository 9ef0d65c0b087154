import assert from 'node:assert/strict'
import { test } from 'node:test'
import { imageKind } from './image-kind.ts'

const of = (text: string): string | null => imageKind(new TextEncoder().encode(text))
const svg = (inner: string): string | null => of(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)

test('images are known by their bytes, not by their names', () => {
  assert.equal(imageKind(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'image/png')
  assert.equal(imageKind(Buffer.from('ffd8ffe000104a46', 'hex')), 'image/jpeg')
  assert.equal(of('GIF89a…'), 'image/gif')
  assert.equal(of('<html><script>'), null)
  assert.equal(of('%PDF-1.7'), null)
})

test('a plain drawing is an image', () => {
  assert.equal(svg('<defs><g id="x"><rect width="1" height="2" fill="url(#g)"/></g></defs><use href="#x"/>'), 'image/svg+xml')
})

test('a drawing that could run something or reach outside is none', () => {
  for (const inner of [
    '<script>alert(1)</script>',
    '<svg:script>alert(1)</svg:script>',
    '<rect onload="alert(1)"/>',
    '<rect/onload=alert(1)>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<a xlink:href="&#106;avascript:alert(1)"><rect/></a>',
    '<image href="https://tracker.example/x.png"/>',
    '<use href="https://evil.example/x.svg#y"/>',
    '<foreignObject><body/></foreignObject>',
    '<style>@import "https://evil.example/x.css"</style>',
    '<rect style="fill:url(https://evil.example/x)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
  ])
    assert.equal(svg(inner), null, inner)
  assert.equal(of('<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'), null)
})
