import { ActionIcon, Button, Group, Indicator, Tooltip } from '@mantine/core'
import { IconMessagePlus, IconRefresh } from '../../parts/icons.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import type { Room } from '../../rooms/room.ts'
import { usePresence } from '../../rooms/use-presence.ts'
import { useRoom, useRoomState } from '../../rooms/use-room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { PostMortemActions } from './actions/post-mortem-actions.tsx'
import { BesideText } from './beside-text.tsx'
import type { Passage } from './beside-items.tsx'
import { readingRange } from './editor/reading-place.ts'
import { Outline, OutlineButton, outlineOf } from './outline.tsx'
import { PostMortemFrame } from './post-mortem-frame.tsx'
import classes from './post-mortem-screen.module.css'
import { Presence } from './presence.tsx'
import { useShownWords } from './use-shown-words.ts'
import { useText } from './use-text.ts'
import { WholeRemarks } from './whole-remarks.tsx'
import { WrittenText } from './written-text.tsx'
import { WritingContext, type PostMortem } from './writing-context.ts'

const RefreshDrawer = lazy(async () => ({ default: (await import('./refresh-drawer.tsx')).RefreshDrawer }))

/** A post-mortem with its editor. `still`: what is shown until the editor is there. */
export function WritingPage({ postMortem, still }: { postMortem: PostMortem; still: ReactNode }): ReactNode {
  const { member } = useMe()
  const room = useRoom(postMortem.id, member.id)
  const [access, refused] = [useRoomState(room, 'access'), useRoomState(room, 'refused')]
  const present = usePresence(room, member)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [passage, setPassage] = useState<Passage | null>(null)
  const [refreshing, setRefreshing] = useState(false)
  useStored(postMortem.id, room)
  useShownWords(editor)
  const published = postMortem.status === 'published'
  const editable = access === 'write' && !published && refused === null
  const comment = useCallback(() => setPassage(editor === null ? null : passageOf(editor)), [editor])
  useShortcuts(useMemo((): readonly Shortcut[] => [{ keys: 'mod+alt+m', does: words.comment, where: words.what, run: comment }], [comment]))
  const side =
    editor === null || room === null
      ? null
      : { editor, room, postMortem: postMortem.id, open, onOpen: setOpen, passage, onPassage: setPassage, onComment: comment, frozen: published }
  return (
    <WritingContext value={postMortem}>
      <PostMortemFrame
        postMortem={postMortem}
        room={room}
        actions={
          <Group gap="xs" className={classes['actions'] ?? ''}>
            {editor === null || published ? null : <Sections editor={editor} compact />}
            <Presence present={present} />
            {editable ? (
              <Tooltip label={words.refresh}>
                <Indicator disabled={!postMortem.factsChanged} color="yellow" size={9} offset={4}>
                  <ActionIcon variant="default" size={36} aria-label={words.refresh} onClick={() => setRefreshing(true)}>
                    <IconRefresh size={18} aria-hidden />
                  </ActionIcon>
                </Indicator>
              </Tooltip>
            ) : null}
            <Tooltip label={words.comment}>
              <ActionIcon
                visibleFrom="sm"
                variant="default"
                size={36}
                aria-label={words.comment}
                disabled={editor === null}
                onMouseDown={(event) => event.preventDefault()}
                onClick={comment}
              >
                <IconMessagePlus size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <PostMortemActions postMortem={postMortem} zone={postMortem.document.zone} toWrite={postMortem.progress.toWrite} />
          </Group>
        }
        notice={<Notices refused={refused} published={published} reader={access === 'read'} />}
        outline={editor === null || published ? null : <Sections editor={editor} />}
        margin={side === null ? null : <BesideText {...side} />}
      >
        {editor === null || published ? null : <WholeRemarks postMortem={postMortem.id} editor={editor} />}
        {room !== null && access !== 'opening' ? (
          <WrittenText
            room={room}
            postMortem={postMortem}
            editable={editable}
            onEditor={setEditor}
            onOpen={setOpen}
            onComment={comment}
            commenting={passage !== null}
          />
        ) : (
          still
        )}
      </PostMortemFrame>
      <Suspense fallback={null}>{refreshing ? <RefreshDrawer postMortem={postMortem.id} onClose={() => setRefreshing(false)} /> : null}</Suspense>
    </WritingContext>
  )
}

/** Asks again for what is told of the stored text, a moment after everything was saved: the server writes it down when people pause. */
function useStored(postMortem: string, room: Room | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (room === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      if (room.state().saving === 'saved') timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['post-mortem', postMortem] }), 3000)
    }
    look()
    const end = room.watch(look)
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [queries, postMortem, room])
}

function passageOf(editor: Editor): Passage {
  const { selection, doc } = editor.state
  const range = !selection.empty ? selection : editor.isEditable ? null : readingRange(editor.state)
  const quote = range === null ? '' : doc.textBetween(range.from, range.to, ' ', ' ').trim()
  return range === null || quote === '' ? 'all' : { from: range.from, to: range.to, quote }
}

function Sections({ editor, compact = false }: { editor: Editor; compact?: boolean }): ReactNode {
  const text = useText(editor)
  // As a text, which stays the same while only places change.
  const shown = useMemo(() => JSON.stringify(outlineOf(text).map(({ title, depth, state }) => ({ title, depth, state }))), [text])
  return useMemo(() => {
    const sections = JSON.parse(shown) as ReturnType<typeof outlineOf>
    if (sections.length === 0) return null
    return compact ? <OutlineButton sections={sections} editor={editor} /> : <Outline sections={sections} editor={editor} />
  }, [shown, editor, compact])
}

function Notices({ refused, published, reader }: { refused: string | null; published: boolean; reader: boolean }): ReactNode {
  if (refused !== null) return <Refused reason={refused} />
  if (!published && !reader) return null
  return (
    <div className={classes['notice']} role="status">
      <span>{published ? words.published : words.readOnly}</span>
    </div>
  )
}

function Refused({ reason }: { reason: string }): ReactNode {
  const [what, hint] = words.refused[reason] ?? words.refused['other'] ?? ['', '']
  const signedOut = reason === 'signed-out'
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
