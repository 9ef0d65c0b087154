import { initProseMirrorDoc, prosemirrorToYDoc } from '@tiptap/y-tiptap'
import { BUILT_IN_TEMPLATES, isLabel, normalise, parseMarkdown } from '@blamefree/core'
import fc from 'fast-check'
import type { Root } from 'mdast'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { anyTree } from '../../core/src/testing/any-tree.ts'
import { editTree } from './edit-tree.ts'
import { treeOfEditor } from './editor-to-tree.ts'
import { schema } from './schema.ts'
import { editorOfTree } from './tree-to-editor.ts'
import { FRAGMENT, treeOfYjs } from './yjs-to-editor.ts'

/** The whole way of a tree: the editor's nodes, checked; shared by us and by the editor's own binding; and back, from each. */
function holds(tree: Root): void {
  const node = schema.nodeFromJSON(editorOfTree(tree))
  node.check()
  assert.deepEqual(treeOfEditor(node.toJSON()), tree, 'by way of the editor')
  const ours = new Y.Doc()
  editTree(ours, tree)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ours))
  assert.deepEqual(treeOfYjs(copy), tree, 'shared by us')
  assert.deepEqual(initProseMirrorDoc(copy.getXmlFragment(FRAGMENT), schema).doc.toJSON(), node.toJSON(), 'as the binding reads it')
  assert.deepEqual(treeOfYjs(prosemirrorToYDoc(node, FRAGMENT)), tree, 'shared by the binding')
}

const CONSTRUCTS = `# One *two* **three** ~~four~~ \`five\`

**\`code\` in strong** and [**a** link](https://a.example "Title") and ![alt](https://a.example/x.png "t") and [![in a link](https://a.example/x.png)](https://a.example)

**One\\
two** :person[**Chris** \`W\`]{id=chris role=lead} at :time[12:07]{at=2022-11-10T12:07:00.000Z}, **see :event[it]{id="slack:C1:1.2"}** too[^1].

- one
- [ ] two

  more
- [x] three
  1. four

7. seven
8. eight

| a | b | c |
| :- | :-: | -: |
| **x** | y\\|z | |

> quote
>
> \`\`\`js
> code
>
> more
> \`\`\`

***

:::callout[A *title*]{kind=warning}
Text.

:::guidance
How.
:::
:::

:::timeline{events=key seal=abc}
| Time | What |
| - | - |
| 12:07 | It broke |
:::

:::generated{of=summary seal=x}
Prose.
:::

:::evidence
- a
:::

[^1]: A note.

    Of two paragraphs.
`

test('every construct of a document survives the editor and the sharing', () => {
  const { tree } = parseMarkdown(CONSTRUCTS)
  const seen = JSON.stringify(tree)
  for (const kind of [
    'strong',
    'delete',
    'inlineCode',
    'image',
    'break',
    'textDirective',
    'footnoteReference',
    'footnoteDefinition',
    'table',
    'thematicBreak',
    'code',
  ])
    assert.match(seen, new RegExp(`"type":"${kind}"`), `${kind} is not in the example`)
  holds(tree)
  const callout = tree.children.find((node) => node.type === 'containerDirective')
  assert.ok(callout?.type === 'containerDirective' && callout.children[0] !== undefined && isLabel(callout.children[0]))
})

for (const name of ['callout', 'key-information', 'timeline', 'follow-ups', 'participants', 'metrics', 'links', 'guidance', 'evidence', 'generated']) {
  test(`a ${name} keeps its attributes, its seal too, whether it is filled or not`, () => {
    const attributes = { of: 'x', seal: '1a2b', kind: 'note', 'odd-Name': '"quoted" } & more' }
    holds(normalise({ type: 'root', children: [{ type: 'containerDirective', name, attributes, children: [] }] }))
    holds(
      normalise({
        type: 'root',
        children: [{ type: 'containerDirective', name, attributes, children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }] }],
      }),
    )
  })
}

test('the built-in templates survive', () => {
  for (const { text } of BUILT_IN_TEMPLATES) holds(parseMarkdown(text).tree)
})

test('an empty document is an empty paragraph to write in, and no paragraph in the document', () => {
  holds({ type: 'root', children: [] })
  assert.deepEqual(editorOfTree({ type: 'root', children: [] }), { type: 'doc', content: [{ type: 'paragraph' }] })
})

test('any normalised tree comes back as it was, from the editor and from Yjs', () => {
  fc.assert(
    fc.property(anyTree, (any) => holds(normalise(any))),
    { numRuns: 1200 },
  )
})

test('what nobody knows is read as its words, and removed from nowhere', () => {
  const ydoc = new Y.Doc()
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  const unknown = new Y.XmlElement('hologram')
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: 'words', attributes: { sparkling: {}, bold: {} } }])
  paragraph.insert(0, [text])
  unknown.insert(0, [paragraph])
  const container = new Y.XmlElement('container')
  container.setAttribute('name', 'from-the-future')
  container.setAttribute('attributes', 'no JSON')
  const inside = new Y.XmlElement('paragraph')
  inside.insert(0, [new Y.XmlText('inside')])
  container.insert(0, [inside])
  fragment.insert(0, [unknown, container])
  const before = Y.encodeStateAsUpdate(ydoc)
  assert.deepEqual(treeOfYjs(ydoc), parseMarkdown('**words**\n\ninside').tree)
  assert.deepEqual(Y.encodeStateAsUpdate(ydoc), before)
})

test('cells that several people widened, and merged cells, become cells of one line each', () => {
  const cell = (...lines: string[]): object => ({ type: 'tableCell', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
  const tree = treeOfEditor({
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ ...cell('a', 'b'), attrs: { colspan: 2, align: 'right' } } as never, cell('c') as never] },
          { type: 'tableRow', content: [cell('d') as never] },
        ],
      },
    ],
  })
  const [table] = tree.children
  assert.ok(table?.type === 'table')
  assert.deepEqual(
    table.children.map((row) => row.children.map(({ children }) => children.map((node) => ('value' in node ? node.value : node.type)).join(' '))),
    [
      ['a break b', '', 'c'],
      ['d', '', ''],
    ],
  )
  assert.deepEqual(table.align, ['right', null, null])
})
