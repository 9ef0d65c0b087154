import { absolutePositionToRelativePosition, initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { parseMarkdown, printMarkdown } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { editTree } from './edit-tree.ts'
import { markPassage, passagesOf, unmarkThread } from './passages.ts'
import { schema } from './schema.ts'
import { FRAGMENT, treeOfYjs } from './yjs-to-editor.ts'

const TEXT = `# Outage

One **two** three :person[Ana]{id=a} four.

- five
- six

| a | b |
| - | - |
| seven | eight |

\`\`\`
nine ten
\`\`\`
`

function shared(): Y.Doc {
  const ydoc = new Y.Doc()
  editTree(ydoc, parseMarkdown(TEXT).tree)
  return ydoc
}

/** From the first of some words to the last of others, as the editor's binding says it. */
function anchor(ydoc: Y.Doc, first: string, last: string): { from: unknown; to: unknown } {
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  const { doc, meta } = initProseMirrorDoc(fragment, schema)
  let [from, to] = [-1, -1]
  doc.descendants((node, position) => {
    if (from < 0 && node.text?.includes(first)) from = position + node.text.indexOf(first)
    if (node.text?.includes(last)) to = position + node.text.indexOf(last) + last.length
  })
  const relative = (position: number): unknown => Y.relativePositionToJSON(absolutePositionToRelativePosition(position, fragment, meta.mapping))
  return { from: relative(from), to: relative(to) }
}

for (const [first, last, words] of [
  ['two', 'two', 'two'],
  ['two', 'three', 'two three'],
  ['three', 'four', 'three four'],
  ['four', 'six', 'four. five six'],
  ['eight', 'nine', 'eight nine'],
  ['Outage', 'ten', 'Outage One two three four. five six a b seven eight nine ten'],
] as const) {
  test(`a passage from ${first} to ${last} is marked, and nothing else is changed`, () => {
    const ydoc = shared()
    const place = anchor(ydoc, first, last)
    assert.equal(markPassage(ydoc, 't1', { anchor: place, quote: null }), words)
    assert.deepEqual([...passagesOf(ydoc)], [['t1', words]])
    assert.equal(printMarkdown(treeOfYjs(ydoc)), printMarkdown(parseMarkdown(TEXT).tree))
    assert.equal(markPassage(ydoc, 't2', { anchor: { from: place.to, to: place.from }, quote: null }), words)
  })
}

test('the editor reads the mark as its own, and writes it back as it was', () => {
  const ydoc = shared()
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  const write = (): void => updateYFragment(ydoc, fragment, initProseMirrorDoc(fragment, schema).doc, { mapping: new Map(), isOMark: new Map() })
  // The first time it writes the defaults of attributes.
  write()
  markPassage(ydoc, 't1', { anchor: null, quote: 'two three' })
  markPassage(ydoc, 't2', { anchor: null, quote: 'three four' })
  const { doc } = initProseMirrorDoc(fragment, schema)
  doc.check()
  const marked: string[] = []
  doc.descendants((node) => {
    const threads = node.marks.filter(({ type }) => type.name === 'comment').map(({ attrs }) => String(attrs['thread']))
    if (threads.length > 0) marked.push(`${node.text}:${threads.toSorted().join('+')}`)
  })
  assert.deepEqual(marked, ['two:t1', ' :t1', 'three:t1+t2', ' :t2', ' four:t2'])
  const before = Y.encodeStateVector(ydoc)
  write()
  assert.deepEqual(Y.encodeStateVector(ydoc), before)
})

test('without positions, or where they point to what is gone, the words are looked for', () => {
  const ydoc = shared()
  const other = new Y.Doc()
  other.clientID = 12345
  other.getText('x').insert(0, 'words')
  const foreign = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(other.getText('x'), 2))
  assert.equal(markPassage(ydoc, 't1', { anchor: { from: foreign, to: foreign }, quote: 'five' }), 'five')
  assert.equal(markPassage(ydoc, 't2', { anchor: null, quote: 'five six' }), 'five six')
  for (const junk of [null, undefined, 7, 'x', {}, { type: { client: -1, clock: 'a' } }, { item: {} }, { tname: 'other' }, []])
    assert.equal(markPassage(ydoc, 't3', { anchor: { from: junk, to: junk }, quote: null }), null)
  for (const quote of ['', ' ', 'never said', 'One (two|three)', '\uFFFC']) assert.equal(markPassage(ydoc, 't4', { anchor: null, quote }), null)
  assert.deepEqual([...passagesOf(ydoc).keys()].toSorted(), ['t1', 't2'])
})

test('a passage whose words are removed is gone, and a mark that is taken away leaves the others', () => {
  const ydoc = shared()
  markPassage(ydoc, 't1', { anchor: null, quote: 'five' })
  markPassage(ydoc, 't2', { anchor: null, quote: 'five six' })
  unmarkThread(ydoc, 't1')
  assert.deepEqual([...passagesOf(ydoc)], [['t2', 'five six']])
  editTree(ydoc, parseMarkdown(TEXT.replace('- five\n- six\n', '')).tree)
  assert.deepEqual([...passagesOf(ydoc)], [])
})
