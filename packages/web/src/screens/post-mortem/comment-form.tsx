import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { membersQuery } from '../../api/workspace-queries.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'

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
  const field = useRef<HTMLTextAreaElement>(null)
  const fresh = onCancel !== undefined
  useEffect(() => {
    // Where it stands is known a frame later; it is beside the words, so nothing has to scroll.
    const frame = fresh ? requestAnimationFrame(() => field.current?.focus({ preventScroll: true })) : 0
    return () => cancelAnimationFrame(frame)
  }, [fresh])
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
        ref={field}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) say()
          if (event.key === 'Escape') onCancel?.()
        }}
      />
      {offered.length === 0 ? null : (
        <div className={classes['mentions']}>
          {offered.map(({ id, name }) => (
            <Button
              key={id}
              size="compact-xs"
              variant="light"
              onClick={() => {
                setText(`${text.slice(0, text.length - (begun ?? '').length)}${name} `)
                field.current?.focus()
              }}
            >
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
