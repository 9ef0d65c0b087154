import { Button, Checkbox, Table } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChecklist } from '../../parts/icons.tsx'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { FindBar } from '../../parts/find-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { useSteady } from '../../parts/steady.ts'
import { useFind } from '../../parts/use-find.ts'
import { useNamedPlace } from '../../parts/use-named-place.ts'
import { useMe } from '../../session/me.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FollowUpRow } from './follow-up-row.tsx'
import classes from './follow-ups-screen.module.css'
import { WhyDialog } from './why-dialog.tsx'
import { useFollowUpChanges, type FollowUp } from './follow-up-changes.ts'
import { useToday } from './today.ts'

type Show = keyof typeof text.show

const QUERIES: Readonly<Record<Show, Readonly<Record<string, string>>>> = {
  open: { outcome: 'open' },
  overdue: { overdue: 'yes' },
  mine: { owner: 'me', outcome: 'open' },
  unowned: { unowned: 'yes', outcome: 'open' },
  settled: { outcome: 'done,wont-do' },
  all: {},
}

/** Follow-ups of all incidents: who, by when, and how they ended; many can be changed at once. */
export function FollowUpsScreen(): ReactNode {
  const { show, setShow, words, setWords } = useFind<Show>('/follow-ups', text.show, 'open')
  const [wanted] = useDebouncedValue(words.trim(), 200)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<readonly FollowUp[] | null>(null)
  const writes = useMe().member.role !== 'viewer'
  const changes = useFollowUpChanges()
  const today = useToday()
  const query = { limit: 100, ...QUERIES[show], ...(wanted === '' ? {} : { text: wanted }) }
  const list = useInfiniteQuery({
    queryKey: ['follow-ups', query],
    queryFn: ({ pageParam }) => answer(api.GET('/v1/follow-ups', { params: { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const rows = useSteady(list.data?.pages.flatMap(({ items }) => items) ?? [], list.isPlaceholderData ? '' : JSON.stringify(query))
  const named = useRouterState({ select: (state) => state.location.hash })
  const isShown = rows.some(({ id }) => id === named)
  // One that the address names may be settled already.
  useEffect(() => {
    if (named !== '' && list.isSuccess && !isShown) setShow('all')
  }, [named, list.isSuccess, isShown, setShow])
  useNamedPlace(isShown, 'main')
  const chosen = rows.filter(({ id }) => selected.has(id))
  const choose = (next: Show): void => {
    setShow(next)
    setSelected(new Set())
  }
  const toggle = (id: string): void => setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <Page title={text.title} lead={text.lead} width={84}>
      <FindBar choices={text.show} label={text.title} chosen={show} onChoose={choose} find={text.search} words={words} onWords={setWords} />
      {chosen.length === 0 ? null : <BulkBar rows={chosen} onChange={changes.mutate} onWhy={setAsking} onDone={() => setSelected(new Set())} />}
      {list.isPending ? (
        <Loading what="the follow-ups" />
      ) : rows.length === 0 ? (
        show === 'open' && wanted === '' ? (
          <Empty icon={<IconChecklist size={36} stroke={1.3} aria-hidden />} title={text.none} hint={text.noneHint} />
        ) : (
          <Empty title={text.noMatch} />
        )
      ) : (
        <Table className={classes['table'] ?? ''} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36}>
                {writes ? (
                  <Checkbox
                    aria-label={text.selectAll}
                    checked={chosen.length === rows.length}
                    indeterminate={chosen.length > 0 && chosen.length < rows.length}
                    onChange={() => setSelected(chosen.length === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))}
                  />
                ) : null}
              </Table.Th>
              {[text.what, text.owner, text.due, text.priority, text.state].map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <FollowUpRow
                key={row.id}
                row={row}
                today={today}
                writes={writes}
                selected={selected.has(row.id)}
                onSelect={() => toggle(row.id)}
                onChange={changes.mutate}
                onWhy={setAsking}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {list.hasNextPage ? (
        <Button variant="subtle" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
      {asking === null ? null : (
        <WhyDialog
          onClose={() => setAsking(null)}
          onWhy={(reason) => {
            changes.mutate({ rows: asking, change: { outcome: 'wont-do', reason } })
            setAsking(null)
          }}
        />
      )}
    </Page>
  )
}
