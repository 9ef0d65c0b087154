import { Button } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { IconMessagePlus } from '../../parts/icons.tsx'
import { postMortem as words } from '../../text/post-mortem.ts'
import { readingRange } from './editor/reading-place.ts'
import classes from './place-button.module.css'

/** At the end of the paragraph that a reader is at: a way to comment on it, for those who choose no words with a mouse. */
export function PlaceButton({ editor, onComment }: { editor: Editor; onComment: () => void }): ReactNode {
  const place = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isEditable || !now.state.selection.empty ? null : (readingRange(now.state)?.from ?? null)),
  })
  const own = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const block = place === null ? null : editor.view.nodeDOM(place - 1)
    const around = own.current?.offsetParent
    if (block instanceof Element && around instanceof Element) setTop(block.getBoundingClientRect().bottom - around.getBoundingClientRect().top)
  }, [editor, place])
  if (place === null) return null
  return (
    <div ref={own} className={classes['place']} style={{ top }}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconMessagePlus size={15} aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        {words.commentOnParagraph}
      </Button>
    </div>
  )
}
