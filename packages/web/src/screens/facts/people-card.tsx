import { ActionIcon, Autocomplete, Button, Group, Menu, Popover, Stack, Text } from '@mantine/core'
import { IconDots, IconPlus } from '../../parts/icons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { facts as text } from '../../text/incident.ts'
import type { Configuration } from '../../session/configuration.ts'
import { useConfiguration, useIncident, useMayEdit, type Fact } from '../incident/incident-query.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { useCorrect } from '../incident/use-correct.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'
import { useFact } from './use-fact.ts'

type Role = Configuration['roles'][number]

/** Who did what part: each role with its people, to add, move and remove. */
export function PeopleCard(): ReactNode {
  const { roles } = useConfiguration()
  return (
    <FactsCard title={text.people} id="people">
      <Stack gap="sm">
        {roles.map((role) => (
          <RolePeople key={role.id} role={role} />
        ))}
      </Stack>
    </FactsCard>
  )
}

function RolePeople({ role }: { role: Role }): ReactNode {
  const { facts } = useIncident()
  const { mayEdit, say } = useFact(`roles.${role.id}`, role.name)
  const here = facts.roles[role.id] ?? []
  const names = useNames(here)
  return (
    <div>
      <Group justify="space-between" gap={4} h={28}>
        <Text size="xs" c="dimmed">
          {role.name}
        </Text>
        {mayEdit ? <AddPerson role={role} onAdd={(name) => say(role.many ? [...new Set([...names, name])] : [name])} /> : null}
      </Group>
      {here.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.roles.nobody}
        </Text>
      ) : (
        <Group gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {here.map((fact, index) => (
            <Person key={String(fact.value)} role={role} fact={fact} name={names[index] ?? ''} others={names.filter((_, at) => at !== index)} />
          ))}
        </Group>
      )}
    </div>
  )
}

/** People's names, by which corrections know them. */
function useNames(here: readonly Fact[]): string[] {
  const { facts } = useIncident()
  const known = new Map(facts.people.map(({ id, name }) => [id, name]))
  return here.map(({ value }) => known.get(String(value)) ?? String(value))
}

function Person({ role, fact, name, others }: { role: Role; fact: Fact; name: string; others: readonly string[] }): ReactNode {
  const { facts, slug } = useIncident()
  const { roles } = useConfiguration()
  const { correction, takeBack } = useFact(`roles.${role.id}`, role.name)
  const mayEdit = useMayEdit()
  const correct = useCorrect()
  const known = new Map(facts.people.map((person) => [person.id, person.name]))
  const left = others.length === 0 ? null : others
  const move = (to: Role): void => {
    const there = (facts.roles[to.id] ?? []).map(({ value }) => known.get(String(value)) ?? String(value))
    correct(name, { set: { [`roles.${role.id}`]: left, [`roles.${to.id}`]: to.many ? [...new Set([...there, name])] : [name] } })
  }
  return (
    <li className={classes['person']}>
      <span>{name}</span>
      <OriginMark
        what={`${role.name}, ${name}`}
        fact={fact}
        correction={fact.origin.source === 'person' ? correction : undefined}
        incident={slug}
        onTakeBack={takeBack}
        show={(value) => (Array.isArray(value) && value.length > 0 ? value.map((id) => known.get(String(id)) ?? String(id)).join(', ') : text.none)}
      />
      {mayEdit ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size={24} variant="subtle" color="gray" radius="xl" aria-label={text.roles.actions(name, role.name)}>
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {roles
              .filter(({ id }) => id !== role.id)
              .map((to) => (
                <Menu.Item key={to.id} onClick={() => move(to)}>
                  {text.roles.move(to.name)}
                </Menu.Item>
              ))}
            <Menu.Divider />
            <Menu.Item c="var(--house-bad)" onClick={() => correct(name, { set: { [`roles.${role.id}`]: left } })}>
              {text.roles.remove(role.name)}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span style={{ width: 6 }} />
      )}
    </li>
  )
}

function AddPerson({ role, onAdd }: { role: Role; onAdd: (name: string) => void }): ReactNode {
  const { facts } = useIncident()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const members = useQuery({ ...membersQuery, enabled: open })
  const names = [
    ...new Set([...facts.people.filter(({ bot }) => !bot).map((person) => person.name), ...(members.data?.items ?? []).map((member) => member.name)]),
  ]
  const add = (said: string): void => {
    if (said.trim() === '') return
    onAdd(said.trim())
    setName('')
    setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-end" withArrow shadow="md" width={260}>
      <Popover.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.roles.add(role.name)} onClick={() => setOpen(true)}>
          <IconPlus size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            add(name)
          }}
        >
          <Autocomplete
            size="sm"
            label={text.roles.who}
            description={text.roles.whoHint}
            data={names}
            value={name}
            onChange={setName}
            onOptionSubmit={add}
            data-autofocus
            comboboxProps={{ withinPortal: false }}
            limit={8}
          />
          <Button type="submit" size="compact-sm" mt="xs" disabled={name.trim() === ''}>
            {text.roles.add(role.name)}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
