import { Anchor, Badge, Box, Button, Group, SegmentedControl, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconRestore } from '../../parts/icons.tsx'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Root } from 'mdast'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { DocumentView } from '../../parts/document/document-view.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { versionsText as text } from '../../text/reading.ts'
import { statusWords } from '../../text/statuses.ts'
import { postMortemQuery } from '../post-mortem/actions/post-mortem-queries.ts'
import { Difference } from './difference.tsx'
import classes from './versions-screen.module.css'

type Version = components['schemas']['PostMortemVersion']

/** Every version of a post-mortem: who, when, what differs, and the way back to it. */
export function VersionsScreen(): ReactNode {
  const { postMortem: id } = useParams({ from: '/house/post-mortems/$postMortem/versions' })
  const { data: postMortem } = useSuspenseQuery(postMortemQuery(id))
  const list = useInfiniteQuery({
    queryKey: ['post-mortem', id, 'versions'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/post-mortems/{postMortem}/versions', {
          params: { path: { postMortem: id }, query: { limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? []
  const [chosen, setChosen] = useState<number | null>(null)
  const open = versions.find(({ version }) => version === chosen) ?? versions[0]
  return (
    <div className={classes['page']}>
      <aside className={classes['list']}>
        <Anchor size="sm" renderRoot={(given) => <Link to="/post-mortems/$postMortem" params={{ postMortem: id }} {...given} />}>
          <IconArrowLeft size={14} aria-hidden /> {text.back}
        </Anchor>
        <Title order={1} size="h3" my="sm">
          {text.title}
        </Title>
        {versions.map((version) => (
          <Row
            key={version.version}
            version={version}
            chosen={version.version === open?.version}
            onChoose={() => setChosen(version.version)}
            zone={postMortem.document.zone}
          />
        ))}
        {list.hasNextPage ? (
          <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            …
          </Button>
        ) : null}
      </aside>
      <section className={classes['shown']} aria-live="polite">
        {list.isPending ? (
          <Loading what="the versions" />
        ) : open === undefined ? (
          <Empty title={text.none} />
        ) : (
          <Shown
            key={open.version}
            id={id}
            version={open}
            before={versions[versions.indexOf(open) + 1]?.version ?? null}
            current={postMortem.revision}
            incident={postMortem.incident.id}
          />
        )}
      </section>
    </div>
  )
}

function Row({
  version: { version, status, by, at, note },
  chosen,
  onChoose,
  zone,
}: {
  version: Version
  chosen: boolean
  onChoose: () => void
  zone: string
}): ReactNode {
  return (
    <UnstyledButton className={classes['row']} aria-current={chosen} onClick={onChoose}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={550}>
          {text.versionOf(version)}
        </Text>
        {status === 'draft' ? null : <Badge size="xs">{statusWords[status]}</Badge>}
      </Group>
      <Text size="xs" c="dimmed">
        {by?.name ?? text.someone} · <Moment at={at} zone={zone} />
      </Text>
      {note === null ? null : (
        <Text size="xs" mt={2}>
          {note}
        </Text>
      )}
    </UnstyledButton>
  )
}

interface ShownProps {
  readonly id: string
  readonly version: Version
  /** The version before it; their numbers are revisions, so some are left out. Null for the first. */
  readonly before: number | null
  readonly current: number
  readonly incident: string
}

function Shown({ id, version: { version }, before, current, incident }: ShownProps): ReactNode {
  const me = useMe()
  const queries = useQueryClient()
  const newest = version === current
  const [view, setView] = useState<'previous' | 'now' | 'text'>(before === null ? 'text' : 'previous')
  const restore = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/post-mortems/{postMortem}/versions/{version}/restore', { params: { path: { postMortem: id, version }, header: { 'If-Match': '*' } } }),
      ),
    async onSuccess() {
      say(text.restored(version))
      await queries.invalidateQueries({ queryKey: ['post-mortem', id] })
    },
  })
  const views = [
    ...(before === null ? [] : [{ value: 'previous', label: text.previous }]),
    ...(newest ? [] : [{ value: 'now', label: text.now }]),
    { value: 'text', label: text.text },
  ]
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SegmentedControl aria-label={text.compareWith} value={view} onChange={(value) => setView(value as typeof view)} data={views} />
        {newest || me.member.role === 'viewer' ? null : (
          <Button variant="default" leftSection={<IconRestore size={16} aria-hidden />} loading={restore.isPending} onClick={() => restore.mutate()}>
            {text.restore}
          </Button>
        )}
      </Group>
      {view === 'text' ? (
        <Words id={id} version={version} incident={incident} />
      ) : (
        <Compared id={id} from={view === 'previous' ? (before ?? version) : version} to={view === 'previous' ? version : null} />
      )}
    </Stack>
  )
}

function Words({ id, version, incident }: { id: string; version: number; incident: string }): ReactNode {
  const { data } = useQuery({
    queryKey: ['post-mortem', id, 'version', version],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/versions/{version}', { params: { path: { postMortem: id, version } } })),
    staleTime: Infinity,
  })
  if (data === undefined) return <Loading what="the version" />
  return (
    <Box maw="46rem">
      <DocumentView tree={data.document.tree as Root} writing incident={incident} />
    </Box>
  )
}

function Compared({ id, from, to }: { id: string; from: number; to: number | null }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['post-mortem', id, 'difference', from, to],
    queryFn: () =>
      answer(
        api.GET('/v1/post-mortems/{postMortem}/versions/{version}/difference', {
          params: { path: { postMortem: id, version: from }, query: to === null ? {} : { to } },
        }),
      ),
  })
  if (error !== null) return <Empty title={error.message} />
  return data === undefined ? <Loading what="the difference" /> : <Difference {...data} />
}
