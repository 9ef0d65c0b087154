import { Button, Checkbox, Group, Modal, MultiSelect, NativeSelect, Stack, TextInput } from '@mantine/core'
import { clockText, isZone, type Instant } from '@blamefree/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { dayText } from '../../parts/day-text.ts'
import { useReaderZone } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { records as text } from '../../text/records.ts'
import { useIncident } from '../incident/incident-query.ts'
import type { RecordFile } from './records-screen.tsx'

interface Given {
  readonly opened: boolean
  readonly onClose: () => void
  readonly file: RecordFile
}

/** Reads a record again, with another source, other conversations, another zone or day. */
export function ReadAgain(given: Given): ReactNode {
  return (
    <Modal opened={given.opened} onClose={given.onClose} title={text.options.title(given.file.name)}>
      {given.opened ? <Options {...given} /> : null}
    </Modal>
  )
}

/** The sources' ids, as `source` takes them. */
const SOURCES = ['slack-export', 'transcript', 'alertmanager', 'grafana', 'pagerduty', 'jira', 'github', 'statuspage', 'incident-file']

interface Chosen {
  readonly source: string
  readonly channels: string[]
  readonly zone: string
  readonly date: string
  /** The part of it that was read, while only that is meant. */
  readonly window: Window | null
}

interface Window {
  readonly from?: string
  readonly to?: string
}

function Options({ onClose, file }: Given): ReactNode {
  const { id } = useIncident()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(() => optionsOf(file))
  const set = (part: Partial<Chosen>): void => setChosen({ ...chosen, ...part })
  const parts = file.read?.parts ?? []
  const window = windowOf(file)
  const zone = useReaderZone()
  const shown = (at: string | undefined): string | null =>
    at === undefined ? null : `${dayText(at as Instant, zone)}, ${clockText(at as Instant, zone).slice(0, 5)}`
  const { mutate, isPending } = useMutation({
    mutationFn: ({ source, channels, zone: local, date, window: part }: Chosen) =>
      answer(
        api.PATCH('/v1/incidents/{incident}/records/{record}', {
          params: { path: { incident: id, record: file.id } },
          body: {
            ...(source === '' ? {} : { source }),
            ...(channels.length === 0 ? {} : { channels }),
            ...(local === '' ? {} : { zone: local }),
            ...(date === '' ? {} : { date }),
            ...part,
          },
        }),
      ),
    onSuccess: () => {
      onClose()
      void queries.invalidateQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries({ queryKey: ['record', id] })
      say(text.rereadDone)
    },
  })
  return (
    <Stack gap="sm">
      <NativeSelect
        label={text.options.source}
        value={chosen.source}
        data={[{ value: '', label: text.options.recognised }, ...SOURCES.map((value) => ({ value, label: value }))]}
        onChange={(event) => set({ source: event.currentTarget.value })}
        data-autofocus
      />
      {parts.length === 0 ? null : (
        <MultiSelect
          label={text.options.channels}
          description={text.options.channelsHint}
          searchable
          data={parts.map(({ id: value, name, messages }) => ({ value, label: `${name} (${messages})` }))}
          value={chosen.channels}
          onChange={(channels) => set({ channels })}
        />
      )}
      <TextInput
        label={text.options.zone}
        placeholder="Europe/London"
        value={chosen.zone}
        error={chosen.zone !== '' && !isZone(chosen.zone)}
        onChange={(event) => set({ zone: event.currentTarget.value.trim() })}
      />
      <TextInput type="date" label={text.options.date} value={chosen.date} onChange={(event) => set({ date: event.currentTarget.value })} />
      {window === null ? null : (
        <Checkbox
          label={text.options.window(shown(window.from), shown(window.to))}
          checked={chosen.window !== null}
          onChange={(event) => set({ window: event.currentTarget.checked ? window : null })}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text.options.cancel}
        </Button>
        <Button loading={isPending} disabled={chosen.zone !== '' && !isZone(chosen.zone)} onClick={() => mutate(chosen)}>
          {text.options.go}
        </Button>
      </Group>
    </Stack>
  )
}

/** The options with which it was read. */
function optionsOf(file: RecordFile): Chosen {
  const { read } = file
  const options = givenOf(file)
  const known = new Map((read?.parts ?? []).flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]))
  const channels = Array.isArray(options['channels']) ? options['channels'].flatMap((one: unknown) => known.get(word(one)) ?? []) : []
  return { source: word(options['source']), channels, zone: word(options['zone']), date: word(options['date']), window: windowOf(file) }
}

/** The part of it that was read; null for all of it. */
function windowOf(file: RecordFile): Window | null {
  const [from, to] = [word(givenOf(file)['from']), word(givenOf(file)['to'])]
  return from === '' && to === '' ? null : { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

const givenOf = ({ read }: RecordFile): Partial<Readonly<Record<string, unknown>>> => read?.options ?? {}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
