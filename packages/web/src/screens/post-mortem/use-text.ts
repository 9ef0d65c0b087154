import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'

/** Milliseconds after which what stands beside the text follows it: when the browser has nothing else to do, so that it holds no key up, and at the latest after a second. */
const CALM = 200
const AT_THE_LATEST = 1000 - CALM

/** The text of an editor a moment after it has changed, for what stands beside it. */
export function useText(editor: Editor): Node {
  const [text, setText] = useState(editor.state.doc)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    const show = (): void => {
      timer = undefined
      setText(editor.state.doc)
    }
    const changed = (): void => {
      timer ??= setTimeout(() => {
        // Safari has no such call.
        if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(show, { timeout: AT_THE_LATEST })
        else show()
      }, CALM)
    }
    changed()
    editor.on('update', changed)
    return () => {
      clearTimeout(timer)
      if (idle !== 0) cancelIdleCallback(idle)
      editor.off('update', changed)
    }
  }, [editor])
  return text
}
