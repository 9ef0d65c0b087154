import assert from 'node:assert/strict'
import { test } from 'node:test'
import { multipart } from './multipart.ts'

test('a form with a file is read back by the platform’s own reader, byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 600 }, (_, index) => index % 256)
  const { contentType, body } = multipart('form-data', [
    { headers: ['content-disposition: form-data; name="file"; filename="graph.png"', 'content-type: image/png'], content: bytes },
    { headers: ['content-disposition: form-data; name="comment"'], content: 'a\r\nb' },
  ])
  const form = await new Response(new Blob([new Uint8Array(body)]), { headers: { 'content-type': contentType } }).formData()
  const file = form.get('file')
  assert.ok(file instanceof File && file.name === 'graph.png' && file.type === 'image/png')
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes)
  assert.equal(form.get('comment'), 'a\r\nb')
})

test('a content that holds the boundary gets another one', () => {
  const first = /boundary=(.*)/.exec(multipart('related', [{ headers: [], content: 'x'.repeat(26) }]).contentType)?.[1] ?? ''
  assert.equal(first.length, 26)
  const second = multipart('related', [{ headers: [], content: first }])
  assert.ok(!second.contentType.includes(first))
})
