import { Button, Group, Text, Title } from '@mantine/core'
import { IconRefresh } from '../../parts/icons.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { say } from '../../shell/say.ts'
import { records as text } from '../../text/records.ts'
import { useIncident, useMayEdit } from '../incident/incident-query.ts'
import { AddRecords } from './add-records.tsx'
import { RecordCard } from './record-card.tsx'
import classes from './records.module.css'

export type RecordFile = components['schemas']['Record']

/** The files that an incident is made of: what was read in each, to download, read again, take out and add to. */
export function RecordsScreen(): ReactNode {
  const { id } = useIncident()
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const path = { incident: id }
  const { data } = useSuspenseQuery({
    queryKey: ['incident', id, 'records'],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}/records', { params: { path } })),
  })
  const { mutate, isPending } = useMutation({
    mutationFn: () => answer(api.POST('/v1/incidents/{incident}/reread', { params: { path } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries({ queryKey: ['record', id] })
      say(text.rereadDone)
    },
  })
  const handedIn = groupsOf(data.items)
  return (
    <div className={classes['page']}>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h5">
            {text.title}
          </Title>
          <Text size="sm" c="dimmed">
            {handedIn.length === 0 ? `${text.empty} ${text.emptyHint}` : text.hint}
          </Text>
        </div>
        {mayEdit && handedIn.length > 0 ? (
          <Button size="compact-sm" variant="light" leftSection={<IconRefresh size={15} aria-hidden />} loading={isPending} onClick={() => mutate()}>
            {text.rereadAll}
          </Button>
        ) : null}
      </Group>
      {mayEdit ? <AddRecords /> : null}
      {handedIn.map((files) => (
        <RecordCard key={files[0]?.id ?? ''} files={files} />
      ))}
    </div>
  )
}

/** Files that were handed in together: one that has a reading, and those that follow it. */
function groupsOf(items: readonly RecordFile[]): RecordFile[][] {
  const groups: RecordFile[][] = []
  for (const item of items) {
    if (item.read !== null || groups.length === 0) groups.push([item])
    else groups.at(-1)?.push(item)
  }
  return groups
}
