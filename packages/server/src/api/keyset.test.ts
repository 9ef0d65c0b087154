import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readId, readNumber, writeKey } from './keyset.ts'
import { Refusal } from './refusal.ts'

const ID = '01900000-0000-7000-8000-000000000000'
const refused = (error: unknown): boolean => error instanceof Refusal && error.status === 400 && /after is not the next of a page/.test(error.message)

test('a page goes on where the last one ended', () => {
  assert.equal(readNumber(undefined), null)
  assert.equal(readNumber(writeKey(['42'])), 42)
  assert.equal(readId(undefined), null)
  assert.equal(readId(writeKey([ID])), ID)
})

for (const garbled of [
  '',
  'x',
  'W10',
  writeKey([]),
  writeKey(['']),
  writeKey(['-1']),
  writeKey(['1e9']),
  writeKey(['9'.repeat(40)]),
  writeKey(['1', '2']),
  writeKey(['\u0000']),
])
  test(`${JSON.stringify(garbled)} is no end of a page`, () => {
    assert.throws(() => readNumber(garbled), refused)
    assert.throws(() => readId(garbled), refused)
  })
