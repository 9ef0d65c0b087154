import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offeredParts } from './offered-parts.ts'
import type { Preview } from './send-records.ts'

type Reading = Preview['readings'][number]

const reading = (name: string, ...ids: string[]): Reading => ({
  name,
  source: 'slack-export',
  title: 'Slack export',
  events: 0,
  facts: 0,
  people: 0,
  from: null,
  to: null,
  parts: ids.map((id) => ({ id, name: id, messages: 1, from: null, to: null })),
  problems: [],
  beginning: [],
})

const ids = (offered: ReturnType<typeof offeredParts>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(offered).map(([name, parts]) => [name, parts.map(({ id }) => id)]))

describe('what can be chosen', () => {
  const all = offeredParts({}, [reading('export.zip', 'inc-42', 'general', 'random')], false)

  test('stays when one of it was chosen, and the record tells of that one alone', () => {
    assert.deepEqual(ids(offeredParts(all, [reading('export.zip', 'inc-42')], true)), { 'export.zip': ['inc-42', 'general', 'random'] })
  })

  test('goes with its record', () => {
    assert.deepEqual(ids(offeredParts(all, [reading('other.zip', 'ops')], true)), { 'other.zip': ['ops'] })
  })

  test('is what the records say when nothing is chosen', () => {
    assert.deepEqual(ids(offeredParts(all, [reading('export.zip', 'inc-43', 'general')], false)), { 'export.zip': ['inc-43', 'general'] })
  })
})
