import { createContentComponent, type Editor, type ReactRenderer } from '@tiptap/react'
import { useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'

type Placed = ReactRenderer['editor']

/**
 * Where an editor shows its text. TipTap's own component has the text drawn before it is on the page, and once more with its live blocks when it is; here it is drawn once, in its place.
 * The editor has to be made with `element: null`, and is there from the first layout effects on.
 */
export function EditorPlace({ editor }: { editor: Editor }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const placed = editor as Placed
  const blocks = (placed.contentComponent ??= createContentComponent())
  const drawn = useSyncExternalStore(blocks.subscribe, blocks.getSnapshot)
  useLayoutEffect(() => {
    if (place.current === null || placed.isEditorContentInitialized === true) return
    placed.mount(place.current)
    // From now on a block is there when the editor has made it; one that is made in a layout effect comes right after it.
    placed.isEditorContentInitialized = true
  }, [placed])
  return (
    <>
      <div ref={place} />
      {Object.values(drawn)}
    </>
  )
}
