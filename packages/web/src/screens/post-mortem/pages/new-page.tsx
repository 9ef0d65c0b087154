import { Button, Group, Select, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { pagesText as text } from '../../../text/places.ts'
import type { Connection } from '../../settings/places/place-queries.ts'
import { ToConfirm } from './to-confirm.tsx'
import { usePublish } from './use-publish.ts'

/** Publishes to a place where it is not yet. */
export function NewPage({ postMortem, connections }: { postMortem: string; connections: readonly Connection[] }): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null)
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0]
  const { publish, toConfirm } = usePublish(
    postMortem,
    (confirmAudience) =>
      answer(
        api.POST('/v1/post-mortems/{postMortem}/pages', { params: { path: { postMortem } }, body: { connection: connection?.id ?? '', confirmAudience } }),
      ),
    () => setChosen(null),
  )
  if (connection === undefined) return null
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <Select
          flex={1}
          label={text.place}
          allowDeselect={false}
          value={connection.id}
          onChange={(id) => {
            setChosen(id)
            publish.reset()
          }}
          data={connections.map(({ id, name, destination, where }) => ({ value: id, label: `${name} · ${where ?? destination.title}` }))}
        />
        <Button loading={publish.isPending} onClick={() => publish.mutate(false)}>
          {text.publish}
        </Button>
      </Group>
      <ToConfirm sentence={toConfirm} publish={publish} />
    </Stack>
  )
}
