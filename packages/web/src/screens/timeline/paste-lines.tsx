import { Button, Group, Modal, NativeSelect, Stack, Table, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { clockText, type Instant } from '@blamefree/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { localText } from '../../parts/local-moment.ts'
import { dayText } from '../../parts/day-text.ts'
import { useReaderZone } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { timeline as text } from '../../text/timeline.ts'
import { recordQuery } from './event-queries.ts'

interface Given {
  readonly opened: boolean
  readonly onClose: () => void
  readonly id: string
  /** The document's zone. */
  readonly zone: string
  /** The day that is offered. */
  readonly near: string
}

/** Many lines at once: pasted, shown as they are understood, then added. */
export function PasteLines(given: Given): ReactNode {
  return (
    <Modal opened={given.opened} onClose={given.onClose} title={text.pasteTitle} size="xl">
      {given.opened ? <Inside {...given} /> : null}
    </Modal>
  )
}

function Inside({ onClose, id, zone: ofDocument, near }: Given): ReactNode {
  const reader = useReaderZone()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [zone, setZone] = useState(ofDocument)
  const [date, setDate] = useState(() => localText(near, ofDocument).slice(0, 10))
  const [settled] = useDebouncedValue(words, 300)
  const path = { incident: id }
  const body = { text: settled, zone, level: 'key' as const, ...(/^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}) }
  const { data } = useQuery({
    queryKey: ['lines', id, body],
    queryFn: () => answer(api.POST('/v1/incidents/{incident}/timeline/lines', { params: { path }, body: { ...body, preview: true } })),
    enabled: settled.trim() !== '',
    placeholderData: (before) => before,
  })
  const { mutate, isPending } = useMutation({
    mutationFn: () => answer(api.POST('/v1/incidents/{incident}/timeline/lines', { params: { path }, body: { ...body, text: words, preview: false } })),
    onSuccess: ({ added }) => {
      void queries.invalidateQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries({ queryKey: recordQuery(id).queryKey })
      say(text.pasteAdded(added.length))
      onClose()
    },
  })
  const lines = settled.trim() === '' ? [] : (data?.lines ?? [])
  const problems = settled.trim() === '' ? [] : (data?.problems ?? [])
  return (
    <Stack gap="sm">
      <Textarea
        label={text.pasteText}
        description={text.pasteHint}
        autosize
        minRows={5}
        maxRows={12}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Group grow>
        <TextInput type="date" label={text.pasteDate} size="xs" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        <NativeSelect
          label={text.pasteZone}
          size="xs"
          value={zone}
          data={[...new Set([ofDocument, reader, 'UTC'])]}
          onChange={(event) => setZone(event.currentTarget.value)}
        />
      </Group>
      <Text size="sm" role="status" c={lines.length === 0 ? 'dimmed' : 'var(--house-good)'}>
        {text.pasteUnderstood(lines.length)}
      </Text>
      {lines.length === 0 ? null : (
        <Table.ScrollContainer minWidth={320} maxHeight={260}>
          <Table verticalSpacing={4} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.pasteTable.time}</Table.Th>
                <Table.Th>{text.pasteTable.who}</Table.Th>
                <Table.Th>{text.pasteTable.what}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.slice(0, 200).map(({ at, actor, text: said }, index) => (
                <Table.Tr key={index}>
                  <Table.Td className="numbers" style={{ whiteSpace: 'nowrap' }}>
                    {dayText(at as Instant, zone)}, {clockText(at as Instant, zone)}
                  </Table.Td>
                  <Table.Td>{actor}</Table.Td>
                  <Table.Td>{said}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {problems.slice(0, 6).map(({ message }, index) => (
        <Text key={index} size="xs" c="var(--house-warn)">
          {message}
        </Text>
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button loading={isPending} disabled={lines.length === 0} onClick={() => mutate()}>
          {text.pasteAdd(lines.length)}
        </Button>
      </Group>
    </Stack>
  )
}
