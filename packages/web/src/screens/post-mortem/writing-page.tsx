import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { usePresence } from '../../rooms/use-presence.ts'
import { useRoom } from '../../rooms/use-room.ts'
import type { Room } from '../../rooms/room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { extensions } from './editor/extensions.ts'
import { PostMortemFrame } from './post-mortem-frame.tsx'
import { Presence } from './presence.tsx'
import prose from './prose.module.css'
import classes from './post-mortem-screen.module.css'
import { WritingContext, type PostMortem } from './writing-context.ts'

/** A post-mortem with its editor. `still`: what is shown until the editor is there. */
export function WritingPage({ postMortem, still }: { postMortem: PostMortem; still: ReactNode }): ReactNode {
  const { member } = useMe()
  const { room, state } = useRoom(postMortem.id, member.id)
  const present = usePresence(room, member)
  const [editor, setEditor] = useState<Editor | null>(null)
  const queries = useQueryClient()
  // What a section needs and what the facts say is asked for again when the text was written down.
  useEffect(() => {
    if (state.saving === 'saved') void queries.invalidateQueries({ queryKey: ['post-mortem', postMortem.id], refetchType: 'none' })
  }, [state.saving, queries, postMortem.id])
  const ready = room !== null && state.access !== 'opening'
  return (
    <WritingContext value={postMortem}>
      <PostMortemFrame postMortem={postMortem} saving={state.saving} actions={<Presence present={present} />} notice={<Notice refused={state.refused} />}>
        {ready ? (
          <Text
            room={room}
            postMortem={postMortem}
            editable={state.access === 'write' && postMortem.status !== 'published' && state.refused === null}
            onEditor={setEditor}
          />
        ) : (
          still
        )}
      </PostMortemFrame>
      {editor === null ? null : null}
    </WritingContext>
  )
}

function Text({
  room,
  postMortem,
  editable,
  onEditor,
}: {
  room: Room
  postMortem: PostMortem
  editable: boolean
  onEditor: (editor: Editor | null) => void
}): ReactNode {
  const { member } = useMe()
  const all = useMemo(
    () => extensions({ room, me: { id: member.id, name: member.name }, incident: postMortem.incident.id }),
    [room, member.id, member.name, postMortem.incident.id],
  )
  const editor = useEditor(
    {
      extensions: all,
      editable,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: { class: prose['prose'] ?? '', role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.editor, spellcheck: 'true' } },
    },
    [all],
  )
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  return <EditorContent editor={editor} />
}

function Notice({ refused }: { refused: string | null }): ReactNode {
  if (refused === null) return null
  const [what, hint] = words.refused[refused] ?? words.refused['other'] ?? ['', '']
  const signedOut = refused === 'signed-out'
  return (
    <div className={classes['notice']} role="alert">
      <span>
        <strong>{what}</strong> {hint}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => (signedOut ? location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`) : location.reload())}
      >
        {signedOut ? words.signIn : words.reload}
      </Button>
    </div>
  )
}
