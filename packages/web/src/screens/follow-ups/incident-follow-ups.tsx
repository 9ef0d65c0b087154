import { ActionIcon, Button, Group, Text, Textarea } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { IconPencil, IconX } from '../../parts/icons.tsx'
import { InlineText } from '../../parts/inline-text.tsx'
import { useSteady } from '../../parts/steady.ts'
import { Loading } from '../../shell/states.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import { useFollowUpChanges, type Changes, type FollowUp } from './follow-up-changes.ts'
import { DayField, OwnerField, StateField } from './follow-up-fields.tsx'
import classes from './incident-follow-ups.module.css'
import { useFollowUpsOf } from './use-follow-ups-of.ts'
import { WhyDialog } from './why-dialog.tsx'

/** An incident's follow-ups, to add to, change and take away. */
export function IncidentFollowUps({ incident, writes }: { incident: string; writes: boolean }): ReactNode {
  const [asking, setAsking] = useState<FollowUp | null>(null)
  const changes = useFollowUpChanges()
  const { add, remove } = useFollowUpsOf(incident)
  const list = useInfiniteQuery({
    queryKey: ['follow-ups', { incident }],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/incidents/{incident}/follow-ups', {
          params: { path: { incident }, query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const rows = useSteady(list.data?.pages.flatMap(({ items }) => items) ?? [], incident)
  if (list.isPending) return <Loading what="the follow-ups" />
  return (
    <>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" mb="xs">
          {text.ofIncidentNone}
        </Text>
      ) : (
        <ul className={classes['list']} aria-label={text.title}>
          {rows.map((row) => (
            <Item key={row.id} row={row} writes={writes} onChange={changes.mutate} onWhy={() => setAsking(row)} onRemove={() => remove(row)} />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Button variant="subtle" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
      {writes ? <WordsForm label={text.addWhat} does={text.addIt} onSay={(words) => add({ text: words })} /> : null}
      {asking === null ? null : (
        <WhyDialog
          onClose={() => setAsking(null)}
          onWhy={(reason) => {
            changes.mutate({ rows: [asking], change: { outcome: 'wont-do', reason } })
            setAsking(null)
          }}
        />
      )}
    </>
  )
}

interface ItemProps {
  readonly row: FollowUp
  readonly writes: boolean
  readonly onChange: (changes: Changes) => void
  readonly onWhy: () => void
  readonly onRemove: () => void
}

function Item({ row, writes, onChange, onWhy, onRemove }: ItemProps): ReactNode {
  const [editing, setEditing] = useState(false)
  const change = (given: Changes['change']): void => onChange({ rows: [row], change: given })
  return (
    <li className={classes['item']} data-settled={row.outcome !== 'open'}>
      {editing ? (
        <WordsForm
          label={text.addWhat}
          does={text.save}
          before={row.text}
          onCancel={() => setEditing(false)}
          onSay={(words) => {
            change({ text: words })
            setEditing(false)
          }}
        />
      ) : (
        <div className={classes['said']}>
          <Text size="sm" dir="auto" className={classes['words'] ?? ''}>
            <InlineText text={row.text} />
          </Text>
          {writes ? (
            <>
              <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.edit(row.text)} onClick={() => setEditing(true)}>
                <IconPencil size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.remove(row.text)} onClick={onRemove}>
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </>
          ) : null}
        </div>
      )}
      <Group gap="md" className={classes['fields'] ?? ''}>
        {writes ? (
          <>
            <OwnerField owner={row.owner} onChange={(owner) => change({ owner })} />
            <DayField due={row.due} onChange={(due) => change({ due })} />
          </>
        ) : (
          <Text size="xs" c="dimmed">
            {[row.owner?.name ?? text.nobody, row.due ?? text.noDay].join(' · ')}
          </Text>
        )}
        <StateField row={row} writes={writes} onChange={change} onWhy={onWhy} />
      </Group>
      {row.reason === null ? null : (
        <Text size="xs" c="dimmed">
          {row.reason}
        </Text>
      )}
    </li>
  )
}

interface WordsFormProps {
  readonly label: string
  readonly does: string
  readonly before?: string
  readonly onSay: (words: string) => void
  readonly onCancel?: () => void
}

/** What is to be done, in a field that grows; Enter says it, for one is often followed by the next. */
function WordsForm({ label, does, before = '', onSay, onCancel }: WordsFormProps): ReactNode {
  const [words, setWords] = useState(before)
  const said = words.trim()
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (said === '') return
    onSay(said)
    setWords('')
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation()
      onCancel()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <form className={classes['form']} onSubmit={submit}>
      <Textarea
        className={classes['field'] ?? ''}
        size="sm"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        aria-label={label}
        placeholder={label}
        value={words}
        autoFocus={onCancel !== undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Button type="submit" size="sm" variant="default" disabled={said === ''}>
        {does}
      </Button>
      {onCancel === undefined ? null : (
        <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
          {text.cancel}
        </Button>
      )}
    </form>
  )
}
