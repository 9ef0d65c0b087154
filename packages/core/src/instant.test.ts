import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantFromMillis, parseInstant } from './instant.ts'

const cases: readonly (readonly [string, string | null])[] = [
  ['2022-11-18T15:39:00Z', '2022-11-18T15:39:00.000Z'],
  ['2022-11-18t15:39:00.123456789z', '2022-11-18T15:39:00.123Z'],
  ['2022-11-18T15:39:00.7+01:00', '2022-11-18T14:39:00.700Z'],
  ['2022-11-18T15:39:00.000+0000', '2022-11-18T15:39:00.000Z'],
  ['2022-11-18 15:39-05', '2022-11-18T20:39:00.000Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ['2022-02-30T10:00:00Z', null],
  ['2022-11-18T25:00:00Z', null],
  ['2022-11-18T15:39:00', null],
  ['2022-11-18', null],
  ['', null],
]

for (const [text, expected] of cases) {
  test(`parseInstant reads ${JSON.stringify(text)} as ${expected}`, () => assert.equal(parseInstant(text), expected))
}

test('instantFromMillis refuses what is not a moment', () => {
  assert.equal(instantFromMillis(Number.NaN), null)
  assert.equal(instantFromMillis(8.64e15), null)
  assert.equal(instantFromMillis(0), '1970-01-01T00:00:00.000Z')
})
