import { Button, Group, Stack, Text } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { IconPlus } from '../../../parts/icons.tsx'
import { Moment } from '../../../parts/moment.tsx'
import { useMe } from '../../../session/me.ts'
import { Loading } from '../../../shell/states.tsx'
import { placesText as text } from '../../../text/places.ts'
import { AdministratorsOnly } from '../administrators-only.tsx'
import { SettingsRow } from '../settings-row.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { PlaceFindings } from './place-findings.tsx'
import { connectionsQuery, destinationsQuery, type Connection } from './place-queries.ts'
import { PlaceRules } from './place-rules.tsx'

/** The places that post-mortems are published to, and what goes there by itself. */
export function PlacesPart(): ReactNode {
  const may = useMe().member.role === 'administrator'
  const connections = useQuery({ ...connectionsQuery, enabled: may }).data?.items
  const destinations = useQuery({ ...destinationsQuery, enabled: may }).data?.items
  const [opened, door] = useDisclosure()
  if (!may) return <AdministratorsOnly />
  if (connections === undefined || destinations === undefined) return <Loading what="the places" />
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={door.open}>
        {text.connect}
      </Button>
      {connections.length === 0 ? (
        <Text c="dimmed" size="sm" mt="lg">
          {text.none}
        </Text>
      ) : (
        connections.map((connection) => <Row key={connection.id} connection={connection} />)
      )}
      {connections.length === 0 ? null : <PlaceRules connections={connections} />}
      {opened ? <PlaceDialog connection={null} onClose={door.close} /> : null}
    </>
  )
}

function Row({ connection }: { connection: Connection }): ReactNode {
  const queries = useQueryClient()
  const [changing, change] = useDisclosure()
  const [removing, remove] = useDisclosure()
  const { id, name, destination } = connection
  const test = useMutation({
    mutationFn: () => answer(api.POST('/v1/connections/{connection}/check', { params: { path: { connection: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  })
  return (
    <>
      <SettingsRow title={`${name} · ${destination.title}`} detail={<Detail connection={connection} />}>
        <Button variant="subtle" loading={test.isPending} onClick={() => test.mutate()} aria-label={`${text.test}: ${name}`}>
          {text.test}
        </Button>
        <Button variant="subtle" onClick={change.open} aria-label={text.changeTitle(name)}>
          {text.change}
        </Button>
        <Button variant="subtle" color="red" onClick={remove.open} aria-label={`${text.remove} ${name}`}>
          {text.remove}
        </Button>
      </SettingsRow>
      {test.data === undefined ? null : <PlaceFindings check={test.data} />}
      {changing ? <PlaceDialog connection={connection} onClose={change.close} /> : null}
      {removing ? <RemoveDialog connection={connection} onClose={remove.close} /> : null}
    </>
  )
}

function Detail({ connection }: { connection: Connection }): ReactNode {
  const { where, seenBy, works, checkedAt, needsSecrets, audience } = connection
  return (
    <>
      {where === null ? null : `${where} · `}
      {text.forCopies(text.audiences[audience])}
      {seenBy === null ? null : ` · ${seenBy.sentence}`}
      {' · '}
      {checkedAt === null ? (
        text.untested
      ) : (
        <>
          {works === true ? text.tested : text.failing} <Moment at={checkedAt} />
        </>
      )}
      {needsSecrets ? (
        <Text size="xs" c="var(--house-bad)">
          {text.needsSecrets}
        </Text>
      ) : null}
    </>
  )
}

function RemoveDialog({ connection: { id, name }, onClose }: { connection: Connection; onClose: () => void }): ReactNode {
  const queries = useQueryClient()
  const [pages, setPages] = useState<string | null>(null)
  const remove = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/v1/connections/{connection}', { params: { path: { connection: id }, query: pages === null ? {} : { forget: 'true' } } })),
    meta: { quiet: true },
    async onSuccess() {
      onClose()
      await queries.invalidateQueries({ queryKey: ['connections'] })
    },
    // Where there are pages the server says how many, and is asked a second time.
    onError: (error) => setPages(error.message),
  })
  return (
    <Dialog onClose={onClose} title={text.removeTitle(name)}>
      <Stack>
        <Text size="sm">{text.removeHint}</Text>
        {pages === null ? null : (
          <Text size="sm" fw={550} role="status">
            {pages}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {text.remove}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
