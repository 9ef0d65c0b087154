import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DESTINATIONS } from './destinations.ts'
import { SOURCES } from './sources.ts'

for (const [what, list] of Object.entries({ source: SOURCES, destination: DESTINATIONS })) {
  test(`no two have the id or the title of one ${what}`, () => {
    assert.equal(new Set(list.map(({ id }) => id)).size, list.length)
    assert.equal(new Set(list.map(({ title }) => title)).size, list.length)
  })
}
