import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeMemory } from './fake-memory.ts'
import { memory } from './memory-page.ts'
import { holdPageToContract, pageFaults } from './page-contract.ts'
import { PAGE_LIARS } from './page-liars.ts'
import type { PageSubject } from './page-subject.ts'

const honest: PageSubject = {
  destination: memory,
  settings: { token: 'secret-7d1f' },
  fake: fakeMemory,
  goes: ['deleted', 'trashed', 'archived', 'forbidden', 'locked'],
}

holdPageToContract(honest)

for (const { lie, caughtBy, ...liar } of PAGE_LIARS)
  test(`a place for pages that ${lie} is caught`, async () => {
    const faults = await pageFaults({ ...honest, destination: liar.tell(honest.destination) })
    assert.match(faults.join('\n'), caughtBy)
  })

test('what the vendor would refuse is a fault', async () => {
  const faults = await pageFaults({ ...honest, check: ({ method }) => (method === 'PUT' ? ['a field that it does not know'] : []) })
  assert.match(faults.join('\n'), /The vendor refuses: PUT \/pages\/p1: a field/)
})
