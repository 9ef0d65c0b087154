import { ActionIcon, Button, Group, Indicator, Tooltip } from '@mantine/core'
import { IconMessagePlus, IconRefresh } from '../../parts/icons.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMe } from '../../session/me.ts'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import type { Room } from '../../rooms/room.ts'
import { usePresence } from '../../rooms/use-presence.ts'
import { useRoomState } from '../../rooms/use-room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { review } from '../../text/reading.ts'
import { PostMortemActions } from './actions/post-mortem-actions.tsx'
import { BesideText } from './beside-text.tsx'
import type { Passage } from './beside-items.tsx'
import { readingRange } from './editor/reading-place.ts'
import { Outline, OutlineButton, outlineOf } from './outline.tsx'
import type { Places } from './post-mortem-frame.tsx'
import classes from './post-mortem-screen.module.css'
import { Presence } from './presence.tsx'
import { useShownWords } from './use-shown-words.ts'
import { useText } from './use-text.ts'
import { WholeRemarks } from './whole-remarks.tsx'
import { WrittenText } from './written-text.tsx'
import { WritingContext, type PostMortem } from './writing-context.ts'

const RefreshDrawer = lazy(async () => ({ default: (await import('./refresh-drawer.tsx')).RefreshDrawer }))

interface WritingPageProps {
  readonly postMortem: PostMortem
  readonly room: Room | null
  /** Where in the frame it puts its parts. */
  readonly places: Places
  /** Is told whether the editor shows the text, so that nothing else does. */
  readonly onWritten: (written: boolean) => void
}

/** Everything with which a post-mortem is written and commented, in the frame that shows it. */
export function WritingPage({ postMortem, room, places, onWritten }: WritingPageProps): ReactNode {
  const { member } = useMe()
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
  useShortcuts(useMemo((): readonly Shortcut[] => [{ keys: 'mod+alt+m', does: words.comment, where: review.where, run: comment }], [comment]))
  const side =
    editor === null || room === null
      ? null
      : { editor, room, postMortem: postMortem.id, open, onOpen: setOpen, passage, onPassage: setPassage, onComment: comment, frozen: published }
  return (
    <WritingContext value={postMortem}>
      {createPortal(
        <Group gap="xs" className={classes['actions'] ?? ''}>
          {editor === null || published ? null : <Sections editor={editor} compact />}
          <Presence present={present} />
          {editable ? <Refresh changed={postMortem.factsChanged} onRefresh={() => setRefreshing(true)} /> : null}
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
        </Group>,
        places.actions,
      )}
      {createPortal(<Notices refused={refused} published={published} reader={access === 'read'} />, places.notice)}
      {createPortal(editor === null || published ? null : <Sections editor={editor} />, places.outline)}
      {createPortal(side === null ? null : <BesideText {...side} />, places.margin)}
      {createPortal(
        <>
          {editor === null || published ? null : <WholeRemarks postMortem={postMortem.id} editor={editor} />}
          {room !== null && access !== 'opening' ? (
            <Written onWritten={onWritten}>
              <WrittenText
                room={room}
                postMortem={postMortem}
                editable={editable}
                onEditor={setEditor}
                onOpen={setOpen}
                onComment={comment}
                commenting={passage !== null}
              />
            </Written>
          ) : null}
        </>,
        places.paper,
      )}
      <Suspense fallback={null}>{refreshing ? <RefreshDrawer postMortem={postMortem.id} onClose={() => setRefreshing(false)} /> : null}</Suspense>
    </WritingContext>
  )
}

/** Says, before anything is painted, that what is in it is there. */
function Written({ onWritten, children }: { onWritten: WritingPageProps['onWritten']; children: ReactNode }): ReactNode {
  useLayoutEffect(() => {
    onWritten(true)
    return () => onWritten(false)
  }, [onWritten])
  return children
}

function Refresh({ changed, onRefresh }: { changed: boolean; onRefresh: () => void }): ReactNode {
  return (
    <Tooltip label={words.refresh}>
      <Indicator disabled={!changed} color="yellow" size={9} offset={4}>
        <ActionIcon variant="default" size={36} aria-label={words.refresh} onClick={onRefresh}>
          <IconRefresh size={18} aria-hidden />
        </ActionIcon>
      </Indicator>
    </Tooltip>
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
