import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from './instant-of.ts'

for (const [written, instant] of [
  ['2026-03-04 09:00:00+00', '2026-03-04T09:00:00.000Z'],
  ['2026-03-04 09:00:00.5+00', '2026-03-04T09:00:00.500Z'],
  ['2026-03-04 09:00:00.123456+00', '2026-03-04T09:00:00.123Z'],
  ['2026-03-04 09:00:00.999999+00', '2026-03-04T09:00:00.999Z'],
  ['2026-03-04 09:00:00.000001+00', '2026-03-04T09:00:00.000Z'],
  ['2026-03-04 09:00:00+02', '2026-03-04T07:00:00.000Z'],
  ['2026-03-04 09:00:00.25-03', '2026-03-04T12:00:00.250Z'],
] as const)
  test(`${written} is ${instant}`, () => assert.equal(instantOf(written), instant))

test('put together from its parts, an instant is the one that reading it as a date gives', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
      const written = `${date
        .toISOString()
        .replace('T', ' ')
        .replace('Z', '')
        .replace(/\.?0+$/, '')}+00`
      assert.equal(instantOf(/:\d\d(?:\.\d+)?\+00$/.test(written) ? written : date.toISOString().replace('T', ' ').replace('Z', '+00')), date.toISOString())
    }),
  )
})

test('what is no time of four digits is read as a date, or refused', () => {
  assert.equal(instantOf('2026-03-04T09:00:00Z'), '2026-03-04T09:00:00.000Z')
  assert.throws(() => instantOf('infinity'), RangeError)
})
