import { Anchor, Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { IconFileText, IconSearch } from '../../parts/icons.tsx'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { Page } from '../../parts/page.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import { startOfDay } from '../../parts/start-of-day.ts'
import { useMe, useReaderZone } from '../../session/me.ts'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { Empty, Fault, Loading } from '../../shell/states.tsx'
import { postMortemsText as text } from '../../text/post-mortems.ts'
import classes from './post-mortems.module.css'
import { PostMortemFilters } from './post-mortem-filters.tsx'
import type { PostMortemsSearch } from './post-mortems-search.ts'

type Row = components['schemas']['ListedPostMortem']

/** Every post-mortem that one may see, changed last first, narrowed by what the address says. */
export function PostMortemsScreen(): ReactNode {
  const search = useSearch({ from: '/house/post-mortems' })
  const go = useNavigate({ from: '/post-mortems' })
  const me = useMe().member.id
  const zone = useReaderZone()
  const list = useInfiniteQuery({
    queryKey: ['post-mortems', search, me, zone],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/post-mortems', { params: { query: { ...askedOf(search, { me, zone }), ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const change = (part: Readonly<Record<string, string | undefined>>): void =>
    void go({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined && value !== '')),
      replace: true,
    })
  if (list.isPending) return <Loading what={text.loading} />
  if (list.isError && list.data === undefined) return <Fault error={list.error} />
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page title={text.title} lead={text.lead} width={80}>
      <Group mb="md">
        <SegmentedControl
          aria-label={text.columns.status}
          value={search.show ?? 'all'}
          onChange={(value) => change({ show: value === 'all' ? undefined : value })}
          data={Object.entries(text.show).map(([value, label]) => ({ value, label }))}
        />
        <Words said={search.q ?? ''} onSaid={(q) => change({ q })} />
      </Group>
      <PostMortemFilters search={search} onChange={change} />
      {rows.length > 0 ? (
        <Rows rows={rows} />
      ) : Object.keys(search).length === 0 ? (
        <Empty icon={<IconFileText size={36} stroke={1.3} aria-hidden />} title={text.none} hint={text.noneHint}>
          <Button component={Link} to="/new">
            {text.noneGo}
          </Button>
        </Empty>
      ) : (
        <Empty title={text.noMatch}>
          <Button variant="subtle" onClick={() => void go({ search: {} })}>
            {text.everything}
          </Button>
        </Empty>
      )}
      {list.hasNextPage ? (
        <Button variant="subtle" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </Page>
  )
}

function askedOf({ q, show, from, to, ...narrowed }: PostMortemsSearch, { me, zone }: { me: string; zone: string }): Readonly<Record<string, string | number>> {
  const [start, end] = [from === undefined ? null : startOfDay(from, zone), to === undefined ? null : startOfDay(to, zone, 1)]
  return {
    limit: 30,
    ...narrowed,
    ...(q === undefined ? {} : { text: q }),
    ...(show === undefined ? {} : show === 'mine' ? { author: me } : { status: show }),
    ...(start === null ? {} : { from: start }),
    ...(end === null ? {} : { to: end }),
  }
}

/** Words that go into the address when somebody stops typing for a moment. */
function Words({ said, onSaid }: { said: string; onSaid: (words: string) => void }): ReactNode {
  const [words, setWords] = useState(said)
  useEffect(() => {
    if (words.trim() === said) return undefined
    const timer = setTimeout(() => onSaid(words.trim()), 200)
    return () => clearTimeout(timer)
  }, [words, said, onSaid])
  return (
    <TextInput
      type="search"
      flex={1}
      miw={220}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={text.search}
      placeholder={text.search}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  )
}

function Rows({ rows }: { rows: readonly Row[] }): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const shortcuts = useMemo((): readonly Shortcut[] => {
    const move = (by: number): void => {
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLAnchorElement)
      links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
    }
    return [
      { keys: 'j', does: text.keys.next, where: text.where, run: () => move(1) },
      { keys: 'k', does: text.keys.previous, where: text.where, run: () => move(-1) },
    ]
  }, [])
  useShortcuts(shortcuts)
  return (
    <ul ref={list} className={classes['list']}>
      {rows.map((row) => (
        <li key={row.id} className={classes['row']}>
          <div className={classes['name']}>
            <Anchor component={Link} to={`/post-mortems/${row.id}`} className={classes['link'] ?? ''} data-row underline="never">
              {row.title}
            </Anchor>
            <span className={classes['about']}>{text.of(row.incident.title, row.template?.title ?? null)}</span>
          </div>
          <SeverityMark severity={row.incident.severity} />
          <span className={classes['state']} data-state={row.status}>
            {text.status[row.status] ?? row.status}
          </span>
          <span className={classes['dim']}>{row.status === 'published' ? '' : text.toWrite(row.toWrite)}</span>
          <span className={classes['dim']}>{row.author?.name ?? text.unknownAuthor}</span>
          <span className={classes['dim']}>
            <TimeText at={row.updatedAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
