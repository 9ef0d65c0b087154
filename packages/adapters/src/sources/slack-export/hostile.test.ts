import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { normalise, parseMarkdown } from '@blamefree/core'
import { anyText } from '../../../../core/src/testing/any-tree.ts'
import { rawOf } from '../testing/fixtures.ts'
import { slackExport } from './index.ts'

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const DAY = 'inc-1/2026-03-04.json'
const ZIP = zipSync({
  'channels.json': json([{ id: 'C1', name: 'inc-1' }]),
  [DAY]: json([{ type: 'message', user: 'U1', text: 'down', ts: '1772614800.000100' }]),
})
/** Where the entry of the day begins in the table of contents, and in the file. */
const CENTRAL = Buffer.from(ZIP).lastIndexOf(DAY) - 46
const LOCAL = Buffer.from(ZIP).indexOf(DAY) - 30
const changed = (edits: readonly (readonly [at: number, value: number])[]) => {
  const bytes = ZIP.slice()
  for (const [at, value] of edits) bytes[at] = value
  return slackExport.read(rawOf('export.zip', bytes))
}

test('an encrypted entry is left out with a sentence', () => {
  const { events, problems } = changed([[CENTRAL + 8, 1]])
  assert.equal(events.length, 0)
  assert.match(problems[0]?.message ?? '', /2026-03-04\.json is encrypted/)
})

test('an entry whose sizes stand after its data is read by the table of contents', () => {
  const sizes = Array.from({ length: 12 }, (_, index) => [LOCAL + 14 + index, 0] as const)
  assert.equal(changed([[CENTRAL + 8, 8], [LOCAL + 6, 8], ...sizes]).events.length, 1)
})

test('entries that lie over each other are refused', () => {
  const { problems } = changed(Array.from({ length: 4 }, (_, index) => [CENTRAL + 42 + index, 0] as const))
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['slack-export/zip-bomb'],
  )
})

test('a zip with any bytes changed is read or refused, in sentences', () => {
  const edit = fc.tuple(fc.nat(ZIP.length - 1), fc.nat(255))
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      for (const { message } of changed(edits).problems) assert.match(message, /\.$/)
    }),
    { numRuns: 300 },
  )
})

test('whatever somebody writes becomes Markdown of one paragraph that holds nothing but what a document may', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { events } = slackExport.read(rawOf('a.json', json([{ type: 'message', user: 'U1', text, ts: '1772614800.000100' }])))
      const { tree } = parseMarkdown(events[0]?.text ?? '')
      assert.ok(tree.children.length <= 1 && tree.children.every(({ type }) => type === 'paragraph'), JSON.stringify([text, events[0]?.text]))
      assert.deepEqual(normalise(tree), tree)
    }),
    { numRuns: 300 },
  )
})
