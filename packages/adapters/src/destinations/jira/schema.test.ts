import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { exportedTree, parseMarkdown, plainText, type Document } from '@blamefree/core'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { ASSETS, everyConstruct, longTimeline } from '../testing/every-construct.ts'
import { asTheirs, picturesIn } from './picture.ts'
import { readBack } from './read-back.ts'
import { renderIssue } from './render.ts'
import { join, split } from './split.ts'

const SCHEMA = 'specs/npm__atlaskit-adf-schema-57.7.22/full.json'
const BARE = { footer: null, evidence: true }
const documentOf = (tree: Document['tree']): Document => ({ schemaVersion: 1, title: 'x', template: null, zone: 'UTC', language: 'en', tree })

function schemaFaults(): (value: unknown) => string | null {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(testData(SCHEMA) ?? '', 'utf8')) as Record<string, unknown>
  const validate = new Ajv({ strict: false, allErrors: false }).compile(schema)
  return (value) => (validate(value) ? null : JSON.stringify(validate.errors?.slice(0, 3)))
}

test('2,000 documents of any kind are what Atlassian’s own schema of its format allows', { skip: missingTestData(SCHEMA) }, () => {
  const faults = schemaFaults()
  fc.assert(
    fc.property(anyTree, (tree) => {
      const { text } = renderIssue(documentOf(tree), BARE)
      assert.equal(faults(JSON.parse(text)), null, text)
    }),
    { numRuns: 2000 },
  )
  assert.equal(faults(JSON.parse(renderIssue(everyConstruct(), BARE).text)), null)
  assert.equal(faults(JSON.parse(renderIssue(longTimeline(500), BARE).text)), null)
  const pictured = renderIssue(documentOf(parseMarkdown('![A](graph.png)\n\n:::evidence\n![B](graph.png)\n:::').tree), { ...BARE, assets: ASSETS }).text
  assert.equal(pictured.split('"mediaSingle"').length, 3)
  const [name = ''] = picturesIn(pictured)
  for (const id of [null, '0f3a1b2c-0000-4000-8000-000000000001']) assert.equal(faults(JSON.parse(asTheirs(pictured, new Map([[name, id]])))), null)
})

test('the schema is looked at: text that is empty and a heading in a quote are refused', { skip: missingTestData(SCHEMA) }, () => {
  const faults = schemaFaults()
  const doc = (node: unknown): unknown => ({ type: 'doc', version: 1, content: [node] })
  assert.notEqual(faults(doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })), null)
  assert.notEqual(faults(doc({ type: 'blockquote', content: [{ type: 'heading', attrs: { level: 2 } }] })), null)
  assert.notEqual(faults(doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'code' }, { type: 'strong' }] }] })), null)
})

test('no word of any document is lost, and pieces joined again say the same', () => {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
  fc.assert(
    fc.property(anyTree, (tree) => {
      const document = documentOf(tree)
      const { text } = renderIssue(document, BARE)
      assert.deepEqual(JSON.parse(join(split(text))), JSON.parse(text))
      const back = letters(plainText(readBack(text).tree))
      for (const word of new Set(plainText(parted(exportedTree(document.tree, { evidence: true }))).split(/[^\p{L}\p{N}]+/gu)))
        assert.ok(back.includes(word), `${word} in ${text}`)
    }),
    { numRuns: 300 },
  )
})

/** The tree with spaces where something of our own parts a word: the number of a footnote, and the name of an image's file. */
function parted<Node extends Nodes>(node: Node): Node {
  if (node.type === 'footnoteReference') return { type: 'text', value: ' ' } as Node
  if (node.type === 'image') return { type: 'text', value: ` ${node.alt ?? ''} ` } as Node
  return 'children' in node ? { ...node, children: node.children.map(parted) } : node
}
