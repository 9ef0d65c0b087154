import { Anchor, Badge, Checkbox, Menu, Select, Table, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { InlineText } from '../../parts/inline-text.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import type { Changes, FollowUp } from './follow-up-changes.ts'
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
            {incident.title}
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
        {writes ? <Owner owner={owner} onChange={(next) => change({ owner: next })} /> : (owner?.name ?? text.nobody)}
      </Table.Td>
      <Table.Td data-label={text.due}>
        {writes ? (
          <input
            type="date"
            className={classes['day']}
            aria-label={text.due}
            data-empty={due === null}
            value={due ?? ''}
            onChange={(event) => change({ due: event.currentTarget.value || null })}
          />
        ) : (
          <span className="numbers">{due ?? text.noDay}</span>
        )}
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
        <State row={row} writes={writes} onChange={change} onWhy={() => onWhy([row])} />
      </Table.Td>
    </Table.Tr>
  )
}

function Owner({ owner, onChange }: { owner: FollowUp['owner']; onChange: (owner: string | null) => void }): ReactNode {
  const { data } = useQuery(membersQuery)
  const members = (data?.items ?? []).filter(({ disabled }) => !disabled).map(({ id, name }) => ({ value: id, label: name }))
  const known = owner === null || members.some(({ value }) => value === owner.id)
  const value = owner === null ? null : (owner.id ?? `name:${owner.name}`)
  return (
    <Select
      size="xs"
      w={160}
      variant="unstyled"
      searchable
      clearable
      aria-label={text.owner}
      placeholder={text.nobody}
      data={known || owner === null ? members : [{ value: value ?? '', label: owner.name }, ...members]}
      value={value}
      onChange={(next) => onChange(next)}
    />
  )
}

const COLOURS = { open: 'gray', done: 'teal', 'wont-do': 'orange' } as const

function State({
  row,
  writes,
  onChange,
  onWhy,
}: {
  row: FollowUp
  writes: boolean
  onChange: (change: Changes['change']) => void
  onWhy: () => void
}): ReactNode {
  const badge = <Badge color={COLOURS[row.outcome]}>{text.outcomes[row.outcome]}</Badge>
  if (!writes) return badge
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton aria-label={`${text.state}: ${text.outcomes[row.outcome]}`}>{badge}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ outcome: 'open', reason: null })}>{text.outcomes.open}</Menu.Item>
        <Menu.Item onClick={() => onChange({ outcome: 'done' })}>{text.outcomes.done}</Menu.Item>
        <Menu.Item onClick={onWhy}>{`${text.outcomes['wont-do']}, ${text.because}`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
