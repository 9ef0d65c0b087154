import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { zipParts } from './zip.ts'

test('A package has the parts that it was made of, in their order, and another zip library reads it', () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => `word/${text.toWellFormed()}`)
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 400 }))), (made) => {
      const parts = new Map(Object.entries(made))
      const read = unzipSync(zipParts(parts))
      assert.deepEqual(Object.keys(read), [...parts.keys()])
      for (const [path, content] of parts) assert.deepEqual(Buffer.from(read[path] ?? []), Buffer.from(content))
    }),
    { numRuns: 100 },
  )
})

test('Text is packed, and images that are packed already are not', () => {
  const text = '<w:p/>'.repeat(10_000)
  const image = Uint8Array.from({ length: 5000 }, (_, index) => index % 7)
  const bytes = zipParts(
    new Map<string, string | Uint8Array>([
      ['word/document.xml', text],
      ['word/media/graph.PNG', image],
    ]),
  )
  assert.ok(bytes.length > image.length && bytes.length < image.length + 1000, String(bytes.length))
  const read = unzipSync(bytes)
  assert.equal(strFromU8(read['word/document.xml'] ?? new Uint8Array()), text)
  assert.deepEqual(Buffer.from(read['word/media/graph.PNG'] ?? []), Buffer.from(image))
})

test('A package without parts is one', () => assert.deepEqual(unzipSync(zipParts(new Map())), {}))
