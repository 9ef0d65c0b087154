import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'
import { incidentsText as text } from '../../text/incidents.ts'
import { activeFilters } from './active-filters.ts'
import type { IncidentsSearch } from './incidents-search.ts'
import type { ChangeSearch } from './incidents-screen.tsx'

/** Nothing matches: which of the filters to loosen, each a click. */
export function NoMatch({
  search,
  onChange,
  onShow,
}: {
  search: IncidentsSearch
  onChange: ChangeSearch
  onShow: (wanted: IncidentsSearch) => void
}): ReactNode {
  return (
    <Empty title={text.noMatch} hint={text.loosen}>
      <Group justify="center" gap="xs">
        {search.q === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={() => onChange({ q: undefined })}>
            {text.withoutWords(search.q)}
          </Button>
        )}
        {activeFilters(search).map(({ key, label, off }) => (
          <Button key={key} size="compact-sm" variant="default" onClick={() => onChange(off)}>
            {text.without(label)}
          </Button>
        ))}
      </Group>
      <Button variant="subtle" size="compact-sm" onClick={() => onShow({})}>
        {text.everything}
      </Button>
    </Empty>
  )
}
