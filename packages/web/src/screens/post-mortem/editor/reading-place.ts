import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isProtected } from './bound.ts'

const KEY = new PluginKey<number | null>('readingPlace')

/**
 * Where a reader is: the paragraph that they tapped, or came to with Alt and the arrows, so that they can comment on it without a caret. Shift and an arrow begins to choose words in it;
 * from there on the browser extends what is chosen. While somebody writes there is a caret, and no such place.
 */
export const ReadingPlace = Extension.create({
  name: 'readingPlace',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<number | null>({
        key: KEY,
        state: {
          init: () => null,
          apply(tr, place) {
            const given = tr.getMeta(KEY) as { readonly place: number | null } | undefined
            if (given !== undefined) return given.place
            return place === null || !tr.docChanged ? place : standing(tr.doc, tr.mapping.map(place))
          },
        },
        props: {
          decorations(state) {
            const range = readingRange(state)
            return range === null ? null : DecorationSet.create(state.doc, [Decoration.node(range.from - 1, range.to + 1, { class: 'is-place' })])
          },
          handleClick(view, position) {
            if (!editor.isEditable) put(view, blocksOf(view.state.doc).find((at) => isIn(view.state.doc, at, position)) ?? null)
            return false
          },
          handleDOMEvents: {
            keydown: (view, event) => !editor.isEditable && press(view, event),
          },
        },
      }),
    ]
  },
})

/** From where to where the words of the paragraph are that a reader is at; null when they are at none. */
export function readingRange(state: EditorState): { readonly from: number; readonly to: number } | null {
  const place = KEY.getState(state) ?? null
  const node = place === null ? null : state.doc.nodeAt(place)
  return place === null || node?.isTextblock !== true ? null : { from: place + 1, to: place + node.nodeSize - 1 }
}

function put(view: EditorView, place: number | null): void {
  if ((KEY.getState(view.state) ?? null) !== place) view.dispatch(view.state.tr.setMeta(KEY, { place }).setMeta('addToHistory', false))
}

const isIn = (doc: Node, at: number, position: number): boolean => at < position && position < at + (doc.nodeAt(at)?.nodeSize ?? 0)

const standing = (doc: Node, place: number): number | null => (place < doc.content.size && doc.nodeAt(place)?.isTextblock === true ? place : null)

/** Where the blocks begin in which a reader can be: every one with words but those of facts, guidance and evidence. */
function blocksOf(doc: Node): number[] {
  const found: number[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock && node.content.size > 0) found.push(at)
    return !node.isTextblock && !isProtected(node)
  })
  return found
}

function press(view: EditorView, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false
  const place = KEY.getState(view.state) ?? null
  if (event.key === 'Escape' && place !== null) {
    put(view, null)
    return true
  }
  if (!event.key.startsWith('Arrow')) return false
  if (event.altKey) {
    const blocks = blocksOf(view.state.doc)
    const next = place === null ? firstSeen(view, blocks) : event.key === 'ArrowDown' ? blocks.find((at) => at > place) : blocks.findLast((at) => at < place)
    if (!/^Arrow(?:Up|Down)$/.test(event.key) || next === undefined) return false
    event.preventDefault()
    put(view, next)
    const element = view.nodeDOM(next)
    if (element instanceof Element) element.scrollIntoView({ block: 'center' })
    return true
  }
  return event.shiftKey && choose(view, event)
}

/** Begins to choose words: all of the paragraph, or its first word. */
function choose(view: EditorView, event: KeyboardEvent): boolean {
  const chosen = view.dom.ownerDocument.getSelection()
  if (chosen === null || (!chosen.isCollapsed && view.dom.contains(chosen.anchorNode))) return false
  const blocks = blocksOf(view.state.doc)
  const place = KEY.getState(view.state) ?? firstSeen(view, blocks)
  const element = place === undefined ? null : view.nodeDOM(place)
  if (place === undefined || !(element instanceof Element)) return false
  event.preventDefault()
  put(view, place)
  if (/^Arrow(?:Up|Down)$/.test(event.key)) chosen.selectAllChildren(element)
  else {
    chosen.collapse(element, 0)
    chosen.modify('extend', 'forward', 'word')
  }
  return true
}

/** The first block that is on the screen, under what stands over the page. */
function firstSeen(view: EditorView, blocks: readonly number[]): number | undefined {
  return blocks.find((at) => {
    const element = view.nodeDOM(at)
    return element instanceof Element && element.getBoundingClientRect().top > 110
  })
}
