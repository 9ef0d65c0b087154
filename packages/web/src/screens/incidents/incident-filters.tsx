import { CloseButton, Popover, TextInput } from '@mantine/core'
import { IconChevronDown, IconSearch, IconX } from '../../parts/icons.tsx'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { incidentsText as text } from '../../text/incidents.ts'
import { dateLabel } from './active-filters.ts'
import type { IncidentSummary } from './incidents-query.ts'
import { isNarrowed, LISTED, valuesOf, type IncidentsSearch, type Listed } from './incidents-search.ts'
import type { ChangeSearch } from './incidents-screen.tsx'
import classes from './incidents.module.css'

// What is chosen from comes with the first click on a filter.
const ListedChoices = lazy(async () => ({ default: (await import('./filter-choices.tsx')).ListedChoices }))
const DateChoices = lazy(async () => ({ default: (await import('./filter-choices.tsx')).DateChoices }))
const PersonChoice = lazy(async () => ({ default: (await import('./filter-choices.tsx')).PersonChoice }))

interface Filtering {
  readonly search: IncidentsSearch
  readonly rows: readonly IncidentSummary[]
  readonly onChange: ChangeSearch
}

/** What the list is narrowed by: words, and a chip for each filter that says what it is set to. */
export function IncidentFilters({ search, rows, onChange, onShow }: Filtering & { onShow: (wanted: IncidentsSearch) => void }): ReactNode {
  const date = dateLabel(search)
  return (
    <div className={classes['bar']} role="search" aria-label={text.filter}>
      <Words search={search} onChange={onChange} />
      {LISTED.map((key) => (
        <Chip key={key} name={text.filters[key]} value={shortly(valuesOf(search[key]))} onOff={() => onChange({ [key]: undefined })}>
          {() => <ListedChoices filter={key} search={search} known={knownValues(rows, key)} onChange={onChange} />}
        </Chip>
      ))}
      <Chip name={text.filters.date} value={date} onOff={() => onChange({ since: undefined, from: undefined, to: undefined })}>
        {(close) => <DateChoices search={search} onChange={onChange} onDone={close} />}
      </Chip>
      <Chip name={text.filters.person} value={search.person ?? null} onOff={() => onChange({ person: undefined })}>
        {(close) => <PersonChoice search={search} onChange={onChange} onDone={close} />}
      </Chip>
      <Toggle name={text.filters.written} on={search.written !== undefined} onTurn={(on) => onChange({ written: on ? 'no' : undefined })} />
      <Toggle name={text.filters.overdue} on={search.overdue !== undefined} onTurn={(on) => onChange({ overdue: on ? 'yes' : undefined })} />
      {isNarrowed(search) ? (
        <button type="button" className={classes['clear']} onClick={() => onShow({})}>
          {text.clear}
        </button>
      ) : null}
    </div>
  )
}

const shortly = (values: readonly string[]): string | null =>
  values.length === 0 ? null : values.length <= 2 ? values.join(', ') : `${values[0] ?? ''} +${values.length - 1}`

/** The values that the rows on the page have. */
function knownValues(rows: readonly IncidentSummary[], filter: Listed): string[] {
  const values = rows.flatMap((row) => (filter === 'service' ? row.services : [row[filter] ?? '']))
  return [...new Set(values)].filter((value) => value !== '')
}

/** The words to search for; they go into the address when somebody stops typing for a moment. */
function Words({ search, onChange }: Pick<Filtering, 'search' | 'onChange'>): ReactNode {
  const [words, setWords] = useState(search.q ?? '')
  const field = useRef<HTMLInputElement>(null)
  const told = useRef(search.q ?? '')
  useEffect(() => {
    // Another view was opened: what is typed here is not of it.
    if ((search.q ?? '') !== told.current) setWords(search.q ?? '')
    told.current = search.q ?? ''
  }, [search.q])
  useEffect(() => {
    if (words.trim() === told.current) return undefined
    const timer = setTimeout(() => {
      told.current = words.trim()
      onChange({ q: words.trim() })
    }, 180)
    return () => clearTimeout(timer)
  }, [words, onChange])
  useShortcuts(useMemo((): readonly Shortcut[] => [{ keys: 'f', does: text.keys.search, where: text.where, run: () => field.current?.focus() }], []))
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={classes['words'] ?? ''}
      leftSection={<IconSearch size={15} aria-hidden />}
      aria-label={text.search}
      placeholder={text.search}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
      rightSection={words === '' ? null : <CloseButton size="sm" aria-label={text.takeAway(words)} onClick={() => setWords('')} />}
    />
  )
}

/** A filter: its name and what it is set to. Opens what can be chosen; the cross takes it away. */
function Chip({
  name,
  value,
  onOff,
  children,
}: {
  name: string
  value: string | null
  onOff: () => void
  children: (close: () => void) => ReactNode
}): ReactNode {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus width={250} radius="md">
      <span className={classes['chip']} data-on={value !== null}>
        <Popover.Target>
          <button type="button" className={classes['chipDoor']} aria-haspopup="dialog" onClick={() => setOpened(!opened)}>
            <span>{name}</span>
            {value === null ? <IconChevronDown size={14} aria-hidden /> : <b>{value}</b>}
          </button>
        </Popover.Target>
        {value === null ? null : (
          <button type="button" className={classes['chipOff']} aria-label={text.takeAway(name)} onClick={onOff}>
            <IconX size={13} aria-hidden />
          </button>
        )}
      </span>
      <Popover.Dropdown p="xs" aria-label={text.choose(name)}>
        <Suspense fallback={null}>{opened ? children(() => setOpened(false)) : null}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function Toggle({ name, on, onTurn }: { name: string; on: boolean; onTurn: (on: boolean) => void }): ReactNode {
  return (
    <button type="button" className={classes['chip']} data-on={on} aria-pressed={on} onClick={() => onTurn(!on)}>
      <span className={classes['chipDoor']}>{name}</span>
    </button>
  )
}
