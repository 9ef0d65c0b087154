import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exportedTree } from './exported-tree.ts'
import { parseMarkdown } from './markdown.ts'
import { normalise } from './normalise.ts'
import { printMarkdown } from './print-markdown.ts'
import { anyTree } from './testing/any-tree.ts'

const exported = (text: string, options: Parameters<typeof exportedTree>[1] = {}): string => printMarkdown(exportedTree(parseMarkdown(text).tree, options))

test('Guidance stays at home, wherever it stands, and a footnote that only it refers to goes with it', () => {
  const text = 'Words.[^1]\n\n:::guidance\nPitch it.[^2]\n:::\n\n[^1]: One.\n\n[^2]: Two.\n'
  assert.equal(exported(text), 'Words.[^1]\n\n[^1]: One.\n')
  assert.equal(exported(text, { guidance: true }), text)
})

test('An item is written in one line when what made it two blocks stays at home', () => {
  assert.equal(exported('- a\n\n  :::guidance\n  Pitch it.\n  :::\n- b\n'), '- a\n- b\n')
  assert.equal(exported('> :::evidence\n> x\n> :::\n\nb\n', { evidence: false }), 'b\n')
})

test('Whatever the document, what is exported is normal', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      for (const options of [{}, { evidence: false }, { guidance: true }]) {
        const made = exportedTree(tree, options)
        assert.deepEqual(made, normalise(made))
      }
    }),
    { numRuns: 300 },
  )
})
