import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes, PhrasingContent } from 'mdast'
import type { InlineContext } from './inline-rules.ts'
import { parseMarkdown } from './markdown.ts'
import { normalCopy } from './normal-inline.ts'
import { thorough } from './normalise-inline.ts'
import { normalise } from './normalise.ts'
import { anyTree } from './testing/any-tree.ts'

const PLACES = ['block', 'line', 'label', 'cell'] as const
const context = (place: InlineContext['place']): InlineContext => ({
  report: () => undefined,
  definitions: new Map(),
  footnotes: new Map([
    ['1', '1'],
    ['x y', 'note'],
  ]),
  place,
})

/** Each list of inline content in a tree, at any depth. */
function inlineLists(node: Nodes): Nodes[][] {
  const inner = 'children' in node ? (node.children as Nodes[]).flatMap(inlineLists) : []
  return 'children' in node && !BLOCKS.has(node.type) ? [node.children, ...inner] : inner
}
const BLOCKS = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'containerDirective', 'footnoteDefinition'])

test('A copy at one look is never anything but what the whole work makes', () => {
  let copied = 0
  fc.assert(
    fc.property(anyTree, (tree) => {
      for (const children of [...inlineLists(tree), ...inlineLists(normalise(tree))]) {
        for (const place of PLACES) {
          const copy = normalCopy(children, context(place))
          if (copy === null) continue
          copied += children.length > 1 ? 1 : 0
          assert.deepEqual(copy, thorough(children, context(place)), `${place}: ${JSON.stringify(children)}`)
        }
      }
    }),
    { numRuns: 400 },
  )
  assert.ok(copied > 100, `only ${copied} lists of more than one node were copied: the property says next to nothing`)
})

test('A copy is fresh: changing it leaves the content as it was', () => {
  const children: PhrasingContent[] = [
    { type: 'text', value: 'a ' },
    { type: 'strong', children: [{ type: 'text', value: 'b' }] },
  ]
  const copy = normalCopy(children, context('block'))
  assert.deepEqual(copy, children)
  assert.ok(copy?.every((node, index) => node !== children[index]))
})

for (const [what, markdown] of Object.entries({
  'a row of a timeline': ':person[Ann]{id="slack:U1"} restarted `worker-1` and **9 jobs** came back, see [the graph](https://a.example/1)',
  'nested marks': 'was [**_both_ ~~x~~**](https://a.example "t") at once',
  'a footnote with words after it': 'Known.[^1] It was.\n\n[^1]: A note.',
})) {
  test(`What every document holds is copied at one look: ${what}`, () => {
    const [paragraph] = parseMarkdown(markdown).tree.children
    assert.ok(paragraph?.type === 'paragraph' && normalCopy(paragraph.children, context('block')) !== null)
  })
}

for (const [what, children] of Object.entries({
  'two texts': [
    { type: 'text', value: 'a' },
    { type: 'text', value: 'b' },
  ],
  'a space at the edge of a mark': [{ type: 'strong', children: [{ type: 'text', value: 'a ' }] }],
  'marks in another order': [{ type: 'emphasis', children: [{ type: 'strong', children: [{ type: 'text', value: 'a' }] }] }],
  'an empty mark': [{ type: 'strong', children: [] }],
  'a link that is not safe': [{ type: 'link', url: 'javascript:x', children: [{ type: 'text', value: 'a' }] }],
  'raw HTML': [{ type: 'html', value: '<b>' }],
  'an unknown directive': [{ type: 'textDirective', name: 'nobody', attributes: {}, children: [] }],
  'a control character': [{ type: 'text', value: 'a\u0007' }, { type: 'break' }, { type: 'text', value: 'b' }],
  'a directive straight after a footnote': [
    { type: 'footnoteReference', identifier: '1' },
    { type: 'textDirective', name: 'person', attributes: {}, children: [] },
  ],
} satisfies Record<string, PhrasingContent[]>)) {
  test(`What is not normal is not copied: ${what}`, () => assert.equal(normalCopy(children, context('block')), null))
}
