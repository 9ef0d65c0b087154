import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { answered, askedAround } from './answered.ts'
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
      new Plugin<Asked>({
        key: ASKED,
        state: {
          init: (_config, { doc }) => ({ marks: marked(doc), begun: false }),
          apply(tr, { marks, begun }, before, after) {
            if (!tr.docChanged) return { marks, begun: begun && tr.getMeta(ASKED) === undefined }
            return { marks: marked(tr.doc), begun: tr.getMeta(ASKED) === undefined && (begun || (!isOfOthers(tr) && answered(before, after).length > 0)) }
          },
        },
        view: () => ({
          update(view) {
            if (ASKED.getState(view.state)?.begun === true) queueMicrotask(() => takeAway(view))
          },
        }),
        props: {
          decorations(state) {
            return this.getState(state)?.marks
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

/** What is marked, and whether a section has just been begun whose request still stands. */
interface Asked {
  readonly marks: DecorationSet
  readonly begun: boolean
}

const ASKED = new PluginKey<Asked>('toWrite')

/**
 * Takes away what asked for the section that is begun: a change of its own, after the first word is in the shared text. Both as one, the binding cannot tell which line became which, and
 * writes this one over a line beside it, with whatever somebody else types there meanwhile.
 */
function takeAway(view: EditorView): void {
  if (view.isDestroyed || ASKED.getState(view.state)?.begun !== true) return
  const tr = view.state.tr.setMeta(ASKED, 'taken away')
  for (const { from, to } of askedAround(view.state).toReversed()) tr.delete(from, to)
  view.dispatch(tr)
}

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
