import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import type { Instant } from '../instant.ts'
import { madePerson, messageEvent } from '../testing/made-reading.ts'
import { dominantZone } from './dominant-zone.ts'

/** Zones and how many messages somebody there wrote, the month, and the document's zone. */
const CASES: readonly (readonly [string, Readonly<Record<string, number>>, string, string])[] = [
  ['all in one zone', { 'Europe/Paris': 4 }, '06', 'Europe/Paris'],
  ['two thirds are enough', { 'Europe/Paris': 4, 'Asia/Kolkata': 2 }, '06', 'Europe/Paris'],
  ['less are not', { 'Europe/Paris': 3, 'Asia/Kolkata': 2 }, '06', 'UTC'],
  ['London and Lisbon are one in winter, named after the more active', { 'Europe/London': 2, 'Europe/Lisbon': 3, 'Asia/Kolkata': 1 }, '12', 'Europe/Lisbon'],
  ['Phoenix and Los Angeles are one in summer', { 'America/Phoenix': 2, 'America/Los_Angeles': 1 }, '07', 'America/Phoenix'],
  ['and two in winter', { 'America/Phoenix': 2, 'America/Los_Angeles': 2 }, '01', 'UTC'],
  ['who has no known zone counts against', { 'Europe/Paris': 3, unknown: 2 }, '06', 'UTC'],
  ['nobody', {}, '06', 'UTC'],
]

for (const [title, zones, month, expected] of CASES) {
  test(`the document’s zone: ${title}`, () => {
    const people = Object.keys(zones).map((zone) => madePerson(`chat:${zone}`, { zone: zone === 'unknown' ? null : zone }))
    const events = Object.entries(zones).flatMap(([zone, count]) =>
      Array.from({ length: count }, (_, index) => messageEvent(`chat:${zone}${index}`, `2026-${month}-10T10:00:00.000Z` as Instant, { actor: `chat:${zone}` })),
    )
    const zone = dominantZone(people, events, DEFAULT_CONFIGURATION)
    assert.deepEqual([zone.value, zone.basis], [expected, 'inferred'])
    assert.notEqual(zone.rule, null)
  })
}

test('a zone that is set by hand is stated, and bots have none', () => {
  const bots = [madePerson('chat:b', { zone: 'Asia/Tokyo', bot: true })]
  const events = [messageEvent('chat:1', '2026-06-10T10:00:00.000Z' as Instant, { actor: 'chat:b' })]
  assert.equal(dominantZone(bots, events, DEFAULT_CONFIGURATION).value, 'UTC')
  const set = dominantZone(bots, events, { ...DEFAULT_CONFIGURATION, zone: 'Europe/Paris' })
  assert.deepEqual([set.value, set.basis, set.origin.source], ['Europe/Paris', 'stated', 'person'])
})
