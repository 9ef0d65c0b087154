import { parseMarkdown, normalise, printMarkdown } from '@blamefree/core'
import { updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { anyTree } from '../../core/src/testing/any-tree.ts'
import { editTree } from './edit-tree.ts'
import { schema } from './schema.ts'
import { editorOfTree } from './tree-to-editor.ts'
import { editorOfYjs, FRAGMENT, treeOfYjs } from './yjs-to-editor.ts'

const treeOf = (markdown: string): ReturnType<typeof normalise> => parseMarkdown(markdown).tree
const markdownOf = (ydoc: Y.Doc): string => printMarkdown(treeOfYjs(ydoc))

function shared(markdown: string): Y.Doc {
  const ydoc = new Y.Doc()
  editTree(ydoc, treeOf(markdown))
  return ydoc
}

/** Somebody else at the same document: what both do at once meets when `meet` is called. */
function beside(ydoc: Y.Doc): { other: Y.Doc; meet: () => void } {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc))
  return {
    other,
    meet() {
      const [a, b] = [Y.encodeStateAsUpdate(ydoc), Y.encodeStateAsUpdate(other)]
      Y.applyUpdate(ydoc, b)
      Y.applyUpdate(other, a)
      assert.deepEqual(treeOfYjs(ydoc), treeOfYjs(other))
    },
  }
}

/** The shared text that holds some words, and where they begin. */
function find(ydoc: Y.Doc, words: string): { text: Y.XmlText; at: number } {
  const walk = (type: Y.XmlFragment): Y.XmlText[] => type.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : walk(child as Y.XmlElement)))
  for (const text of walk(ydoc.getXmlFragment(FRAGMENT))) {
    const plain = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
    if (plain.includes(words)) return { text, at: plain.indexOf(words) }
  }
  throw new Error(`nobody wrote ${words}`)
}

function type(ydoc: Y.Doc, after: string, words: string): void {
  const { text, at } = find(ydoc, after)
  text.insert(at + after.length, words)
}

const LONG = '# A\n\nFirst words.\n\n## B\n\nSecond words.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n\nLast words.\n'

test('the same tree again changes nothing', () => {
  const ydoc = shared(LONG)
  const before = Y.encodeStateAsUpdate(ydoc)
  assert.equal(editTree(ydoc, treeOf(LONG)), false)
  assert.deepEqual(Y.encodeStateAsUpdate(ydoc), before)
})

test('any tree becomes any other, exactly', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (a, b) => {
      const ydoc = new Y.Doc()
      editTree(ydoc, normalise(a))
      editTree(ydoc, normalise(b))
      assert.deepEqual(treeOfYjs(ydoc), normalise(b))
      schema.nodeFromJSON(editorOfYjs(ydoc.getXmlFragment(FRAGMENT))).check()
    }),
    { numRuns: 150 },
  )
})

test('a change in one place is small', () => {
  const ydoc = shared(LONG.repeat(40))
  let bytes = 0
  ydoc.on('update', (update: Uint8Array) => (bytes += update.length))
  assert.equal(editTree(ydoc, treeOf(LONG.repeat(40).replace('Last words.', 'Last few words.'))), true)
  assert.ok(bytes < 60, `${bytes} bytes`)
})

for (const [what, after] of [
  ['a block before and one after come', LONG.replace('## B', 'New one.\n\n## B').replace('- one', 'New two.\n\n- one')],
  ['the blocks around go', LONG.replace('# A\n\n', '').replace('- one\n- two\n\n', '')],
  ['the same paragraph is changed elsewhere', LONG.replace('Second words.', 'The second words.')],
  ['everything else is rewritten', 'X\n\nY\n\n## B\n\nSecond words.\n\nZ\n'],
] as const) {
  test(`what somebody types meanwhile stays, when ${what}`, () => {
    const ydoc = shared(LONG)
    const { other, meet } = beside(ydoc)
    editTree(ydoc, treeOf(after))
    type(other, 'Second', ' and typed')
    meet()
    assert.equal(markdownOf(ydoc), printMarkdown(treeOf(after.replace(/(S|s)econd words/, '$1econd and typed words'))))
  })
}

test('rows of a table come and go while somebody types in another', () => {
  const rows = (...names: string[]): string =>
    `:::timeline{events=key seal=x}\n| a | b |\n| - | - |\n${names.map((name) => `| ${name} | text ${name} |`).join('\n')}\n:::\n`
  const ydoc = shared(rows('1', '2', '3'))
  const { other, meet } = beside(ydoc)
  editTree(ydoc, treeOf(rows('0', '1', '1b', '2', '4')))
  type(other, 'text 2', ' typed')
  meet()
  assert.equal(markdownOf(ydoc), printMarkdown(treeOf(rows('0', '1', '1b', '2', '4').replace('text 2', 'text 2 typed'))))
})

test('an empty paragraph and the space after a word, which no document has, stay for whoever is typing', () => {
  const ydoc = shared('One\n\nTwo\n')
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  fragment.insert(1, [new Y.XmlElement('paragraph')])
  type(ydoc, 'Two', ' ')
  const { other, meet } = beside(ydoc)
  editTree(ydoc, treeOf('One\n\nThe Two\n\nThree\n'))
  const empty = other.getXmlFragment(FRAGMENT).get(1) as Y.XmlElement
  empty.insert(0, [new Y.XmlText('typed')])
  type(other, 'Two ', 'and a half')
  meet()
  assert.equal(markdownOf(ydoc), 'One\n\ntyped\n\nThe Two and a half\n\nThree\n')
})

test('comments stay on the words that stay', () => {
  const ydoc = shared('One two three four.\n\nFive.\n')
  const { text, at } = find(ydoc, 'two three')
  text.format(at, 9, { 'comment--abcdefgh': { thread: 't1' } })
  text.format(at + 4, 5, { 'comment--ijklmnop': { thread: 't2' } })
  const commented = (): string =>
    (find(ydoc, 'two').text.toDelta() as { insert: string; attributes?: object }[])
      .flatMap(({ insert, attributes = {} }) =>
        JSON.stringify(attributes).includes('thread') ? [`${insert}${JSON.stringify(attributes).split('thread').length - 1}`] : [],
      )
      .join('|')
  editTree(ydoc, treeOf('One two three four.\n\nFive and six.\n'))
  assert.equal(commented(), 'two 1|three2')
  editTree(ydoc, treeOf('And **one** two three four, at last.\n\nFive and six.\n'))
  assert.equal(commented(), 'two 1|three2')
  assert.equal(markdownOf(ydoc), 'And **one** two three four, at last.\n\nFive and six.\n')
  editTree(ydoc, treeOf('And **one** two thirty four, at last.\n\nFive and six.\n'))
  assert.equal(commented(), 'two 1|th2')
})

test('a width that somebody gave to a column stays when the table changes', () => {
  const ydoc = shared('| a | b |\n| - | - |\n| c | d |\n')
  const table = ydoc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement
  const cell = (table.get(0) as Y.XmlElement).get(0) as Y.XmlElement
  cell.setAttribute('colwidth', [120] as never)
  editTree(ydoc, treeOf('| a2 | b |\n| - | - |\n| c | d |\n| e | f |\n'))
  assert.deepEqual(cell.getAttribute('colwidth'), [120])
})

test('what the editor itself shared is edited as well', () => {
  const ydoc = new Y.Doc()
  const node = schema.nodeFromJSON(editorOfTree(treeOf(LONG)))
  updateYFragment(ydoc, ydoc.getXmlFragment(FRAGMENT), node, { mapping: new Map(), isOMark: new Map() })
  editTree(ydoc, treeOf(LONG.replace('two', 'three')))
  assert.equal(markdownOf(ydoc), printMarkdown(treeOf(LONG.replace('two', 'three'))))
})
