import { Button } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import type { Room } from '../../rooms/room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import { CommentForm } from './comment-form.tsx'
import type { WrittenSection } from './editor/sections.ts'
import { elementAt } from './element-at.ts'
import { LintCard } from './lint-card.tsx'
import type { MarginItem } from './margin-column.tsx'
import { passageAnchor } from './passage-anchor.ts'
import { SectionNotes } from './section-notes.tsx'
import { ThreadCard } from './thread-card.tsx'
import type { Remark } from './use-lint.ts'
import type { Thread, useThreads } from './use-threads.ts'

/** The words that somebody wants to comment on; `all`: the whole post-mortem. */
export type Passage = { readonly from: number; readonly to: number; readonly quote: string } | 'all'

/** The key of the item in which somebody writes a new comment. */
export const NEW_COMMENT = 'new-comment'

/** Something that stands beside the text, by what it is. */
export interface BesideItem extends MarginItem {
  readonly kind: 'comments' | 'remarks' | 'guidance'
}

/** What is beside a text, and what can be done with it. */
export interface Beside {
  readonly editor: Editor
  readonly room: Room
  readonly sections: readonly WrittenSection[]
  readonly threads: readonly Thread[]
  readonly remarks: readonly Remark[]
  readonly comments: ReturnType<typeof useThreads>
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  readonly passage: Passage | null
  readonly onPassage: (passage: Passage | null) => void
  readonly settled: { readonly count: number; readonly shown: boolean; readonly onShow: (on: boolean) => void }
}

/** Everything that stands beside a text: a new comment, threads, remarks, and how to write each section. */
export function besideItems(beside: Beside): BesideItem[] {
  const { sections, threads, remarks, passage, settled } = beside
  return [
    ...sections.flatMap((section) => notesItem(section, beside)),
    ...(passage === null ? [] : [composing(passage, beside)]),
    ...threads.map((thread) => threadItem(thread, beside)),
    ...remarks.flatMap((remark) => remarkItem(remark, beside)),
    ...(settled.count === 0 ? [] : [settledItem(settled)]),
  ]
}

function notesItem(section: WrittenSection, { editor }: Beside): BesideItem[] {
  if (section.guidance === null && (section.evidence === null || !editor.isEditable)) return []
  return [
    {
      kind: 'guidance',
      key: `section-${section.title}-${section.depth}`,
      title: section.title,
      anchor: () => elementAt(editor, section.from),
      content: <SectionNotes section={section} editor={editor} />,
    },
  ]
}

function composing(passage: Passage, { editor, room, onPassage, comments }: Beside): BesideItem {
  const done = (): void => {
    onPassage(null)
    editor.view.dom.focus({ preventScroll: true })
  }
  const send = async (text: string, mentions: string[]): Promise<void> => {
    if (passage !== 'all') await allSaved(room)
    const anchor = passage === 'all' ? null : passageAnchor(editor, [passage.from, passage.to])
    const about = passage === 'all' ? {} : { quote: passage.quote.slice(0, 2000) }
    await comments.open.mutateAsync({ text, mentions, ...about, ...(anchor === null ? {} : { anchor }) })
    done()
  }
  return {
    kind: 'comments',
    key: NEW_COMMENT,
    anchor: () => (passage === 'all' ? null : elementAt(editor, passage.from)),
    content: (
      <section className={classes['card']} data-open aria-label={words.comment}>
        <div className={classes['quote']}>{passage === 'all' ? words.commentOnAll : passage.quote}</div>
        <CommentForm label={words.comment} onSay={send} onCancel={done} />
      </section>
    ),
  }
}

/** The server finds a passage only in what it has; waits for that, for five seconds at most. */
async function allSaved(room: Room): Promise<void> {
  for (let tries = 0; tries < 50 && room.state().saving !== 'saved'; tries++) await new Promise((go) => setTimeout(go, 100))
}

function threadItem(thread: Thread, { editor, room, open, onOpen, comments }: Beside): BesideItem {
  const move = async (): Promise<void> => {
    const { from, to, empty } = editor.state.selection
    if (empty) return
    await allSaved(room)
    const anchor = passageAnchor(editor, [from, to])
    const quote = editor.state.doc.textBetween(from, to, ' ', ' ').trim().slice(0, 2000)
    await comments.move.mutateAsync({ thread: thread.id, quote, ...(anchor === null ? {} : { anchor }) })
  }
  return {
    kind: 'comments',
    key: thread.id,
    anchor: () => editor.view.dom.querySelector(`mark[data-thread="${CSS.escape(thread.id)}"]`),
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
        onMove={move}
      />
    ),
  }
}

function remarkItem(remark: Remark, { editor, open, onOpen }: Beside): BesideItem[] {
  const { at } = remark
  if (at === null) return []
  return [
    {
      kind: 'remarks',
      key: remark.id,
      anchor: () => editor.view.dom.querySelector(`[data-lint="${CSS.escape(remark.id)}"]`) ?? elementAt(editor, at[0]),
      content: <LintCard remark={remark} editor={editor} open={open === remark.id} onOpen={onOpen} />,
    },
  ]
}

function settledItem({ count, shown, onShow }: Beside['settled']): BesideItem {
  return {
    kind: 'comments',
    key: 'settled',
    anchor: () => null,
    content: (
      <Button size="compact-sm" variant="subtle" color="gray" aria-pressed={shown} onClick={() => onShow(!shown)}>
        {shown ? words.hideSettled : words.showSettled(count)}
      </Button>
    ),
  }
}
