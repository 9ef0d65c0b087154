import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { crcOf } from './crc.ts'

test('the sum of any bytes, of every length and wherever they begin, is that of zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(9), (bytes, from) => {
      const part = bytes.subarray(from)
      assert.equal(crcOf(part), crc32(part))
    }),
  )
  assert.equal(crcOf(new TextEncoder().encode('123456789')), 0xcbf43926)
})
