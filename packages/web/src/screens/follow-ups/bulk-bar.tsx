import { Button, Group, Paper, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDayField } from '../../parts/use-day-field.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import type { Change, Changes, FollowUp } from './follow-up-changes.ts'
import classes from './follow-ups-screen.module.css'

interface BarProps {
  readonly rows: readonly FollowUp[]
  readonly onChange: (changes: Changes) => void
  readonly onWhy: (rows: readonly FollowUp[]) => void
  readonly onDone: () => void
}

/** What can be done with everything that is selected. */
export function BulkBar({ rows, onChange, onWhy, onDone }: BarProps): ReactNode {
  const { data } = useQuery(membersQuery)
  const members = (data?.items ?? []).filter(({ disabled }) => !disabled).map(({ id, name }) => ({ value: id, label: name }))
  const apply = (change: Change): void => {
    onChange({ rows, change })
    onDone()
    offerUndo(text.changed(rows.length), () => {
      for (const row of rows) onChange({ rows: [row], change: before(row, change) })
    })
  }
  const day = useDayField(null, (due) => due !== null && apply({ due }))
  return (
    <Paper withBorder p="xs" mb="sm" className={classes['bulk'] ?? ''} role="toolbar" aria-label={text.selected(rows.length)}>
      <Group gap="xs">
        <Text size="sm" fw={600} px="xs">
          {text.selected(rows.length)}
        </Text>
        <Select
          size="xs"
          w={150}
          searchable
          aria-label={text.bulk.owner}
          placeholder={text.bulk.owner}
          data={members}
          value={null}
          onChange={(owner) => owner !== null && apply({ owner })}
        />
        <input type="date" className={classes['day']} aria-label={text.bulk.due} title={text.bulk.due} data-empty={day.value === ''} {...day} />
        <Select
          size="xs"
          w={110}
          aria-label={text.bulk.priority}
          placeholder={text.bulk.priority}
          data={text.priorities}
          value={null}
          onChange={(priority) => priority !== null && apply({ priority })}
        />
        <Button size="xs" variant="default" onClick={() => apply({ outcome: 'done' })}>
          {text.bulk.done}
        </Button>
        <Button size="xs" variant="default" onClick={() => onWhy(rows)}>
          {text.bulk.wontDo}
        </Button>
      </Group>
    </Paper>
  )
}

/** What held of a row before a change, as a change. */
function before({ owner, due, priority, outcome, reason }: FollowUp, change: Change): Change {
  return {
    ...('owner' in change ? { owner: owner?.id ?? owner?.name ?? null } : {}),
    ...('due' in change ? { due } : {}),
    ...('priority' in change ? { priority } : {}),
    ...('outcome' in change ? { outcome, reason } : {}),
  }
}
