import { FRAGMENT } from '@blamefree/editor'
import type { Extension, JSONContent } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { lettersOfOthers } from './letters-of-others.ts'

/**
 * Binds the editor to a shared text. The editor begins with what is in it: to begin empty, and be told of the text by its binding, would draw everything once more, and again with each
 * plugin that comes later.
 */
export function together(text: Y.Doc): Extension {
  /** What the binding knows of which shared element is which node. */
  const mapping = new Map<Y.AbstractType<unknown>, Node | Node[]>()
  return Collaboration.extend({
    onBeforeCreate(event) {
      this.parent?.(event)
      mapping.clear()
      const begun = initProseMirrorDoc(text.getXmlFragment(FRAGMENT), this.editor.schema) as { doc: Node; mapping: typeof mapping }
      if (begun.doc.childCount === 0) return
      for (const [shared, node] of begun.mapping) mapping.set(shared, node)
      // It takes a node as it is, which its type does not say.
      this.editor.options.content = begun.doc as unknown as JSONContent
    },
    // Where there is nothing to redo, the keys for it do nothing; left to others, Ctrl+Shift+Z with caps lock on would be found to be Ctrl+Z, and undo.
    addKeyboardShortcuts() {
      const undo = (): boolean => this.editor.commands.undo() || true
      const redo = (): boolean => this.editor.commands.redo() || true
      return { 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }
    },
    addProseMirrorPlugins() {
      return [...(this.parent?.() ?? []), lettersOfOthers()]
    },
  }).configure({ document: text, field: FRAGMENT, ySyncOptions: { mapping } })
}
