import type { Editor } from '@tiptap/react'

/** The element of the block that a position of the text is in; null for a position that is not there any more. */
export function elementAt(editor: Editor, position: number): Element | null {
  if (position > editor.state.doc.content.size) return null
  const node = editor.view.nodeDOM(position) ?? editor.view.domAtPos(position).node
  return node instanceof Element ? node : node.parentElement
}
