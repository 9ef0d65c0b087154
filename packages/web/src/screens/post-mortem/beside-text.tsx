import { Button, UnstyledButton } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Room } from '../../rooms/room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import { sectionsOf, type WrittenSection } from './editor/sections.ts'
import { showHighlights } from './editor/highlights.ts'
import { LintCard } from './lint-card.tsx'
import { MarginColumn, type MarginItem } from './margin-column.tsx'
import { passageAnchor } from './passage-anchor.ts'
import { SectionNotes } from './section-notes.tsx'
import { CommentForm, ThreadCard } from './thread-card.tsx'
import { useLint, type Remark } from './use-lint.ts'
import { useText } from './use-text.ts'
import { useThreads, type Thread } from './use-threads.ts'

/** The words that somebody wants to comment on; `all`: the whole post-mortem. */
export type Passage = { readonly from: number; readonly to: number; readonly quote: string } | 'all'

interface BesideProps {
  readonly editor: Editor
  readonly room: Room
  readonly postMortem: string
  /** What is open: a thread or a remark. */
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  readonly passage: Passage | null
  readonly onPassage: (passage: Passage | null) => void
  readonly frozen: boolean
}

/** What stands beside the text: how to write each section, what the record offers for it, comments, and what lint remarks. */
export function BesideText({ editor, room, postMortem, open, onOpen, passage, onPassage, frozen }: BesideProps): ReactNode {
  const text = useText(editor)
  const sections = useMemo(() => sectionsOf(text), [text])
  const remarks = useLint(postMortem, text)
  const comments = useThreads(postMortem)
  const { threads } = comments
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
  const items = useMemo(
    () => [
      ...(frozen ? [] : sections.flatMap((section) => notesItem(section, editor))),
      ...(passage === null ? [] : [composing({ editor, room, passage, onPassage, say: comments.open.mutateAsync })]),
      ...threads.filter(({ resolvedAt }) => resolvedAt === null || withSettled).map((thread) => threadItem(thread, { editor, open, onOpen, comments })),
      ...lintItems(lint, { editor, open, onOpen }),
      ...(settled.size === 0 ? [] : [settledItem(settled.size, withSettled, setWithSettled)]),
    ],
    // The functions of a mutation are the same all along.
    [frozen, sections, editor, passage, onPassage, room, threads, withSettled, open, onOpen, lint, settled],
  )
  return <MarginColumn items={items} beat={text} />
}

function notesItem(section: WrittenSection, editor: Editor): MarginItem[] {
  if (section.guidance === null && (section.evidence === null || !editor.isEditable)) return []
  const anchor = (): Element | null => elementAt(editor, section.from)
  return [{ key: `section-${section.title}-${section.depth}`, anchor, content: <SectionNotes section={section} editor={editor} /> }]
}

interface Composing {
  readonly editor: Editor
  readonly room: Room
  readonly passage: Passage
  readonly onPassage: (passage: null) => void
  readonly say: ReturnType<typeof useThreads>['open']['mutateAsync']
}

function composing({ editor, room, passage, onPassage, say }: Composing): MarginItem {
  const send = async (text: string, mentions: string[]): Promise<void> => {
    if (passage !== 'all') await allSaved(room)
    const anchor = passage === 'all' ? null : passageAnchor(editor, [passage.from, passage.to])
    await say({ text, mentions, ...(passage === 'all' ? {} : { quote: passage.quote.slice(0, 2000) }), ...(anchor === null ? {} : { anchor }) })
    onPassage(null)
  }
  return {
    key: 'new-comment',
    anchor: () => (passage === 'all' ? null : elementAt(editor, passage.from)),
    content: (
      <section className={classes['card']} data-open aria-label={words.comment}>
        {passage === 'all' ? null : <div className={classes['quote']}>{passage.quote}</div>}
        <CommentForm label={words.comment} onSay={send} onCancel={() => onPassage(null)} />
      </section>
    ),
  }
}

/** The server finds a passage only in what it has; waits for that, for five seconds at most. */
async function allSaved(room: Room): Promise<void> {
  for (let tries = 0; tries < 50 && room.state().saving !== 'saved'; tries++) await new Promise((go) => setTimeout(go, 100))
}

interface ThreadGiven {
  readonly editor: Editor
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  readonly comments: ReturnType<typeof useThreads>
}

function threadItem(thread: Thread, { editor, open, onOpen, comments }: ThreadGiven): MarginItem {
  return {
    key: thread.id,
    anchor: () => editor.view.dom.querySelector(`mark[data-thread="${CSS.escape(thread.id)}"]`) ?? quoted(editor, thread),
    content: (
      <ThreadCard
        thread={thread}
        open={open === thread.id}
        onOpen={onOpen}
        onReply={(text, mentions) => comments.reply.mutateAsync({ thread: thread.id, text, mentions })}
        onSettle={(resolved) => {
          comments.settle.mutate({ thread: thread.id, resolved })
          if (resolved) onOpen(null)
        }}
        onDelete={(comment) => comments.remove.mutate(comment)}
      />
    ),
  }
}

/** The block that says what a thread quotes, for one whose passage is not marked. */
function quoted(editor: Editor, { quote, place }: Thread): Element | null {
  if (quote === null || place === 'orphaned') return null
  let found: number | null = null
  editor.state.doc.descendants((node, at) => {
    if (found === null && node.isTextblock && node.textContent.includes(quote)) found = at
    return found === null
  })
  return found === null ? null : elementAt(editor, found)
}

function lintItems(remarks: readonly Remark[], { editor, open, onOpen }: Omit<ThreadGiven, 'comments'>): MarginItem[] {
  return remarks.flatMap((remark) => {
    const { at } = remark
    if (at === null) return []
    return [
      {
        key: remark.id,
        anchor: () => editor.view.dom.querySelector(`[data-lint="${CSS.escape(remark.id)}"]`) ?? elementAt(editor, at[0]),
        content: <LintCard remark={remark} editor={editor} open={open === remark.id} onOpen={onOpen} />,
      },
    ]
  })
}

function settledItem(count: number, shown: boolean, show: (on: boolean) => void): MarginItem {
  return {
    key: 'settled',
    anchor: () => null,
    content: (
      <Button size="compact-sm" variant="subtle" color="gray" aria-pressed={shown} onClick={() => show(!shown)}>
        {shown ? words.hideSettled : words.showSettled(count)}
      </Button>
    ),
  }
}

/** Remarks on the text as a whole, which have no place in it. */
export function WholeRemarks({ postMortem, editor }: { postMortem: string; editor: Editor }): ReactNode {
  const text = useText(editor)
  const whole = useLint(postMortem, text).filter(({ at, rule }) => at === null && rule !== 'placeholder')
  const [open, setOpen] = useState(false)
  if (whole.length === 0) return null
  return (
    <div>
      <UnstyledButton className={classes['remark']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.lintWhole(whole.length)}
      </UnstyledButton>
      {open ? (
        <ul>
          {whole.map(({ id, message, hint }) => (
            <li key={id}>
              {message} <span className={classes['dim']}>{hint}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** The element of the block that a position is in. */
function elementAt(editor: Editor, position: number): Element | null {
  if (position > editor.state.doc.content.size) return null
  const node = editor.view.nodeDOM(position) ?? editor.view.domAtPos(position).node
  return node instanceof Element ? node : node.parentElement
}
