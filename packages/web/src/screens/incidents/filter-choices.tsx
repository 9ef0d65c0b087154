import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { servicesQuery } from '../../api/workspace-queries.ts'
import { useKnownConfiguration } from '../../session/configuration.ts'
import { incidentsText as text } from '../../text/incidents.ts'
import { valuesOf, type IncidentsSearch, type Listed } from './incidents-search.ts'
import type { ChangeSearch } from './incidents-screen.tsx'
import classes from './incidents.module.css'

/** What there is to choose from for a filter that holds several values, the chosen first; others can be typed. */
export function ListedChoices({
  filter,
  search,
  known,
  onChange,
}: {
  filter: Listed
  search: IncidentsSearch
  known: readonly string[]
  onChange: ChangeSearch
}): ReactNode {
  const [wanted, setWanted] = useState('')
  const [first] = useState(() => valuesOf(search[filter]))
  const configured = useKnownConfiguration()
  const services = useQuery({ ...servicesQuery, enabled: filter === 'service' }).data?.items ?? []
  const chosen = valuesOf(search[filter])
  const named = filter === 'severity' ? configured?.severities : filter === 'type' ? configured?.types : undefined
  const all = [...new Set([...first, ...(named ?? []).map(({ name }) => name), ...services.map(({ name }) => name), ...known])]
  const shown = all.filter((value) => value.toLowerCase().includes(wanted.trim().toLowerCase())).slice(0, 60)
  const fresh = wanted.trim().replaceAll(',', ' ')
  const turn = (value: string): void => onChange({ [filter]: (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]).join(',') })
  return (
    <Stack gap={6}>
      <TextInput
        data-autofocus
        size="xs"
        aria-label={text.find}
        placeholder={text.find}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          const value = shown[0] ?? fresh
          if (value !== '') turn(value)
          setWanted('')
        }}
      />
      <div className={classes['choices']} role="group" aria-label={text.filters[filter]}>
        {shown.map((value) => (
          <Checkbox
            key={value}
            size="xs"
            label={value}
            checked={chosen.includes(value)}
            onChange={() => turn(value)}
            classNames={{ body: classes['choice'] ?? '' }}
          />
        ))}
        {all.length === 0 && fresh === '' ? (
          <Text size="xs" c="dimmed" p={4}>
            {text.nothingToChoose}
          </Text>
        ) : null}
        {fresh !== '' && !all.some((value) => value.toLowerCase() === fresh.toLowerCase()) ? (
          <Button size="compact-xs" variant="subtle" onClick={() => turn(fresh)}>
            {text.add(fresh)}
          </Button>
        ) : null}
      </div>
    </Stack>
  )
}

/** Periods that end now, and any two days. */
export function DateChoices({ search, onChange, onDone }: { search: IncidentsSearch; onChange: ChangeSearch; onDone: () => void }): ReactNode {
  const [days, setDays] = useState({ from: search.from ?? '', to: search.to ?? '' })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange({ since: undefined, from: days.from, to: days.to })
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        {[7, 30, 90, 365].map((since) => (
          <Button
            key={since}
            size="compact-sm"
            variant={search.since === since ? 'light' : 'subtle'}
            justify="flex-start"
            onClick={() => {
              onChange({ since, from: undefined, to: undefined })
              onDone()
            }}
          >
            {text.since(since)}
          </Button>
        ))}
        <TextInput size="xs" type="date" label={text.from} value={days.from} onChange={(event) => setDays({ ...days, from: event.currentTarget.value })} />
        <TextInput size="xs" type="date" label={text.to} value={days.to} onChange={(event) => setDays({ ...days, to: event.currentTarget.value })} />
        <Button type="submit" size="xs" disabled={days.from === '' && days.to === ''}>
          {text.apply}
        </Button>
      </Stack>
    </form>
  )
}

/** A person by a part of their name. */
export function PersonChoice({ search, onChange, onDone }: { search: IncidentsSearch; onChange: ChangeSearch; onDone: () => void }): ReactNode {
  const [name, setName] = useState(search.person ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange({ person: name.trim() })
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Group gap={6} align="flex-end" wrap="nowrap">
        <TextInput data-autofocus flex={1} size="xs" label={text.personHint} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" size="xs">
          {text.apply}
        </Button>
      </Group>
    </form>
  )
}
