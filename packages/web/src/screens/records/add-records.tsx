import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { say } from '../../shell/say.ts'
import { records as text } from '../../text/records.ts'
import { useIncident } from '../incident/incident-query.ts'
import classes from './records.module.css'

/** Hands in more: files that are dropped or chosen, or pasted text. */
export function AddRecords(): ReactNode {
  const { id } = useIncident()
  const queries = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  const [words, setWords] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: (body: FormData) => answer(api.POST('/v1/incidents/{incident}/records', { params: { path: { incident: id } }, body })),
    onSuccess: (receipt) => {
      void queries.invalidateQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries({ queryKey: ['record', id] })
      setPasting(false)
      setWords('')
      say('readings' in receipt ? (receipt.outcome === 'known' ? text.known : text.added(receipt.readings.length)) : text.later)
    },
  })
  const hand = (files: Iterable<File>): void => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.webkitRelativePath || file.name)
    if ([...form.keys()].length > 0) mutate(form)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    hand(event.dataTransfer.files)
  }
  return (
    <section aria-label={text.add}>
      <div
        className={classes['drop']}
        {...(over ? { 'data-over': true } : {})}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {isPending ? text.adding : text.drop}
        <Button size="compact-sm" variant="light" loading={isPending} onClick={() => chooser.current?.click()}>
          {text.choose}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setPasting(!pasting)} aria-expanded={pasting}>
          {text.paste}
        </Button>
        <input ref={chooser} type="file" multiple hidden aria-label={text.choose} onChange={(event) => hand(event.currentTarget.files ?? [])} />
      </div>
      {pasting ? (
        <Stack gap="xs" mt="xs">
          <Textarea
            label={text.pasteLabel}
            autosize
            minRows={4}
            maxRows={14}
            autoFocus
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Group>
            <Button
              size="compact-sm"
              loading={isPending}
              disabled={words.trim() === ''}
              onClick={() => {
                const form = new FormData()
                form.append('text', words)
                mutate(form)
              }}
            >
              {text.pasteAdd}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </section>
  )
}
