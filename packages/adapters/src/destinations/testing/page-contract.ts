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
    for (const promise of PAGE_PROMISES) holdToPromise(promise, subject)
    test('what is not asked of it is something that is asked of others', () => assert.deepEqual(unknownOf(subject), []))
  })
}

function holdToPromise(promise: PagePromise, subject: PageSubject): void {
  const { says, attempt, unless } = promise
  const [reason, against] = [reasonOf(promise, subject), unless(subject)]
  if (reason !== null) test(`not asked, because ${reason}: ${says}`, async () => assert.deepEqual(await needlessly(promise, subject), []))
  else if (against !== null) test(`nothing to try, because ${against}: ${says}`, () => assert.match(against, /^[a-z].*[^.]$/))
  else test(says, async () => assert.deepEqual((await attempt(subject)).slice(0, 6), []))
}

/** Why a promise is not asked of a destination; null where it is. */
function reasonOf({ says }: PagePromise, { unasked = {} }: PageSubject): string | null {
  return Object.entries(unasked).find(([beginning]) => says.startsWith(beginning))?.[1] ?? null
}

/** A sentence where a promise that is not asked is kept nevertheless. */
async function needlessly({ says, attempt }: PagePromise, subject: PageSubject): Promise<string[]> {
  return (await attempt(subject)).length > 0 ? [] : [`It keeps “${says}”: take that out of what is not asked of it.`]
}

/** What of a subject's `unasked` is no promise. */
function unknownOf({ unasked = {} }: PageSubject): string[] {
  return Object.keys(unasked).filter((beginning) => !PAGE_PROMISES.some(({ says }) => says.startsWith(beginning)))
}

/** What is wrong with what is not asked of a destination: what nobody promises, and what it keeps. */
export async function unaskedFaults(subject: PageSubject): Promise<string[]> {
  const kept = await Promise.all(PAGE_PROMISES.filter((promise) => reasonOf(promise, subject) !== null).map((promise) => needlessly(promise, subject)))
  return [...unknownOf(subject).map((beginning) => `Nobody promises “${beginning}”.`), ...kept.flat()]
}

/** Everything that a destination does not keep, as sentences that begin with the promise. */
export async function pageFaults(subject: PageSubject, promises: readonly PagePromise[] = PAGE_PROMISES): Promise<string[]> {
  const faults: string[] = []
  for (const { says, attempt } of promises) faults.push(...(await attempt(subject)).map((sentence) => `${says}: ${sentence}`))
  return faults
}
