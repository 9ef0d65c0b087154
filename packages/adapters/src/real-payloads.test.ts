import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingTestData, testData } from '../../../tools/test-data.ts'
import { SOURCES } from './sources.ts'
import { rawAt } from './sources/testing/fixtures.ts'
import { junkFaults } from './sources/testing/source-faults.ts'

for (const part of ['alerts', 'tickets']) {
  test(`every JSON and YAML file of real ${part} is read without a fault by whichever source claims it`, { skip: missingTestData(part) }, () => {
    const folder = testData(part) ?? ''
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name))
    assert.ok(entries.length > 0)
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name)
      const raw = rawAt(path, entry.name)
      const certain = SOURCES.filter((source) => source.recognise(raw) === 'certain')
      assert.ok(certain.length <= 1, `${path} is claimed by ${certain.map(({ id }) => id).join(', ')}`)
      for (const source of certain) assert.deepEqual(junkFaults(source, raw), [], path)
    }
  })
}
