import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** A browser tells a moment late which words keys have chosen. A shortcut that comes in that moment is about them, and not about the caret that was there before. */
export const ChosenByNow = Extension.create({
  name: 'chosenByNow',
  // Before every shortcut of others.
  priority: 1300,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown(view, { ctrlKey, metaKey }) {
          if (ctrlKey || metaKey) takeChosen(view)
          return false
        },
      },
    }),
  ],
})

function takeChosen(view: EditorView): void {
  const { doc, selection, tr } = view.state
  const shown = getSelection()
  if (view.composing || !selection.empty || shown === null || shown.isCollapsed) return
  const { anchorNode, focusNode } = shown
  if (anchorNode === null || focusNode === null || !written(anchorNode, view) || !written(focusNode, view)) return
  const [anchor, head] = [view.posAtDOM(anchorNode, shown.anchorOffset), view.posAtDOM(focusNode, shown.focusOffset)]
  if (anchor !== head) view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

/** Whether it is where people write: a block shown live holds words too, which one may choose and copy. */
function written(node: Node, view: EditorView): boolean {
  const element = node instanceof HTMLElement ? node : node.parentElement
  return element !== null && view.dom.contains(element) && element.isContentEditable
}
