import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { clockSpan, dateTimeZoneText, zoneLabel, type Instant } from '@blamefree/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useReaderZone } from '../session/me.ts'
import { facts as text } from '../text/incident.ts'
import { localText, readLocal } from './local-moment.ts'

interface Given {
  /** What the moment is of, for the labels. */
  readonly what: string
  /** The moment that is there; or, where there is none, one that is near. */
  readonly at: string
  /** The document's zone. */
  readonly zone: string
  /** The zone in which the moment is shown around the field; left out, the reader's. */
  readonly shown?: string
  readonly onSave: (at: Instant) => void
  readonly onCancel: () => void
  readonly children?: ReactNode
  /** What the button says; left out, “Save”. */
  readonly save?: string
  readonly disabled?: boolean
  /** Whether the field takes the focus; left out, it does. */
  readonly focus?: boolean
}

/** A date and time to set, in the reader's zone, the document's or UTC. A time that the clocks showed twice is asked about. */
export function MomentField({
  what,
  at,
  zone: ofDocument,
  shown,
  onSave,
  onCancel,
  children,
  save: saving = text.save,
  disabled = false,
  focus = true,
}: Given): ReactNode {
  const reader = useReaderZone()
  const first = shown ?? reader
  const zones = [...new Set([first, reader, ofDocument, 'UTC'])]
  const [zone, setZone] = useState(first)
  const [words, setWords] = useState(() => localText(at, first))
  const [later, setLater] = useState(false)
  const read = readLocal(words, zone)
  const chosen = read === null ? null : later && read.later !== null ? read.later : read.at
  const save = (event: FormEvent): void => {
    event.preventDefault()
    // The field knows no fractions of a second: what is still the same second is still the same moment.
    if (chosen !== null && !disabled) onSave(clockSpan(at as Instant, chosen) === 0 ? (at as Instant) : chosen)
  }
  return (
    <form onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Stack gap={8}>
        <TextInput
          type="datetime-local"
          step={1}
          size="xs"
          aria-label={text.moments.time(what)}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={read === null ? text.moments.wrong : null}
          {...(focus ? { 'data-autofocus': true, autoFocus: true } : {})}
        />
        <NativeSelect
          size="xs"
          aria-label={text.moments.zoneOf(what)}
          value={zone}
          data={zones.map((name) => ({ value: name, label: zoneText(name, chosen ?? at) }))}
          onChange={(event) => {
            const next = event.currentTarget.value
            if (chosen !== null) setWords(localText(chosen, next))
            setZone(next)
          }}
        />
        {read === null || read.later === null ? null : (
          <Radio.Group label={text.moments.ambiguous} size="xs" value={later ? 'later' : 'earlier'} onChange={(value) => setLater(value === 'later')}>
            <Stack gap={4} mt={4}>
              <Radio size="xs" value="earlier" label={text.moments.earlier(dateTimeZoneText(read.at, zone))} />
              <Radio size="xs" value="later" label={text.moments.later(dateTimeZoneText(read.later, zone))} />
            </Stack>
          </Radio.Group>
        )}
        {read?.skipped === true ? (
          <Text size="xs" c="var(--house-warn)">
            {text.moments.skipped(dateTimeZoneText(read.at, zone))}
          </Text>
        ) : null}
        <Group gap={6}>
          <Button type="submit" size="compact-sm" disabled={chosen === null || disabled}>
            {saving}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
          {children}
        </Group>
      </Stack>
    </form>
  )
}

/** `Europe/London (GMT)`. */
function zoneText(zone: string, at: string): string {
  const name = zoneLabel(at as Instant, zone)
  return name === zone ? zone : `${zone} (${name})`
}
