import { DESTINATIONS, PAGE_DESTINATIONS } from '@blamefree/adapters'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORMATS, PLACES } from './flags.ts'

test('the help names every format and every kind of place, without loading them', () => {
  const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id)
  assert.deepEqual(FORMATS, ids(DESTINATIONS))
  assert.deepEqual(PLACES, ids(PAGE_DESTINATIONS))
})
