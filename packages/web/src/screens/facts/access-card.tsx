import { MultiSelect, Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncident, useMayEdit } from '../incident/incident-query.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { FactsCard } from './facts-card.tsx'

interface Access {
  readonly private: boolean
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

/** Who sees the incident: everybody, or those who are named. */
export function AccessCard(): ReactNode {
  const { id, private: isPrivate } = useIncident()
  const mayEdit = useMayEdit()
  const queries = useQueryClient()
  const key = ['incident', id, 'access']
  const path = { incident: id }
  const access = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/v1/incidents/{incident}/access', { params: { path } })), enabled: isPrivate })
  const members = useQuery({ ...membersQuery, enabled: isPrivate && mayEdit })
  const named = access.data?.members ?? []
  const { mutate, isPending } = useMutation({
    mutationFn: (next: Access & { final?: boolean }) =>
      answer(
        api.PUT('/v1/incidents/{incident}/access', { params: { path }, body: { private: next.private, members: next.members.map((member) => member.id) } }),
      ),
    onSuccess: (after, next) => {
      queries.setQueryData(key, after)
      void queries.invalidateQueries({ queryKey: ['incident'] })
      if (next.final === true || after.private === isPrivate) return
      const back = { private: isPrivate, members: named, final: true }
      offerUndo(after.private ? text.accessText.madePrivate : text.accessText.madePublic, () => mutate(back))
    },
  })
  return (
    <FactsCard title={text.access}>
      <Stack gap="xs">
        <Switch
          label={text.accessText.makePrivate}
          checked={isPrivate}
          disabled={!mayEdit || isPending}
          onChange={(event) => mutate({ private: event.currentTarget.checked, members: named })}
        />
        <Text size="xs" c="dimmed">
          {isPrivate ? text.accessText.named : text.accessText.everybody}
        </Text>
        {isPrivate && mayEdit ? (
          <MultiSelect
            size="xs"
            label={text.accessText.members}
            data={(members.data?.items ?? named).map(({ id: value, name }) => ({ value, label: name }))}
            value={named.map((member) => member.id)}
            searchable
            onChange={(ids) => mutate({ private: true, members: ids.map((one) => ({ id: one, name: '' })), final: true })}
          />
        ) : isPrivate ? (
          <Text size="sm">{named.map(({ name }) => name).join(', ')}</Text>
        ) : null}
      </Stack>
    </FactsCard>
  )
}
