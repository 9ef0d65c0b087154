import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { answered } from './answered.ts'
import { asksToWrite, isContainer } from './sections.ts'
import { isOfOthers } from './stay-put.ts'

/**
 * What a template leaves to be written (a paragraph in italics that says so) gives way to the first word: it is chosen by a click, and what is typed there is plain; and it goes by itself
 * when the section is begun in a line beside it. Where a machine put it, the machine's container goes too, since what stands there now is somebody's words.
 */
export const ToWrite = Extension.create({
  name: 'toWrite',
  priority: 1050,
  addKeyboardShortcuts() {
    return {
      Enter: () => placeholderAt(this.editor.state, this.editor.state.selection.from) !== null && this.editor.commands.splitBlock({ keepMarks: false }),
    }
  },
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        state: {
          init: (_config, { doc }) => marked(doc),
          apply: (tr, marks) => (tr.docChanged ? marked(tr.doc) : marks),
        },
        appendTransaction(transactions, before, after) {
          if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isOfOthers)) return null
          const tr = after.tr
          for (const { from, to } of answered(before, after).toReversed()) tr.delete(from, to)
          return tr.docChanged ? tr : null
        },
        props: {
          decorations(state) {
            return this.getState(state)
          },
          handleClick(view, position) {
            const found = placeholderAt(view.state, position)
            if (found === null || !editor.isEditable || !view.state.selection.empty) return false
            view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, found.from + 1, found.to - 1)))
            return true
          },
          handleTextInput(view, from, to, text) {
            const found = placeholderAt(view.state, from)
            if (found === null || to > found.to) return false
            const { tr, schema } = view.state
            const paragraph = schema.nodes['paragraph']?.create(null, schema.text(text))
            if (paragraph === undefined) return false
            const [start, end] = found.around ?? [found.from, found.to]
            tr.replaceWith(start, end, paragraph)
            view.dispatch(
              tr
                .setSelection(TextSelection.create(tr.doc, start + 1 + text.length))
                .setStoredMarks([])
                .scrollIntoView(),
            )
            return true
          },
        },
      }),
    ]
  },
})

/** The placeholder that a position is in, and where the machine's container around it is when it holds nothing else. */
export function placeholderAt(
  { doc }: Pick<EditorState, 'doc'>,
  position: number,
): { from: number; to: number; around: readonly [number, number] | null } | null {
  const $at = doc.resolve(position)
  if ($at.depth === 0 || !asksToWrite($at.parent)) return null
  if ($at.depth > 1 && !isContainer($at.node(-1), 'generated')) return null
  const around = $at.depth > 1 && $at.node(-1).childCount === 1 ? ([$at.before(-1), $at.after(-1)] as const) : null
  return { from: $at.before(), to: $at.after(), around }
}

function marked(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.forEach((node, offset) => {
    if (asksToWrite(node)) found.push(Decoration.node(offset, offset + node.nodeSize, { 'data-to-write': '' }))
    else if (isContainer(node, 'generated')) {
      node.forEach((child, inner) => {
        if (asksToWrite(child)) found.push(Decoration.node(offset + 1 + inner, offset + 1 + inner + child.nodeSize, { 'data-to-write': '' }))
      })
    }
  })
  return DecorationSet.create(doc, found)
}
