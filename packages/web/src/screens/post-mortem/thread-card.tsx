import { Button, CloseButton, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { membersQuery } from '../../api/workspace-queries.ts'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import type { Thread } from './use-threads.ts'

interface ThreadCardProps {
  readonly thread: Thread
  readonly open: boolean
  readonly onOpen: (id: string | null) => void
  readonly onReply: (text: string, mentions: string[]) => Promise<unknown>
  readonly onSettle: (resolved: boolean) => void
  readonly onDelete: (comment: string) => void
}

/** A thread of comments beside its passage. */
export function ThreadCard({ thread, open, onOpen, onReply, onSettle, onDelete }: ThreadCardProps): ReactNode {
  const { member } = useMe()
  const settled = thread.resolvedAt !== null
  const said = thread.comments.filter(({ deleted }) => !deleted)
  const shown = open ? said : said.slice(0, 2)
  return (
    <section className={classes['card']} data-open={open} aria-label={words.threadOf(said[0]?.by.name ?? '')} onClick={() => open || onOpen(thread.id)}>
      {thread.place === 'orphaned' ? (
        <Text size="xs" c="var(--house-warn)">
          {words.orphaned}
        </Text>
      ) : null}
      {thread.quote === null ? null : <div className={classes['quote']}>{thread.quote}</div>}
      {shown.map((comment) => (
        <div key={comment.id} className={classes['comment']}>
          <div className={classes['who']}>
            <strong>{comment.by.name}</strong>
            <Text span size="xs" c="dimmed">
              <Moment at={comment.at} />
            </Text>
            {comment.by.id === member.id && open ? <CloseButton size="xs" aria-label={words.deleteComment} onClick={() => onDelete(comment.id)} /> : null}
          </div>
          <p>{comment.text}</p>
        </div>
      ))}
      {open ? (
        <>
          {settled ? null : <CommentForm label={words.reply} onSay={onReply} />}
          <div className={classes['row']}>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onSettle(!settled)}>
              {settled ? words.unsettle : words.settle}
            </Button>
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

/** Words for a comment. After `@` it offers members; who is named is told. */
export function CommentForm({
  label,
  onSay,
  onCancel,
}: {
  label: string
  onSay: (text: string, mentions: string[]) => Promise<unknown>
  onCancel?: () => void
}): ReactNode {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { data } = useQuery({ ...membersQuery, enabled: text.includes('@') })
  const members = (data?.items ?? []).filter(({ disabled }) => !disabled)
  const begun = /@([\p{L}\p{N}]{0,30})$/u.exec(text)?.[1]
  const offered = begun === undefined ? [] : members.filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase())).slice(0, 5)
  const say = (): void => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    onSay(
      text.trim(),
      members.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id),
    ).then(
      () => {
        setText('')
        setBusy(false)
      },
      () => setBusy(false),
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={8}
        aria-label={label}
        placeholder={words.commentHint}
        value={text}
        data-autofocus
        autoFocus={onCancel !== undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) say()
          if (event.key === 'Escape') onCancel?.()
        }}
      />
      {offered.length === 0 ? null : (
        <div className={classes['mentions']}>
          {offered.map(({ id, name }) => (
            <Button key={id} size="compact-xs" variant="light" onClick={() => setText(`${text.slice(0, text.length - (begun ?? '').length)}${name} `)}>
              {`@${name}`}
            </Button>
          ))}
        </div>
      )}
      <div className={classes['row']}>
        <Button size="compact-sm" type="submit" loading={busy} disabled={text.trim() === ''}>
          {label}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
