import { ActionIcon, TextInput } from '@mantine/core'
import { IconPencil } from '../../parts/icons.tsx'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { facts, incident as text } from '../../text/incident.ts'
import { isLong } from '../../parts/is-long.ts'
import { useFact } from '../facts/use-fact.ts'
import classes from './incident.module.css'
import { useIncident } from './incident-query.ts'

/** The incident's title, to edit in place. */
export function IncidentTitle(): ReactNode {
  const { facts: known, slug } = useIncident()
  const { correction, mayEdit, say, takeBack } = useFact('title', facts.title)
  const [words, setWords] = useState<string | null>(null)
  const done = useRef(false)
  const title = known.title === null ? text.untitled : String(known.title.value)
  if (words === null) {
    return (
      <div className={classes['rename']}>
        <h1 data-long={isLong(title)}>
          <bdi>{title}</bdi>
        </h1>
        {mayEdit ? (
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={facts.edit(facts.title)} onClick={() => setWords(known.title === null ? '' : title)}>
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
        ) : null}
        {known.title === null ? null : (
          <OriginMark
            what={facts.title}
            fact={known.title}
            correction={correction}
            incident={slug}
            onTakeBack={takeBack}
            show={(value) => `“${String(value)}”`}
          />
        )}
      </div>
    )
  }
  const save = (event?: FormEvent): void => {
    event?.preventDefault()
    if (!done.current && words.trim() !== '' && words.trim() !== title) say(words.trim())
    setWords(null)
  }
  return (
    <form onSubmit={save}>
      <h1 hidden>{title}</h1>
      <TextInput
        aria-label={facts.title}
        value={words}
        size="md"
        maxLength={300}
        autoFocus
        onFocus={() => {
          done.current = false
        }}
        onChange={(event) => setWords(event.currentTarget.value)}
        onBlur={() => save()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          done.current = true
          setWords(null)
        }}
      />
    </form>
  )
}
