import { absolutePositionToRelativePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import type { Editor } from '@tiptap/react'
import * as Y from 'yjs'

/** A passage as it is named in the shared text, so that it is the same words whatever is typed around it. */
export function passageAnchor(editor: Editor, [from, to]: readonly [number, number]): { readonly from: unknown; readonly to: unknown } | null {
  const { type, binding } = (ySyncPluginKey.getState(editor.state) ?? {}) as { type?: Y.XmlFragment; binding?: ProsemirrorBinding | null }
  if (type === undefined || binding === undefined || binding === null) return null
  const named = (position: number): unknown =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(position, type, binding.mapping) as Y.RelativePosition)
  return { from: named(from), to: named(to) }
}
