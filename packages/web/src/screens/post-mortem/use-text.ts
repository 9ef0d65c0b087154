import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'

/** Milliseconds after which what stands beside the text follows it. */
const CALM = 200

/** The text of an editor a moment after it has changed, for what stands beside it. */
export function useText(editor: Editor): Node {
  const [text, setText] = useState(editor.state.doc)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        setText(editor.state.doc)
      }, CALM)
    }
    changed()
    editor.on('update', changed)
    return () => {
      clearTimeout(timer)
      editor.off('update', changed)
    }
  }, [editor])
  return text
}
