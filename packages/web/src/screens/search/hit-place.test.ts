import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf } from './hit-place.ts'

const excerpt = [
  { text: 'Nobody saw that the ', match: false },
  { text: 'disk', match: true },
  { text: ' was full ... at noon', match: false },
]
const incident = { id: '1', slug: 'checkout-down', title: 'Checkout down' }

test('a hit opens where it is', () => {
  const place = (kind: Parameters<typeof placeOf>[0]['kind'], id: string): string => placeOf({ kind, id, incident, postMortem: 'p1', excerpt })
  assert.equal(place('incident', '1'), '/incidents/checkout-down')
  assert.equal(place('event', 'slack:C1/17.1'), '/incidents/checkout-down/timeline#slack%3AC1%2F17.1')
  assert.equal(place('post-mortem', 'p1'), '/post-mortems/p1#says=disk%20was%20full')
  assert.equal(place('finding', '3'), '/post-mortems/p1#says=disk%20was%20full')
  assert.equal(place('follow-up', 'f1'), '/follow-ups#f1')
  assert.equal(place('person', 'Ada & Ben'), '/incidents?person=Ada%20%26%20Ben')
})
