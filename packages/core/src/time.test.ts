import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from './instant.ts'
import { clockSpan, clockText, dateText, dateTimeText, dateTimeZoneText, durationText, elapsedText, isoLocalText, zoneLabel } from './time.ts'

const at = (text: string): Instant => new Date(text).toISOString() as Instant

test('a moment is written as the seed writes it', () => {
  const moment = at('2022-11-10T14:20:00Z')
  assert.equal(clockText(moment, 'UTC'), '14:20:00')
  assert.equal(dateText(moment, 'UTC'), 'November 10, 2022')
  assert.equal(dateTimeText(moment, 'UTC'), 'November 10, 2022 2:20 PM')
  assert.equal(dateTimeZoneText(moment, 'UTC'), 'November 10, 2022 2:20 PM (UTC)')
})

test('midnight and noon are 12 AM and 12 PM', () => {
  assert.equal(dateTimeText(at('2022-11-10T00:05:00Z'), 'UTC'), 'November 10, 2022 12:05 AM')
  assert.equal(dateTimeText(at('2022-11-10T12:00:00Z'), 'UTC'), 'November 10, 2022 12:00 PM')
})

test('a moment is written on the zone’s own day', () => {
  assert.equal(dateTimeZoneText(at('2022-07-31T23:30:00Z'), 'Europe/London'), 'August 1, 2022 12:30 AM (BST)')
  assert.equal(dateTimeZoneText(at('2022-01-01T02:00:00Z'), 'America/New_York'), 'December 31, 2021 9:00 PM (EST)')
})

const iso: readonly (readonly [string, string])[] = [
  ['UTC', '2022-07-10T14:20:05Z'],
  ['Europe/London', '2022-07-10T15:20:05+01:00'],
  ['America/St_Johns', '2022-07-10T11:50:05-02:30'],
  ['+05:30', '2022-07-10T19:50:05+05:30'],
]
for (const [zone, text] of iso) test(`isoLocalText writes ${text} in ${zone}`, () => assert.equal(isoLocalText(at('2022-07-10T14:20:05Z'), zone), text))

const labels: readonly (readonly [string, string, string])[] = [
  ['2022-01-10', 'Europe/London', 'GMT'],
  ['2022-07-10', 'Europe/London', 'BST'],
  ['2022-07-10', 'Europe/Berlin', 'CEST'],
  ['2022-07-10', 'America/Los_Angeles', 'PDT'],
  ['2022-07-10', 'America/Phoenix', 'MST'],
  ['2022-07-10', 'Asia/Kolkata', 'UTC+05:30'],
  ['2022-07-10', 'Europe/Dublin', 'UTC+01:00'],
  ['2022-07-10', 'Africa/Accra', 'UTC'],
  ['2022-07-10', '-03:30', 'UTC-03:30'],
  ['2022-07-10', 'UTC', 'UTC'],
]
for (const [day, zone, label] of labels) test(`on ${day} clocks in ${zone} show ${label}`, () => assert.equal(zoneLabel(at(day), zone), label))

const spans: readonly (readonly [number, string])[] = [
  [0, ''],
  [0.9, ''],
  [40, '+40s'],
  [60, '+1min'],
  [119, '+1min'],
  [420, '+7mins'],
  [3600, '+1h'],
  [3660, '+1h 1min'],
  [4980, '+1h 23mins'],
  [86_399, '+23h 59mins'],
  [86_400, '+1d'],
  [183_600, '+2d 3h'],
  [-300, '-5mins'],
  [-20, '-20s'],
]
for (const [seconds, text] of spans) {
  test(`${seconds} seconds after the start is ${JSON.stringify(text)}`, () => {
    const start = Date.parse('2022-11-10T12:00:00Z')
    assert.equal(elapsedText(at(new Date(start).toISOString()), at(new Date(start + seconds * 1000).toISOString())), text)
    assert.equal(durationText(seconds * 1000), text.replace(/^\+/, '') || '0s')
  })
}

test('a span is that between two clocks, whatever fractions of a second a record has', () => {
  const [from, to] = [at('2022-11-10T12:04:00.900Z'), at('2022-11-10T12:19:00.100Z')]
  assert.equal(clockSpan(from, to), 900_000)
  assert.equal(elapsedText(from, to), '+15mins')
  assert.equal(elapsedText(to, from), '-15mins')
  assert.equal(elapsedText(from, at('2022-11-10T12:04:00.100Z')), '')
})
