import { Anchor, Button, Code, Group, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { TimeText } from '../../parts/time-text.tsx'
import { useMe } from '../../session/me.ts'
import { Loading } from '../../shell/states.tsx'
import { settingsText } from '../../text/settings.ts'
import classes from './settings-screen.module.css'
import { AdministratorsOnly } from './administrators-only.tsx'

const text = settingsText.audit

/** Who did what, newest first. */
export function AuditPart(): ReactNode {
  const may = useMe().member.role === 'administrator'
  const [action, setAction] = useState('')
  const [wanted] = useDebouncedValue(action.trim(), 250)
  const query = { limit: 100, ...(wanted === '' ? {} : { action: wanted }) }
  const list = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam }) => answer(api.GET('/v1/audit', { params: { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: may,
  })
  if (!may) return <AdministratorsOnly />
  if (list.isPending) return <Loading what="the log" />
  const deeds = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <TextInput mb="md" aria-label={text.filter} placeholder={text.filter} value={action} onChange={(event) => setAction(event.currentTarget.value)} />
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.when}</Table.Th>
            <Table.Th>{text.who}</Table.Th>
            <Table.Th>{text.what}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deeds.map(({ id, at, actorName, via, action: done, incident, before, after, address }) => (
            <Table.Tr key={id}>
              <Table.Td className={classes['when'] ?? ''}>
                <TimeText at={at} seconds />
              </Table.Td>
              <Table.Td>
                {actorName ?? text.system}
                <Text size="xs" c="dimmed">
                  {address === null ? via : `${via} · ${address}`}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{done}</Text>
                <Group gap="xs" align="flex-start">
                  {incident === null ? null : (
                    <Anchor size="xs" renderRoot={(given) => <Link to="/incidents/$incident" params={{ incident }} {...given} />}>
                      {text.incident}
                    </Anchor>
                  )}
                  {before === null ? null : <Change title={text.before} value={before} />}
                  {after === null ? null : <Change title={text.after} value={after} />}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {deeds.length === 0 ? (
        <Text c="dimmed" size="sm" mt="md">
          {wanted === '' ? text.none : text.noMatch(wanted)}
        </Text>
      ) : null}
      {list.hasNextPage ? (
        <Button variant="subtle" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </>
  )
}

/** What something was, or became; written out once somebody opens it. */
function Change({ title, value }: { title: string; value: unknown }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Text span size="xs" c="dimmed">
          {title}
        </Text>
      </summary>
      {open ? (
        <Code block className={classes['mono'] ?? ''}>
          {JSON.stringify(value, null, 2)}
        </Code>
      ) : null}
    </details>
  )
}
