import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { FAULT_PROMISES } from './page-promises-faults.ts'
import { MERGE_PROMISES } from './page-promises-merge.ts'
import { PLACE_PROMISES } from './page-promises-gone.ts'
import { TEXT_PROMISES } from './page-promises-text.ts'
import type { PagePromise } from './page-promise.ts'
import type { PageSubject } from './page-subject.ts'

/** All that a page destination promises. */
export const PAGE_PROMISES: readonly PagePromise[] = [...TEXT_PROMISES, ...MERGE_PROMISES, ...PLACE_PROMISES, ...FAULT_PROMISES]

/** The contract of one page destination, as tests. A destination's own test calls this with its fake. */
export function holdPageToContract(subject: PageSubject): void {
  const { destination } = subject
  describe(`${destination.id} as a place for pages`, () => {
    test('it has a README, a title, and says how it is connected', () => {
      assert.match(destination.id, /^[a-z][a-z-]*$/)
      assert.ok(destination.title.trim() !== '' && destination.connect.steps.length > 0)
      for (const { key, label, help } of destination.connect.settings) {
        assert.match(key, /^[a-z][A-Za-z]*$/)
        assert.match(help, /\.$/, `${key} has no sentence for help`)
        assert.notEqual(label, '')
      }
      assert.ok(destination.id === 'memory' || existsSync(join(import.meta.dirname, '..', destination.id, 'README.md')), 'it has no README.md')
    })
    for (const { says, attempt } of PAGE_PROMISES) test(says, async () => assert.deepEqual((await attempt(subject)).slice(0, 6), []))
  })
}

/** Everything that a destination does not keep, as sentences that begin with the promise. */
export async function pageFaults(subject: PageSubject, promises: readonly PagePromise[] = PAGE_PROMISES): Promise<string[]> {
  const faults: string[] = []
  for (const { says, attempt } of promises) faults.push(...(await attempt(subject)).map((sentence) => `${says}: ${sentence}`))
  return faults
}
