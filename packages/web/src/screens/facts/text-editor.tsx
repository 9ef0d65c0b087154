import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { facts as text } from '../../text/incident.ts'

interface Given {
  readonly what: string
  readonly value: string
  readonly long?: boolean
  readonly hint?: string
  readonly onSave: (value: string | null) => void
  readonly onCancel: () => void
}

/** Words to write: Enter keeps them (with ⌘ or Ctrl where there are several lines), Escape does not. Empty: there is none. */
export function TextEditor({ what, value, long = false, hint, onSave, onCancel }: Given): ReactNode {
  const [words, setWords] = useState(value)
  const save = (event?: FormEvent): void => {
    event?.preventDefault()
    const said = words.trim()
    if (said === value.trim()) onCancel()
    else onSave(said === '' ? null : said)
  }
  const press = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && long && (event.metaKey || event.ctrlKey)) save()
  }
  const given = { 'aria-label': what, value: words, autoFocus: true, onKeyDown: press, ...(hint === undefined ? {} : { description: hint }) }
  return (
    <form onSubmit={save}>
      <Stack gap={8}>
        {long ? (
          <Textarea {...given} autosize minRows={4} maxRows={18} onChange={(event) => setWords(event.currentTarget.value)} />
        ) : (
          <TextInput {...given} size="sm" onChange={(event) => setWords(event.currentTarget.value)} />
        )}
        <Group gap={6}>
          <Button type="submit" size="compact-sm">
            {text.save}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
