import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { goldenRequests } from './destinations/testing/golden-requests.ts'
import { PAGE_DESTINATIONS } from './page-destinations.ts'

const HOW = 'If it is meant to be so: node packages/adapters/src/destinations/testing/write-requests.ts, and look at the difference.'

for (const { path, text } of goldenRequests())
  test(`what is sent for a new page is what somebody looked at: ${basename(join(path, '..', '..'))}, ${basename(path)}`, () =>
    assert.equal(text, existsSync(path) ? readFileSync(path, 'utf8') : '', HOW))

test('every place has its page, or what is sent for it, in golden/', () => {
  const without = PAGE_DESTINATIONS.filter(({ id }) => {
    const folder = join(import.meta.dirname, 'destinations', id, 'golden')
    return !existsSync(folder) || readdirSync(folder).length === 0
  })
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  )
})
