import { Button, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { readLocal } from '../../parts/local-moment.ts'
import { useReaderZone } from '../../session/me.ts'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'

/** A part of a long conversation by its first and last moment, in the reader's zone. What is no moment is not wished for. */
export function ReadingWindow({ from, to, onChange }: { from: string; to: string; onChange: (window: { from: string; to: string }) => void }): ReactNode {
  const zone = useReaderZone()
  const [words, setWords] = useState({ from: '', to: '' })
  const backwards = from !== '' && to !== '' && from >= to
  const change = (next: typeof words): void => {
    setWords(next)
    onChange({ from: readLocal(next.from, zone)?.at ?? '', to: readLocal(next.to, zone)?.at ?? '' })
  }
  return (
    <fieldset className={classes['window']}>
      <legend>{text.window}</legend>
      <Text size="sm" c="dimmed" m={0}>
        {text.windowHint(zone)}
      </Text>
      <TextInput type="datetime-local" label={text.windowFrom} value={words.from} onChange={(event) => change({ ...words, from: event.currentTarget.value })} />
      <TextInput
        type="datetime-local"
        label={text.windowTo}
        value={words.to}
        error={backwards ? text.windowBackwards : null}
        onChange={(event) => change({ ...words, to: event.currentTarget.value })}
      />
      {words.from === '' && words.to === '' ? null : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => change({ from: '', to: '' })}>
          {text.windowAll}
        </Button>
      )}
    </fieldset>
  )
}
