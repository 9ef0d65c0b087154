import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Destination, Document } from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { constructFaults, documentFaults, optionFaults, type Pair } from './destination-faults.ts'
import { ASSETS, documentOf, everyConstruct } from './every-construct.ts'
import { READERS } from './readers.ts'

/** Documents with nothing, or nearly nothing, in them, and with hostile words where one expects none. */
export const SMALL: readonly Document[] = [
  documentOf(''),
  documentOf('', ''),
  documentOf('# Only a heading'),
  documentOf('Words.', '../../etc/passwd\u0000\n<script>'),
  documentOf('| |\n|-|\n| |'),
  documentOf('```\n```'),
  documentOf(':::callout\n:::\n\n:::evidence\n:::\n\n- [ ]\n\n:person[]{id=1}'),
  { ...documentOf('Words.'), language: 'x"><script>', zone: '</title><script>', template: '---\nb: c' },
]

/** A destination with its reader; without one it cannot be held to anything. */
export function pairOf(destination: Destination): Pair {
  const reader = READERS[destination.id]
  if (reader === undefined) throw new Error(`Add a reader for ${destination.id} to packages/adapters/src/destinations/testing/readers.ts.`)
  return { destination, reader }
}

const none = (faults: readonly string[], name = ''): void => assert.deepEqual(faults.slice(0, 5), [], name)

/** The contract of one destination, as tests. */
export function holdToContract(destination: Destination): void {
  const pair = pairOf(destination)
  const { runs, skip } = pair.reader.slow ?? { runs: 100, skip: false }

  test(`${destination.id} has a README, a title and an ending`, () => {
    assert.match(destination.id, /^[a-z][a-z-]*$/)
    assert.match(destination.extension, /^[a-z]+$/)
    assert.ok(destination.title.trim() !== '')
    assert.ok(existsSync(join(import.meta.dirname, '..', destination.id, 'README.md')), 'it has no README.md')
  })

  test(`${destination.id} shows every construct that it does not declare lost`, { skip }, async () => {
    none(await constructFaults(pair, everyConstruct(), { assets: ASSETS }))
    none(await documentFaults(pair, everyConstruct(), { name: 'a-name', audience: 'company' }))
  })

  test(`${destination.id} exports guidance and evidence as asked`, { skip }, async () => {
    none(await optionFaults(pair, everyConstruct()))
  })

  test(`${destination.id} makes something of documents with next to nothing in them`, { skip }, async () => {
    for (const document of SMALL) none(await documentFaults(pair, document), JSON.stringify(document))
  })

  test(`${destination.id} keeps the words of any document, and hostile text stays text`, { skip }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, anyText, async (tree, title) => {
        const document = { ...documentOf(''), title, tree }
        none(await documentFaults(pair, document), JSON.stringify(document))
      }),
      { numRuns: runs },
    )
  })
}
