import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { alertmanager } from './sources/alertmanager/index.ts'
import { SOURCES } from './sources.ts'
import { fixturesOf, folderOf, rawOf } from './sources/testing/fixtures.ts'
import { LIARS } from './sources/testing/liars.ts'
import { HOSTILE, damaged, mutatedJson } from './sources/testing/mutations.ts'
import { fixtureFaults, junkFaults, strangerFaults, STRANGERS } from './sources/testing/source-faults.ts'
import type { Raw, Source } from '@blamefree/core'

/** At most this many mutations of a source are tried, spread over all of them, so that a big fixture does not take the suite's time. */
const MOST_MUTATIONS = 700

const foreign = (source: Source): Raw[] => SOURCES.filter(({ id }) => id !== source.id).flatMap(fixturesOf)
const none = (faults: readonly string[], name: string): void => assert.deepEqual(faults.slice(0, 5), [], name)

for (const source of SOURCES) {
  test(`${source.id} has a README, a title and fixtures`, () => {
    assert.match(source.id, /^[a-z][a-z-]*$/)
    assert.ok(source.title.trim() !== '')
    assert.ok(existsSync(join(folderOf(source), 'README.md')), 'it has no README.md')
    assert.ok(fixturesOf(source).length > 0, 'it has no fixtures')
  })

  test(`${source.id} keeps the contract on its own fixtures`, () => {
    for (const raw of fixturesOf(source)) none(fixtureFaults(source, raw), raw.name)
  })

  test(`${source.id} claims no payload of others and falls over none`, () => {
    for (const raw of [...STRANGERS, ...foreign(source)]) none(strangerFaults(source, raw), raw.name)
  })

  test(`${source.id} survives its fixtures with wrong types, hostile text and missing fields everywhere`, () => {
    const all = fixturesOf(source).flatMap((raw) => [...mutatedJson(raw)])
    const step = Math.max(1, all.length / MOST_MUTATIONS)
    for (let at = 0; at < all.length; at += step) {
      const raw = all[Math.floor(at)] as Raw
      none(junkFaults(source, raw), `${raw.name}: ${new TextDecoder().decode(raw.files[0]?.bytes).slice(0, 3000)}`)
    }
  })

  test(`${source.id} survives its fixtures cut off and damaged`, () => {
    for (const raw of fixturesOf(source)) for (const broken of damaged(raw)) none(junkFaults(source, broken), raw.name)
  })

  test(`${source.id} survives random bytes and random JSON`, () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json(), fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...HOSTILE))
    fc.assert(
      fc.property(content, fc.constantFrom('x.json', 'x.txt', 'x.yaml', 'x.zip', '-'), (bytes, name) => none(junkFaults(source, rawOf(name, bytes)), name)),
      { numRuns: 60 },
    )
  })

  test(`${source.id} survives deep nesting and a huge string`, () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['- ', ''],
      ['(', ')'],
    ] as const) {
      for (const closing of [close, ''])
        none(junkFaults(source, rawOf('deep.json', open.repeat(20_000) + (open.endsWith(':') ? '1' : '') + closing.repeat(20_000))), open)
    }
    none(junkFaults(source, rawOf('huge.json', JSON.stringify({ id: 'x'.repeat(2_000_000) }))), 'huge')
  })
}

for (const teller of LIARS) {
  test(`a source that ${teller.lie} is caught`, () => {
    const liar = teller.tell(alertmanager)
    const faults = [...fixturesOf(alertmanager).flatMap((raw) => fixtureFaults(liar, raw)), ...STRANGERS.flatMap((raw) => strangerFaults(liar, raw))]
    assert.match(faults.join('\n'), teller.caughtBy)
  })
}
