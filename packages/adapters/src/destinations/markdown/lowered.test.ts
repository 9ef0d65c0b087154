import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportedTree, normalise, parseMarkdown, type Incident } from '@blamefree/core'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { everyConstruct } from '../testing/every-construct.ts'
import { lowered } from './lowered.ts'

/** An incident of which nothing is known but where two of its events are. */
const incident = {
  events: ['1', '2'].map((id) => ({ id, origin: { url: `https://chat.example/${id}` } })),
} as unknown as Incident

const directives = (node: Nodes, parent: Nodes | null = null): string[] => [
  ...(node.type === 'textDirective' || (node.type === 'containerDirective' && !(node.name === 'callout' && parent?.type === 'root')) ? [node.name] : []),
  ...('children' in node ? node.children.flatMap((child) => directives(child, node)) : []),
]

test('Whatever the document, no directive is left but callouts at the top, and the tree is normal', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const made = lowered(exportedTree(tree), { incident })
      assert.deepEqual(directives(made), [])
      assert.deepEqual(made, normalise(made))
    }),
    { numRuns: 500 },
  )
})

const LINES = [
  'At :time[15:39]{at=a} :person[Ana B]{id=x} saw :event[it]{id=1}: twice',
  ':event[One]{id=1}:event[two]{id=1} and :event[three]{id=2}[four](https://chat.example/2)',
  '[five](https://chat.example/1):event[six]{id=1}',
  '**:person[Ana]{id=x} *and* :event[it]{id=1}**, [:event[link]{id=2} in a link](https://a.example)',
  'Nobody :person[]{id=x} here :event[]{id=1}',
  ':person[Ana]{id=x} :event[**loud** `words`]{id=2}\\\n:time[now]{at=b}',
  '- :person[Ana]{id=x}\n- :::timeline\n  one\n\n  two\n  :::',
  '> :::evidence\n> - x\n> :::',
  ':::callout[Title]{kind=tip}\n:::timeline\n- a :event[b]{id=1}\n:::\n:::',
]
for (const line of LINES)
  test(`It is normal, and says the same as if it was made so after everything else: ${JSON.stringify(line)}`, () => {
    const tree = exportedTree(parseMarkdown(line).tree)
    const made = lowered(tree, { incident })
    assert.deepEqual(made, normalise(made))
    assert.deepEqual(directives(made), [])
  })

test('What needs no change is not copied', () => {
  const tree = exportedTree(parseMarkdown('Words and **bold**.\n\n| a |\n| --- |\n| b |\n| :person[c]{id=x} |\n').tree)
  const made = lowered(tree, {})
  assert.equal(made.children[0], tree.children[0])
  const [before, after] = [tree.children[1], made.children[1]]
  assert.ok(before?.type === 'table' && after?.type === 'table')
  assert.equal(after.children[1], before.children[1])
  assert.deepEqual(after.children[2]?.children[0]?.children, [{ type: 'text', value: 'c' }])
})

test('The document that it is made of stays as it was', () => {
  const tree = exportedTree(everyConstruct().tree)
  const before = JSON.stringify(tree)
  lowered(tree, { incident })
  assert.equal(JSON.stringify(tree), before)
})
