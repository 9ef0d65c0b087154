import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingTestData, testData } from '../../../tools/test-data.ts'
import { readRaw } from './read-raw.ts'
import { SOURCES } from './sources.ts'
import { fixturesOf, rawAt, rawOf } from './sources/testing/fixtures.ts'

test('every fixture is read by the source it belongs to', () => {
  for (const source of SOURCES) for (const raw of fixturesOf(source)) assert.equal(readRaw(raw).source, source.id, raw.name)
})

test('what is empty, binary or nobody\u2019s is a sentence that lists what is known', () => {
  assert.match(readRaw(rawOf('a.json', '')).problems[0]?.message ?? '', /^a\.json is empty\.$/)
  const picture = readRaw(rawOf('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))
  assert.match(picture.problems[0]?.message ?? '', /binary/)
  assert.match(picture.problems[0]?.hint ?? '', /Slack export/)
})

test('a named source is asked, and an unknown name throws with the list of names', () => {
  assert.equal(readRaw(rawOf('a.json', '14:05 x'), {}, 'transcript').source, 'transcript')
  assert.throws(() => readRaw(rawOf('a', 'x'), {}, 'nope'), /there is no such source/)
})

test('every real Slack file is read without falling over it', { skip: missingTestData('slack') }, () => {
  const root = testData('slack') ?? ''
  const files = readdirSync(root, { recursive: true }).map(String)
  const read = files.filter((file) => statSync(join(root, file)).isFile() && statSync(join(root, file)).size < 5_000_000)
  for (const file of read) assert.ok(readRaw(rawAt(join(root, file), file.split('/').at(-1) ?? file), { zone: 'UTC' }).source !== '', file)
  assert.ok(read.length > 200)
})
