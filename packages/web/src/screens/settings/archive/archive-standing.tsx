import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { Moment } from '../../../parts/moment.tsx'
import { archiveText as text } from '../../../text/archive.ts'
import { exporting } from '../../../text/reading.ts'
import { archiveQuery, type Archive } from './archive-query.ts'

/** How the archive stands, where it can be seen, and a button that has it kept now. */
export function ArchiveStanding({ archive }: { archive: Archive }): ReactNode {
  const queries = useQueryClient()
  const now = useMutation({
    mutationFn: () => answer(api.POST('/v1/archive/runs')),
    onSuccess: (next) => queries.setQueryData(archiveQuery.queryKey, next),
  })
  const { state, sentence, notice } = archive
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <div>
          <Text size="sm" fw={550} role="status">
            {text.standing}: {text.states[state]}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            <Detail archive={archive} />
          </Text>
        </div>
        <Button variant="default" loading={now.isPending || state === 'waiting' || state === 'running'} onClick={() => now.mutate()}>
          {text.now}
        </Button>
      </Group>
      {sentence === null ? null : <Alert color="red">{sentence}</Alert>}
      {notice === null ? null : <Alert color="yellow">{notice}</Alert>}
    </Stack>
  )
}

function Detail({ archive: { keptAt, madeAt, version, url, address, counts } }: { archive: Archive }): ReactNode {
  if (keptAt === null || version === null) return null
  return (
    <>
      {text.upToDate} <Moment at={keptAt} />
      {counts === null ? null : ` · ${text.holds(counts.incidents, counts.postMortems, exporting.size(counts.bytes))}`}
      {counts === null || counts.privateIncidents === 0 ? null : ` · ${text.hidden(counts.privateIncidents)}`}
      <Group gap={6} mt={2}>
        <Text span size="xs">
          {text.lastChange}
          {madeAt === null ? null : (
            <>
              {' '}
              <Moment at={madeAt} />
            </>
          )}
          {': '}
          {url === null ? (
            text.commit(version)
          ) : (
            <Anchor href={url} target="_blank" rel="noreferrer" size="xs">
              {text.commit(version)}
            </Anchor>
          )}
        </Text>
        {address === null ? null : (
          <Anchor href={address} target="_blank" rel="noreferrer" size="xs">
            {text.open}
          </Anchor>
        )}
      </Group>
    </>
  )
}
