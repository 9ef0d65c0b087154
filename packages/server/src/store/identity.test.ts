import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idMaker, newId } from './identity.ts'

test('an id is a UUID of version 7 that begins with the time', () => {
  assert.match(newId(), /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  assert.equal(
    idMaker(() => 0x0123456789ab)()
      .replaceAll('-', '')
      .slice(0, 12),
    '0123456789ab',
  )
})

test('ids made later sort later, within a millisecond and when the clock jumps back', () => {
  const times = [1000, 1000, 1001, 5000, 20, 20, 4999, 5000, 5001]
  const make = idMaker(() => times.shift() ?? 3)
  const ids = Array.from({ length: 20_000 }, () => make())
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
})
