import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The path of real payloads beside this checkout, `shared/data/<path>`, or null where they are not (they are not part of the project).
 * A test that needs them skips with `missingTestData(path)` as its reason. `BLAMEFREE_TEST_DATA` names another folder.
 */
export function testData(path: string): string | null {
  const root = process.env['BLAMEFREE_TEST_DATA'] ?? resolve(import.meta.dirname, '..', '..', 'shared', 'data')
  const full = join(root, path)
  return existsSync(full) ? full : null
}

/** The value for a test's `skip` option: a reason where the data is absent, false where it is there. */
export function missingTestData(path: string): string | false {
  return testData(path) === null ? `shared/data/${path} is not beside this checkout` : false
}
