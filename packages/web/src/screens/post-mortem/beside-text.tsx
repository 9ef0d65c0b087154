import { useMediaQuery } from '@mantine/hooks'
import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Room } from '../../rooms/room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { besideItems, NEW_COMMENT, type Passage } from './beside-items.tsx'
import { sectionsOf } from './editor/sections.ts'
import { showHighlights } from './editor/highlights.ts'
import { MarginColumn } from './margin-column.tsx'
import { textThreads } from './text-threads.ts'
import { useLint } from './use-lint.ts'
import { useText } from './use-text.ts'
import { useThreads, type Thread } from './use-threads.ts'

const BesideSheet = lazy(async () => ({ default: (await import('./beside-sheet.tsx')).BesideSheet }))

interface BesideProps {
  readonly editor: Editor
  readonly room: Room
  readonly postMortem: string
  /** What is open: a thread or a remark. */
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  readonly passage: Passage | null
  readonly onPassage: (passage: Passage | null) => void
  readonly onComment: () => void
  readonly frozen: boolean
}

/** What stands beside the text: how to write each section, what the record offers for it, comments, and what lint remarks. Where there is no room beside it, behind a bar below. */
export function BesideText({ editor, room, postMortem, open, onOpen, passage, onPassage, onComment, frozen }: BesideProps): ReactNode {
  const wide = useMediaQuery('(min-width: 75em)', globalThis.innerWidth >= 1200)
  const text = useText(editor)
  const sections = useMemo(() => sectionsOf(text), [text])
  const remarks = useLint(postMortem, text)
  const comments = useThreads(postMortem)
  const threads = usePlaced(comments.threads, text)
  const [withSettled, setWithSettled] = useState(false)
  const settled = useMemo(() => new Set(threads.filter(({ resolvedAt }) => resolvedAt !== null).map(({ id }) => id)), [threads])
  const lint = useMemo(() => (frozen ? [] : remarks), [remarks, frozen])
  useEffect(() => {
    const marks = lint.flatMap(({ id, at, weight }) => (at === null ? [] : [{ id, from: at[0], to: at[1], weight }]))
    showHighlights(editor, {
      open,
      settled: withSettled ? new Set() : settled,
      lint: marks,
      passage: passage === null || passage === 'all' ? null : [passage.from, passage.to],
    })
  }, [editor, open, settled, withSettled, lint, passage])
  useShownMark(editor, open)
  const items = useMemo(
    () =>
      besideItems({
        editor,
        room,
        sections: frozen ? [] : sections,
        threads: threads.filter(({ resolvedAt }) => resolvedAt === null || withSettled),
        remarks: lint,
        comments,
        open,
        onOpen,
        passage,
        onPassage,
        settled: { count: settled.size, shown: withSettled, onShow: setWithSettled },
      }),
    // The functions of a mutation are the same all along.
    [frozen, sections, editor, passage, onPassage, room, threads, withSettled, open, onOpen, lint, settled],
  )
  if (wide) return <MarginColumn items={items} beat={text} open={passage === null ? open : NEW_COMMENT} />
  return (
    <Suspense fallback={null}>
      <BesideSheet
        items={items}
        open={open}
        composing={passage !== null}
        onComment={onComment}
        onClose={() => {
          onOpen(null)
          onPassage(null)
        }}
        label={words.beside.bar}
      />
    </Suspense>
  )
}

/** Brings the words of the thread or remark that is open onto the screen. */
function useShownMark(editor: Editor, open: string | null): void {
  useEffect(() => {
    const mark = open === null ? null : editor.view.dom.querySelector(`mark[data-thread="${CSS.escape(open)}"], [data-lint="${CSS.escape(open)}"]`)
    const { top, bottom } = mark?.getBoundingClientRect() ?? { top: 200, bottom: 200 }
    if (top < 110 || bottom > globalThis.innerHeight - 60) mark?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [editor, open])
}

/** The threads with where they stand in the text as it is on this page, which may be newer than what the API has told. */
function usePlaced(threads: readonly Thread[], text: Parameters<typeof textThreads>[0]): readonly Thread[] {
  const seen = useRef(new Set<string>())
  const passages = useMemo(() => textThreads(text), [text])
  return useMemo(() => {
    for (const thread of passages.keys()) seen.current.add(thread)
    return threads.map((thread): Thread => {
      const passage = passages.get(thread.id)
      if (passage !== undefined) return { ...thread, place: 'passage', passage }
      // A thread that was just opened may be known before its mark has come.
      return seen.current.has(thread.id) && thread.place === 'passage' ? { ...thread, place: 'orphaned', passage: null } : thread
    })
  }, [threads, passages])
}
