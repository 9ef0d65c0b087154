import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bytesOfBase64 } from './base64.ts'
import { carriedImages, MOST_IMAGE_BYTES } from './carried-images.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'

test('base64 is read as everybody else reads it, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      assert.deepEqual(bytesOfBase64(text), bytes)
      assert.deepEqual(bytesOfBase64(text.replace(/=+$/, '')), bytes)
    }),
  )
  for (const wrong of ['a', 'ab-_', 'ab cd', 'ab\ncd', '====', 'a===', 'data:image/png;base64,aa']) assert.equal(bytesOfBase64(wrong), null, wrong)
})

test('images are known by their content, under addresses that a document may have', () => {
  const { assets, problems } = carriedImages(
    {
      'images/graph.png': { mediaType: 'text/html', base64: PNG },
      'page.html': { mediaType: 'image/png', base64: Buffer.from('<script>').toString('base64') },
      'javascript:x': { mediaType: 'image/png', base64: PNG },
      '/etc/passwd': { mediaType: 'image/png', base64: PNG },
      none: null,
    },
    'pm.json',
  )
  assert.deepEqual(
    Object.entries(assets).map(([address, { mediaType, bytes }]) => [address, mediaType, bytes.byteLength]),
    [['images/graph.png', 'image/png', Buffer.from(PNG, 'base64').byteLength]],
  )
  assert.deepEqual(
    problems.map(({ place }) => place?.path),
    ['images.page.html', 'images.javascript:x', 'images./etc/passwd', 'images.none'],
  )
  assert.match(problems[0]?.message ?? '', /^The image page\.html is left out: .*\.$/)
  for (const nothing of [undefined, null, 7, [], 'x']) assert.deepEqual(carriedImages(nothing, 'pm.json'), { assets: {}, problems: [] })
})

test('what is more than all images may have is left out without being read', () => {
  const { problems } = carriedImages({ 'a.png': { base64: 'A'.repeat(Math.ceil((MOST_IMAGE_BYTES * 4) / 3) + 8) } }, 'pm.json')
  assert.equal(problems.length, 1)
})
