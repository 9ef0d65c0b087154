import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { IconFileImport } from '../../parts/icons.tsx'
import { useMutation } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { intakeText as text } from '../../text/intake.ts'
import { addFiles, addText } from './basket.ts'
import { pathOf } from './dropped-files.ts'
import classes from './intake.module.css'

/** Nothing is there yet: where to drop, where to paste, and a beginning without a record. */
export function Collecting(): ReactNode {
  const [words, setWords] = useState('')
  const paste = useLocation({ select: ({ hash }) => hash === 'paste' })
  return (
    <div className={classes['collect']}>
      <div className={classes['drop']}>
        <IconFileImport size={38} stroke={1.3} aria-hidden />
        <h2>{text.dropTitle}</h2>
        <p>{text.dropHint}</p>
        <FileButtons />
      </div>
      <form
        className={classes['paste']}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          addText(words)
        }}
      >
        <Textarea
          label={text.pasteTitle}
          description={text.pasteHint}
          placeholder={text.pastePlaceholder}
          autosize
          minRows={7}
          maxRows={18}
          autoFocus={paste}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onPaste={(event) => {
            // Into an empty field it is meant to be read at once.
            const pasted = event.clipboardData.getData('text/plain')
            if (words !== '' || pasted.trim().length < 30) return
            event.preventDefault()
            addText(pasted)
          }}
        />
        <Button type="submit" variant="light" mt="sm" disabled={words.trim() === ''}>
          {text.readIt}
        </Button>
      </form>
      <Text size="sm" c="dimmed" className={classes['wide'] ?? ''}>
        <b>{text.known}: </b>
        {text.sources}
      </Text>
      <TitleOnly />
    </div>
  )
}

/** The browser's own ways to files. */
export function FileButtons(): ReactNode {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null): void => addFiles([...(list ?? [])].map((file) => ({ path: pathOf(file), blob: file })))
  return (
    <Group gap="xs" justify="center">
      <Button variant="default" onClick={() => files.current?.click()}>
        {text.chooseFiles}
      </Button>
      <Button variant="default" onClick={() => folder.current?.click()}>
        {text.chooseFolder}
      </Button>
      <input ref={files} type="file" multiple hidden onChange={(event) => take(event.currentTarget.files)} data-files />
      <input ref={folder} type="file" hidden {...{ webkitdirectory: '' }} onChange={(event) => take(event.currentTarget.files)} />
    </Group>
  )
}

/** An incident of which there is no record. */
function TitleOnly(): ReactNode {
  const go = useNavigate()
  const [title, setTitle] = useState('')
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/incidents', { body: { title } })),
    onSuccess: (made) => {
      if ('incident' in made) void go({ to: '/incidents/$incident', params: { incident: made.incident.slug } })
    },
  })
  return (
    <form
      className={classes['wide']}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <Text size="sm" c="dimmed" mb={6}>
        {text.without}
      </Text>
      <Group gap="xs">
        <TextInput
          aria-label={text.titleOnly}
          placeholder={text.titleOnly}
          flex={1}
          maw={420}
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={make.isPending} disabled={title.trim() === ''}>
          {text.begin}
        </Button>
      </Group>
    </form>
  )
}
