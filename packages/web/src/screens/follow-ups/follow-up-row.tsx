import { Anchor, Checkbox, Select, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { InlineText } from '../../parts/inline-text.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import type { Changes, FollowUp } from './follow-up-changes.ts'
import { DayField, OwnerField, StateField } from './follow-up-fields.tsx'
import classes from './follow-ups-screen.module.css'
import { daysBetween } from './today.ts'

interface RowProps {
  readonly row: FollowUp
  readonly today: string
  readonly writes: boolean
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onChange: (changes: Changes) => void
  readonly onWhy: (rows: readonly FollowUp[]) => void
}

/** One follow-up; everything about it is changed in its place. */
export function FollowUpRow({ row, today, writes, selected, onSelect, onChange, onWhy }: RowProps): ReactNode {
  const { text: words, incident, owner, due, priority, outcome, reason, ticket } = row
  const change = (given: Changes['change']): void => onChange({ rows: [row], change: given })
  const late = outcome === 'open' && due !== null && due < today
  return (
    <Table.Tr id={row.id} data-settled={outcome !== 'open'} className={classes['row'] ?? ''}>
      <Table.Td>{writes ? <Checkbox aria-label={text.select(words)} checked={selected} onChange={onSelect} /> : null}</Table.Td>
      <Table.Td className={classes['what'] ?? ''}>
        <Text size="sm" dir="auto" className={classes['words'] ?? ''}>
          <InlineText text={words} />
        </Text>
        <Text size="xs" c="dimmed">
          <Anchor inherit renderRoot={(given) => <Link to="/incidents/$incident" params={{ incident: incident.slug }} {...given} />}>
            <bdi>{incident.title}</bdi>
          </Anchor>
          {ticket === null ? null : (
            <>
              {' · '}
              {ticket.url === null ? (
                ticket.title
              ) : (
                <Anchor inherit href={ticket.url} target="_blank" rel="noreferrer noopener">
                  {ticket.title}
                </Anchor>
              )}
            </>
          )}
          {reason === null ? null : ` · ${reason}`}
        </Text>
      </Table.Td>
      <Table.Td data-label={text.owner}>
        {writes ? <OwnerField owner={owner} onChange={(next) => change({ owner: next })} /> : (owner?.name ?? text.nobody)}
      </Table.Td>
      <Table.Td data-label={text.due}>
        {writes ? <DayField due={due} onChange={(next) => change({ due: next })} /> : <span className="numbers">{due ?? text.noDay}</span>}
        {late ? (
          <Text size="xs" c="var(--house-bad)">
            {text.overdueBy(daysBetween(due, today))}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td data-label={text.priority}>
        {writes ? (
          <Select
            size="xs"
            w={84}
            variant="unstyled"
            aria-label={text.priority}
            placeholder="–"
            clearable
            data={[...new Set([...text.priorities, ...(priority === null ? [] : [priority])])]}
            value={priority}
            onChange={(next) => change({ priority: next })}
          />
        ) : (
          priority
        )}
      </Table.Td>
      <Table.Td data-label={text.state}>
        <StateField row={row} writes={writes} onChange={change} onWhy={() => onWhy([row])} />
      </Table.Td>
    </Table.Tr>
  )
}
