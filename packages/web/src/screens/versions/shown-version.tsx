import { Box, Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconRestore } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Root } from 'mdast'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { DocumentView } from '../../parts/document/document-view.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { versionsText as text } from '../../text/reading.ts'
import { Difference } from './difference.tsx'
import { VersionName } from './version-name.tsx'
import type { Version } from './version-row.tsx'

interface ShownProps {
  readonly id: string
  readonly version: Version
  /** The version before it; their numbers are revisions, so some are left out. Null for the first. */
  readonly before: number | null
  readonly current: number
  readonly incident: string
}

/** One version: what differs from the one before it or from now, its text, and the way back to it. */
export function ShownVersion({ id, version: { version, name }, before, current, incident }: ShownProps): ReactNode {
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
      say(text.restored)
      await queries.invalidateQueries({ queryKey: ['post-mortem', id] })
    },
  })
  const views = [
    ...(before === null ? [] : [{ value: 'previous', label: text.previous }]),
    ...(newest ? [] : [{ value: 'now', label: text.sinceThen }]),
    { value: 'text', label: text.text },
  ]
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SegmentedControl aria-label={text.compareWith} value={view} onChange={(value) => setView(value as typeof view)} data={views} />
        {me.member.role === 'viewer' ? null : <VersionName key={name} postMortem={id} version={version} name={name} />}
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
