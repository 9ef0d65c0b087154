import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { editTree } from './edit-tree.ts'
import { keepTexts } from './keep-texts.ts'
import { schema } from './schema.ts'
import { FRAGMENT, treeOfYjs } from './yjs-to-editor.ts'

/** What the editor's binding marks as typed here. */
const TYPED = 'typed'
const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])
const shared = (ydoc: Y.Doc): string => ydoc.getXmlFragment(FRAGMENT).toJSON()

/** Makes a shared document say some paragraphs, as the editor's binding does after each key. */
function write(ydoc: Y.Doc, ...texts: readonly string[]): void {
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  const { meta } = initProseMirrorDoc(fragment, schema)
  ydoc.transact(() => updateYFragment(ydoc, fragment, schema.node('doc', null, texts.map(paragraph)), meta), TYPED)
}

const said = (ydoc: Y.Doc): string[] => {
  const texts: string[] = []
  initProseMirrorDoc(ydoc.getXmlFragment(FRAGMENT), schema).doc.forEach((node) => texts.push(node.textContent))
  return texts
}

function exchange(one: Y.Doc, two: Y.Doc): void {
  const [mine, theirs] = [Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)), Y.encodeStateAsUpdate(two, Y.encodeStateVector(one))]
  Y.applyUpdate(two, mine)
  Y.applyUpdate(one, theirs)
}

test('what two people type into the same empty paragraph at the same time is there once', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  for (const ydoc of [one, two]) keepTexts(ydoc)
  write(one, 'Above.', '')
  exchange(one, two)
  const typed = [
    { ydoc: one, own: '', letters: 'ABCD' },
    { ydoc: two, own: '', letters: 'wxyz' },
  ]
  for (let at = 0; at < 4; at++) {
    for (const writer of typed) {
      const text = said(writer.ydoc)[1] ?? ''
      const caret = writer.own === '' ? 0 : text.indexOf(writer.own) + writer.own.length
      const letter = writer.letters[at] ?? ''
      write(writer.ydoc, 'Above.', text.slice(0, caret) + letter + text.slice(caret))
      writer.own += letter
    }
    exchange(one, two)
  }
  assert.deepEqual(said(one), said(two))
  assert.equal(said(one)[1]?.length, 8)
  for (const { own } of typed) assert.ok(said(one)[1]?.includes(own), shared(one))
})

test('a place for words is never without a text: made, emptied, undone and made again', () => {
  const ydoc = new Y.Doc()
  keepTexts(ydoc)
  const undo = new Y.UndoManager(ydoc.getXmlFragment(FRAGMENT), { trackedOrigins: new Set([TYPED]), captureTimeout: 0 })
  const whole = (...texts: string[]): void => {
    assert.deepEqual(said(ydoc), texts)
    for (const element of ydoc.getXmlFragment(FRAGMENT).toArray()) assert.ok((element as Y.XmlElement).length > 0, shared(ydoc))
  }
  write(ydoc, 'One', '')
  whole('One', '')
  write(ydoc, 'One', 'Two')
  whole('One', 'Two')
  undo.undo()
  whole('One', '')
  undo.redo()
  whole('One', 'Two')
  write(ydoc, 'One', '')
  whole('One', '')
  write(ydoc, 'One')
  undo.undo()
  undo.undo()
  whole('One', 'Two')
  for (let steps = 0; steps < 4; steps++) undo.redo()
  whole('One')
})

test('nothing is added for what others write, and a tree that is put in has its texts', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  keepTexts(here)
  write(there, '')
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  assert.deepEqual(Y.encodeStateVector(here), Y.encodeStateVector(there))
  const ydoc = new Y.Doc()
  editTree(ydoc, { type: 'root', children: [{ type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [] }] }] }] })
  const before = JSON.stringify(treeOfYjs(ydoc))
  const bare = [...ydoc.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlElement && node.nodeName === 'paragraph')].filter(
    (element) => (element as Y.XmlElement).length === 0,
  )
  assert.deepEqual(bare, [])
  editTree(ydoc, treeOfYjs(ydoc))
  assert.equal(JSON.stringify(treeOfYjs(ydoc)), before)
})
