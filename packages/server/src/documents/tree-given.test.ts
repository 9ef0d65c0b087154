import { normalise } from '@blamefree/core'
import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { treeGiven } from './tree-given.ts'

test('a tree passes, and what is none does not', () => {
  const text = { type: 'text', value: 'x' }
  assert.ok(treeGiven({ type: 'root', children: [{ type: 'paragraph', children: [text] }] }) !== null)
  for (const children of [
    [null],
    ['x'],
    [{ type: 'paragraph' }],
    [{ type: 'text' }],
    [{ type: 'link', children: [text] }],
    [{ type: 'heading', depth: 9, children: [] }],
    [{ type: 'unknown', value: null }],
  ])
    assert.equal(treeGiven({ type: 'root', children }), null)
  assert.equal(treeGiven(text), null)
})

test('whatever passes can be normalised', () => {
  const types = [
    'root',
    'paragraph',
    'heading',
    'list',
    'listItem',
    'table',
    'tableRow',
    'tableCell',
    'text',
    'html',
    'code',
    'link',
    'image',
    'footnoteReference',
    'containerDirective',
    'textDirective',
    'x',
  ]
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(...types),
        value: fc.oneof(fc.string(), fc.constant(null), fc.integer()),
        url: fc.oneof(fc.string(), fc.constant(null)),
        name: fc.constantFrom('callout', 'timeline', 'person', 'x', null),
        identifier: fc.string(),
        depth: fc.integer({ min: 0, max: 7 }),
        attributes: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.constant(null), fc.string()),
        align: fc.oneof(fc.constant(null), fc.array(fc.constantFrom('left', null, 'x'))),
        children: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
      },
      { requiredKeys: ['type'] },
    ),
  }))
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (children) => {
      const tree = treeGiven({ type: 'root', children })
      if (tree !== null) normalise(tree)
    }),
  )
})
