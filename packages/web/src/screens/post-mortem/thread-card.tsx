import { Button, CloseButton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { membersQuery } from '../../api/workspace-queries.ts'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import { CommentForm } from './comment-form.tsx'
import type { Thread } from './use-threads.ts'

interface ThreadCardProps {
  readonly thread: Thread
  readonly open: boolean
  readonly onOpen: (id: string | null) => void
  readonly onReply: (text: string, mentions: string[]) => Promise<unknown>
  readonly onSettle: (resolved: boolean) => void
  readonly onDelete: (comment: string) => void
  /** Puts it on the words that are chosen in the text. */
  readonly onMove: () => Promise<unknown>
}

/** A thread of comments beside its passage. */
export function ThreadCard({ thread, open, onOpen, onReply, onSettle, onDelete, onMove }: ThreadCardProps): ReactNode {
  const { member } = useMe()
  const settled = thread.resolvedAt !== null
  const orphaned = thread.place === 'orphaned'
  const said = thread.comments.filter(({ deleted }) => !deleted)
  const shown = open ? said : said.slice(0, 2)
  return (
    <section
      className={classes['card']}
      data-open={open}
      aria-label={words.threadOf(said[0]?.by.name ?? '', thread.quote)}
      onClick={() => open || onOpen(thread.id)}
    >
      {orphaned ? (
        <Text size="xs" c="var(--house-warn)">
          {words.orphaned}
        </Text>
      ) : null}
      {thread.quote === null ? null : (
        <div className={classes['quote']} data-gone={orphaned}>
          {orphaned ? <del>{thread.quote}</del> : (thread.passage ?? thread.quote)}
        </div>
      )}
      {shown.map((comment) => (
        <div key={comment.id} className={classes['comment']}>
          <div className={classes['who']}>
            <strong>{comment.by.name}</strong>
            <Text span size="xs" c="dimmed">
              <Moment at={comment.at} />
            </Text>
            {comment.by.id === member.id && open ? <CloseButton size="xs" aria-label={words.deleteComment} onClick={() => onDelete(comment.id)} /> : null}
          </div>
          <Said comment={comment} />
        </div>
      ))}
      {open ? (
        <>
          {settled ? null : <CommentForm label={words.reply} onSay={onReply} />}
          <div className={classes['row']}>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onSettle(!settled)}>
              {settled ? words.unsettle : words.settle}
            </Button>
            {orphaned ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                title={words.moveHint}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void onMove()}
              >
                {words.move}
              </Button>
            ) : null}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onOpen(null)}>
              {words.close}
            </Button>
          </div>
        </>
      ) : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onOpen(thread.id)}>
          {said.length > 2 ? words.moreComments(said.length - 2) : words.reply}
        </Button>
      )}
    </section>
  )
}

/** A comment's words, with the names of those whom it mentions set apart. */
function Said({ comment: { text, mentions } }: { comment: Thread['comments'][number] }): ReactNode {
  const { data } = useQuery({ ...membersQuery, enabled: mentions.length > 0 })
  const names = (data?.items ?? []).filter(({ id }) => mentions.includes(id)).map(({ name }) => `@${name}`)
  let rest = text
  const parts: ReactNode[] = []
  while (rest !== '') {
    const [at, name = ''] = names
      .map((one) => [rest.indexOf(one), one] as const)
      .filter(([place]) => place !== -1)
      .toSorted(([a], [b]) => a - b)[0] ?? [-1]
    if (at === -1) break
    parts.push(
      rest.slice(0, at),
      <span key={parts.length} className={classes['mention']}>
        {name}
      </span>,
    )
    rest = rest.slice(at + name.length)
  }
  return <p>{[...parts, rest]}</p>
}
