import { Extension } from '@tiptap/core'
import { useEditor, type Editor } from '@tiptap/react'
import { startTransition, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Room } from '../../rooms/room.ts'
import { useMe } from '../../session/me.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { Bubble, TableBar } from './bubble.tsx'
import { eventMenu } from './editor/event-menu.ts'
import { EditorPlace } from './editor-place.tsx'
import { extensions } from './editor/extensions.ts'
import { highlights } from './editor/highlights.ts'
import { imagesIn, putImages } from './editor/images-in.ts'
import { peopleMenu } from './editor/people-menu.ts'
import { ReadingPlace } from './editor/reading-place.ts'
import { slashMenu } from './editor/slash-menu.ts'
import { PlaceButton } from './place-button.tsx'
import classes from './post-mortem-screen.module.css'
import prose from './prose.module.css'
import type { PostMortem } from './writing-context.ts'

/** Says how a reader chooses words by keyboard. */
const HINT = 'reading-keys'

interface WrittenTextProps {
  readonly room: Room
  readonly postMortem: PostMortem
  readonly editable: boolean
  readonly onEditor: (editor: Editor | null) => void
  /** Somebody clicked on a passage with a comment or a remark. */
  readonly onOpen: (id: string) => void
  readonly onComment: () => void
  /** Whether somebody is saying something of a passage. */
  readonly commenting: boolean
}

/** The text in its editor. */
export function WrittenText({ room, postMortem, editable, onEditor, onOpen, onComment, commenting }: WrittenTextProps): ReactNode {
  const { member } = useMe()
  const files = useRef<HTMLInputElement>(null)
  const [linking, setLinking] = useState(false)
  const comment = useRef(onComment)
  comment.current = onComment
  const { id: incident, slug } = postMortem.incident
  const { zone } = postMortem.document
  const all = useMemo(() => {
    const keys = Extension.create({
      name: 'ownKeys',
      priority: 1200,
      addKeyboardShortcuts() {
        return {
          'Mod-k': () => {
            if (this.editor.state.selection.empty) return false
            setLinking(true)
            return true
          },
          'Mod-Alt-m': () => {
            comment.current()
            return true
          },
        }
      },
    })
    const menus = [slashMenu(() => files.current?.click()), peopleMenu(slug), eventMenu(slug, zone)]
    return extensions({ room, me: { id: member.id, name: member.name }, incident }, [keys, ...menus, imagesIn(incident), highlights(onOpen), ReadingPlace])
  }, [room, member.id, member.name, incident, slug, zone, onOpen])
  const editor = useEditor(
    { element: null, extensions: all, editable, injectCSS: false, shouldRerenderOnTransaction: false, editorProps: { attributes: attributesOf(editable) } },
    [all],
  )
  useEffect(() => {
    editor.setOptions({ editable, editorProps: { attributes: attributesOf(editable) } })
  }, [editor, editable])
  useEffect(() => {
    // The text first: what stands beside it is drawn when it is there.
    startTransition(() => onEditor(editor))
    return () => onEditor(null)
  }, [editor, onEditor])
  useEffect(() => {
    // Words stay chosen when somebody else writes before them, and when the page hears late of what was chosen.
    const close = (): void => {
      if (editor.state.selection.empty) setLinking(false)
    }
    editor.on('selectionUpdate', close)
    return () => void editor.off('selectionUpdate', close)
  }, [editor])
  return (
    <>
      <EditorPlace editor={editor} />
      {commenting ? null : <PlaceButton editor={editor} onComment={onComment} />}
      {editable ? null : (
        <p id={HINT} hidden>
          {words.readingKeys}
        </p>
      )}
      {editable ? <div className={classes['tail']} aria-hidden onClick={() => writeOn(editor)} /> : null}
      <Bubble editor={editor} linking={linking} onLinking={setLinking} onComment={onComment} away={commenting} />
      <TableBar editor={editor} />
      <input
        ref={files}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml"
        multiple
        onChange={(event) => {
          void putImages(editor, incident, [...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Goes on writing after the last block: in the empty paragraph that is there, or in a new one. */
function writeOn(editor: Editor): void {
  const { doc } = editor.state
  const last = doc.lastChild
  if (last?.type.name !== 'paragraph' || last.content.size > 0)
    editor.commands.insertContentAt(doc.content.size, { type: 'paragraph' }, { updateSelection: false })
  editor.commands.focus('end')
}

function attributesOf(editable: boolean): Record<string, string> {
  const own = { class: prose['prose'] ?? '', 'aria-label': words.editor, tabindex: '0' }
  return editable ? { ...own, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' } : { ...own, role: 'document', 'aria-describedby': HINT }
}
