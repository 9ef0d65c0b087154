import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { MomentField } from '../../parts/moment-field.tsx'
import { timeline as text } from '../../text/timeline.ts'
import classes from './timeline.module.css'

/** Writes a line for the timeline: when it was, and what happened. */
export function LineEditor({
  near,
  zone,
  shown,
  onAdd,
  onCancel,
}: {
  near: string
  /** The document's zone. */
  zone: string
  /** The one in which the timeline is shown. */
  shown: string
  onAdd: (line: { at: string; text: string }) => void
  onCancel: () => void
}): ReactNode {
  const [words, setWords] = useState('')
  return (
    <div className={classes['editor']}>
      <Textarea
        label={text.addText}
        description={text.addTextHint}
        size="sm"
        autosize
        minRows={1}
        maxRows={6}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        mb={8}
      />
      <MomentField
        what={text.add}
        at={near}
        zone={zone}
        shown={shown}
        save={text.add}
        disabled={words.trim() === ''}
        onSave={(at) => onAdd({ at, text: words.trim() })}
        onCancel={onCancel}
        focus={false}
      />
    </div>
  )
}

/** Changes the text of an event. */
export function TextOfEvent({ value, onSave, onCancel }: { value: string; onSave: (text: string) => void; onCancel: () => void }): ReactNode {
  const [words, setWords] = useState(value)
  const save = (event?: FormEvent): void => {
    event?.preventDefault()
    if (words.trim() === '' || words.trim() === value.trim()) onCancel()
    else onSave(words.trim())
  }
  return (
    <form onSubmit={save}>
      <Stack gap={6}>
        <Textarea
          aria-label={text.editText}
          size="sm"
          autosize
          minRows={1}
          maxRows={8}
          autoFocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel()
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            save()
          }}
        />
        <Group gap={6}>
          <Button type="submit" size="compact-sm">
            {text.save}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
          <span className={classes['time']}>{text.editHint}</span>
        </Group>
      </Stack>
    </form>
  )
}
