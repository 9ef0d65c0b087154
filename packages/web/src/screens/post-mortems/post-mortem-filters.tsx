import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { configurationQuery, membersQuery, servicesQuery } from '../../api/workspace-queries.ts'
import { useDayField } from '../../parts/use-day-field.ts'
import { postMortemsText as text } from '../../text/post-mortems.ts'
import { NARROWED, type PostMortemsSearch } from './post-mortems-search.ts'
import classes from './post-mortems.module.css'

/** Narrows the list of post-mortems by its incidents and its authors. */
export function PostMortemFilters({ search, onChange }: { search: PostMortemsSearch; onChange: (part: Partial<PostMortemsSearch>) => void }): ReactNode {
  const configuration = useQuery(configurationQuery).data?.configuration
  const services = useQuery(servicesQuery).data?.items ?? []
  const members = useQuery(membersQuery).data?.items ?? []
  const named = (name: string): { value: string; label: string } => ({ value: name, label: name })
  const choices = {
    severity: (configuration?.severities ?? []).map(({ name }) => named(name)),
    type: (configuration?.types ?? []).map(({ name }) => named(name)),
    service: services.map(({ name }) => named(name)),
    author: members.map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <div className={classes['filters']} role="group" aria-label={text.narrow}>
      {NARROWED.map((name) => {
        const value = search[name] ?? ''
        const known = value === '' || choices[name].some((choice) => choice.value === value)
        return (
          <NativeSelect
            key={name}
            size="xs"
            aria-label={text.filters[name]}
            value={value}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            data={[{ value: '', label: text.any[name] }, ...(known ? [] : [named(value)]), ...choices[name]]}
          />
        )
      })}
      {(['from', 'to'] as const).map((name) => (
        <Day key={name} name={name} day={search[name] ?? null} onDay={(day) => onChange({ [name]: day ?? '' })} />
      ))}
    </div>
  )
}

function Day({ name, day, onDay }: { name: 'from' | 'to'; day: string | null; onDay: (day: string | null) => void }): ReactNode {
  return (
    <TextInput
      type="date"
      size="xs"
      w={172}
      leftSection={<span className={classes['day']}>{text.days[name]}</span>}
      leftSectionWidth={name === 'from' ? 44 : 32}
      aria-label={text.filters[name]}
      title={text.filters[name]}
      {...useDayField(day, onDay)}
    />
  )
}
