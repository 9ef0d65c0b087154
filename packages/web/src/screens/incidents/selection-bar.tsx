import { Button, Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../../shell/say.ts'
import { incidentsText as text } from '../../text/incidents.ts'
import type { IncidentSummary } from './incidents-query.ts'
import classes from './incidents.module.css'

/** What can be done with the rows that are selected. */
export function SelectionBar({ rows, onClear }: { rows: readonly IncidentSummary[]; onClear: () => void }): ReactNode {
  const copy = async (): Promise<void> => {
    const lines = rows.map(
      ({ title, slug, severity }) =>
        `- [${title.replaceAll(/[[\]]/g, '\\$&')}](${location.origin}/incidents/${slug})${severity === null ? '' : ` (${severity})`}`,
    )
    await navigator.clipboard.writeText(lines.join('\n'))
    say(text.copiedLinks)
  }
  return (
    <Paper className={classes['selection'] ?? ''} withBorder shadow="md" radius="md" role="region" aria-label={text.selected(rows.length)}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {text.selected(rows.length)}
        </Text>
        <Button size="compact-sm" variant="light" onClick={() => void copy()}>
          {text.copyLinks}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          {text.deselect}
        </Button>
      </Group>
    </Paper>
  )
}
