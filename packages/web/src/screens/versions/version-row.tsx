import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { Moment } from '../../parts/moment.tsx'
import { versionsText as text } from '../../text/reading.ts'
import { statusWords } from '../../text/statuses.ts'
import classes from './versions-screen.module.css'

/** A version, as the list of them says it. */
export type Version = components['schemas']['PostMortemVersion']

/** A version in the list: what it is called, who wrote it, when, and why it was kept. */
export function VersionRow({ version, chosen, onChoose, zone }: { version: Version; chosen: boolean; onChoose: () => void; zone: string }): ReactNode {
  const { status, at, note, name } = version
  return (
    <UnstyledButton className={classes['row']} aria-current={chosen} onClick={onChoose}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={name === null ? 550 : 700} lineClamp={2}>
          {name ?? why(version)}
        </Text>
        {status === 'draft' ? null : (
          <Badge size="sm" style={{ flex: 'none' }}>
            {statusWords[status]}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {writersOf(version)} · <Moment at={at} zone={zone} />
      </Text>
      {name === null ? null : (
        <Text size="xs" c="dimmed">
          {why(version)}
        </Text>
      )}
      {note === null ? null : (
        <Text size="xs" mt={2}>
          {note}
        </Text>
      )}
    </UnstyledButton>
  )
}

/** Why it was kept. */
const why = ({ reason, status }: Version): string => (reason === 'status' ? text.reasons.status[status] : text.reasons[reason])

/** Whoever wrote something in a version; else who made it one. Who sent it to review, published or reopened it comes first there. */
function writersOf({ authors, by, reason }: Version): string {
  if (reason === 'status' && by !== null) {
    const others = authors.filter(({ id }) => id !== by.id)
    return others.length === 0 ? by.name : text.doneBy(by.name, text.writers(others.map(({ name }) => name)))
  }
  if (authors.length > 0) return text.writers(authors.map(({ name }) => name))
  return by?.name ?? text.someone
}
