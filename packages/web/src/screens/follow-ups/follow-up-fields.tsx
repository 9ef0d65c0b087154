import { Badge, Menu, Select, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDayField } from '../../parts/use-day-field.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { followUpsText as text } from '../../text/follow-ups.ts'
import type { Changes, FollowUp } from './follow-up-changes.ts'
import classes from './follow-ups-screen.module.css'

/** Until when: `2026-03-04`, or no day. */
export function DayField({ due, onChange }: { due: string | null; onChange: (due: string | null) => void }): ReactNode {
  const field = useDayField(due, onChange)
  return <input type="date" className={classes['day']} aria-label={text.due} data-empty={field.value === ''} {...field} />
}

/** Who does it: a member, or a name that the record has. */
export function OwnerField({ owner, onChange }: { owner: FollowUp['owner']; onChange: (owner: string | null) => void }): ReactNode {
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

/** How it ended, or that it is open. */
export function StateField({
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
