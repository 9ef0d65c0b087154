import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeMemory } from './fake-memory.ts'
import { memory } from './memory-page.ts'
import { holdPageToContract, PAGE_PROMISES, pageFaults, unaskedFaults } from './page-contract.ts'
import type { PagePromise } from './page-promise.ts'
import { PAGE_LIARS } from './page-liars.ts'
import type { PageSubject } from './page-subject.ts'

const honest: PageSubject = {
  destination: memory,
  settings: { token: 'secret-7d1f' },
  fake: fakeMemory,
  goes: ['deleted', 'trashed', 'archived', 'forbidden', 'locked'],
  requests: [2, 1, 2],
}

holdPageToContract(honest)

for (const { lie, caughtBy, breaks, ...liar } of PAGE_LIARS)
  test(`a place for pages that ${lie} is caught`, async () => {
    const faults = await pageFaults({ ...honest, destination: liar.tell(honest.destination) }, promises(breaks))
    assert.match(faults.join('\n'), caughtBy)
  })

test('what the vendor would refuse is a fault', async () => {
  const faults = await pageFaults({ ...honest, check: ({ method }) => (method === 'PUT' ? ['a field that it does not know'] : []) }, promises(/what we change/))
  assert.match(faults.join('\n'), /The vendor refuses: PUT \/pages\/p1: a field/)
})

test('what is not asked of a place without need, or of nobody, is a fault', async () => {
  const faults = await unaskedFaults({ ...honest, unasked: { 'a page is made once': 'it does not feel like it', 'a page is painted': 'it has no colours' } })
  assert.deepEqual(faults, [
    'Nobody promises “a page is painted”.',
    'It keeps “a page is made once, with all its words, its title and our marker”: take that out of what is not asked of it.',
  ])
})

const promises = (pattern: RegExp): PagePromise[] => PAGE_PROMISES.filter(({ says }) => pattern.test(says))
