import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editorOfYjs, FRAGMENT, keepTexts, schema, type EditorNode } from '@blamefree/editor'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { prosemirrorJSONToYDoc, ySyncPlugin } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import * as Y from 'yjs'
import { lettersOfOthers } from './letters-of-others.ts'

describe('letters of others', () => {
  test('a letter goes where it was typed, and every other block stays the very same', () => {
    const { editor, other } = opened()
    const before = editor.state.doc
    words(other, 1).insert(3, 'x')
    other.send()
    assert.equal(editor.state.doc.child(1).textContent, 'twox words')
    assert.deepEqual(editor.replaced(), [[15, 15]], 'nothing but the letter')
    for (const index of [0, 2, 3]) assert.equal(editor.state.doc.child(index), before.child(index))
  })

  test('a caret and marked places stay with their words, also between letters that are all the same', () => {
    const { editor, other } = opened('aaaa')
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 3)))
    words(other, 0).insert(0, 'aa')
    other.send()
    assert.equal(editor.state.selection.head, 5)
    words(other, 0).delete(0, 1)
    words(other, 0).insert(5, 'a')
    other.send()
    assert.equal(editor.state.selection.head, 4)
  })

  test('letters in a list, several at once, and all of the words of a block gone', () => {
    const { editor, other } = opened()
    words(other, 0).delete(0, 9)
    words(other, 1).insert(9, '!')
    words(other, 3, 0, 0).insert(0, 'an ')
    other.send()
    assert.deepEqual(texts(editor.state.doc), ['', 'two words!', 'three words', 'an item'])
    assert.deepEqual(editor.state.doc.toJSON(), shared(other))
  })

  test('what is more than letters is put in as well: marks, new blocks, what was typed into bold words', () => {
    const { editor, other } = opened()
    words(other, 2).format(0, 5, { bold: {} })
    other.send()
    words(other, 2).insert(2, 'x')
    const heading = new Y.XmlElement('heading')
    heading.setAttribute('level', 3 as unknown as string)
    heading.insert(0, [new Y.XmlText('New')])
    other.text.getXmlFragment(FRAGMENT).insert(1, [heading])
    other.send()
    words(other, 2).insert(0, 'y')
    other.send()
    assert.deepEqual(texts(editor.state.doc), ['one words', 'New', 'ytwo words', 'thxree words', 'item'])
    assert.deepEqual(editor.state.doc.toJSON(), shared(other))
  })

  test('whatever two people do in turn, both have the same text', () => {
    const act = fc.record({
      mine: fc.boolean(),
      block: fc.nat(5),
      at: fc.nat(12),
      what: fc.oneof(fc.constantFrom('a', 'aa', 'z', 'é'), fc.constant(-1), fc.constantFrom('bold', 'block', 'gone')),
      send: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const { editor, other } = opened('aaa')
        for (const { mine, block, at, what, send } of acts) {
          if (mine) type(editor, block, at, typeof what === 'string' ? 'mine' : what)
          else change(other, block, at, what)
          if (send) other.send()
        }
        other.send()
        assert.deepEqual(editor.state.doc.toJSON(), shared(other))
        editor.state.doc.check()
      }),
      { numRuns: 120 },
    )
  })
})

/** Somebody else's copy of the text. */
interface Other {
  readonly text: Y.Doc
  /** Exchanges everything. */
  readonly send: () => void
}

/** An editor without a page. */
interface Editor {
  readonly state: EditorState
  readonly dispatch: (tr: Transaction) => void
  /** From where to where the last change replaced something. */
  readonly replaced: () => readonly (readonly [number, number])[]
}

const paragraph = (text: string): EditorNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** The same text of four blocks with somebody here, in an editor, and with somebody else. */
function opened(first = 'one words'): { readonly editor: Editor; readonly other: Other } {
  const content = [first, 'two words', 'three words'].map(paragraph)
  const list: EditorNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('item')] }] }
  const text = prosemirrorJSONToYDoc(schema, { type: 'doc', content: [...content, list] }, FRAGMENT)
  keepTexts(text)
  const others = new Y.Doc()
  const meet = (): void => {
    Y.applyUpdate(text, Y.encodeStateAsUpdate(others, Y.encodeStateVector(text)), 'others')
    Y.applyUpdate(others, Y.encodeStateAsUpdate(text, Y.encodeStateVector(others)), 'others')
  }
  meet()
  return { editor: editorOf(text), other: { text: others, send: meet } }
}

function editorOf(text: Y.Doc): Editor {
  const sync = ySyncPlugin(text.getXmlFragment(FRAGMENT)) as Plugin
  let replaced: (readonly [number, number])[] = []
  let view: PluginView | undefined
  const editor = {
    state: EditorState.create({ schema, plugins: [sync, lettersOfOthers()] }),
    hasFocus: () => false,
    replaced: () => replaced,
    dispatch(tr: Transaction) {
      replaced = tr.steps.flatMap((step) => {
        const ranges: (readonly [number, number])[] = []
        step.getMap().forEach((from, to) => ranges.push([from, to]))
        return ranges
      })
      const before = editor.state
      editor.state = editor.state.apply(tr)
      view?.update?.(editor as unknown as EditorView, before)
    },
  }
  view = sync.spec.view?.(editor as unknown as EditorView)
  return editor
}

function words(other: Other, ...path: readonly number[]): Y.XmlText {
  let at: Y.XmlFragment = other.text.getXmlFragment(FRAGMENT)
  for (const index of path) at = at.get(index) as Y.XmlElement
  return at.get(0) as Y.XmlText
}

const texts = (doc: Node): string[] => doc.children.map((child) => child.textContent)

const shared = ({ text }: Other): unknown => Node.fromJSON(schema, editorOfYjs(text.getXmlFragment(FRAGMENT))).toJSON()

/** Types here, or takes a letter away, in a block of the first level that has words. */
function type({ state, dispatch }: Editor, block: number, at: number, what: string | number): void {
  const index = block % state.doc.childCount
  const node = state.doc.child(index)
  if (!node.isTextblock) return
  let from = 1
  for (let before = 0; before < index; before++) from += state.doc.child(before).nodeSize
  const place = from + Math.min(at, node.content.size)
  if (typeof what === 'string') dispatch(state.tr.insertText(what, place))
  else if (place < from + node.content.size) dispatch(state.tr.delete(place, place + 1))
}

function change(other: Other, block: number, at: number, what: string | number): void {
  const fragment = other.text.getXmlFragment(FRAGMENT)
  const index = block % fragment.length
  const child = (fragment.get(index) as Y.XmlElement).get(0)
  const size = child instanceof Y.XmlText ? child.length : 0
  if (what === 'block') fragment.insert(index, [new Y.XmlElement('paragraph')])
  else if (what === 'gone' && fragment.length > 1) fragment.delete(index, 1)
  else if (!(child instanceof Y.XmlText) || what === 'gone') return
  else if (what === 'bold') child.format(0, Math.min(size, at), { bold: {} })
  else if (typeof what === 'string') child.insert(Math.min(size, at), what)
  else if (at < size) child.delete(at, 1)
}
