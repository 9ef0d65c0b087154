import { readFileSync } from 'node:fs'
import { testData } from '../../../../../tools/test-data.ts'

const read = new Map<string, unknown>()

/** A vendor's own contract file beside this checkout (`specs/vendor/confluence-v2.json`), or null where it is not. Read once. */
export function vendorFile(path: string): unknown {
  if (!read.has(path)) {
    const full = testData(path)
    read.set(path, full === null ? null : (JSON.parse(readFileSync(full, 'utf8')) as unknown))
  }
  return read.get(path) ?? null
}
