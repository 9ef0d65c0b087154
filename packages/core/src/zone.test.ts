import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { instantFromMillis, millisOf, parseInstant, type Instant } from './instant.ts'
import { instantFromLocal, isZone, localOf, offsetMinutes, zoneFromText, type LocalTime } from './zone.ts'

const local = (text: string): LocalTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number)
  return { year, month, day, hour, minute, second }
}

const moments: readonly (readonly [string, string, string | null, null | 'ambiguous' | 'skipped'])[] = [
  ['2022-11-18 15:39', 'UTC', '2022-11-18T15:39:00.000Z', null],
  ['2022-11-18 15:39', '+05:30', '2022-11-18T10:09:00.000Z', null],
  ['2022-03-27 00:59', 'Europe/London', '2022-03-27T00:59:00.000Z', null],
  ['2022-03-27 01:30', 'Europe/London', '2022-03-27T01:30:00.000Z', 'skipped'],
  ['2022-03-27 02:00', 'Europe/London', '2022-03-27T01:00:00.000Z', null],
  ['2022-10-30 01:30', 'Europe/London', '2022-10-30T00:30:00.000Z', 'ambiguous'],
  ['2022-10-30 02:00', 'Europe/London', '2022-10-30T02:00:00.000Z', null],
  ['2022-03-13 02:30', 'America/New_York', '2022-03-13T07:30:00.000Z', 'skipped'],
  ['2022-11-06 01:00', 'America/New_York', '2022-11-06T05:00:00.000Z', 'ambiguous'],
  ['2022-11-06 00:59:59', 'America/New_York', '2022-11-06T04:59:59.000Z', null],
  ['2022-04-03 01:45', 'Australia/Lord_Howe', '2022-04-02T14:45:00.000Z', 'ambiguous'],
  ['2022-10-02 02:15', 'Australia/Lord_Howe', '2022-10-01T15:45:00.000Z', 'skipped'],
  ['2011-12-29 23:59', 'Pacific/Apia', '2011-12-30T09:59:00.000Z', null],
  ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z', 'skipped'],
  ['2011-12-31 00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', null],
  ['2022-02-30 10:00', 'UTC', null, null],
  ['2022-00-10 10:00', 'UTC', null, null],
  ['2022-01-01 24:00', 'UTC', null, null],
  ['2022-01-01 10:00', 'Middle/Earth', null, null],
]

for (const [text, zone, instant, note] of moments) {
  test(`${text} on a clock in ${zone} is ${instant ?? 'no moment'}${note === null ? '' : `, ${note}`}`, () => {
    assert.deepEqual(instantFromLocal(local(text), zone), instant === null ? null : { instant, note })
  })
}

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'America/St_Johns',
  '-03:30',
  'UTC',
]
const millis = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2037, 0) })

test('local times agree with Temporal at any moment, in any order of asking', () => {
  fc.assert(
    fc.property(millis, fc.constantFrom(...ZONES), (at, zone) => {
      const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
      const { year, month, day, hour, minute, second } = theirs
      assert.deepEqual(localOf(instantFromMillis(at)!, zone), { year, month, day, hour, minute, second })
      assert.equal(offsetMinutes(instantFromMillis(at)!, zone), theirs.offsetNanoseconds / 6e10)
    }),
  )
})

test('a local time means what Temporal takes it to mean', () => {
  fc.assert(
    fc.property(millis, fc.constantFrom(...ZONES), (at, zone) => {
      const plain = new Date(at).toISOString().slice(0, 19)
      const expected = Temporal.PlainDateTime.from(plain).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
      assert.equal(millisOf(instantFromLocal(local(plain), zone)!.instant), expected)
    }),
  )
})

test('the offset changes at the very millisecond of the transition', () => {
  const change = Date.parse('2022-03-27T01:00:00Z')
  for (const [at, minutes] of [
    [change, 60],
    [change - 1, 0],
    [change, 60],
    [change + 1, 60],
  ] as const) {
    assert.equal(offsetMinutes(instantFromMillis(at)!, 'Europe/London'), minutes)
  }
})

const zones: readonly (readonly [string, string | null, boolean])[] = [
  ['Europe/London', 'Europe/London', false],
  ['europe/london', 'Europe/London', false],
  ['UTC', 'UTC', false],
  ['gmt', 'UTC', false],
  ['Z', 'UTC', false],
  ['UTC+2', '+02:00', false],
  ['GMT-03:30', '-03:30', false],
  ['+0200', '+02:00', false],
  ['−05:00', '-05:00', false],
  ['UTC+0', 'UTC', false],
  ['+15:00', null, false],
  ['PST', 'America/Los_Angeles', true],
  ['pdt', 'America/Los_Angeles', true],
  ['EDT', 'America/New_York', true],
  ['CET', 'Europe/Paris', true],
  ['BST', 'Europe/London', true],
  ['IST', 'Asia/Kolkata', true],
  ['Middle/Earth', null, false],
  ['constructor', null, false],
  ['', null, false],
  ['2022-11-18T15:39:00Z', null, false],
]

for (const [text, zone, assumed] of zones) {
  test(`zoneFromText reads ${JSON.stringify(text)} as ${zone}`, () => {
    const reading = zoneFromText(text)
    assert.equal(reading?.zone ?? null, zone)
    assert.equal(typeof reading?.assumed === 'string', assumed)
  })
}

test('what zoneFromText gives is a zone, and other text is not', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('EST', 'America/Lima', '+9', 'UTC-11')), (text) => isZone(zoneFromText(text)?.zone ?? 'UTC')))
  for (const name of ['', '+02', '[UTC]', '__proto__', 'x'.repeat(10_000), 'Europe/London\n']) assert.equal(isZone(name), false, name)
})

test('a name that is no zone is read as UTC', () => {
  assert.equal(localOf(parseInstant('2022-07-01T12:00:00Z') as Instant, 'Middle/Earth').hour, 12)
})
